import GRDB
import GRDBSQLite
import Storage

/// A connection within one of GRDB's transactions. Statements are prepared and cached by GRDB and run here directly:
/// a row of fifty columns goes in without an object per value.
struct SQLiteConnection: Connection {
  private let database: Database
  private let row = RowBuffer()

  init(_ database: Database) {
    self.database = database
  }

  func prepare(_ sql: String) throws -> any Storage.Statement {
    try StoreError.mapping {
      var statement = try database.cachedStatement(sql: sql)
      // The cached one may be in the middle of its rows, when a closure asks the same again.
      if sqlite3_stmt_busy(statement.sqliteStatement) != 0 { statement = try database.makeStatement(sql: sql) }
      return SQLiteStatement(statement, of: database, row)
    }
  }
}

private final class SQLiteStatement: Storage.Statement {
  /// Owns the handle.
  private let statement: GRDB.Statement
  private let handle: OpaquePointer
  private let connection: OpaquePointer?
  private let buffer: RowBuffer

  init(_ statement: GRDB.Statement, of database: Database, _ buffer: RowBuffer) {
    self.statement = statement
    self.buffer = buffer
    handle = statement.sqliteStatement
    connection = database.sqliteConnection
  }

  func run(_ values: [Value]) throws -> Int {
    let before = sqlite3_total_changes(connection)
    try begin(values)
    defer { end() }
    // Nothing else runs until this one has, so that the values can stay where they are put together.
    try buffer.withTexts(of: values) { texts in
      var place = texts
      for (index, value) in values.enumerated() {
        switch value {
        case .null: break
        case .text(let text):
          let count = text.utf8.count
          try check(sqlite3_bind_text64(handle, Int32(index + 1), place, UInt64(count), nil, UInt8(SQLITE_UTF8)))
          place += count
        case .integer, .blob: try check(bind(value, at: Int32(index + 1)))
        }
      }
      try step { _ in }
    }
    // `sqlite3_changes` would tell of an earlier statement where this one changed nothing.
    return sqlite3_total_changes(connection) == before ? 0 : Int(sqlite3_changes(connection))
  }

  func rows(_ values: [Value], _ body: (any Storage.Row) throws -> Void) throws {
    try begin(values)
    defer { end() }
    for (index, value) in values.enumerated() { try check(bind(value, at: Int32(index + 1))) }
    try step(body)
  }

  private func begin(_ values: [Value]) throws {
    guard Int(sqlite3_bind_parameter_count(handle)) == values.count else {
      throw StoreError(.other, cause: "\(values.count) values for \(sqlite3_bind_parameter_count(handle)) marks")
    }
  }

  /// The marks are null again: the next run binds only what is not, and no address outlives its value.
  private func end() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  private func step(_ body: (any Storage.Row) throws -> Void) throws {
    let row = SQLiteRow(handle: handle)
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try body(row)
      case SQLITE_DONE: return
      case let code: try check(code)
      }
    }
  }

  private func check(_ code: Int32) throws {
    guard code != SQLITE_OK else { return }
    throw StoreError(sqlite: sqlite3_extended_errcode(connection), message: String(cString: sqlite3_errmsg(connection)))
  }

  private func bind(_ value: Value, at index: Int32) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(handle, index)
    case .integer(let number): sqlite3_bind_int64(handle, index, number)
    case .text(var text):
      text.withUTF8 { bytes in
        // An empty buffer may have no address, which SQLite would take for null.
        guard let start = bytes.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, transient) }
        return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          sqlite3_bind_text64(handle, index, $0, UInt64(bytes.count), transient, UInt8(SQLITE_UTF8))
        }
      }
    case .blob(let bytes):
      bytes.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return sqlite3_bind_zeroblob(handle, index, 0) }
        return sqlite3_bind_blob64(handle, index, start, UInt64(buffer.count), transient)
      }
    }
  }
}

/// The texts of one row after another, each row's in one piece of memory, which is used again. SQLite would copy them
/// one by one.
private final class RowBuffer {
  private var bytes: [UInt8] = []

  /// - Parameter body: gets the address of the first; the others follow in their order. Never null, for that would
  ///   bind a null.
  func withTexts(of values: [Value], _ body: (UnsafePointer<CChar>) throws -> Void) rethrows {
    bytes.removeAll(keepingCapacity: true)
    for case .text(let text) in values { bytes.append(contentsOf: text.utf8) }
    bytes.append(0)
    try bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { preconditionFailure("a buffer that is not empty has an address") }
      try body(start.assumingMemoryBound(to: CChar.self))
    }
  }
}

/// SQLite's `SQLITE_TRANSIENT`, a cast that Swift does not import: the value is copied before the call returns.
private var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

private struct SQLiteRow: Storage.Row {
  let handle: OpaquePointer

  func integer(_ column: Int) -> Int64? {
    guard sqlite3_column_type(handle, Int32(column)) == SQLITE_INTEGER else { return nil }
    return sqlite3_column_int64(handle, Int32(column))
  }

  func text(_ column: Int) -> String? {
    guard sqlite3_column_type(handle, Int32(column)) == SQLITE_TEXT,
      let start = sqlite3_column_text(handle, Int32(column))
    else { return nil }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func blob(_ column: Int) -> [UInt8]? {
    guard sqlite3_column_type(handle, Int32(column)) == SQLITE_BLOB else { return nil }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, Int32(column)), count: count))
  }
}
