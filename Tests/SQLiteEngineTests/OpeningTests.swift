import Foundation
import GRDB
import Glibc
import Grants
import Primitives
import Storage
import Testing

@testable import SQLiteEngine

@Suite struct OpeningTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The reason an opening was refused for; nil where it was not.
  private func refusal(_ name: String, mode: SQLiteEngine.Mode = .existing) throws -> StoreError.Code? {
    do {
      try SQLiteEngine.open(path: folder.path(name), mode: mode).close()
      return nil
    } catch let error as StoreError {
      return error.code
    }
  }

  @Test func `a store that is not there is told and not made`() throws {
    #expect(try refusal("store") == .notFound(path: folder.path("store")))
    #expect(try folder.names == [])
  }

  @Test func `a new store is its owner's alone`() throws {
    func mode(_ name: String) throws -> Int {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
      return try #require(attributes[.posixPermissions] as? Int)
    }
    let engine = try SQLiteEngine.open(path: folder.path("store"), mode: .create)
    try engine.write { _ = try $0.run("DELETE FROM contest") }
    #expect(try folder.names.count > 1)
    for name in try folder.names { #expect(try mode(name) == 0o600, "\(name)") }
    try engine.close()
  }

  @Test func `a name that SQLite reads in its own way is the name of a file`() throws {
    // Only a relative path can be mistaken.
    for name in [":memory:", "file:store?mode=memory"] {
      #expect(throws: StoreError(.notFound(path: name))) { try SQLiteEngine.open(path: name, mode: .existing) }
      defer { try? FileManager.default.removeItem(atPath: name) }
      try SQLiteEngine.open(path: name, mode: .create).close()
      #expect(FileManager.default.fileExists(atPath: name))
    }
  }

  @Test func `what names no file is told`() {
    for mode in [SQLiteEngine.Mode.existing, .create] {
      #expect(throws: StoreError(.cannotOpen(path: "", errno: EINVAL))) {
        try SQLiteEngine.open(path: "", mode: mode)
      }
      #expect(throws: StoreError(.unsupportedAddress(scheme: "postgres"))) {
        try SQLiteEngine.open(path: "postgres://user:secret@host/store", mode: mode)
      }
    }
  }

  @Test func `a store in a folder that is not there is told`() throws {
    #expect(try refusal("none/store", mode: .create) == .folderMissing(path: folder.path("none")))
  }

  @Test(arguments: [SQLiteEngine.Mode.existing, .create])
  func `a folder, a text and another program's database are no stores and stay untouched`(
    _ mode: SQLiteEngine.Mode
  ) throws {
    try FileManager.default.createDirectory(atPath: folder.path("folder"), withIntermediateDirectories: false)
    try folder.write(Data("Дорогие жители!".utf8), to: "short.txt")
    try folder.write(Data(String(repeating: "Дорогие жители! ", count: 1000).utf8), to: "long.txt")
    let other = try DatabaseQueue(path: folder.path("other.sqlite"))
    try other.write { try $0.execute(sql: "CREATE TABLE t (x)") }
    try other.close()
    for name in ["short.txt", "long.txt", "other.sqlite"] {
      let before = try folder.bytes(name)
      #expect(try refusal(name, mode: mode) == .notAStore(path: folder.path(name)))
      #expect(try folder.bytes(name) == before)
    }
    #expect(try refusal("folder", mode: mode) == .notAStore(path: folder.path("folder")))
    #expect(try folder.names == ["folder", "long.txt", "other.sqlite", "short.txt"])
  }

  @Test func `an empty file becomes a store when one is to be made, and is none otherwise`() throws {
    try folder.write(Data(), to: "store")
    #expect(try refusal("store") == .notAStore(path: folder.path("store")))
    #expect(try refusal("store", mode: .create) == nil)
    #expect(try refusal("store") == nil)
  }

  @Test func `a file that may not be written is told and stays untouched`() throws {
    #expect(try refusal("store", mode: .create) == nil)
    let before = try folder.bytes("store")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path("store"))
    #expect(try refusal("store") == .readOnly)
    #expect(try folder.bytes("store") == before)
    #expect(try folder.names == ["store"])
  }

  @Test func `a store of a later version is told and stays untouched`() throws {
    #expect(try refusal("store", mode: .create) == nil)
    let later = try DatabaseQueue(path: folder.path("store"))
    try later.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    try later.close()
    let before = try folder.bytes("store")
    #expect(try refusal("store") == .newerVersion(found: 99, supported: Migration.latest))
    #expect(try folder.bytes("store") == before)
  }

  @Test func `a later version that is still in the log is told too`() throws {
    let engine = try SQLiteEngine.open(path: folder.path("store"), mode: .create)
    let later = try DatabaseQueue(path: folder.path("store"))
    try later.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    #expect(try refusal("store") == .newerVersion(found: 99, supported: Migration.latest))
    try later.close()
    try engine.close()
  }

  @Test func `a store of an earlier version is brought to the present one with what is in it`() throws {
    let engine = try SQLiteEngine.open(
      path: folder.path("store"), mode: .create, busyTimeout: 1, migrations: [.migration0001])
    let instant = try #require(Instant("2020-03-01T00:00:00Z"))
    // As the program of that version did it: it knew of no change log.
    try engine.write { try $0.run("INSERT INTO event (id, at, kind) VALUES (1, 1024, 'import')") }
    try engine.close()
    let later = try SQLiteEngine.open(path: folder.path("store"), mode: .existing)
    #expect(try Store(later).read { try $0.events.list().count } == 1)
    let funder = Funder(id: try #require(Identifier("fund")), title: "Фонд")
    try Store(later).write { session in
      try session.funders.add(funder)
      try session.events.append("funder.add", at: instant)
    }
    // What was made before the change log can be changed, and taken back.
    try Store(later).write { try _ = Undo(2, in: $0).run(reason: nil, actor: nil, at: instant) }
    #expect(try Store(later).read { try $0.funders.find(funder.id) } == nil)
    // What events from before it changed is not known.
    try Store(later).write { session in
      #expect(throws: UndoRefusal.beforeLog) { try Undo(1, in: session) }
    }
    try later.close()
  }

  @Test func `what a store was told once stays when settings of more names are added`() throws {
    let engine = try SQLiteEngine.open(
      path: folder.path("store"), mode: .create, busyTimeout: 1, migrations: [.migration0001, .migration0002])
    let city = Organisation(id: try #require(Identifier("city")), title: "Город")
    try Store(engine).write { try $0.organisations.setOurselves(city) }
    try engine.close()
    let later = Store(try SQLiteEngine.open(path: folder.path("store"), mode: .existing))
    #expect(try later.read { try $0.organisations.ourselves() } == city)
    let instant = try #require(Instant("2020-03-01T00:00:00Z"))
    try later.write { _ = try $0.pseudonyms.begin(actor: nil, at: instant) }
    #expect(try later.read { try $0.pseudonyms.find() } != nil)
    #expect(try later.faults() == [])
  }

  @Test func `a store of a later version than the program knows is refused`() throws {
    #expect(try refusal("store", mode: .create) == nil)
    #expect(throws: StoreError(.newerVersion(found: Migration.latest, supported: 1))) {
      try SQLiteEngine.open(
        path: folder.path("store"), mode: .existing, busyTimeout: 1, migrations: [.migration0001])
    }
  }

  @Test func `a migration that fails leaves the store at its version`() throws {
    #expect(try refusal("store", mode: .create) == nil)
    let next = Migration(
      version: Migration.latest + 1, statements: "CREATE TABLE more (x TEXT) STRICT; SELECT nonsense;")
    #expect(throws: StoreError.self) {
      try SQLiteEngine.open(
        path: folder.path("store"), mode: .existing, busyTimeout: 1, migrations: Migration.all + [next])
    }
    #expect(try refusal("store") == nil)
  }

  @Test func `opening and reading a store changes no byte, and no side files stay`() throws {
    #expect(try refusal("store", mode: .create) == nil)
    let before = try folder.bytes("store")
    let engine = try SQLiteEngine.open(path: folder.path("store"), mode: .existing)
    #expect(try Store(engine).read { try $0.contests.list() } == [])
    try engine.close()
    #expect(try folder.bytes("store") == before)
    #expect(try folder.names == ["store"])
  }

  @Test func `a store says what it is to other programs`() throws {
    #expect(try refusal("store", mode: .create) == nil)
    #expect(try folder.bytes("store")[68..<72] == Data("LAUR".utf8))
  }

  @Test func `network shares are told from local disks`() {
    let mounts = """
      22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      90 22 0:50 / /mnt/share rw,relatime shared:2 master:3 - cifs //server/share rw
      91 22 0:51 / /mnt/nfs rw,relatime - nfs4 server:/ rw
      92 22 0:52 / /mnt/host rw,relatime - 9p host rw
      93 22 0:53 / /mnt/ssh rw,relatime - fuse.sshfs host: rw
      """
    let shares = ["8:1", "0:50", "0:51", "0:52", "0:53", "9:9"].filter {
      StoreFile.isNetworkShare(device: $0, mounts: mounts)
    }
    #expect(shares == ["0:50", "0:51"])
  }
}
