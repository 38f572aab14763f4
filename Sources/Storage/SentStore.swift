package import Contests
package import Primitives

/// What a receipt says about one record of a message of ours.
package struct Answer: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable {
    case accepted, updated, unchanged, rejected
  }

  /// A finding as the receipt words it.
  package struct Reason: Codable, Hashable, Sendable {
    package var code: String
    package var severity: String
    package var ru: String
    package var en: String

    package init(code: String, severity: String, ru: String, en: String) {
      self.code = code
      self.severity = severity
      self.ru = ru
      self.en = en
    }
  }

  /// Its place in the message, from 1.
  package var number: Int
  package var record: String?
  package var status: Status
  /// The number the other side entered it under.
  package var registration: String?
  package var reasons: [Reason]

  package init(number: Int, record: String?, status: Status, registration: String?, reasons: [Reason]) {
    self.number = number
    self.record = record
    self.status = status
    self.registration = registration
    self.reasons = reasons
  }
}

/// What became of an entry where it was sent.
package struct Dispatch: Hashable, Sendable {
  package var message: StoredMessage
  package var answer: Answer?
}

/// What we sent, which entries it carried, and how it was answered.
package struct SentStore {
  let session: Session

  /// Writes down that a message goes out, once: the same content again is the same message.
  ///
  /// - Returns: its row, and whether it is new.
  package func add(_ message: StoredMessage) throws -> (row: Int64, isNew: Bool) {
    if let known = try find(messageID: message.messageID) { return (known.row, false) }
    return (try session.messages.begin(message), true)
  }

  package func find(messageID: String) throws -> (row: Int64, message: StoredMessage)? {
    try session.messages.list(messageID: messageID).first { $0.message.direction == .outgoing }
  }

  /// The correction number of the last message of a kind about a contest of which records were refused.
  package func lastRefused(_ document: String, subject: Identifier?, recipient: Identifier?) throws -> Int? {
    try session.connection.number(
      """
      SELECT max(correction_number) FROM message WHERE direction = 'out' AND answered = 1 AND rejected > 0
        AND document = ? AND coalesce(subject, '') = ? AND coalesce(recipient, '') = ?
      """,
      [.text(document), .text(subject?.description ?? ""), .text(recipient?.description ?? "")]
    ).map { Int($0) }
  }

  // MARK: Entries

  /// Notes which entries of a contest a message carries.
  ///
  /// - Parameter runs: registration numbers.
  package func add(_ runs: [ClosedRange<Int>], of contest: Identifier, to row: Int64) throws {
    let contest = try session.contestRow(contest)
    for run in runs {
      try session.connection.run(
        "INSERT INTO sent_run (message_id, contest_id, first, last) VALUES (?, ?, ?, ?)",
        [.integer(row), .integer(contest), .int(run.lowerBound), .int(run.upperBound)])
    }
  }

  /// The messages that carried an entry, with what was answered on it, in the order they were made.
  ///
  /// - Parameter names: what the entry may be called in them.
  package func dispatches(of registration: Registration, named names: [Identifier]) throws -> [Dispatch] {
    guard let contest = try session.contestRowIfAny(registration.contest) else { return [] }
    let rows = try session.connection.all(
      "SELECT DISTINCT message_id FROM sent_run WHERE contest_id = ? AND first <= ? AND last >= ? ORDER BY message_id",
      [.integer(contest), .int(registration.number), .int(registration.number)]
    ) { try $0.int64() }
    return try rows.compactMap { row in
      guard let message = try session.messages.find(row: row) else { return nil }
      return Dispatch(message: message, answer: try names.compactMap { try answer(to: $0, in: row) }.first)
    }
  }

  /// True where applications to a contest, of ours or of another body, went out with the entry.
  package func hasCarried(_ registration: Registration, to contest: Identifier) throws -> Bool {
    guard let row = try session.contestRowIfAny(registration.contest) else { return false }
    return try session.connection.number(
      """
      SELECT 1 FROM sent_run JOIN message ON message.id = sent_run.message_id
      WHERE contest_id = ? AND first <= ? AND last >= ? AND document = 'applications' AND subject = ?
      """,
      [.integer(row), .int(registration.number), .int(registration.number), .coded(contest)]
    ) != nil
  }

  /// The event of the last message that carried an entry; nil where none did.
  package func lastEvent(carrying registration: Registration) throws -> Int64? {
    guard let contest = try session.contestRowIfAny(registration.contest) else { return nil }
    return try session.connection.number(
      """
      SELECT max(event.id) FROM sent_run JOIN event ON event.message_id = sent_run.message_id AND kind = 'export'
      WHERE contest_id = ? AND first <= ? AND last >= ?
      """, [.integer(contest), .int(registration.number), .int(registration.number)])
  }

  // MARK: Answers

  /// Puts down how a message was answered; a later receipt takes the place of an earlier one.
  package func answer(_ row: Int64, status: StoredMessage.Status, counts: StoredMessage.Counts) throws {
    try session.connection.run("DELETE FROM answer WHERE message_id = ?", [.integer(row)])
    let changed = try session.connection.run(
      """
      UPDATE message SET answered = 1, status = ?, accepted = ?, updated = ?, unchanged = ?, rejected = ?, warnings = ?
      WHERE id = ?
      """,
      [
        .named(status), .int(counts.accepted), .int(counts.updated), .int(counts.unchanged), .int(counts.rejected),
        .int(counts.warnings), .integer(row),
      ])
    guard changed == 1 else { throw StoreError(.missing("message")) }
  }

  package func add(_ answer: Answer, to row: Int64) throws {
    try session.connection.run(
      "INSERT INTO answer (message_id, \(Self.columns)) VALUES (\(marks(6)))",
      [
        .integer(row), .int(answer.number), .text(answer.record), .named(answer.status), .text(answer.registration),
        try .list(answer.reasons),
      ])
  }

  private static let columns = "position, record, status, registration, reasons"

  /// What was answered on the records of a message, in their order.
  package func answers(to row: Int64) throws -> [Answer] {
    try session.connection.all(
      "SELECT \(Self.columns) FROM answer WHERE message_id = ? ORDER BY position", [.integer(row)], Self.read)
  }

  private func answer(to record: Identifier, in row: Int64) throws -> Answer? {
    try session.connection.first(
      "SELECT \(Self.columns) FROM answer WHERE record = ? AND message_id = ?", [.coded(record), .integer(row)],
      Self.read)
  }

  private static func read(_ fields: inout Fields) throws -> Answer {
    Answer(
      number: try fields.int(), record: fields.textIfAny(), status: try fields.named(),
      registration: fields.textIfAny(), reasons: try fields.list())
  }
}
