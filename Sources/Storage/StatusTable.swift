import Primitives

/// The table of states that things of one kind entered: owner, position, status, date, reason.
struct StatusTable {
  let name: String
  /// The column of the owner's row.
  let owner: String

  static let contest = StatusTable(name: "contest_status", owner: "contest_id")
  static let entry = StatusTable(name: "entry_status", owner: "entry_id")
  static let project = StatusTable(name: "project_status", owner: "project_id")
  static let obligation = StatusTable(name: "obligation_status", owner: "obligation_id")

  func changes<Status: Lifecycle>(
    _: Status.Type = Status.self, of row: Int64, in connection: any Connection
  ) throws -> [StatusChange<Status>] {
    try connection.all(
      "SELECT status, date, reason FROM \(name) WHERE \(owner) = ? ORDER BY position", [.integer(row)]
    ) { fields in
      StatusChange(try fields.named(), on: try fields.day(), reason: fields.textIfAny())
    }
  }

  func history<Status: Lifecycle>(
    _: Status.Type = Status.self, of row: Int64, in connection: any Connection
  ) throws -> StatusHistory<Status> {
    try StatusHistory(stored: changes(of: row, in: connection))
  }

  func add(
    _ change: StatusChange<some Lifecycle>, at position: Int, to row: Int64, in connection: any Connection
  ) throws {
    try connection.run(
      "INSERT INTO \(name) (\(owner), position, status, date, reason) VALUES (?, ?, ?, ?, ?)",
      [.integer(row), .int(position), .named(change.status), .day(change.date), .text(change.reason)])
  }

  /// Brings the table to this history. What it has in common with the one before is not touched.
  func replace<Status: Lifecycle>(
    _ history: StatusHistory<Status>, of row: Int64, in connection: any Connection
  ) throws {
    let known = try changes(Status.self, of: row, in: connection)
    let common = zip(known, history.changes).prefix { $0 == $1 }.count
    try connection.run(
      "DELETE FROM \(name) WHERE \(owner) = ? AND position >= ?", [.integer(row), .int(common)])
    for (position, change) in history.changes.enumerated().dropFirst(common) {
      try add(change, at: position, to: row, in: connection)
    }
  }
}

extension StatusHistory {
  /// A history from the store. What was once legal is in there, so a breach means that the store was tampered with.
  init(stored changes: [StatusChange<Status>]) throws {
    do { self = try StatusHistory(changes) } catch { throw StoreError(.unreadable, cause: "a history out of order") }
  }
}
