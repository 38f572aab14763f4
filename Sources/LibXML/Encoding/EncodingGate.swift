/// Lets UTF-8 through, turns windows-1251 and UTF-16 into UTF-8, and refuses every other encoding by its name.
///
/// libxml2 decodes whatever iconv knows, UTF-7 and EBCDIC among it, and believes a declaration against the evidence of
/// the bytes. So it is never asked: the gate settles the encoding, and the parser is told to take UTF-8.
struct EncodingGate: ~Copyable {
  /// The first bytes, until they tell the encoding; `nil` from then on.
  private var head: [UInt8]? = []
  /// `nil` when the bytes are UTF-8.
  private var transcoder: Transcoder?
  private var mojibake: MojibakeDetector?

  enum Admitted {
    case nothing
    /// The bytes given are UTF-8 and go on as they are.
    case unchanged
    /// These bytes go on instead of those given.
    case converted([UInt8])
  }

  init() {}

  mutating func admit(_ bytes: UnsafeRawBufferPointer) throws(EncodingFault) -> Admitted {
    guard var start = head.take() else {
      guard transcoder != nil else { return .unchanged }
      return unsafe .converted(try convert(bytes))
    }
    unsafe start.append(contentsOf: bytes)
    guard let evidence = try EncodingEvidence(start, isComplete: false) else {
      head = start
      return .nothing
    }
    return .converted(try settle(evidence, start))
  }

  /// The end of the input: what was still held back.
  mutating func finish() throws(EncodingFault) -> [UInt8] {
    var rest: [UInt8] = []
    if let start = head.take(), let evidence = try EncodingEvidence(start, isComplete: true) {
      rest = try settle(evidence, start)
    }
    try transcoder?.finish()
    if mojibake?.isProven == true { throw .utf8DeclaredAsWindows1251 }
    return rest
  }

  private mutating func settle(_ evidence: EncodingEvidence, _ start: [UInt8]) throws(EncodingFault) -> [UInt8] {
    switch evidence.encoding {
    case .utf8:
      return start
    case .windows1251:
      mojibake = MojibakeDetector()
      transcoder = try Transcoder(from: "WINDOWS-1251")
    case .utf16LittleEndian:
      transcoder = try Transcoder(from: "UTF-16LE")
    case .utf16BigEndian:
      transcoder = try Transcoder(from: "UTF-16BE")
    }
    // The parser takes off one mark; what follows it must be the document, and not a second mark.
    let mark: [UInt8] = evidence.markLength > 0 ? [0xEF, 0xBB, 0xBF] : []
    let text = Array(start.dropFirst(evidence.markLength))
    return unsafe mark
      + (try text.span.bytes.withUnsafeBytes { (bytes) throws(EncodingFault) in unsafe try convert(bytes) })
  }

  private mutating func convert(_ bytes: UnsafeRawBufferPointer) throws(EncodingFault) -> [UInt8] {
    if unsafe mojibake?.scan(bytes) == true { throw .utf8DeclaredAsWindows1251 }
    return unsafe try transcoder?.convert(bytes) ?? []
  }
}
