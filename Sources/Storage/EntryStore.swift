package import Contests
package import Primitives

/// Entries of all contests: registering them, correcting them, moving them from state to state.
package struct EntryStore {
  let session: Session

  private static let insertColumns =
    """
    id, contest_id, sender_id, message_id, identifier, exchange_identifier, status, registered_on, changed_at
    """
  private static let columnCount =
    (insertColumns + "," + EntryRow.columns).split(separator: ",").count
  private static let insert = """
    INSERT INTO entry (\(insertColumns), \(EntryRow.columns)) VALUES (\(marks(columnCount))) ON CONFLICT DO NOTHING
    """

  /// Takes in an entry: gives it the next number of its contest and the state `registered`.
  ///
  /// - Parameter message: the row of the message that brought it.
  /// - Returns: nil, and nothing has changed, when the sender already has an entry of that identifier in the contest.
  ///   So a large import need not ask before.
  package func registerIfNew(
    _ entry: Entry, sender: Identifier, message: Int64? = nil, on day: Day, changedAt: Instant
  ) throws -> Registration? {
    let contest = try session.contestRow(entry.contest)
    let senderRow = try session.senderRow(sender)
    let number = try session.lastNumber(in: contest) + 1

    var values: [Value] = []
    values.reserveCapacity(Self.columnCount)
    values.append(.integer(EntryKey.row(contest: contest, number: Int(number))))
    values.append(.integer(contest))
    values.append(.integer(senderRow))
    values.append(.id(message))
    values.append(.text(entry.id.description))
    values.append(.null)
    values.append(.text(EntryStatus.registered.rawValue))
    values.append(.day(day))
    values.append(.instant(changedAt))
    try EntryRow.append(entry, to: &values)

    let insert = try session.insertEntry ?? session.connection.prepare(Self.insert)
    session.insertEntry = insert
    if try insert.run(values) == 0 {
      let known = try session.connection.number(
        "SELECT 1 FROM entry WHERE contest_id = ? AND identifier = ? AND sender_id = ?",
        [.integer(contest), .coded(entry.id), .integer(senderRow)])
      guard known == nil else { return nil }
      values[5] = .coded(try freeExchangeID(like: entry.id, in: contest))
      guard try insert.run(values) == 1 else { throw StoreError(.conflict, cause: "entry") }
    }
    session.lastNumbers[contest] = number
    if message == nil {
      try ChangeLog(connection: session.connection).added(
        EntryKey.row(contest: contest, number: Int(number)), to: "entry")
    }
    return Registration(contest: entry.contest, number: Int(number))
  }

  /// `<id>.2`, or the next that is free; the identifier gives way where it would become too long.
  private func freeExchangeID(like id: Identifier, in contest: Int64) throws -> Identifier {
    let namesakes = try session.connection.number(
      "SELECT count(*) FROM entry WHERE contest_id = ? AND identifier = ?", [.integer(contest), .coded(id)])
    var number = Swift.max(2, Int(namesakes ?? 0) + 1)
    while true {
      let suffix = ".\(number)"
      let stem = String(String.UnicodeScalarView(id.description.unicodeScalars.prefix(64 - suffix.utf8.count)))
      guard let candidate = Identifier(stem + suffix) else { throw StoreError(.conflict, cause: "exchange identifier") }
      let taken = try session.connection.number(
        "SELECT 1 FROM entry WHERE contest_id = ? AND coalesce(exchange_identifier, identifier) = ?",
        [.integer(contest), .coded(candidate)])
      if taken == nil { return candidate }
      number += 1
    }
  }

  private static let update =
    "UPDATE entry SET "
    + (["message_id", "changed_at"] + EntryRow.columns.split(separator: ",").map { $0.filter { !$0.isWhitespace } })
    .map { "\($0) = ?" }.joined(separator: ", ") + " WHERE id = ?"

  /// Puts a corrected version in the place of what an entry said. Number, identifiers, sender and states stay.
  package func replace(
    _ registration: Registration, with entry: Entry, message: Int64? = nil, changedAt: Instant
  ) throws {
    var values: [Value] = [.id(message), .instant(changedAt)]
    try EntryRow.append(entry, to: &values)
    values.append(.integer(try session.entryRow(registration)))
    guard try session.connection.run(Self.update, values) == 1 else { throw StoreError(.missing("entry")) }
  }

  /// True once something is decided on an entry: it holds an award, or a protocol says what became of it.
  package func isDecided(_ registration: Registration) throws -> Bool {
    let row = Value.integer(try session.entryRow(registration))
    return try session.connection.number(
      """
      SELECT 1 FROM winner WHERE entry_id = ? AND revoked_on IS NULL
      UNION ALL SELECT 1 FROM protocol_result WHERE entry_id = ?
      """, [row, row]) != nil
  }

  /// Enters a state.
  ///
  /// - Throws: ``StatusRefusal`` where the states do not follow; ``StoreError/Code/missing(_:)``.
  package func apply(
    _ change: StatusChange<EntryStatus>, to registration: Registration, changedAt: Instant
  ) throws {
    let row = try session.entryRow(registration)
    let found = try session.connection.first(
      "SELECT status_changes, registered_on FROM entry WHERE id = ?", [.integer(row)]
    ) { fields in (changes: try fields.int(), registeredOn: try fields.day()) }
    guard let found else { throw StoreError(.missing("entry"), cause: registration.description) }

    var history = try EntryRow.history(
      of: row, registeredOn: found.registeredOn, changes: found.changes, in: session.connection)
    try history.apply(change)
    try StatusTable.entry.add(change, at: found.changes, to: row, in: session.connection)
    try session.connection.run(
      "UPDATE entry SET status = ?, status_changes = ?, changed_at = ? WHERE id = ?",
      [.named(change.status), .int(found.changes + 1), .instant(changedAt), .integer(row)])
  }
}

extension EntryRow {
  /// Every stored entry was registered, so that state is a column; the others are rows, where there are any.
  static func history(
    of row: Int64, registeredOn day: Day, changes: Int, in connection: any Connection
  ) throws -> StatusHistory<EntryStatus> {
    let registered = StatusChange<EntryStatus>(.registered, on: day)
    let later = changes == 0 ? [] : try StatusTable.entry.changes(EntryStatus.self, of: row, in: connection)
    return try StatusHistory(stored: [registered] + later)
  }
}

extension Session {
  /// The row of an entry, whether it is there or not.
  ///
  /// - Throws: ``StoreError/Code/missing(_:)`` for an unknown contest.
  func entryRow(_ registration: Registration) throws -> Int64 {
    EntryKey.row(contest: try contestRow(registration.contest), number: registration.number)
  }

  func senderRow(_ sender: Identifier) throws -> Int64 {
    if let known = senderRows[sender.description] { return known }
    try connection.run("INSERT INTO sender (identifier) VALUES (?) ON CONFLICT DO NOTHING", [.coded(sender)])
    let row = try connection.number("SELECT id FROM sender WHERE identifier = ?", [.coded(sender)])
    guard let row else { throw StoreError(.other, cause: "no number for a sender") }
    senderRows[sender.description] = row
    return row
  }

  func lastNumber(in contest: Int64) throws -> Int64 {
    if let known = lastNumbers[contest] { return known }
    return try connection.number("SELECT last_number FROM contest WHERE id = ?", [.integer(contest)]) ?? 0
  }
}
