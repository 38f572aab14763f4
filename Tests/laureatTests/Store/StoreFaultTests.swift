import Foundation
import Testing

/// What a store must be, and what is said when it is not.
struct StoreFaultTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
    try laureat.write(Documents.announcement(), to: "announcement.xml")
  }

  static let reading = [
    ["contest", "list"], ["contest", "show", "x"], ["contest", "status", "x"], ["entry", "list"],
    ["entry", "show", "x/1"],
    ["winner", "list", "--contest", "x"], ["organisation", "self"], ["organisation", "list"], ["funder", "list"],
    ["grant", "list"], ["grant", "show", "x"], ["report", "year", "--year", "2020"],
    ["report", "funder", "x", "--year", "2020"], ["report", "grant", "x", "--year", "2020"],
    ["export", "announcement", "--contest", "x"], ["export", "applications", "--contest", "x"],
    ["export", "results", "--contest", "x"], ["export", "grants"],
  ]

  @Test(arguments: reading)
  func `a command that reads says where a store comes from, and makes none`(command: [String]) throws {
    let result = try laureat.run(command)
    #expect(result.status == 69)
    #expect(result.errors.contains("GC-090-0001"))
    #expect(result.errors.contains("laureat import"))
    #expect(result.output.isEmpty)
    #expect(!laureat.exists("store.sqlite"))
  }

  @Test func `import and create make the store`() throws {
    try laureat.must("import", "announcement.xml")
    #expect(laureat.exists("store.sqlite"))
    try laureat.must("organisation", "self", "--id", "a", "--title", "А", "--store", "a.sqlite")
    try laureat.must("contest", "create", "--id", "c", "--title", "К", "--year", "2020", "--store", "a.sqlite")
    try laureat.must("funder", "add", "--id", "f", "--title", "Ф", "--store", "f.sqlite")
    #expect(laureat.exists("f.sqlite"))
  }

  @Test func `the store is named by option, environment or custom`() throws {
    try laureat.must("import", "announcement.xml", "--store", "other.sqlite")
    #expect(laureat.exists("other.sqlite"))
    #expect(!laureat.exists("store.sqlite"))
    laureat.environment["LAUREAT_STORE"] = nil
    try laureat.must("import", "announcement.xml")
    #expect(laureat.exists("laureat.sqlite"))
  }

  @Test func `a dry run makes no store`() throws {
    try laureat.must("import", "announcement.xml", "--dry-run")
    #expect(!laureat.exists("store.sqlite"))
    try laureat.must("funder", "add", "--id", "f", "--title", "Ф", "--dry-run")
    #expect(!laureat.exists("store.sqlite"))
  }

  @Test func `an address that is no file is not taken for one`() throws {
    let result = try laureat("import", "announcement.xml", "--store", "postgres://server/laureat")
    #expect(result.status == 69 || result.status == 64)
    #expect(!result.errors.isEmpty)
    #expect(try laureat.names(in: ".").filter { !$0.hasPrefix(".") } == ["announcement.xml"])
  }

  @Test func `a folder that is missing is named`() throws {
    let result = try laureat("import", "announcement.xml", "--store", "nowhere/store.sqlite")
    #expect(result.status == 69)
    #expect(result.errors.contains("nowhere"))
    #expect(!laureat.exists("nowhere"))
  }

  @Test func `a finished command leaves one file`() throws {
    try laureat.must("import", "announcement.xml")
    #expect(try laureat.names(in: ".").filter { $0.hasPrefix("store") } == ["store.sqlite"])
  }

  // MARK: Files that are no store

  static let strangers: [(String, Data)] = [
    ("text", Data("Список победителей\n".utf8)), ("long text", Data(String(repeating: "text\n", count: 10_000).utf8)),
    ("empty header", Data("SQLite format 3\0".utf8)), ("zeros", Data(repeating: 0, count: 4096)),
  ]

  @Test(arguments: strangers.indices)
  func `a file that is no store is left as it is`(index: Int) throws {
    let bytes = Self.strangers[index].1
    try bytes.write(to: laureat.store)
    for command in [["contest", "list"], ["import", "announcement.xml"]] {
      let result = try laureat.run(command)
      #expect(result.status == 69, "\(Self.strangers[index].0): \(result.errors)")
      #expect(result.errors.contains("GC-090-0002"), "\(result.errors)")
      #expect(try laureat.bytes("store.sqlite") == bytes)
    }
  }

  @Test func `a folder is no store`() throws {
    let result = try laureat("contest", "list", "--store", ".")
    #expect(result.status == 69)
    #expect(!result.errors.isEmpty)
  }

  /// The version and the owner of a database stand in its header (sqlite.org/fileformat2.html).
  private func changeHeader(at offset: Int, _ bytes: [UInt8]) throws -> Data {
    var store = try laureat.bytes("store.sqlite")
    store.replaceSubrange(offset..<(offset + bytes.count), with: bytes)
    try store.write(to: laureat.store)
    return store
  }

  @Test func `a store of a newer program is left as it is`() throws {
    try laureat.must("import", "announcement.xml")
    let store = try changeHeader(at: 60, [0, 0, 0x27, 0x0F])
    for command in [["contest", "list"], ["import", "announcement.xml"]] {
      let result = try laureat.run(command)
      #expect(result.status == 69)
      #expect(result.errors.contains("GC-090-0003"), "\(result.errors)")
      #expect(try laureat.bytes("store.sqlite") == store)
    }
  }

  @Test func `the database of another program is left as it is`() throws {
    try laureat.must("import", "announcement.xml")
    let store = try changeHeader(at: 68, [0x47, 0x50, 0x4B, 0x47])
    for command in [["contest", "list"], ["import", "announcement.xml"]] {
      let result = try laureat.run(command)
      #expect(result.status == 69)
      #expect(result.errors.contains("GC-090-0002"), "\(result.errors)")
      #expect(try laureat.bytes("store.sqlite") == store)
    }
  }

  @Test func `a damaged store is no crash`() throws {
    try laureat.must("import", "announcement.xml")
    var store = try laureat.bytes("store.sqlite")
    for position in stride(from: 200, to: store.count, by: 97) { store[position] = 0xA5 }
    try store.write(to: laureat.store)
    for command in Self.reading where command.first != "export" {
      let result = try laureat.run(command)
      #expect([1, 69].contains(result.status), "\(command): \(result.status) \(result.errors)")
      #expect(result.errors.contains("GC-0"))
    }
  }

  // MARK: Stores that cannot be written now

  @Test func `a store on a read-only medium is named so and left as it is`() throws {
    try laureat.must("import", "announcement.xml")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: laureat.store.path)
    let before = try laureat.bytes("store.sqlite")
    for command in [
      ["contest", "list"], ["import", "announcement.xml"], ["funder", "add", "--id", "f", "--title", "Ф"],
      ["contest", "status", "fair", "open", "--date", "2020-07-01"],
    ] {
      let result = try laureat.run(command)
      #expect(result.status == 69, "\(command): \(result.errors)")
      #expect(result.errors.contains("GC-090-0004"), "\(result.errors)")
    }
    #expect(try laureat.bytes("store.sqlite") == before)
  }

  /// The one test that waits: five seconds are what a writer gives another. An import holds the lock while its
  /// document, of which a pipe holds back the end, is on its way.
  @Test func `a store that another command is writing to is busy, can be read, and gets all of it`() throws {
    try laureat.must("import", "announcement.xml")
    let records = (1...200).map { Documents.application("a\($0)", title: String(repeating: "ш", count: 250)) }
    let document = Documents.document(
      "applications", attributes: " contest=\"fair\"", message: 2, count: records.count,
      records.joined(separator: "\n"))
    // What a pipe does not hold the other command must have read.
    let half = document.index(document.startIndex, offsetBy: document.count * 3 / 4)
    try laureat.write(String(document[..<half]), to: "half")
    try laureat.write(String(document[half...]), to: "rest")
    #expect(String(document[..<half]).utf8.count > 90_000)
    let result = try laureat.shell(
      """
      mkfifo pipe
      $laureat import - < pipe > first.out 2> first.err & first=$!
      exec 3> pipe
      cat half >&3
      $laureat entry list --json > list.json; echo $? > reading
      $laureat funder add --id f --title F 2> second.err; echo $? > second
      cat rest >&3
      exec 3>&-
      wait $first; echo $? > first
      """)
    #expect(result.status == 0)
    #expect(try laureat.text("reading") == "0\n")
    #expect(try laureat.text("list.json").contains("registration") == false)
    #expect(try laureat.text("second") == "75\n")
    #expect(try laureat.text("second.err").contains("GC-090-0006"))
    #expect(try laureat.text("first") == "0\n")
    #expect(try laureat.must("entry", "list", "--json").json().list.count == records.count)
    #expect(try laureat.must("funder", "list", "--json").json() == [])
  }
}
