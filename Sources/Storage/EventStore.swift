package import Primitives

/// The history of the store.
package struct EventStore {
  let session: Session

  private static let columns = "id, at, actor, kind, subject, message_id, detail, digest, previous, hash"
  /// The place of `hash` among them.
  private static let hashColumn = 9
  private static let select =
    "SELECT \(columns), (SELECT remark FROM event_remark WHERE event_id = event.id) FROM event"

  /// Adds an event to the end of the chain.
  ///
  /// - Parameters:
  ///   - subject: an identifier or registration number; no personal data, for events cannot be erased.
  ///   - remark: what its author says of it; it may name somebody.
  ///   - digest: SHA-256 of what was taken in or sent, 64 hexadecimal digits.
  /// - Returns: its number.
  @discardableResult
  package func append(
    _ kind: String, subject: String? = nil, detail: String? = nil, remark: String? = nil, actor: String? = nil,
    message: Int64? = nil, digest: String? = nil, at instant: Instant
  ) throws -> Int64 {
    let last = try last()
    var event = Event(
      id: (last?.id ?? 0) + 1, at: instant, actor: actor, kind: kind, subject: subject, message: message,
      detail: detail, digest: digest.flatMap { [UInt8](hexadecimal: $0) }, previous: last?.hash)
    event.hash = event.expectedHash
    try session.connection.run(
      "INSERT INTO event (\(Self.columns)) VALUES (\(marks(10)))",
      [
        .integer(event.id), .instant(event.at), .text(event.actor), .text(event.kind), .text(event.subject),
        .id(event.message), .text(event.detail), .blob(event.digest), .blob(event.previous), .blob(event.hash),
      ])
    if let remark {
      try session.connection.run(
        "INSERT INTO event_remark (event_id, remark) VALUES (?, ?)", [.integer(event.id), .text(remark)])
    }
    return event.id
  }

  package func find(_ id: Int64) throws -> Event? {
    try session.connection.first("\(Self.select) WHERE id = ?", [.integer(id)], Self.read)
  }

  private func last() throws -> (id: Int64, hash: [UInt8]?)? {
    try session.connection.first("SELECT id, hash FROM event ORDER BY id DESC LIMIT 1") { fields in
      (try fields.int64(), fields.blobIfAny())
    }
  }

  /// All events in order, or those of one subject.
  package func list(subject: String? = nil) throws -> [Event] {
    var conditions = Conditions()
    conditions.add("subject = ?", ifGiven: .text(subject))
    return try session.connection.all(
      "\(Self.select) \(conditions.clause) ORDER BY id", conditions.values, Self.read)
  }

  /// Computes the chain anew and compares.
  package func verify() throws -> ChainVerdict {
    var verdict = ChainVerdict()
    var last: (id: Int64, hash: [UInt8]?) = (0, nil)
    // Only events from before there was a chain have no place in it.
    let start = try ChangeLog(connection: session.connection).start()
    try session.connection.rows("\(Self.select) ORDER BY id") { row in
      var fields = Fields(row)
      verdict.events += 1
      // Values that no event has are somebody else's work, and the others are to be judged all the same.
      let event = try? Self.read(&fields)
      let (id, hash) = (event?.id ?? row.integer(0) ?? last.id + 1, event?.hash ?? row.blob(Self.hashColumn))
      if id != last.id + 1 { verdict.faults.append(.missing(last.id + 1)) }
      if let event, event.hash == nil, last.hash == nil, id <= start {
        verdict.unchained += 1
      } else if event == nil || event?.hash != event?.expectedHash {
        verdict.faults.append(.changed(id))
      } else if event?.previous != last.hash {
        verdict.faults.append(.broken(id))
      }
      last = (id, hash)
    }
    verdict.head = last.hash
    verdict.faults += try otherMessages()
    return verdict
  }

  /// Events whose message no longer has the digest it was taken in or sent with.
  private func otherMessages() throws -> [ChainFault] {
    try session.connection.all(
      """
      SELECT event.id, event.digest, message.digest FROM event LEFT JOIN message ON message.id = event.message_id
      WHERE event.message_id IS NOT NULL AND event.digest IS NOT NULL ORDER BY event.id
      """
    ) { fields in
      let id = try fields.int64()
      return fields.blobIfAny()?.hexadecimal == fields.textIfAny() ? nil : .otherMessage(id)
    }.compactMap { $0 }
  }

  private static func read(_ fields: inout Fields) throws -> Event {
    var event = Event(
      id: try fields.int64(), at: try fields.instant(), actor: fields.textIfAny(), kind: try fields.text(),
      subject: fields.textIfAny(), message: fields.intIfAny().map { Int64($0) }, detail: fields.textIfAny(),
      digest: fields.blobIfAny(), previous: fields.blobIfAny(), hash: fields.blobIfAny())
    event.remark = fields.textIfAny()
    return event
  }
}
