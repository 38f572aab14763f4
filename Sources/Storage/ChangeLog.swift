import Foundation

/// A row before an event changed it.
struct LoggedChange {
  var id: Int64
  var table: LoggedTable
  /// The values of the primary key.
  var key: [Value]
  /// The columns with what they held; nil where there was no row.
  var before: [(column: String, value: Value)]?
  var isErased: Bool
}

/// What rows were before events changed them. The engine writes it down; here it is read.
struct ChangeLog {
  let connection: any Connection

  /// The last event from before the log: what it changed nobody knows. 0 where there was none.
  func start() throws -> Int64 {
    try connection.number("SELECT max(event_id) FROM log_start") ?? 0
  }

  /// Notes that a row was added, for a table of which the engine does not.
  func added(_ row: Int64, to table: String) throws {
    try connection.run(
      """
      INSERT INTO change (event_id, relation, row_key)
      VALUES ((SELECT coalesce(max(id), 0) + 1 FROM event), ?, ?)
      """, [.text(table), .text("[\(row)]")])
  }

  /// Forgets changes that were made without an event.
  func forgetUnclaimed() throws {
    try connection.run("DELETE FROM change WHERE event_id > (SELECT coalesce(max(id), 0) FROM event)")
  }

  /// The first change of each row by an event: what it was before the event, in the order of the changes.
  func changes(of event: Int64) throws -> [LoggedChange] {
    var seen: Set<String> = []
    var changes: [LoggedChange] = []
    try connection.rows(
      "SELECT id, relation, row_key, before, is_erased FROM change WHERE event_id = ? ORDER BY id", [.integer(event)]
    ) { row in
      var fields = Fields(row)
      let id = try fields.int64()
      let relation = try fields.text()
      let key = try fields.text()
      let before = fields.textIfAny()
      let isErased = try fields.flag()
      guard seen.insert(relation + key).inserted else { return }
      guard let table = LoggedTable.all.first(where: { $0.name == relation }) else {
        throw StoreError(.unreadable, cause: "a change of another table")
      }
      changes.append(
        LoggedChange(
          id: id, table: table, key: try Self.key(key, of: table), before: try before.map(Self.columns),
          isErased: isErased))
    }
    return changes
  }

  /// What the rows of a table were before each of their changes.
  ///
  /// - Parameter keys: a pattern of `LIKE` for the primary key as it is written, `[17]`.
  func versions(of table: String, keys: String) throws -> [(change: Int64, row: [String: Value])] {
    try connection.all(
      "SELECT id, before FROM change WHERE relation = ? AND row_key LIKE ? AND before IS NOT NULL AND is_erased = 0",
      [.text(table), .text(keys)]
    ) { fields in
      (
        change: try fields.int64(),
        row: Dictionary(try Self.columns(try fields.text()).map { ($0.column, $0.value) }, uniquingKeysWith: { $1 })
      )
    }
  }

  /// The nomination an entry was in before each change of it after an event, in the order of the changes.
  func nominations(after event: Int64) throws -> [(event: Int64, entry: Int64, nomination: Value?)] {
    try connection.all(
      "SELECT event_id, row_key, before FROM change WHERE relation = 'entry' AND event_id > ? ORDER BY id",
      [.integer(event)]
    ) { fields in
      (
        event: try fields.int64(), entry: Int64(try fields.text().dropFirst().dropLast()) ?? 0,
        nomination: try fields.textIfAny().flatMap { before in
          try Self.columns(before).first { $0.column == "nomination" }?.value
        }
      )
    }
  }

  /// Empties changes: that there was one is still known, what the row had been is not.
  func erase(_ changes: [Int64]) throws {
    for change in changes {
      try connection.run("UPDATE change SET before = '{}', is_erased = 1 WHERE id = ?", [.integer(change)])
    }
  }

  /// Forgets what events changed: they were taken back.
  func forget(_ events: [Int64]) throws {
    for event in events { try connection.run("DELETE FROM change WHERE event_id = ?", [.integer(event)]) }
  }

  private static func key(_ text: String, of table: LoggedTable) throws -> [Value] {
    let array = try JSONSerialization.jsonObject(with: Data(text.utf8))
    guard let array = array as? [Any], array.count == table.key.count else {
      throw StoreError(.unreadable, cause: "the key of a change")
    }
    return try array.map(value)
  }

  private static func columns(_ text: String) throws -> [(column: String, value: Value)] {
    guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
      throw StoreError(.unreadable, cause: "the row of a change")
    }
    // A column's name becomes part of a statement: a store that was tampered with must not choose it.
    guard object.keys.allSatisfy({ $0.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (97...122).contains($0) } }) else {
      throw StoreError(.unreadable, cause: "the columns of a change")
    }
    return try object.sorted { $0.key < $1.key }.map { ($0.key, try value($0.value)) }
  }

  private static func value(_ json: Any) throws -> Value {
    switch json {
    case is NSNull: return .null
    case let text as String: return .text(text)
    case let number as NSNumber: return .integer(number.int64Value)
    default: throw StoreError(.unreadable, cause: "a value of a change")
    }
  }
}
