package import Primitives

/// What was done to the store, one event for each import or command. Events are only ever added.
package struct Event: Hashable, Sendable {
  package var id: Int64
  package var at: Instant
  package var actor: String?
  /// `import`, `contest.create`, `winner.revoke`.
  package var kind: String
  /// What it was done to, by identifier: never a name.
  package var subject: String?
  /// The row of the message that brought it.
  package var message: Int64?
  package var detail: String?
}

/// The history of the store.
package struct EventStore {
  let session: Session

  /// Adds an event.
  ///
  /// - Parameters:
  ///   - subject: an identifier or registration number; no personal data, for events cannot be erased.
  ///   - digest: SHA-256 over what the event did.
  /// - Returns: its number.
  @discardableResult
  package func append(
    _ kind: String, subject: String? = nil, detail: String? = nil, actor: String? = nil, message: Int64? = nil,
    digest: [UInt8]? = nil, at instant: Instant
  ) throws -> Int64 {
    let id = try session.connection.number(
      """
      INSERT INTO event (at, actor, kind, subject, message_id, detail, digest) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
      """,
      [.instant(instant), .text(actor), .text(kind), .text(subject), .id(message), .text(detail), .blob(digest)])
    guard let id else { throw StoreError(.other, cause: "no number for an event") }
    return id
  }

  /// All events in order, or those of one subject.
  package func list(subject: String? = nil) throws -> [Event] {
    var conditions = Conditions()
    conditions.add("subject = ?", ifGiven: .text(subject))
    return try session.connection.all(
      "SELECT id, at, actor, kind, subject, message_id, detail FROM event \(conditions.clause) ORDER BY id",
      conditions.values
    ) { fields in
      Event(
        id: try fields.int64(), at: try fields.instant(), actor: fields.textIfAny(), kind: try fields.text(),
        subject: fields.textIfAny(), message: fields.intIfAny().map { Int64($0) }, detail: fields.textIfAny())
    }
  }
}
