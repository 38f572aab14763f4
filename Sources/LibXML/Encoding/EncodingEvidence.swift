/// What the first bytes of a document say about its encoding: the byte order mark, the form of the first characters and
/// the declaration, which must agree.
struct EncodingEvidence {
  enum Encoding {
    case utf8, windows1251, utf16LittleEndian, utf16BigEndian
  }

  let encoding: Encoding
  /// Bytes of the byte order mark.
  let markLength: Int

  /// A declaration is some 60 bytes long; one that does not end within this many is no declaration.
  private static let longestDeclaration = 1024

  /// `nil` while more bytes could still change the answer.
  init?(_ bytes: [UInt8], isComplete: Bool) throws(EncodingFault) {
    guard bytes.count >= 4 || isComplete else { return nil }
    let form = try Form(bytes)
    let text = form.narrow(bytes.prefix(Self.longestDeclaration * form.bytesPerUnit))
    var declared: String?
    if text.starts(with: "<?xml".utf8) {
      if let declaration = Self.declaration(text) {
        declared = Self.declaredEncoding(declaration)
      } else if text.count < Self.longestDeclaration - form.markLength, !isComplete {
        return nil
      }
    } else if "<?xml".utf8.starts(with: text), !isComplete {
      return nil
    }
    encoding = try form.agree(with: declared)
    markLength = form.markLength
  }

  private static func declaration(_ text: [UInt8]) -> ArraySlice<UInt8>? {
    let end = text.indices.dropFirst().first { text[$0 - 1] == UInt8(ascii: "?") && text[$0] == UInt8(ascii: ">") }
    return end.map { text[..<$0] }
  }

  /// The value of the pseudo-attribute `encoding`, `nil` when there is none. The parser checks the declaration's grammar.
  private static func declaredEncoding(_ declaration: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: declaration, as: UTF8.self)
    guard let key = text.firstRange(of: "encoding") else { return nil }
    let value = text[key.upperBound...].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }
}

extension EncodingEvidence {
  /// The width and the order of the first bytes.
  private struct Form {
    let encoding: Encoding
    let markLength: Int
    let bytesPerUnit: Int

    init(_ bytes: [UInt8]) throws(EncodingFault) {
      let first = bytes + Array(repeating: 1, count: max(0, 4 - bytes.count))
      (encoding, markLength) =
        switch (first[0], first[1], first[2], first[3]) {
        case (0x00, 0x00, 0xFE, 0xFF), (0xFF, 0xFE, 0x00, 0x00), (0x00, 0x00, _, _), (0x3C, 0x00, 0x00, _):
          throw .unsupported("UTF-32")
        case (0x4C, 0x6F, 0xA7, 0x94): throw .unsupported("EBCDIC")
        case (0xEF, 0xBB, 0xBF, _): (.utf8, 3)
        case (0xFF, 0xFE, _, _): (.utf16LittleEndian, 2)
        case (0xFE, 0xFF, _, _): (.utf16BigEndian, 2)
        case (0x3C, 0x00, _, 0x00): (.utf16LittleEndian, 0)
        case (0x00, 0x3C, 0x00, _): (.utf16BigEndian, 0)
        default: (.utf8, 0)
        }
      bytesPerUnit = encoding == .utf8 ? 1 : 2
    }

    /// The ASCII of the text after the mark; another character becomes 0, which no declaration has.
    func narrow(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
      let text = Array(bytes.dropFirst(markLength))
      guard bytesPerUnit == 2 else { return text }
      let low = encoding == .utf16LittleEndian ? 0 : 1
      return stride(from: 0, to: text.count - 1, by: 2).map { text[$0 + 1 - low] == 0 ? text[$0 + low] : 0 }
    }

    func agree(with declared: String?) throws(EncodingFault) -> Encoding {
      guard let declared else { return encoding }
      let known: [Encoding]
      switch declared.uppercased() {
      case "UTF-8": known = [.utf8]
      case "WINDOWS-1251", "CP1251": known = [.windows1251]
      case "UTF-16": known = [.utf16LittleEndian, .utf16BigEndian]
      case "UTF-16LE": known = [.utf16LittleEndian]
      case "UTF-16BE": known = [.utf16BigEndian]
      default: throw .unsupported(String(declared.prefix(40)))
      }
      if known.contains(encoding) { return encoding }
      // Bytes in which ASCII reads as ASCII, and no mark that says UTF-8.
      if known == [.windows1251], encoding == .utf8, markLength == 0 { return .windows1251 }
      throw .contradictsByteOrderMark
    }
  }
}
