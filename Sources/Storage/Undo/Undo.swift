package import Primitives

/// Why an event cannot be taken back.
package enum UndoRefusal: Error, Hashable, Sendable {
  case unknown
  /// What was sent, answered, erased or taken back stays so.
  case notUndoable(kind: String)
  case takenBackAlready
  /// Later events that build on it, in order.
  case neededBy([Event])
  /// It brought what was erased since.
  case erased
}

/// What taking an event back has done.
package struct Undone: Hashable, Sendable {
  package var event: Event
  /// Rows brought back to what they were, and rows removed.
  package var restored = 0
  package var removed = 0
  /// The number of the event that tells of it.
  package var by: Int64
}

/// Takes an event back: every row is again what it was before.
package struct Undo {
  private let session: Session
  private let event: Event
  private let log: ChangeLog
  private var connection: any Connection { session.connection }

  /// Kinds of events that leave nothing to take back.
  private static let lasting: Set<String> = ["undo", "entry.erase", "export", "receipt", "backup", "pseudonyms.begin"]

  /// - Throws: ``UndoRefusal``.
  package init(_ id: Int64, in session: Session) throws {
    guard let event = try session.events.find(id) else { throw UndoRefusal.unknown }
    if Self.lasting.contains(event.kind) { throw UndoRefusal.notUndoable(kind: event.kind) }
    if try !session.events.list(subject: String(id)).filter({ $0.kind == "undo" }).isEmpty {
      throw UndoRefusal.takenBackAlready
    }
    self.session = session
    self.event = event
    log = ChangeLog(connection: session.connection)
  }

  /// Takes it back, unless something later depends on it.
  ///
  /// - Throws: ``UndoRefusal``, ``StoreError``; the transaction is then to be given up.
  package func run(reason: String?, actor: String?, at instant: Instant) throws -> Undone {
    let changes = try log.changes(of: event.id)
    if changes.contains(where: \.isErased) { throw UndoRefusal.erased }
    let needed = try UndoDependencies(of: event, changes, in: session).events()
    if !needed.isEmpty {
      let events = try needed.compactMap { try session.events.find($0) }
      if events.contains(where: { $0.kind == "entry.erase" }) { throw UndoRefusal.erased }
      throw UndoRefusal.neededBy(events)
    }
    var undone = Undone(event: event, by: 0)
    undone.removed += try remove(changes.filter { $0.before == nil })
    undone.restored += try restore(changes.filter { $0.before != nil })
    if let message = event.message {
      undone.removed += try connection.run("DELETE FROM entry WHERE message_id = ?", [.integer(message)])
      try connection.run("UPDATE message SET taken_back = 1 WHERE id = ?", [.integer(message)])
    }
    if undone.restored + undone.removed == 0 { throw UndoRefusal.notUndoable(kind: event.kind) }
    undone.by = try session.events.append(
      "undo", subject: String(event.id), remark: reason, actor: actor, message: event.message, at: instant)
    try log.forget([event.id, undone.by])
    return undone
  }

  private func remove(_ changes: [LoggedChange]) throws -> Int {
    var removed = 0
    for table in LoggedTable.all.reversed() {
      for change in changes.reversed() where change.table == table {
        if table.staysWhileNamed, try isNamed(change) { continue }
        removed += try connection.run("DELETE FROM \(table.name) WHERE \(Self.condition(table))", change.key)
      }
    }
    return removed
  }

  private func restore(_ changes: [LoggedChange]) throws -> Int {
    var restored = 0
    for table in LoggedTable.all {
      for change in changes where change.table == table {
        let row = change.before ?? []
        let upsert = Upsert(
          table.name, key: table.key.joined(separator: ", "), columns: row.map(\.column).joined(separator: ","))
        restored += try connection.run(upsert.sql, row.map(\.value))
      }
    }
    return restored
  }

  /// True while a project names the funder.
  private func isNamed(_ change: LoggedChange) throws -> Bool {
    try connection.number("SELECT 1 FROM project WHERE funder = ?", change.key) != nil
  }

  private static func condition(_ table: LoggedTable) -> String {
    table.key.map { "\($0) = ?" }.joined(separator: " AND ")
  }
}

/// Finds the later events that build on one.
private struct UndoDependencies {
  private let event: Event
  private let changes: [LoggedChange]
  private let session: Session
  private var connection: any Connection { session.connection }

  init(of event: Event, _ changes: [LoggedChange], in session: Session) {
    self.event = event
    self.changes = changes
    self.session = session
  }

  /// Their numbers in order.
  func events() throws -> [Int64] {
    var found = try sameRows()
    if let message = event.message { found.formUnion(try ofMessage(message)) }
    for change in changes where change.before == nil {
      guard case .integer(let row)? = change.key.first, change.key.count == 1 else { continue }
      switch change.table.name {
      case "contest": found.formUnion(try ofContest(row))
      case "winner", "protocol": found.formUnion(try sentResults(change.table.name, row))
      case "entry": found.formUnion(try ofEntries("entry_id = ?", row) + sent(row...row))
      default: break
      }
    }
    found.remove(event.id)
    return found.filter { $0 > event.id }.sorted()
  }

  /// Later changes of the rows it changed.
  private func sameRows() throws -> Set<Int64> {
    Set(
      try numbers(
        """
        SELECT DISTINCT later.event_id FROM change mine
        JOIN change later ON later.relation = mine.relation AND later.row_key = mine.row_key
        WHERE mine.event_id = ? AND later.event_id > ?
        """, event.id, event.id))
  }

  /// Later changes of what the message brought, awards given to it, and messages that sent it on.
  private func ofMessage(_ message: Int64) throws -> [Int64] {
    let brought = "SELECT id FROM entry WHERE message_id = ?"
    let runs = try connection.all(
      "SELECT min(id), max(id) FROM entry WHERE message_id = ? GROUP BY contest_id", [.integer(message)]
    ) { fields in try fields.int64()...fields.int64() }
    return try numbers("SELECT DISTINCT event_id FROM change WHERE message_id = ?", message)
      + numbers("SELECT event_id FROM erasure WHERE entry_id IN (\(brought))", message)
      // Also where a correction brought the entry since.
      + numbers(
        """
        SELECT erasure.event_id FROM erasure JOIN change ON relation = 'entry' AND row_key = '[' || entry_id || ']'
        WHERE message_id = ?
        """, message)
      + ofEntries("entry_id IN (\(brought))", message) + runs.flatMap { try sent($0) }
  }

  /// Entries, winners and protocols of a contest.
  private func ofContest(_ row: Int64) throws -> [Int64] {
    let keys = EntryKey.rows(of: row)
    return try connection.all(
      """
      SELECT event.id FROM event WHERE event.kind = 'import' AND message_id IN
        (SELECT DISTINCT message_id FROM entry WHERE id BETWEEN ? AND ?)
      """, keys
    ) { try $0.int64() }
      + connection.all(
        """
        SELECT DISTINCT event_id FROM entry JOIN change ON relation = 'entry' AND row_key = '[' || entry.id || ']'
        WHERE entry.id BETWEEN ? AND ? AND entry.message_id IS NULL
        """, keys
      ) { try $0.int64() }
      + numbers(added("winner", "contest_id = ?"), row) + numbers(added("protocol", "contest_id = ?"), row)
  }

  private func ofEntries(_ condition: String, _ value: Int64) throws -> [Int64] {
    try numbers(added("winner", condition), value)
      + numbers(
        """
        SELECT DISTINCT event_id FROM protocol_result JOIN change
          ON relation = 'protocol_result' AND row_key = '[' || protocol_id || ',' || entry_id || ']'
        WHERE \(condition)
        """, value)
  }

  private func added(_ table: String, _ condition: String) -> String {
    """
    SELECT DISTINCT event_id FROM \(table) JOIN change ON relation = '\(table)' AND row_key = '[' || \(table).id || ']'
    WHERE \(condition)
    """
  }

  /// Exports that carried some of these entries.
  private func sent(_ rows: ClosedRange<Int64>) throws -> [Int64] {
    try connection.all(
      """
      SELECT DISTINCT event.id FROM sent_run JOIN event ON event.message_id = sent_run.message_id AND kind = 'export'
      WHERE contest_id = ? AND first <= ? AND last >= ?
      """,
      [
        .integer(rows.lowerBound >> 32), .int(EntryKey.number(of: rows.upperBound)),
        .int(EntryKey.number(of: rows.lowerBound)),
      ]
    ) { try $0.int64() }
  }

  /// Exports of the results of a contest.
  private func sentResults(_ table: String, _ row: Int64) throws -> [Int64] {
    try numbers(
      """
      SELECT event.id FROM \(table) JOIN contest ON contest.id = contest_id
        JOIN message ON message.subject = contest.identifier AND document = 'resultsProtocol' AND direction = 'out'
        JOIN event ON event.message_id = message.id AND event.kind = 'export'
      WHERE \(table).id = ?
      """, row)
  }

  private func numbers(_ sql: String, _ values: Int64...) throws -> [Int64] {
    try connection.all(sql, values.map { .integer($0) }) { try $0.int64() }
  }
}
