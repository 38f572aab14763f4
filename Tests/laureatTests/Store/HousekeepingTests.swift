import Foundation
import GRDB
import Testing

/// The history of a store, its proof, and copies of it.
struct HousekeepingTests {
  let office: Office
  var laureat: Command { office.laureat }

  init() throws {
    office = try Office("city", title: "Администрация города")
    _ = try office.take(Documents.announcement())
    _ = try office.take(Documents.applications(Documents.application("a"), Documents.application("b")))
    try office.laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25")
  }

  /// Changes the store behind the program's back.
  private func tamper(_ statements: String...) throws {
    let queue = try DatabaseQueue(path: laureat.store.path)
    try queue.writeWithoutTransaction { database in
      for statement in statements { try database.execute(sql: statement) }
    }
    try queue.close()
  }

  private static let unlock = "DROP TRIGGER event_is_not_changed; DROP TRIGGER event_is_not_deleted"

  private func faults() throws -> [Value] {
    let result = try laureat("doctor", "--json")
    let found = try result.json()
    let faults = found["checks"].list.flatMap(\.["faults"].list)
    #expect(result.status == (faults.isEmpty ? 0 : 1))
    #expect(found["ok"] == .bool(faults.isEmpty))
    return faults
  }

  @Test func `every change is an event that says what, when and who`() throws {
    let events = try office.json("history")
    #expect(events.map("kind") == ["organisation.self", "import", "import", "entry.admitted"])
    #expect(events.map("actor") == ["city", "city", "city", "city"])
    #expect(events.list.allSatisfy { $0["at"].string?.hasPrefix("20") == true && $0["hash"].string?.count == 64 })
    #expect(events.map("previous").dropFirst() == events.map("hash").dropLast())
    #expect(try office.json("history", "--last", "1").list.count == 1)
    #expect(try office.json("history", "--subject", "fair/1").map("kind") == ["import", "entry.admitted"])
    #expect(try laureat("history", "--last", "0").status == 64)
  }

  @Test func `a sound store is found sound`() throws {
    #expect(try faults().isEmpty)
    #expect(try laureat.must("doctor", "--lang", "ru").output.contains("в порядке: цепочка событий"))
  }

  @Test(arguments: [
    "UPDATE event SET actor = 'other' WHERE id = 2", "UPDATE event SET detail = NULL WHERE id = 2",
    "UPDATE event SET at = at + 2048 WHERE id = 3", "DELETE FROM event WHERE id = 2",
    "UPDATE event SET at = -5 WHERE id = 2", "UPDATE event SET hash = NULL WHERE id = 2",
    "UPDATE event SET previous = hash WHERE id = 3",
    "UPDATE message SET digest = replace(digest, substr(digest, 1, 1), 'f') || '' WHERE id = 1",
    "UPDATE event SET hash = NULL, previous = NULL, digest = NULL, actor = 'mallory'",
    """
    INSERT INTO event (id, at, kind, previous, hash)
    SELECT 5, at, kind, hash, zeroblob(32) FROM event WHERE id = 4
    """,
  ])
  func `an event that was tampered with is found`(statement: String) throws {
    try tamper(Self.unlock, statement)
    let faults = try faults()
    #expect(!faults.isEmpty, "\(statement)")
    #expect(faults.allSatisfy { $0["code"] == "GC-010-0013" && $0["advice"] != .null })
  }

  @Test func `events cannot be changed without taking the lock off`() {
    for statement in ["UPDATE event SET actor = 'other'", "DELETE FROM event"] {
      #expect(throws: DatabaseError.self) { try tamper(statement) }
    }
  }

  @Test func `a damaged file and a lost receipt are found`() throws {
    try tamper("DELETE FROM receipt_chunk WHERE message_id = 1", "PRAGMA foreign_keys = OFF", "DELETE FROM contest")
    #expect(try faults().count >= 2)
  }

  @Test func `a backup is a store that holds the same`() throws {
    try laureat.must("backup", "copy.sqlite")
    let copy = laureat.path("copy.sqlite")
    #expect(try laureat.must("doctor", "--store", copy).status == 0)
    #expect(
      try laureat.must("entry", "list", "--json").output
        == laureat.must("entry", "list", "--json", "--store", copy).output)
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `a backup replaces a file only when it is told to, and never the store`() throws {
    try laureat.write("mine", to: "copy.sqlite")
    #expect(try laureat("backup", "copy.sqlite").status == 73)
    #expect(try laureat.text("copy.sqlite") == "mine")
    try laureat.must("backup", "copy.sqlite", "--force")
    #expect(try laureat.bytes("copy.sqlite").starts(with: Data("SQLite format 3".utf8)))
    #expect(try laureat("backup", "store.sqlite", "--force").status == 64)
    #expect(try laureat("backup", "nowhere/copy.sqlite").status == 73)
    #expect(try laureat("backup", "copy2.sqlite", "--store", "none.sqlite").status == 69)
    #expect(!laureat.exists("copy2.sqlite"))
  }

  @Test func `a backup does not touch what others have put where it goes`() throws {
    try laureat.must("backup", "copy.sqlite")
    try FileManager.default.createDirectory(
      at: laureat.folder.appending(path: "copy.sqlite.files/мои документы"), withIntermediateDirectories: true)
    try laureat.write("important", to: "copy.sqlite.files/мои документы/важное.txt")
    try laureat.write("important", to: "copy.sqlite.files/важное.txt")
    #expect(try laureat("backup", "copy.sqlite").errors.contains("copy.sqlite"))
    try laureat.must("backup", "copy.sqlite", "--force")
    #expect(try laureat.text("copy.sqlite.files/мои документы/важное.txt") == "important")
    #expect(try laureat.text("copy.sqlite.files/важное.txt") == "important")
  }

  @Test func `a backup does not take the place of a copy that is open`() throws {
    try laureat.must("backup", "copy.sqlite")
    // As a crash leaves it: its log would be put into the new copy.
    try laureat.write("log", to: "copy.sqlite-wal")
    let before = try laureat.bytes("copy.sqlite")
    let refused = try laureat("backup", "copy.sqlite", "--force")
    #expect(refused.status == 73)
    #expect(refused.errors.contains("GC-090-0009"))
    #expect(try laureat.bytes("copy.sqlite") == before)
    #expect(try laureat.names(in: ".").filter { $0.hasPrefix(".copy") }.isEmpty)
  }

  @Test func `what an interrupted import has left is found and removed`() throws {
    try FileManager.default.createDirectory(
      at: laureat.folder.appending(path: "store.sqlite.files"), withIntermediateDirectories: true)
    let digest = String(repeating: "0a", count: 32)
    try laureat.write("left", to: "store.sqlite.files/\(digest)")
    try laureat.write("left", to: "store.sqlite.files/.\(digest).17-x")
    #expect(try faults().map(\.["code"]) == ["GC-040-0253"])
    try laureat.must("doctor", "--clean")
    #expect(try laureat.names(in: "store.sqlite.files").isEmpty)
  }

  @Test func `a file of a strange name is taken, and told without what cannot be written`() throws {
    let name = "a\u{1B}[31mb.xml"
    try laureat.write(Documents.applications(Documents.application("c"), message: 9), to: name)
    try laureat.must("import", name, "--receipt", "r.xml")
    #expect(try laureat("check", "r.xml").status == 0)
    #expect(try office.json("message", "list").list.last?["fileName"] == "a [31mb.xml")
  }

  @Test func `a backup is made while another writes`() throws {
    let queue = try DatabaseQueue(path: laureat.store.path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE; UPDATE contest SET title = 'half done'")
      try laureat.must("backup", "copy.sqlite")
      try database.execute(sql: "ROLLBACK")
    }
    try queue.close()
    let shown = try laureat.must("contest", "show", "fair", "--json", "--store", laureat.path("copy.sqlite")).json()
    #expect(shown["title"] == "Ярмарка мастеров")
  }

  @Test func `an export while another writes is made, and says that it was not noted`() throws {
    let queue = try DatabaseQueue(path: laureat.store.path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      let result = try laureat("export", "applications", "--contest", "fair", "-o", "out.xml")
      #expect(result.status == 0)
      #expect(result.errors.contains("GC-090-0006"))
      try database.execute(sql: "ROLLBACK")
    }
    try queue.close()
    #expect(try laureat.xmllint("out.xml", "applications").status == 0)
    #expect(try office.json("message", "list", "--direction", "out").list.isEmpty)
    try laureat.must("export", "applications", "--contest", "fair", "-o", "out.xml")
    #expect(try office.json("message", "list", "--direction", "out").list.count == 1)
  }
}
