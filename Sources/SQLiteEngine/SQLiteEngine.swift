import Foundation
import GRDB
import GRDBSQLite
package import Storage
import Synchronization

/// The embedded engine: a store in one SQLite file.
///
/// One connection writes; another, opened when first needed, reads beside it, for in WAL mode a reader is never
/// hindered by the writer. GRDB's own pool of readers is not used: it writes to the file whenever it opens it, which
/// a store that is only read must not do.
package final class SQLiteEngine: Engine {
  /// Whether the store must be there, or is made where it is not.
  package enum Mode: Sendable {
    case existing, create
  }

  private let path: String
  private let busyTimeout: TimeInterval
  private let writer: DatabaseQueue
  private let reader = Mutex<DatabaseQueue?>(nil)

  /// Opens a store, brought to the present version of its tables.
  ///
  /// What is no store of ours is left as it is.
  ///
  /// - Parameter busyTimeout: seconds to wait for another writer.
  /// - Throws: ``StoreError``.
  package static func open(
    path: String, mode: Mode, busyTimeout: Double = 5
  ) throws -> SQLiteEngine {
    try open(path: path, mode: mode, busyTimeout: busyTimeout, migrations: Migration.all)
  }

  static func open(
    path: String, mode: Mode, busyTimeout: Double, migrations: [Migration]
  ) throws -> SQLiteEngine {
    let supported = migrations.last?.version ?? 0
    let file = try StoreFile(path: path)
    let found = try file.inspect(mode: mode, supported: supported)
    if found == .blank { try file.create() }
    let path = file.absolutePath
    return try StoreError.mapping {
      if found == .blank { try create(path: path, busyTimeout: busyTimeout, migrations: migrations) }
      let engine = try SQLiteEngine(path: path, busyTimeout: busyTimeout)
      try engine.migrate(migrations)
      return engine
    }
  }

  /// A store in memory that is gone with the engine: for a verdict on documents that are not to be kept. It is written
  /// and read through ``write(_:)`` alone.
  package static func scratch() throws -> SQLiteEngine {
    try StoreError.mapping {
      let engine = try SQLiteEngine(path: ":memory:", busyTimeout: 0)
      try engine.migrate(Migration.all)
      return engine
    }
  }

  private init(path: String, busyTimeout: TimeInterval) throws {
    self.path = path
    self.busyTimeout = busyTimeout
    writer = try DatabaseQueue(path: path, configuration: .store(busyTimeout: busyTimeout, pragmas: Pragmas.writer))
  }

  deinit {
    try? close()
  }

  /// Closes the store; its side files are gone afterwards, unless another program has it open.
  package func close() throws {
    try StoreError.mapping {
      // The writer goes last: only a connection that may write can clear the log away.
      try reader.withLock { reader in
        try reader?.close()
        reader = nil
      }
      try writer.close()
    }
  }

  package func read<T>(_ body: (any Connection) throws -> T) throws -> T {
    let queue = try StoreError.mapping { try readingQueue() }
    return try StoreError.mapping {
      try queue.writeWithoutTransaction { database in
        var result: T?
        try database.inTransaction(.deferred) {
          result = try body(SQLiteConnection(database))
          return .commit
        }
        return try Self.unwrap(result)
      }
    }
  }

  @discardableResult
  package func write<T>(_ body: (any Connection) throws -> T) throws -> T {
    try StoreError.mapping {
      try writer.writeWithoutTransaction { database in
        var result: T?
        try database.inTransaction(.immediate) {
          result = try body(SQLiteConnection(database))
          return .commit
        }
        return try Self.unwrap(result)
      }
    }
  }

  package func faults() throws -> [String] {
    let queue = try StoreError.mapping { try readingQueue() }
    return try StoreError.mapping {
      try queue.writeWithoutTransaction { database in
        let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
        let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").prefix(20).map { row in
          "\(row["table"] as String? ?? "?") \(row["rowid"] as Int64? ?? 0): \(row["parent"] as String? ?? "?")"
        }
        return integrity + orphans
      }
    }
  }

  package func copy(to path: String) throws {
    let queue = try StoreError.mapping { try readingQueue() }
    try StoreError.mapping {
      try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    }
  }

  package func compact() throws {
    try StoreError.mapping {
      try writer.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM")
        let isHindered = try Bool.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? true
        if isHindered { throw StoreError(.busy, cause: "the log is still being read") }
      }
    }
  }

  private static func unwrap<T>(_ result: T?) throws -> T {
    guard let result else { throw StoreError(.other, cause: "a transaction without a result") }
    return result
  }

  private func readingQueue() throws -> DatabaseQueue {
    try reader.withLock { reader in
      if let reader { return reader }
      var configuration = Configuration.store(busyTimeout: busyTimeout, pragmas: Pragmas.reader)
      configuration.readonly = true
      let opened = try DatabaseQueue(path: path, configuration: configuration)
      reader = opened
      return opened
    }
  }
}

// MARK: - Making and migrating

extension SQLiteEngine {
  /// Makes the tables before write-ahead logging begins: from its first durable moment on, the file itself says what
  /// it is. A creation that is cut short leaves an empty file.
  private static func create(path: String, busyTimeout: TimeInterval, migrations: [Migration]) throws {
    let queue = try DatabaseQueue(
      path: path, configuration: .store(busyTimeout: busyTimeout, pragmas: Pragmas.creation))
    try migrate(queue, migrations)
    try queue.close()
  }

  private func migrate(_ migrations: [Migration]) throws {
    try Self.migrate(writer, migrations)
  }

  private static func migrate(_ queue: DatabaseQueue, _ migrations: [Migration]) throws {
    let supported = migrations.last?.version ?? 0
    try queue.writeWithoutTransaction { database in
      guard try version(of: database, supported: supported) < supported else { return }
      try database.inTransaction(.immediate) {
        // Another program may have been first meanwhile.
        let found = try version(of: database, supported: supported)
        for migration in migrations where migration.version > found {
          try database.execute(sql: migration.statements)
          try database.execute(sql: "PRAGMA user_version = \(migration.version)")
        }
        if supported >= Migration.migration0002.version { try ChangeTriggers.install(in: database) }
        try database.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
        return .commit
      }
    }
  }

  /// The file's header may lag behind the log, so the version is asked for once more from within.
  private static func version(of database: Database, supported: Int) throws -> Int {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found <= supported else { throw StoreError(.newerVersion(found: found, supported: supported)) }
    return found
  }
}

/// Settings of a connection.
private enum Pragmas {
  /// Half the pages of the default size: a large import makes half the calls to write them.
  static let creation = ["page_size = 8192"]
  /// Eight megabytes of pages: enough for the indexes of a large import, and memory stays flat.
  static let writer = ["journal_mode = WAL", "synchronous = FULL", "cache_size = -8192"]
  static let reader = ["cache_size = -4096"]
}

extension Configuration {
  fileprivate static func store(busyTimeout: TimeInterval, pragmas: [String]) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeout)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      for pragma in pragmas { try database.execute(sql: "PRAGMA \(pragma)") }
    }
    return configuration
  }
}
