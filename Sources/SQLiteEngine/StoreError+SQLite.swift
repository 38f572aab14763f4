import GRDB
import GRDBSQLite
import Storage

extension StoreError {
  /// Runs a closure and says in the store's terms what GRDB and SQLite throw.
  static func mapping<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(sqlite: error.extendedResultCode.rawValue, message: error.message ?? "")
    }
  }

  /// - Parameters:
  ///   - code: an extended result code.
  ///   - message: SQLite's text, which names tables and columns but never a value.
  init(sqlite code: Int32, message: String) {
    self.init(Self.code(code), cause: "SQLite \(code): \(message)")
  }

  private static func code(_ extended: Int32) -> Code {
    // The low byte is the primary result code.
    switch extended & 0xFF {
    case SQLITE_BUSY: .busy
    case SQLITE_LOCKED: .locked
    case SQLITE_FULL: .full
    case SQLITE_READONLY, SQLITE_PERM: .readOnly
    case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
    case SQLITE_IOERR, SQLITE_CANTOPEN: .inputOutput
    case SQLITE_CONSTRAINT: .conflict
    default: .other
    }
  }
}
