import Foundation
import Testing

/// What cannot be taken is answered by what happened, where and what to do, and leaves the store as it was.
struct BadInputTests {
  let laureat: Command

  init() throws {
    laureat = try Command(.prepared)
  }

  struct Bad: CustomTestStringConvertible, Sendable {
    let name: String
    var document: String
    let exit: Int32
    let code: String
    /// A text that stands on the line where the fault is; nil where the fault has no line.
    var at: String?

    var testDescription: String { name }
  }

  static let fine = Documents.applications(Documents.application("a"))

  static let files = [
    Bad(name: "empty", document: "", exit: 65, code: "GC-020-0003"),
    Bad(name: "truncated", document: String(fine.prefix(while: { $0 != "Ш" })), exit: 65, code: "GC-020-0005"),
    Bad(
      name: "wrong root", document: fine.replacing("applications", with: "letters"), exit: 65, code: "GC-020-0013",
      at: "<letters"),
    Bad(
      name: "wrong namespace", document: fine.replacing("exchange:1", with: "exchange:9"), exit: 65,
      code: "GC-020-0014", at: "<applications"),
    Bad(
      name: "wrong version", document: fine.replacing("=\"1.0\" contest", with: "=\"2.0\" contest"), exit: 65,
      code: "GC-020-0015", at: "<applications"),
    Bad(
      name: "broken XML", document: fine.replacing("</group>", with: "</grop>"), exit: 65, code: "GC-020-0004",
      at: "</grop>"),
    Bad(
      name: "wrong count", document: fine.replacing("<recordCount>1", with: "<recordCount>2"), exit: 65,
      code: "GC-020-0019"),
    Bad(
      name: "DOCTYPE", document: fine.replacing("?>\n", with: "?>\n<!DOCTYPE applications [<!ENTITY a \"b\">]>\n"),
      exit: 65, code: "GC-020-0009"),
    Bad(
      name: "external entity",
      document: fine.replacing(
        "?>\n", with: "?>\n<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n"
      ).replacing("Шкатулка", with: "&f;"), exit: 65, code: "GC-020-0009"),
    Bad(
      name: "XSD error in a record",
      document: fine.replacing("<title>Шкатулка</title>", with: "<title>Шкатулка</title>\n<colour>синий</colour>"),
      exit: 65, code: "GC-030-0001", at: "<colour>"),
    Bad(
      name: "impossible date", document: fine.replacing("2020-03-10T", with: "2020-02-30T"), exit: 65,
      code: "GC-030-0005", at: "2020-02-30T"),
    Bad(
      name: "unknown nomination", document: fine.replacing(">wood<", with: ">stone<"), exit: 1, code: "GC-050-0002",
      at: ">stone<"),
    Bad(
      name: "late entry", document: fine.replacing("2020-03-10T", with: "2020-04-01T"), exit: 1, code: "GC-040-0001",
      at: "2020-04-01T"),
    Bad(
      name: "unknown contest", document: fine.replacing("contest=\"fair\"", with: "contest=\"fare\""), exit: 1,
      code: "GC-050-0001", at: "<applications"),
    Bad(
      name: "bad checksum",
      document: fine.replacing(
        "<group><title>Группа a</title></group>",
        with: "<organisation id=\"x\"><title>Школа</title>\n<inn>4299000018</inn></organisation>"), exit: 65,
      code: "GC-030-0010", at: "<inn>"),
    Bad(
      name: "three decimals",
      document: Documents.portfolio(Documents.project().replacing("25000.50", with: "25000.505"), message: 9),
      exit: 65, code: "GC-030-0006", at: "25000.505"),
    Bad(
      name: "entry that was not admitted",
      document: Documents.results(Documents.result("zz", "<award place=\"1\"/>")), exit: 1, code: "GC-050-0003"),
  ]

  @Test(arguments: files)
  func `a bad document gets its exit status, code and place, and changes nothing`(bad: Bad) throws {
    let before = try laureat.state()
    try laureat.write(bad.document, to: "bad.xml")
    let result = try laureat("import", "bad.xml", "--json")
    #expect(result.status == bad.exit, "\(result.output)")
    let verdict = try result.json()[0]
    #expect(verdict["status"] == "rejected")
    let finding = verdict["diagnostics"].first("code", .string(bad.code))
    try #require(finding != .null, "\(verdict)")
    if let at = bad.at {
      let line = bad.document.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(at) }
      #expect(finding["line"].int == line.map { $0 + 1 }, "\(finding)")
    }
    #expect(try laureat.state() == before)
  }

  @Test(arguments: files)
  func `the message to a person names the file, the code and what to do`(bad: Bad) throws {
    try laureat.write(bad.document, to: "bad.xml")
    let result = try laureat("import", "bad.xml")
    #expect(result.status == bad.exit)
    #expect(result.errors.contains("bad.xml"))
    #expect(result.errors.contains(bad.code))
    #expect(result.errors.contains("→"))
  }

  @Test func `the doubled id is refused, the first one taken`() throws {
    try laureat.write(
      Documents.applications(Documents.application("a"), Documents.application("a", title: "Другая")), to: "twice.xml")
    let result = try laureat("import", "twice.xml", "--json")
    #expect(result.status == 3)
    #expect(try result.json()[0]["diagnostics"].map("code").contains("GC-040-0200"))
    #expect(try laureat.must("entry", "list", "--json").json().map("title") == ["Шкатулка"])
  }

  @Test func `a second first place is refused, and both when they come in one result`() throws {
    try laureat.must(
      "import", "-", input: Documents.applications(Documents.application("a"), Documents.application("b")))
    try laureat.write(
      Documents.results(Documents.result("a", "<award place=\"1\"/>"), Documents.result("b", "<award place=\"1\"/>")),
      to: "results.xml")
    let result = try laureat("import", "results.xml", "--json")
    #expect(result.status == 3)
    let finding = try result.json()[0]["diagnostics"].first("code", "GC-040-0043")
    #expect(finding["record"] == "b")
    #expect(try laureat.must("winner", "list", "--contest", "fair", "--json").json().map("entry") == ["fair/1"])
  }

  @Test func `a winner who was not admitted is refused`() throws {
    try laureat.must("import", "-", input: Documents.applications(Documents.application("a")))
    try laureat.write(
      Documents.results(Documents.result("a", "<award place=\"1\"/>", isAdmitted: false)), to: "results.xml")
    let before = try laureat.state()
    let result = try laureat("import", "results.xml", "--json")
    #expect(result.status == 1)
    #expect(try result.json()[0]["diagnostics"].map("code").contains("GC-040-0061"))
    #expect(try laureat.state() == before)
  }

  // MARK: Files that cannot be read

  @Test(arguments: ["check", "import"])
  func `a missing file and a folder cannot be read`(command: String) throws {
    let before = try laureat.bytes("store.sqlite")
    let missing = try laureat(command, "nowhere.xml")
    #expect(missing.status == 66)
    #expect(missing.errors.contains("GC-020-0001"))
    let folder = try laureat(command, ".")
    #expect(folder.status == 66)
    #expect(folder.errors.contains("GC-020-0002"))
    #expect(try laureat.bytes("store.sqlite") == before)
  }

  @Test(arguments: [
    Data([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10]), Data(repeating: 0, count: 1000), Data("PK\u{3}\u{4}".utf8),
    Data("hello".utf8), Data("{}".utf8), Data([0xFF, 0xFE]), Data([0xEF, 0xBB, 0xBF]), Data("<".utf8),
    Data(repeating: UInt8(ascii: "<"), count: 100_000),
    Data(String(repeating: "<a>", count: 50_000).utf8),
  ])
  func `a file that is no document is invalid`(bytes: Data) throws {
    try bytes.write(to: laureat.folder.appending(path: "bad.xml"))
    for command in ["check", "import"] {
      let result = try laureat(command, "bad.xml")
      #expect(result.status == 65)
      #expect(result.errors.contains("GC-020-"))
    }
    #expect(try laureat("receipt", "show", "bad.xml").status == 65)
  }

  // MARK: Cut and garbled

  /// Wherever a document ends too early, nothing of it is taken.
  @Test func `a document cut anywhere is refused whole`() throws {
    let before = try laureat.state()
    let bytes = Data(Documents.applications(Documents.application("a"), Documents.application("b")).utf8)
    for length in stride(from: 1, to: bytes.count - 20, by: 197) {
      try bytes.prefix(length).write(to: laureat.folder.appending(path: "cut.xml"))
      #expect(try laureat("import", "cut.xml").status == 65, "\(length) bytes")
    }
    #expect(try laureat.state() == before)
  }

  /// No byte that is changed makes the command crash or end in a status of its own.
  @Test func `a document with any byte changed is answered`() throws {
    let bytes = Array(Documents.applications(Documents.application("a")).utf8)
    for position in stride(from: 0, to: bytes.count, by: 79) {
      for byte in [UInt8(0), UInt8(ascii: "<"), 0xFF] {
        var changed = bytes
        changed[position] = byte
        try Data(changed).write(to: laureat.folder.appending(path: "changed.xml"))
        let result = try laureat("import", "changed.xml", "--dry-run", "--json")
        #expect([0, 1, 65].contains(result.status), "byte \(byte) at \(position): \(result.status)")
        #expect(try result.json().list.count == 1)
      }
    }
  }
}

extension PreparedStore {
  fileprivate static let prepared = PreparedStore { laureat in
    try laureat.must("import", "-", input: Documents.announcement())
    try laureat.must("import", "-", input: Documents.portfolio(Documents.project()))
  }
}
