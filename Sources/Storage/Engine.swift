/// A value as an engine stores it.
package enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])
}

/// A row of an answer, valid while the closure it is handed to runs. Columns count from 0.
///
/// A column of another type than asked for reads as nil.
package protocol Row {
  func integer(_ column: Int) -> Int64?
  func text(_ column: Int) -> String?
  func blob(_ column: Int) -> [UInt8]?
}

/// A statement ready to run again and again: for the loops in which finding it by its text would cost.
package protocol Statement {
  /// Runs it to its end.
  ///
  /// - Returns: the number of rows inserted, changed or deleted.
  @discardableResult
  func run(_ values: [Value]) throws -> Int

  /// Hands over the rows of the answer one by one, as the engine finds them.
  func rows(_ values: [Value], _ body: (any Row) throws -> Void) throws
}

/// A connection within a transaction. It lives no longer than the closure it is handed to.
///
/// Statements are plain SQL that every engine runs, with `?` for each value: no functions on JSON, no dialect beyond
/// `ON CONFLICT` and `RETURNING`.
package protocol Connection {
  func prepare(_ sql: String) throws -> any Statement
}

extension Connection {
  @discardableResult
  package func run(_ sql: String, _ values: [Value] = []) throws -> Int {
    try prepare(sql).run(values)
  }

  package func rows(_ sql: String, _ values: [Value] = [], _ body: (any Row) throws -> Void) throws {
    try prepare(sql).rows(values, body)
  }

  /// All rows, each made into an element.
  func all<Element>(
    _ sql: String, _ values: [Value] = [], _ element: (inout Fields) throws -> Element
  ) throws -> [Element] {
    var elements: [Element] = []
    try rows(sql, values) { row in
      var fields = Fields(row)
      elements.append(try element(&fields))
    }
    return elements
  }

  /// The first row, made into an element; nil where there is none.
  func first<Element>(
    _ sql: String, _ values: [Value] = [], _ element: (inout Fields) throws -> Element
  ) throws -> Element? {
    var found: Element?
    try rows(sql, values) { row in
      guard found == nil else { return }
      var fields = Fields(row)
      found = try element(&fields)
    }
    return found
  }

  /// The first column of the first row, as a number.
  func number(_ sql: String, _ values: [Value] = []) throws -> Int64? {
    var found: Int64?
    try rows(sql, values) { row in found = found ?? row.integer(0) }
    return found
  }
}

/// A database that keeps a store: what every engine can do, and no more.
///
/// Table definitions and their migrations are the engine's own; the statements of the stores are the same for all.
package protocol Engine: Sendable {
  /// Hands over a connection that sees one state of the store throughout. A running ``write(_:)`` does not hinder it.
  func read<T>(_ body: (any Connection) throws -> T) throws -> T

  /// Runs one transaction that takes the write lock at once. It is durable when this returns, and rolled back when
  /// the closure throws.
  @discardableResult
  func write<T>(_ body: (any Connection) throws -> T) throws -> T

  /// What is wrong with the file as the engine sees it, in its own words; empty where nothing is.
  func faults() throws -> [String]

  /// Writes a copy of one state of the store, while others go on reading and writing. Nothing that was removed from the
  /// store is in it.
  ///
  /// - Parameter path: a file that is not there yet.
  func copy(to path: String) throws

  /// Rewrites the store so that nothing of what was removed is left in its files.
  ///
  /// - Throws: ``StoreError/Code/busy`` while another program still reads what is to go.
  func compact() throws
}
