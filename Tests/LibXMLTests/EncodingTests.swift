import LibXML
import Testing

@Suite struct `Encodings` {
  private static let text = "Школа № 5 «Ёлка»"

  private static func document(_ encoding: String?) -> String {
    let declaration = encoding.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>\n" } ?? ""
    return declaration + Sample.document("<application><title>\(text)</title></application>")
  }

  private static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  /// The few characters of windows-1251 that the tests use.
  private static func windows1251(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "А"..."я": UInt8(scalar.value - 0x410 + 0xC0)
      case "Ё": 0xA8
      case "№": 0xB9
      case "«": 0xAB
      case "»": 0xBB
      default: UInt8(scalar.value)
      }
    }
  }

  private static func expectText(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    for chunk in [1, 7, 64 << 10] {
      let reading = Reading(bytes, chunk: chunk)
      #expect(reading.failure == nil, sourceLocation: sourceLocation)
      let title = reading.records.first?.element.first(Sample.name("title"))
      #expect(title?.text == text, sourceLocation: sourceLocation)
    }
  }

  private static func expectFault(
    _ bytes: [UInt8], _ fault: EncodingFault, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for chunk in [1, 7, 64 << 10] {
      #expect(Reading(bytes, chunk: chunk).failure?.kind == .encoding(fault), sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [nil, "UTF-8", "utf-8"])
  func `UTF-8 is read with and without a byte order mark`(declared: String?) {
    let bytes = Array(Self.document(declared).utf8)
    Self.expectText(bytes)
    Self.expectText([0xEF, 0xBB, 0xBF] + bytes)
  }

  @Test(arguments: ["windows-1251", "Windows-1251", "CP1251"])
  func `windows-1251 is read as declared`(declared: String) {
    Self.expectText(Self.windows1251(Self.document(declared)))
  }

  @Test(arguments: [nil, "UTF-16"], [true, false])
  func `UTF-16 is read in either order`(declared: String?, bigEndian: Bool) {
    let text = Self.document(declared)
    Self.expectText(Self.utf16(text, bigEndian: bigEndian, mark: true))
    Self.expectText(Self.utf16(text, bigEndian: bigEndian, mark: false))
  }

  @Test func `positions in a transcoded document are those of its characters`() {
    let text =
      "<?xml version='1.0' encoding='windows-1251'?>\n"
      + Sample.document("<application><title>Я</title><amount>я</amount></application>")
    let reading = Reading(Self.windows1251(text))
    #expect(reading.records.first?.problems.first?.position == TextPosition(line: 2, column: 63))
  }

  @Test(arguments: ["UTF-7", "EBCDIC-CP-US", "ISO-2022-CN-EXT", "koi8-r", "ISO-8859-1", "UTF-32", "US-ASCII", ""])
  func `every other encoding is refused by its name`(declared: String) {
    Self.expectFault(
      Array("<?xml version='1.0' encoding='\(declared)'?>+ADwAIQ-DOCTYPE a+AD4".utf8), .unsupported(declared))
  }

  @Test func `encodings without ASCII are refused by their form`() {
    Self.expectFault([0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40], .unsupported("EBCDIC"))
    Self.expectFault([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], .unsupported("UTF-32"))
    Self.expectFault([0, 0, 0, 0x3C, 0, 0, 0, 0x3F], .unsupported("UTF-32"))
    Self.expectFault([0x3C, 0, 0, 0, 0x3F, 0, 0, 0], .unsupported("UTF-32"))
  }

  @Test func `a declaration that contradicts the bytes is refused`() {
    Self.expectFault(
      [0xEF, 0xBB, 0xBF] + Array(Self.document("windows-1251").utf8), .contradictsByteOrderMark)
    Self.expectFault(Self.utf16(Self.document("UTF-8"), bigEndian: false, mark: true), .contradictsByteOrderMark)
    Self.expectFault(Self.utf16(Self.document("UTF-8"), bigEndian: true, mark: false), .contradictsByteOrderMark)
    Self.expectFault(Self.utf16(Self.document("UTF-16BE"), bigEndian: false, mark: false), .contradictsByteOrderMark)
    Self.expectFault(Array(Self.document("UTF-16").utf8), .contradictsByteOrderMark)
  }

  @Test func `UTF-8 that declares windows-1251 is detected`() {
    Self.expectFault(Array(Self.document("windows-1251").utf8), .utf8DeclaredAsWindows1251)
    let short =
      "<?xml version='1.0' encoding='windows-1251'?>"
      + Sample.document("<application><title>Ё</title></application>")
    Self.expectFault(Array(short.utf8), .utf8DeclaredAsWindows1251)
  }

  @Test func `cut UTF-16 is refused`() {
    let bytes = Self.utf16(Self.document("UTF-16"), bigEndian: false, mark: true)
    Self.expectFault(bytes + [0x20], .truncated)
    let half = Self.utf16(Self.document(nil), bigEndian: false, mark: true) + [0x3D, 0xD8]
    Self.expectFault(half, .truncated)
  }

  @Test func `bytes that the encoding does not have are refused`() {
    let bytes =
      Self.windows1251("<?xml version='1.0' encoding='windows-1251'?><applications xmlns='urn:sample'>Ш")
      + [0x98]
    Self.expectFault(bytes, .invalidBytes)
    let lone = Self.utf16("<a>", bigEndian: false, mark: true) + [0x00, 0xDC, 0x3C, 0x00]
    #expect(Reading(lone).failure?.kind == .encoding(.invalidBytes))
  }

  @Test func `windows-1251 that is read as UTF-8 is recognised`() {
    for declaration in ["", "<?xml version='1.0' encoding='UTF-8'?>"] {
      let record = "<application><title>Снежный городок</title></application>"
      let failure = Reading(Self.windows1251(declaration + Sample.document(record))).failure
      #expect(failure?.kind == .encoding(.windows1251DeclaredAsUTF8))
    }
    // The same word in KOI8-R, and a damaged letter in UTF-8.
    let koi8: [UInt8] = [0xC7, 0xCF, 0xD2, 0xCF, 0xC4, 0xCF, 0xCB]
    for bytes in [koi8, [0xFF] + Array("ородок".utf8)] {
      let start = Array("<applications xmlns='urn:sample'><application><title>".utf8)
      #expect(Reading(start + bytes + Array("</title>".utf8)).failure?.kind == .encoding(.invalidBytes))
    }
  }

  @Test func `a declaration that does not end is no declaration`() {
    let endless = "<?xml version='1.0' " + String(repeating: " ", count: 5000) + "encoding='UTF-7'?><a/>"
    for chunk in [1, 64 << 10] { #expect(Reading(endless, chunk: chunk).failure != nil) }
  }

  @Test(arguments: ["UTF-8", "UTF-16LE", "UTF-16BE"])
  func `a second byte order mark is no part of a document`(encoding: String) {
    let text = "\u{FEFF}\u{FEFF}" + Sample.document("")
    let bytes: [UInt8] =
      switch encoding {
      case "UTF-16LE": text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case "UTF-16BE": text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      default: Array(text.utf8)
      }
    #expect(Reading(bytes).failure != nil)
    #expect(Reading(Array(bytes.dropFirst(encoding == "UTF-8" ? 3 : 2))).failure == nil)
  }
}
