package import Primitives

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
  private static let lasting: Set<String> = ["undo", "entry.erase", "export", "receipt", "pseudonyms.begin"]

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
    if try event.id <= log.start() { throw UndoRefusal.beforeLog }
  }

  /// Takes it back, unless something later depends on it.
  ///
  /// - Throws: ``UndoRefusal``, ``StoreError``; the transaction is then to be given up.
  package func run(reason: String?, actor: String?, at instant: Instant) throws -> Undone {
    let changes = try log.changes(of: event.id)
    if changes.contains(where: \.isErased) { throw UndoRefusal.erased }
    let events = try UndoDependencies(of: event, changes, in: session).events()
    if events.contains(where: { $0.kind == "entry.erase" }) { throw UndoRefusal.erased }
    let exports = events.filter { $0.kind == "export" }
    // Taking the others back would not help then.
    if !exports.isEmpty { throw UndoRefusal.sent(exports) }
    if !events.isEmpty { throw UndoRefusal.neededBy(events) }
    var undone = Undone(event: event, by: 0)
    undone.removed += try remove(changes.filter { $0.before == nil })
    undone.restored += try restore(changes.filter { $0.before != nil })
    var countsAgain = false
    if let message = event.message {
      undone.removed += try connection.run("DELETE FROM entry WHERE message_id = ?", [.integer(message)])
      try connection.run("UPDATE message SET taken_back = 1 WHERE id = ?", [.integer(message)])
      countsAgain = try session.messages.restore(before: message)
    }
    // Of a file that came a second time and changed nothing, at least the first time counts again.
    if undone.restored + undone.removed == 0, !countsAgain { throw UndoRefusal.notUndoable(kind: event.kind) }
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
