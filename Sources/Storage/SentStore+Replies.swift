package import Primitives

// How what we sent was answered, and by whom.
extension SentStore {
  private static let replyColumns =
    "sender, sender_title, received_at, status, accepted, updated, unchanged, rejected, warnings"

  /// Puts down how somebody answered a message. Receipts may overtake each other on their way.
  ///
  /// - Returns: false where a receipt that counts more was taken in before; then nothing has changed.
  package func answer(_ row: Int64, by reply: Reply) throws -> Bool {
    guard let message = try session.messages.find(row: row) else { throw StoreError(.missing("message")) }
    let known = try replies(to: row)
    if let earlier = known.first(where: { $0.sender == reply.sender }), !reply.outranks(earlier) { return false }
    for table in ["answer", "reply"] {
      try session.connection.run(
        "DELETE FROM \(table) WHERE message_id = ? AND sender = ?", [.integer(row), .coded(reply.sender)])
    }
    try session.connection.run(
      "INSERT INTO reply (message_id, \(Self.replyColumns)) VALUES (\(marks(10)))",
      [
        .integer(row), .coded(reply.sender), .text(reply.title), .instant(reply.receivedAt), .named(reply.status),
        .int(reply.counts.accepted), .int(reply.counts.updated), .int(reply.counts.unchanged),
        .int(reply.counts.rejected), .int(reply.counts.warnings),
      ])
    // What somebody says whom it was not sent to does not answer it.
    let counting = (known.filter { $0.sender != reply.sender } + [reply]).filter {
      message.recipient == nil || $0.sender == message.recipient
    }
    guard let (status, counts) = counting.summary else { return true }
    try session.connection.run(
      """
      UPDATE message SET answered = 1, status = ?, accepted = ?, updated = ?, unchanged = ?, rejected = ?, warnings = ?
      WHERE id = ?
      """,
      [
        .named(status), .int(counts.accepted), .int(counts.updated), .int(counts.unchanged), .int(counts.rejected),
        .int(counts.warnings), .integer(row),
      ])
    return true
  }

  /// Who answered a message, in the order in which it reached them.
  package func replies(to row: Int64) throws -> [Reply] {
    try session.connection.all(
      "SELECT \(Self.replyColumns) FROM reply WHERE message_id = ? ORDER BY received_at, sender", [.integer(row)],
      Self.reply)
  }

  /// Who answered what, by the row of the message.
  package func replies() throws -> [Int64: [Reply]] {
    let all = try session.connection.all(
      "SELECT message_id, \(Self.replyColumns) FROM reply ORDER BY message_id, received_at, sender"
    ) { fields in (row: try fields.int64(), reply: try Self.reply(&fields)) }
    return Dictionary(grouping: all, by: \.row).mapValues { $0.map(\.reply) }
  }

  private static func reply(_ fields: inout Fields) throws -> Reply {
    Reply(
      sender: try fields.value(), title: try fields.text(), receivedAt: try fields.instant(),
      status: try fields.named(),
      counts: StoredMessage.Counts(
        accepted: try fields.int(), updated: try fields.int(), unchanged: try fields.int(),
        rejected: try fields.int(), warnings: try fields.int()))
  }

  // MARK: Record by record

  /// Adds what somebody answered on a record.
  package func add(_ answer: Answer, by sender: Identifier, to row: Int64) throws {
    try session.connection.run(
      "INSERT INTO answer (message_id, sender, position, record, status, registration, reasons) VALUES (\(marks(7)))",
      [
        .integer(row), .coded(sender), .int(answer.number), .text(answer.record), .named(answer.status),
        .text(answer.registration), try .list(answer.reasons),
      ])
  }

  private static let columns = "position, record, answer.status, registration, reasons"

  /// What somebody answered on the records of a message, in their order.
  package func answers(to row: Int64, by sender: Identifier) throws -> [Answer] {
    try session.connection.all(
      "SELECT \(Self.columns) FROM answer WHERE message_id = ? AND sender = ? ORDER BY position",
      [.integer(row), .coded(sender)], Self.answer)
  }

  /// What was answered on a record: by whom the message was sent to, else by who had it last.
  func answer(to record: Identifier, in row: Int64) throws -> Answer? {
    try session.connection.first(
      """
      SELECT \(Self.columns) FROM answer JOIN reply ON reply.message_id = answer.message_id
        AND reply.sender = answer.sender JOIN message ON message.id = answer.message_id
      WHERE record = ? AND answer.message_id = ?
      ORDER BY CASE WHEN reply.sender = message.recipient THEN 0 ELSE 1 END, reply.received_at DESC
      """, [.coded(record), .integer(row)], Self.answer)
  }

  private static func answer(_ fields: inout Fields) throws -> Answer {
    Answer(
      number: try fields.int(), record: fields.textIfAny(), status: try fields.named(),
      registration: fields.textIfAny(), reasons: try fields.list())
  }
}
