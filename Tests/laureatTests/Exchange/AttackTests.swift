import Foundation
import Testing

/// Documents made to harm. Each is refused with a code; the memory of the command is bounded to little more than what
/// an honest document takes, its CPU time to a few seconds, and of a document without end only the beginning is read.
struct AttackTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    try laureat.must("import", "announcement.xml")
  }

  /// Address space in KiB, CPU time in seconds.
  private static let limits = "-v 320000 -t 20"

  struct Attack: CustomTestStringConvertible, Sendable {
    let name: String
    let code: String
    let bytes: @Sendable () -> [UInt8]

    init(_ name: String, _ code: String, _ bytes: @escaping @Sendable () -> [UInt8]) {
      self.name = name
      self.code = code
      self.bytes = bytes
    }

    init(_ name: String, _ code: String, text: @escaping @Sendable () -> String) {
      self.init(name, code) { Array(text().utf8) }
    }

    var testDescription: String { name }
  }

  private static let head = """
    <applications xmlns="urn:laureat:exchange:1" formatVersion="1.0" contest="fair">
    <header><messageID>\(Documents.messageID(2))</messageID><createdAt>2020-06-01T12:00:00+07:00</createdAt>
    \(Documents.sender)<recordCount>1</recordCount></header>

    """

  /// Up to where a record's title begins.
  private static let opened = head + "<application id=\"a\"><nomination>wood</nomination><title>"

  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static let sound = Documents.applications(Documents.application("a"))

  static let attacks: [Attack] = [
    Attack("external entity", "GC-020-0009") {
      "<!DOCTYPE applications [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + opened + "&x;</title>"
    },
    Attack("billion laughs", "GC-020-0009") {
      let entities = (1...9).map { "<!ENTITY e\($0) \"\(repeated("&e\($0 - 1);", 10))\">" }.joined()
      return "<!DOCTYPE applications [<!ENTITY e0 \"ha\">\(entities)]>" + opened + "&e9;</title>"
    },
    Attack("quadratic expansion", "GC-020-0009") {
      "<!DOCTYPE applications [<!ENTITY a \"\(repeated("a", 100_000))\">]>" + opened + repeated("&a;", 10_000)
    },
    Attack("cyclic entities", "GC-020-0009") {
      "<!DOCTYPE applications [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>" + opened + "&a;</title>"
    },
    Attack("external subset", "GC-020-0009") {
      "<!DOCTYPE applications SYSTEM \"http://127.0.0.1/x.dtd\">" + sound.dropFirst(39)
    },
    Attack("UTF-7", "GC-020-0006") {
      "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADwAIQ-DOCTYPE applications+AD4-" + head
    },
    Attack("EBCDIC", "GC-020-0021") {
      [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0xA5, 0x85, 0x99] + Array(repeating: 0x40, count: 99)
    },
    Attack("ISO-2022-CN-EXT", "GC-020-0006") { sound.replacingOccurrences(of: "UTF-8", with: "ISO-2022-CN-EXT") },
    Attack("a mark of UTF-8 before a declaration of windows-1251", "GC-020-0007") {
      [0xEF, 0xBB, 0xBF] + Array(sound.replacingOccurrences(of: "UTF-8", with: "windows-1251").utf8)
    },
    Attack("UTF-8 declared as windows-1251", "GC-020-0007") {
      Array(sound.replacingOccurrences(of: "UTF-8", with: "windows-1251").utf8)
    },
    Attack("UTF-16 cut in the middle of a character", "GC-020-0005") {
      let utf16 = sound.replacingOccurrences(of: "UTF-8", with: "UTF-16").utf16
      return [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }.dropLast(41)
    },
    Attack("XML 1.1", "GC-020-0011") { sound.replacingOccurrences(of: "version=\"1.0\" e", with: "version=\"1.1\" e") },
    Attack("XML 1.9", "GC-020-0011") { sound.replacingOccurrences(of: "version=\"1.0\" e", with: "version=\"1.9\" e") },
    Attack("100 000 levels", "GC-020-0012") { head + repeated("<a>", 100_000) + repeated("</a>", 100_000) },
    Attack("a text in 400 000 pieces", "GC-030-0006") {
      sound.replacingOccurrences(of: "Шкатулка", with: repeated("a&amp;", 400_000))
    },
    Attack("300 000 names", "GC-020-0012") {
      head + (0..<300_000).map { "<application id=\"a\($0)\"><n\($0)/></application>" }.joined()
    },
    Attack("200 000 attributes", "GC-020-0012") {
      head + "<application " + (0..<200_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>"
    },
    Attack("an attribute of 9 MB", "GC-020-0012") { head + "<application id=\"" + repeated(">", 9_000_000) + "\"/>" },
    Attack("a prefix that is not declared", "GC-020-0004") {
      sound.replacingOccurrences(of: "<title>Шкатулка", with: "<q:title>Шкатулка")
        .replacingOccurrences(of: "</title>\n<applicant>", with: "</q:title>\n<applicant>")
    },
    Attack("a character of nothing", "GC-020-0004") { opened + "&#0;</title>" },
    Attack("a NUL in a text", "GC-020-0008") { opened + "a\u{0}b</title>" },
    Attack("U+0001 in a text", "GC-020-0008") { opened + "a\u{1}b</title>" },
    Attack("U+FFFF in a text", "GC-020-0008") { opened + "a\u{FFFF}b</title>" },
    Attack("a surrogate in UTF-8", "GC-020-0008") { Array(opened.utf8) + [0xED, 0xA0, 0x80] + Array("</title>".utf8) },
    Attack("an overlong form", "GC-020-0008") { Array(opened.utf8) + [0xC0, 0xBC] + Array("</title>".utf8) },
    Attack("NULs behind the root", "GC-020-0004") { sound + repeated("\u{0}", 4096) },
    Attack("a second root", "GC-020-0004") { sound + "<applications/>" },
    Attack("a gzip bomb", "GC-020-0021") {
      [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3] + Array(repeating: 0, count: 100_000)
    },
  ]

  @Test(arguments: attacks)
  func `a hostile document is refused, and costs little`(attack: Attack) throws {
    try Data(attack.bytes()).write(to: laureat.folder.appending(path: "attack.xml"))
    let before = try laureat.state()
    for arguments in [["check", "--json", "attack.xml"], ["import", "--json", "attack.xml"]] {
      let running = try laureat.begin(arguments, limits: Self.limits)
      let end = try running.end()
      let errors = try running.errors()
      #expect(end.exit == 65, "\(arguments[0]): signal \(end.signal), \(errors)")
      let verdicts = try JSONDecoder().decode(Value.self, from: try running.output())
      #expect(verdicts[0]["diagnostics"].map("code").contains(.string(attack.code)))
    }
    #expect(try laureat.state() == before)
  }

  @Test func `of 20 000 bad records the verdict shows the first, and counts them all`() throws {
    let records = (0..<20_000).map { "<application id=\"a\($0)\"/>" }.joined(separator: "\n")
    try laureat.write(
      Documents.document("applications", attributes: " contest=\"fair\"", message: 2, count: 20_000, records),
      to: "bad.xml")
    let running = try laureat.begin(["import", "--json", "bad.xml"], limits: "-v 400000 -t 60")
    #expect(try running.end().exit == 65)
    let verdict = try JSONDecoder().decode(Value.self, from: try running.output())[0]
    #expect(verdict["rejected"] == 20_000)
    #expect(verdict["diagnostics"].list.count == 5002)
    #expect(verdict["diagnostics"].list.last?["code"] == "GC-040-0207")
  }

  @Test func `however much is found before, the reason why a file is refused is told`() throws {
    let records = (0..<6000).map { Documents.application("a\($0)", title: String(repeating: "ш", count: 150)) }
    let document = Documents.document(
      "applications", attributes: " contest=\"fair\"", message: 2, count: records.count, records.joined(separator: "\n")
    )
    try laureat.write(String(document.dropLast(20)), to: "cut.xml")
    let result = try laureat("import", "--json", "cut.xml")
    #expect(result.status == 65)
    let verdict = try result.json()[0]
    #expect(verdict["diagnostics"].map("code").filter { $0 == "GC-040-0013" }.count == 5000)
    #expect(verdict["diagnostics"].map("code").contains("GC-020-0005"))
  }

  /// A beginning, and what follows it for ever.
  static let endless: [(name: String, beginning: String, piece: String)] = [
    ("elements in elements", head, "<a>"), ("a text", opened, "слово "), ("a name", head + "<", "a"),
    ("attributes", head + "<application ", "a=\"\" "), ("an attribute", head + "<application id=\"", ">"),
    ("a comment", head + "<!--", "x"), ("an instruction", head + "<?p ", "x"), ("a section", opened + "<![CDATA[", "x"),
    ("children of a record", head + "<application id=\"a\">", "<title>a</title>"),
    (
      "a header", "<applications xmlns=\"urn:laureat:exchange:1\" formatVersion=\"1.0\" contest=\"fair\"><header>",
      "<a/>"
    ),
    ("white space before the root", "", " "), ("nothing but NULs", "", "\u{0}"), ("one letter", "", "a"),
  ]

  @Test(arguments: endless.indices)
  func `a document without end is given up after its beginning`(index: Int) throws {
    let (name, beginning, piece) = Self.endless[index]
    let pipe = try NamedPipe(in: laureat.folder)
    let running = try laureat.begin(["check", "-"], input: pipe.path, limits: Self.limits)
    try pipe.hold()
    var taken = pipe.write(beginning.utf8)
    let chunk = Array(String(repeating: piece, count: 65_536 / piece.utf8.count + 1).utf8)
    // 128 MB are far more than any limit lets pass.
    while taken < 128 << 20 {
      let written = pipe.write(chunk)
      taken += written
      if written < chunk.count { break }
    }
    pipe.finish()
    let end = try running.end()
    let errors = try running.errors()
    #expect(end.exit == 65, "\(name): signal \(end.signal), \(errors)")
    #expect(taken < 32 << 20, "\(name): \(taken) bytes were taken")
  }
}
