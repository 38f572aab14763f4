import Foundation
import GRDB
import Primitives
import SQLiteEngine
import Storage
import Testing

@Suite struct WritingTests {
  private let folder: TemporaryFolder
  private let instant: Instant

  init() throws {
    folder = try TemporaryFolder()
    instant = try #require(Instant("2020-03-01T00:00:00Z"))
  }

  private func open(busyTimeout: Double = 5) throws -> SQLiteEngine {
    try SQLiteEngine.open(path: folder.path("store"), mode: .create, busyTimeout: busyTimeout)
  }

  private func code(of body: () throws -> Void) throws -> StoreError.Code? {
    do {
      try body()
      return nil
    } catch let error as StoreError {
      return error.code
    }
  }

  @Test func `a second writer is told that the store is busy, and may write afterwards`() throws {
    let first = try open()
    let second = try open(busyTimeout: 0.05)
    try Store(first).write { session in
      try session.events.append("first", at: instant)
      #expect(try code { try Store(second).write { _ in } } == .busy)
    }
    try Store(second).write { try $0.events.append("second", at: instant) }
    #expect(try Store(first).read { try $0.events.list().map(\.kind) } == ["first", "second"])
    try first.close()
    try second.close()
    #expect(try folder.names == ["store"])
  }

  @Test func `a dry run changes no byte of the file`() throws {
    try open().close()
    let before = try folder.bytes("store")
    let engine = try open()
    try Store(engine).write(dryRun: true) { session in
      for _ in 1...5000 { try session.events.append("import", detail: "long enough to fill pages", at: instant) }
    }
    try engine.close()
    #expect(try folder.bytes("store") == before)
  }

  @Test func `what was being written when the program died is gone`() throws {
    let engine = try open()
    try Store(engine).write { try $0.events.append("before", at: instant) }
    try engine.write { connection in
      for _ in 1...20_000 {
        try connection.run(
          "INSERT INTO event (at, kind, detail) VALUES (0, 'during', ?)", [.text(String(repeating: "x", count: 2000))])
      }
      // The files as a killed process would leave them: pages are in the log already, the commit is not.
      for side in ["", "-wal"] { try folder.write(try folder.bytes("store\(side)"), to: "killed\(side)") }
    }
    #expect(try folder.bytes("killed-wal").count > 1_000_000)
    let killed = try SQLiteEngine.open(path: folder.path("killed"), mode: .existing)
    #expect(try Store(killed).read { try $0.events.list().map(\.kind) } == ["before"])
    try killed.close()
    try engine.close()
  }

  @Test(arguments: ["UPDATE event SET kind = 'other'", "DELETE FROM event"])
  func `events are only ever added`(_ statement: String) throws {
    let engine = try open()
    try Store(engine).write { try $0.events.append("import", at: instant) }
    #expect(try code { try engine.write { _ = try $0.run(statement) } } == .conflict)
    #expect(try Store(engine).read { try $0.events.list().map(\.kind) } == ["import"])
    try engine.close()
  }

  @Test func `a full disk is told and leaves the store as it was`() throws {
    let engine = try open()
    let result = try code {
      try engine.write { connection in
        // A limit to the number of pages is to SQLite what the end of the disk is.
        try connection.rows("PRAGMA max_page_count = 100") { _ in }
        for _ in 1...2000 {
          try connection.run(
            "INSERT INTO event (at, kind, detail) VALUES (0, 'x', ?)", [.text(String(repeating: "x", count: 2000))])
        }
      }
    }
    #expect(result == .full)
    #expect(try Store(engine).read { try $0.events.list() } == [])
    try engine.close()
  }

  @Test func `a damaged store is told`() throws {
    let engine = try open()
    try Store(engine).write { session in
      for _ in 1...2000 { try session.events.append("import", detail: "long enough to fill pages", at: instant) }
    }
    try engine.close()
    var bytes = try folder.bytes("store")
    for index in 4096..<bytes.count { bytes[index] = 0xA5 }
    try folder.write(bytes, to: "store")
    let refused = try code {
      let engine = try open()
      _ = try Store(engine).read { try $0.events.list() }
    }
    #expect(refused == .damaged)
  }

  @Test func `a refusal names the column and never the value`() throws {
    let engine = try open()
    do {
      try engine.write { connection in
        try connection.run(
          "INSERT INTO funder (identifier, title, sort_key) VALUES (?, ?, ?)", [.text("Тайна"), .null, .null])
      }
      Issue.record("nothing was refused")
    } catch let error as StoreError {
      #expect(error.code == .conflict)
      #expect(error.cause.contains("funder.title"))
      #expect(!error.cause.contains("Тайна"))
    }
    try engine.close()
  }

  @Test func `a statement may run again while its own rows are handed over`() throws {
    let engine = try open()
    try Store(engine).write { session in
      for kind in ["a", "b", "c"] { try session.events.append(kind, at: instant) }
    }
    var pairs = 0
    try engine.read { connection in
      try connection.rows("SELECT id FROM event") { _ in
        try connection.rows("SELECT id FROM event") { _ in pairs += 1 }
      }
    }
    #expect(pairs == 9)
    try engine.close()
  }
}
