package import Primitives

/// A document that came in or went out.
package struct StoredMessage: Hashable, Sendable {
  package enum Direction: String, Hashable, Sendable {
    case incoming = "in"
    case outgoing = "out"
  }

  /// How many of its records fared how.
  package struct Counts: Hashable, Sendable {
    package var accepted: Int
    package var updated: Int
    package var unchanged: Int
    package var rejected: Int
    package var warnings: Int

    package init(
      accepted: Int = 0, updated: Int = 0, unchanged: Int = 0, rejected: Int = 0, warnings: Int = 0
    ) {
      self.accepted = accepted
      self.updated = updated
      self.unchanged = unchanged
      self.rejected = rejected
      self.warnings = warnings
    }

    mutating func add(_ other: Counts) {
      accepted += other.accepted
      updated += other.updated
      unchanged += other.unchanged
      rejected += other.rejected
      warnings += other.warnings
    }
  }

  package var direction: Direction
  /// The name of the root element: `applications`.
  package var document: String
  /// The contest it is about, or `grants`.
  package var subject: String?
  package var messageID: String
  package var sender: Organisation
  package var recipient: Identifier?
  package var createdAt: Instant
  package var receivedAt: Instant
  /// SHA-256 of the file, 64 lower-case hexadecimal digits; nil until it was read to its end.
  package var digest: String?
  package var fileName: String?
  package var correctionNumber: Int
  /// Nil until it has been worked through, or answered. A refused message does not use up its identifier; a duplicate is
  /// kept as what it was the first time.
  package var status: GroupStatus?
  package var counts: Counts
  /// True once a receipt has come back from the addressee, or, of a message to nobody in particular, from anybody.
  package var isAnswered: Bool
  /// True once the import that brought it was undone, and may come again; also where it was taken in part and has come
  /// again since: then the later one counts, until it is undone.
  package var isTakenBack = false

  package init(
    direction: Direction, document: String, subject: String? = nil, messageID: String, sender: Organisation,
    recipient: Identifier? = nil, createdAt: Instant, receivedAt: Instant, digest: String? = nil,
    fileName: String? = nil,
    correctionNumber: Int = 0, status: GroupStatus? = nil, counts: Counts = Counts(), isAnswered: Bool = false
  ) {
    self.direction = direction
    self.document = document
    self.subject = subject
    self.messageID = messageID
    self.sender = sender
    self.recipient = recipient
    self.createdAt = createdAt
    self.receivedAt = receivedAt
    self.digest = digest
    self.fileName = fileName
    self.correctionNumber = correctionNumber
    self.status = status
    self.counts = counts
    self.isAnswered = isAnswered
  }
}

extension GroupStatus {
  /// As it is kept: what is said to be a duplicate was taken in before.
  var kept: GroupStatus { self == .duplicate ? .accepted : self }
}

/// Which messages to list; nil does not narrow.
package struct MessageFilter: Hashable, Sendable {
  package var direction: StoredMessage.Direction?
  package var document: String?
  package var subject: String?
  package var sender: Identifier?
  package var isAnswered: Bool?

  package init(
    direction: StoredMessage.Direction? = nil, document: String? = nil, subject: String? = nil,
    sender: Identifier? = nil, isAnswered: Bool? = nil
  ) {
    self.direction = direction
    self.document = document
    self.subject = subject
    self.sender = sender
    self.isAnswered = isAnswered
  }
}
