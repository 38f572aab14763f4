import Foundation
import GRDB
import Testing

/// Stores that earlier programs left; see `Tests/Golden/README.md`.
struct OldStoreTests {
  struct Old: CustomTestStringConvertible {
    var version: Int
    var dump: URL
    /// What the program of that version answered, by command line.
    var answers: URL { dump.deletingPathExtension().appendingPathExtension("json") }
    var testDescription: String { "version \(version)" }
  }

  static let stores: [Old] = {
    let folder = Command.root.appending(path: "Tests/Golden/stores")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.compactMap { name in
      guard let match = name.wholeMatch(of: /version-(\d+)\.dump/), let version = Int(match.1) else { return nil }
      return Old(version: version, dump: folder.appending(path: name))
    }.sorted { $0.version < $1.version }
  }()

  let laureat: Command

  init() throws {
    laureat = try Command()
  }

  private func database() throws -> DatabaseQueue { try DatabaseQueue(path: laureat.store.path) }

  private func load(_ old: Old) throws {
    let database = try database()
    let dump = try String(contentsOf: old.dump, encoding: .utf8)
    try database.writeWithoutTransaction { database in
      do {
        try database.execute(sql: dump)
      } catch {
        // A dump is one transaction, which must not stay open.
        try database.rollback()
        throw error
      }
    }
    try database.close()
  }

  @Test func `there is a store of every version up to the one that is written today`() throws {
    try laureat.must("organisation", "self", "--id", "a", "--title", "А")
    let latest = try #require(try database().read { try Int.fetchOne($0, sql: "PRAGMA user_version") })
    #expect(Self.stores.map(\.version) == Array(1...latest))
  }

  @Test(arguments: stores) func `an old store tells what its own program told`(_ old: Old) throws {
    try load(old)
    let answers = try JSONDecoder().decode([String: Value].self, from: Data(contentsOf: old.answers))
    #expect(answers.count >= 14)
    for (command, expected) in answers {
      let arguments = command.split(separator: " ").map(String.init) + ["--json", "--lang", "en"]
      let told = try laureat.must(arguments).json()
      #expect(expected.missing(in: told) == [], "\(command)")
    }
  }

  @Test(arguments: stores) func `an old store becomes one of today, sound and at work`(_ old: Old) throws {
    try load(old)
    try laureat.must("doctor")
    try laureat.must(
      "grant", "refund", "garden", "--to-funder", "--reason", "остаток", "--amount", "0.01", "--date", "2021-08-01")
    try laureat.must("organisation", "add", "--id", "school-7", "--title", "Школа № 7")
    try laureat.must("doctor")

    let new = try Command()
    try new.must("organisation", "self", "--id", "a", "--title", "А")
    #expect(try tables(laureat) == tables(new))
  }

  /// The statements that made the tables, indexes and triggers, however they are spaced and quoted.
  private func tables(_ command: Command) throws -> [String] {
    let database = try DatabaseQueue(path: command.store.path)
    return try database.read { database in
      try String.fetchAll(database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
        .map { $0.replacing(/IF NOT EXISTS|"/, with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }
  }
}
