import Exchange
import Primitives
import Reports
import Storage

/// A message with what is known of its other side: who answered it, and whose answer is still missing.
struct Correspondence {
  let row: Int64
  let message: StoredMessage
  /// What its recipient is called here.
  let recipient: String?
  let replies: [Reply]
  /// Those whose answer is missing, as far as it is known who they are.
  let awaited: [Organisation]
  /// True once a later message took its place: nobody waits for this one any more.
  let isSuperseded: Bool
  /// True once its file came again, because it was not taken whole: what it brought stands.
  let isTakenAgain: Bool

  /// True once everybody has answered of whom it is known that the message went to them.
  var isAnswered: Bool { message.isAnswered && awaited.isEmpty }

  /// How it stands, in a word or two.
  var state: LocalizedText {
    if isTakenAgain { return LocalizedText(ru: "принято ещё раз", en: "taken in again") }
    if message.isTakenBack { return LocalizedText(ru: "взято назад", en: "taken back") }
    if message.direction == .incoming, message.status == nil { return LocalizedText(ru: "в работе", en: "in work") }
    if message.isAnswered, !awaited.isEmpty {
      let (answered, all) = (replies.count, replies.count + awaited.count)
      return LocalizedText(ru: "ответили \(answered) из \(all)", en: "answered by \(answered) of \(all)")
    }
    if let status = message.status {
      return LocalizedText(ru: Format.name(status, .russian), en: Format.name(status, .english))
    }
    if isSuperseded { return LocalizedText(ru: "заменено", en: "superseded") }
    return replies.isEmpty
      ? LocalizedText(ru: "ответа нет", en: "not answered")
      : LocalizedText(ru: "ответил не адресат", en: "answered by another")
  }

  /// The keys that scripts rely on. `status` is that of the import, or of the receipts that came back; null until then.
  var json: JSON {
    [
      "messageID": .string(message.messageID), "direction": .string(message.direction.rawValue),
      "document": .string(message.document), "contest": JSON(message.subject), "sender": JSON(message.sender.id),
      "recipient": JSON(message.recipient), "createdAt": JSON(message.createdAt),
      "receivedAt": JSON(message.receivedAt),
      "status": isTakenAgain
        ? "takenAgain" : message.isTakenBack ? "takenBack" : JSON(message.status?.rawValue),
      "accepted": .integer(message.counts.accepted), "updated": .integer(message.counts.updated),
      "unchanged": .integer(message.counts.unchanged), "rejected": .integer(message.counts.rejected),
      "warnings": .integer(message.counts.warnings), "answered": .bool(isAnswered),
      "answeredBy": .array(replies.map { JSON($0.sender) }), "awaited": .array(awaited.map { JSON($0.id) }),
      "superseded": .bool(isSuperseded), "digest": JSON(message.digest), "fileName": JSON(message.fileName),
    ]
  }
}

extension Session {
  /// Messages with their other side, in the order they were written down.
  func correspondence(_ filter: MessageFilter) throws -> [Correspondence] {
    try correspondence(try messages.list(filter))
  }

  func correspondence(_ messages: [(row: Int64, message: StoredMessage)]) throws -> [Correspondence] {
    let replies = try sent.replies()
    let superseded = try sent.superseded()
    let others = try others()
    let takenAgain = try self.messages.takenAgain()
    return try messages.map { row, message in
      let given = replies[row] ?? []
      return Correspondence(
        row: row, message: message, recipient: try title(of: message.recipient), replies: given,
        awaited: try awaited(message, answeredBy: Set(given.map(\.sender)), others),
        isSuperseded: superseded.contains(row), isTakenAgain: takenAgain.contains(row))
    }
  }

  /// Whose answer to a message is missing. An announcement to nobody in particular is for everybody we know; whom
  /// another document went to that names nobody, only its author knows.
  private func awaited(
    _ message: StoredMessage, answeredBy answerers: Set<Identifier>, _ others: [Organisation]
  ) throws -> [Organisation] {
    guard message.direction == .outgoing else { return [] }
    if let recipient = message.recipient {
      if answerers.contains(recipient) { return [] }
      return [try organisations.find(recipient) ?? Organisation(id: recipient, title: recipient.description)]
    }
    guard message.document == DocumentKind.contestAnnouncement.rawValue else { return [] }
    return others.filter { !answerers.contains($0.id) }
  }

  /// The organisations we know, ourselves left out.
  func others() throws -> [Organisation] {
    let ourselves = try organisations.ourselves()?.id
    return try organisations.list().filter { $0.id != ourselves }
  }

  /// Those of them from which no applications to a contest were taken in.
  func silent(about contest: Identifier) throws -> [Organisation] {
    let filter = MessageFilter(
      direction: .incoming, document: DocumentKind.applications.rawValue, subject: contest.description)
    let heard = Set(try messages.list(filter).map(\.message).filter { !$0.isTakenBack }.map(\.sender.id))
    return try others().filter { !heard.contains($0.id) }
  }

  /// What an organisation is called here; its identifier where it is not known.
  private func title(of organisation: Identifier?) throws -> String? {
    try organisation.map { try organisations.find($0)?.title ?? $0.description }
  }
}
