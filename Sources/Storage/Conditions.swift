/// The conditions of a query that a filter asks for, with their values in step.
struct Conditions {
  private var terms: [String] = []
  private(set) var values: [Value] = []

  mutating func add(_ term: String, _ values: Value...) {
    terms.append(term)
    self.values += values
  }

  /// Adds the condition where the filter says something.
  mutating func add(_ term: String, ifGiven value: Value) {
    if value != .null { add(term, value) }
  }

  /// Text that begins with a code: ОКТМО codes of a region begin with the region's.
  ///
  /// A range, because it can use an index, and because `LIKE` differs between engines.
  mutating func add(_ column: String, hasPrefix prefix: String?) {
    guard let prefix, !prefix.isEmpty else { return }
    add("\(column) >= ? AND \(column) < ?", .text(prefix), .text(prefix + "\u{10FFFF}"))
  }

  /// `WHERE …`, or nothing.
  var clause: String { terms.isEmpty ? "" : "WHERE " + terms.joined(separator: " AND ") }
}

/// `?, ?, ?`
func marks(_ count: Int) -> String {
  Array(repeating: "?", count: count).joined(separator: ", ")
}

/// A table's columns with what they are given, for the one statement that inserts or updates a row by its key.
struct Upsert {
  let table: String
  let key: String
  let columns: [String]

  /// - Parameter columns: names in the order of the values, the key's among them, separated by commas.
  init(_ table: String, key: String, columns: String) {
    self.table = table
    self.key = key
    self.columns = columns.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
  }

  /// Callers may append `RETURNING`.
  var sql: String {
    let assignments = columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    return """
      INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks(columns.count)))
      ON CONFLICT (\(key)) DO UPDATE SET \(assignments)
      """
  }
}
