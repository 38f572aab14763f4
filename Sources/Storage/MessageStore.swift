package import Contests
package import Primitives

/// What came and went, with the receipts given for it.
package struct MessageStore {
  let session: Session

  private static let columns =
    """
    direction, document, subject, message_id, sender, sender_details, recipient, created_at, received_at, digest, file_name,
    correction_number, status, accepted, updated, unchanged, rejected, warnings, answered, taken_back
    """

  /// Writes a message down, so that records can name it as where they come from.
  ///
  /// - Returns: its row.
  package func begin(_ message: StoredMessage) throws -> Int64 {
    let row = try session.connection.number(
      "INSERT INTO message (\(Self.columns)) VALUES (\(marks(20))) RETURNING id",
      [
        .named(message.direction), .text(message.document), .text(message.subject), .text(message.messageID),
        .coded(message.sender.id), try .json(message.sender), .coded(message.recipient), .instant(message.createdAt),
        .instant(message.receivedAt), .text(message.digest), .text(message.fileName),
        .int(message.correctionNumber), .named(message.status), .int(message.counts.accepted),
        .int(message.counts.updated), .int(message.counts.unchanged), .int(message.counts.rejected),
        .int(message.counts.warnings), .flag(message.isAnswered), .flag(message.isTakenBack),
      ])
    guard let row else { throw StoreError(.other, cause: "no number for a message") }
    return row
  }

  /// Writes down how a message ended.
  ///
  /// - Throws: ``StoreError/Code/conflict`` when the sender's message of that identifier was taken in before.
  package func finish(
    _ row: Int64, status: GroupStatus, counts: StoredMessage.Counts, digest: String
  ) throws {
    let changed = try session.connection.run(
      """
      UPDATE message SET status = ?, accepted = ?, updated = ?, unchanged = ?, rejected = ?, warnings = ?, digest = ?
      WHERE id = ?
      """,
      [
        .named(status.kept), .int(counts.accepted), .int(counts.updated), .int(counts.unchanged),
        .int(counts.rejected), .int(counts.warnings), .text(digest), .integer(row),
      ])
    guard changed == 1 else { throw StoreError(.missing("message")) }
  }

  /// Makes room for a message that is taken in again because it was not taken whole.
  package func giveWay(_ row: Int64) throws {
    try session.connection.run("UPDATE message SET taken_back = 1 WHERE id = ?", [.integer(row)])
  }

  /// Lets the message count again that gave way to this one.
  ///
  /// - Returns: True where there is one.
  func restore(before row: Int64) throws -> Bool {
    let changed = try session.connection.run(
      """
      UPDATE message SET taken_back = 0 WHERE id = (
        SELECT max(earlier.id) FROM message later
        JOIN message earlier ON earlier.direction = later.direction AND earlier.sender = later.sender
          AND earlier.message_id = later.message_id AND earlier.id < later.id
        WHERE later.id = ? AND earlier.\(Self.gaveWay))
      """, [.integer(row)])
    return changed > 0
  }

  /// The rows of messages that gave way to a later taking of the same file.
  package func takenAgain() throws -> Set<Int64> {
    Set(
      try session.connection.all("SELECT id FROM message earlier WHERE earlier.\(Self.gaveWay)") { try $0.int64() })
  }

  /// Of what was undone there is an event.
  private static let gaveWay =
    "taken_back = 1 AND NOT EXISTS (SELECT 1 FROM event WHERE kind = 'undo' AND event.message_id = earlier.id)"

  /// Finds the message that has used up an identifier of its sender.
  package func find(
    sender: Identifier, messageID: String, direction: StoredMessage.Direction = .incoming
  ) throws -> (row: Int64, message: StoredMessage)? {
    try session.connection.first(
      """
      SELECT id, \(Self.columns) FROM message WHERE direction = ? AND sender = ? AND message_id = ?
        AND taken_back = 0 AND status IN ('accepted', 'acceptedWithWarnings', 'partial')
      """, [.named(direction), .coded(sender), .text(messageID)], Self.read)
  }

  /// Messages in the order they were written down.
  package func list(_ filter: MessageFilter = MessageFilter()) throws -> [(row: Int64, message: StoredMessage)] {
    var conditions = Conditions()
    conditions.add("direction = ?", ifGiven: .named(filter.direction))
    conditions.add("document = ?", ifGiven: .text(filter.document))
    conditions.add("subject = ?", ifGiven: .text(filter.subject))
    conditions.add("sender = ?", ifGiven: .coded(filter.sender))
    conditions.add("answered = ?", ifGiven: .flag(filter.isAnswered))
    return try session.connection.all(
      "SELECT id, \(Self.columns) FROM message \(conditions.clause) ORDER BY id", conditions.values, Self.read)
  }

  package func find(row: Int64) throws -> StoredMessage? {
    try session.connection.first("SELECT id, \(Self.columns) FROM message WHERE id = ?", [.integer(row)], Self.read)?
      .message
  }

  /// Messages that go by an identifier, whoever sent them, in the order they were written down.
  package func list(messageID: String) throws -> [(row: Int64, message: StoredMessage)] {
    try session.connection.all(
      "SELECT id, \(Self.columns) FROM message WHERE message_id = ? ORDER BY id", [.text(messageID)], Self.read)
  }

  /// Who sent the last document of a kind that was taken in.
  package func lastSender(of document: String) throws -> Organisation? {
    try session.connection.first(
      """
      SELECT sender_details FROM message
      WHERE direction = 'in' AND taken_back = 0 AND status <> 'rejected' AND document = ? ORDER BY id DESC LIMIT 1
      """, [.text(document)]
    ) { try $0.json() }
  }

  /// Whoever sent everything that was taken in; nil where there are several, or none.
  package func onlySender() throws -> Organisation? {
    try session.connection.first(
      """
      SELECT sender_details FROM message WHERE direction = 'in' AND taken_back = 0 AND status <> 'rejected'
      AND (SELECT count(DISTINCT sender) FROM message WHERE direction = 'in' AND taken_back = 0 AND status <> 'rejected') = 1
      ORDER BY id DESC LIMIT 1
      """, []
    ) { try $0.json() }
  }

  /// The identifier stands in a column of its own, for the index.
  private static func senderDetails(_ fields: inout Fields) throws -> Organisation {
    _ = try fields.text()
    return try fields.json()
  }

  private static func read(_ fields: inout Fields) throws -> (row: Int64, message: StoredMessage) {
    let row = try fields.int64()
    var message = StoredMessage(
      direction: try fields.named(), document: try fields.text(), subject: fields.textIfAny(),
      messageID: try fields.text(), sender: try senderDetails(&fields), recipient: try fields.valueIfAny(),
      createdAt: try fields.instant(), receivedAt: try fields.instant(), digest: fields.textIfAny(),
      fileName: fields.textIfAny(), correctionNumber: try fields.int(), status: try fields.namedIfAny())
    message.counts = StoredMessage.Counts(
      accepted: try fields.int(), updated: try fields.int(), unchanged: try fields.int(), rejected: try fields.int(),
      warnings: try fields.int())
    message.isAnswered = try fields.flag()
    message.isTakenBack = try fields.flag()
    return (row, message)
  }
}

// MARK: - Receipts

extension MessageStore {
  /// Identifiers of messages that were taken in and have no receipt. A receipt itself is not answered.
  package func withoutReceipt() throws -> [String] {
    try session.connection.all(
      """
      SELECT message_id FROM message WHERE direction = 'in' AND document <> 'receipt' AND status <> 'rejected'
        AND NOT EXISTS (SELECT 1 FROM receipt_chunk WHERE receipt_chunk.message_id = message.id) ORDER BY id
      """
    ) { try $0.text() }
  }

  /// The most bytes in one row: small enough that a receipt of any length passes through flat memory.
  private static var chunkSize: Int { 256 * 1024 }

  /// Adds bytes to the end of the receipt given for a message. It can be written as it comes into being.
  package func appendReceipt(_ bytes: [UInt8], to row: Int64) throws {
    let last = try session.connection.number(
      "SELECT max(position) FROM receipt_chunk WHERE message_id = ?", [.integer(row)])
    var position = (last ?? -1) + 1
    for start in stride(from: 0, to: bytes.count, by: Self.chunkSize) {
      let chunk = Array(bytes[start..<Swift.min(start + Self.chunkSize, bytes.count)])
      try session.connection.run(
        "INSERT INTO receipt_chunk (message_id, position, bytes) VALUES (?, ?, ?)",
        [.integer(row), .integer(position), .blob(chunk)])
      position += 1
    }
  }

  /// Hands over the receipt given for a message, piece by piece, byte for byte as it was written.
  package func receipt(of row: Int64, _ body: ([UInt8]) throws -> Void) throws {
    try session.connection.rows(
      "SELECT bytes FROM receipt_chunk WHERE message_id = ? ORDER BY position", [.integer(row)]
    ) { chunk in
      if let bytes = chunk.blob(0) { try body(bytes) }
    }
  }

  /// The messages that brought an entry and its corrections, in their order.
  package func bringing(_ registration: Registration) throws -> [StoredMessage] {
    guard let contest = try session.contestRowIfAny(registration.contest) else { return [] }
    let row = EntryKey.row(contest: contest, number: registration.number)
    return try session.connection.all(
      """
      SELECT message_id FROM change WHERE relation = 'entry' AND row_key = ? AND message_id IS NOT NULL
      UNION SELECT message_id FROM entry WHERE id = ? AND message_id IS NOT NULL ORDER BY 1
      """, [.text("[\(row)]"), .integer(row)]
    ) { try $0.int64() }.compactMap { try find(row: $0) }
  }

  /// Forgets what the file of a message was called: it names a person.
  package func forgetFileName(of row: Int64) throws {
    try session.connection.run("UPDATE message SET file_name = NULL WHERE id = ?", [.integer(row)])
  }

  /// Takes the name of the file, which may name a person, out of the receipt given for a message. It stands in the
  /// attribute `fileName` of the receipt's beginning.
  func forgetFileName(inReceiptOf row: Int64) throws {
    // The root and the header stand in chunks of their own before it.
    let chunks = try session.connection.all(
      "SELECT position, bytes FROM receipt_chunk WHERE message_id = ? AND position <= 3 ORDER BY position",
      [.integer(row)]
    ) { fields in (position: try fields.int64(), bytes: fields.blobIfAny() ?? []) }
    for (position, bytes) in chunks {
      guard let attribute = bytes.firstRange(of: Array(" fileName=\"".utf8)),
        let end = bytes[attribute.upperBound...].firstIndex(of: UInt8(ascii: "\""))
      else { continue }
      var without = bytes
      without.removeSubrange(attribute.lowerBound...end)
      try session.connection.run(
        "UPDATE receipt_chunk SET bytes = ? WHERE message_id = ? AND position = ?",
        [.blob(without), .integer(row), .integer(position)])
      return
    }
  }
}
