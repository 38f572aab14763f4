import ArgumentParser
import Contests
import Exchange
import Primitives
import Reports
import Storage

struct MessageList: ParsableCommand {
  enum Direction: String, ExpressibleByArgument, CaseIterable {
    case `in`, out
  }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: local(ru: "Список сообщений.", en: "List messages."),
    discussion: examples([
      "laureat message list --contest teplo-2020",
      "laureat message list --direction out --unanswered",
      "laureat message list --contest teplo-2020 --missing",
    ]))

  @Option(
    help: ArgumentHelp(local(ru: "Только об этом конкурсе.", en: "Only about this contest."), valueName: "id"))
  var contest: Identifier?

  @Option(help: ArgumentHelp(local(ru: "in — пришедшие, out — отправленные.", en: "in or out.")))
  var direction: Direction?

  @Option(help: ArgumentHelp(local(ru: "Только от этого отправителя.", en: "Only from this sender."), valueName: "id"))
  var sender: Identifier?

  @Flag(help: ArgumentHelp(local(ru: "Отправленные, на которые нет квитанции.", en: "Sent and not answered.")))
  var unanswered = false

  @Flag(
    help: ArgumentHelp(
      local(
        ru: "Кто из записанных организаций ещё не прислал заявок на конкурс.",
        en: "Which known organisations have not sent applications to the contest.")))
  var missing = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if missing, contest == nil {
      throw ValidationError(local(ru: "--missing: назовите и --contest", en: "--missing: name the --contest too"))
    }
  }

  func run() throws {
    let (messages, silent) = try common.openStore().read { session in
      if let contest { _ = try session.contest(contest) }
      let filter = MessageFilter(
        direction: unanswered ? .outgoing : direction.map { $0 == .in ? .incoming : .outgoing },
        subject: contest?.description, sender: sender, isAnswered: unanswered ? false : nil)
      return (
        try session.messages.list(filter).map {
          (message: $0.message, to: try session.title(of: $0.message.recipient))
        },
        try contest.map { try session.silent(about: $0) } ?? []
      )
    }
    if missing {
      return try common.print(
        .array(silent.map(\.json)), or: silent.map { "\($0.title) (\($0.id))\n" }.joined())
    }
    try common.print(.array(messages.map(\.message.json)), or: table(messages) + Self.line(silent))
  }

  private static func line(_ silent: [Organisation]) -> String {
    guard !silent.isEmpty else { return "" }
    let names = silent.map(\.title).joined(separator: ", ")
    return local(ru: "\nЗаявок ещё не прислали: \(names)\n", en: "\nNo applications yet from: \(names)\n")
  }

  private func table(_ messages: [(message: StoredMessage, to: String?)]) -> String {
    let language = Speech.language
    return TextTable(
      [
        .init(""), .init(local(ru: "Когда", en: "When")), .init(local(ru: "Документ", en: "Document")),
        .flexible(local(ru: "От кого → кому", en: "From → to")), .init(local(ru: "Состояние", en: "Status")),
        .number(local(ru: "Принято", en: "Taken")), .number(local(ru: "Отклонено", en: "Refused")),
        .init(local(ru: "Номер сообщения", en: "Message id")),
      ],
      rows: messages.map { message, recipient in
        [
          // As the journals of an office have it: вх. and исх.
          message.direction == .incoming ? local(ru: "вх.", en: "in") : local(ru: "исх.", en: "out"),
          Format.moment(message.receivedAt, language), Format.document(message.document, language),
          [message.sender.title, recipient].compactMap { $0 }.joined(separator: " → "),
          message.state[language], message.status == nil ? "—" : String(message.taken),
          message.status == nil ? "—" : String(message.counts.rejected), message.messageID,
        ]
      }
    ).render(width: Terminal.tableWidth, language: language)
  }
}

extension Session {
  /// What an organisation is called here; its identifier where it is not known.
  func title(of organisation: Identifier?) throws -> String? {
    try organisation.map { try organisations.find($0)?.title ?? $0.description }
  }

  /// Known organisations, ourselves left out, from which no applications to a contest were taken in.
  fileprivate func silent(about contest: Identifier) throws -> [Organisation] {
    let filter = MessageFilter(
      direction: .incoming, document: DocumentKind.applications.rawValue, subject: contest.description)
    let heard = Set(try messages.list(filter).map(\.message).filter { !$0.isTakenBack }.map(\.sender.id))
    let ourselves = try organisations.ourselves()?.id
    return try organisations.list().filter { $0.id != ourselves && !heard.contains($0.id) }
  }
}

extension StoredMessage {
  /// New, updated and unchanged records.
  var taken: Int { counts.accepted + counts.updated + counts.unchanged }

  /// How it stands, in a word or two.
  var state: LocalizedText {
    if isTakenBack { return LocalizedText(ru: "взято назад", en: "taken back") }
    switch status {
    case nil:
      return direction == .outgoing
        ? LocalizedText(ru: "ответа нет", en: "not answered") : LocalizedText(ru: "в работе", en: "in work")
    case .accepted?: return LocalizedText(ru: "принято", en: "accepted")
    case .acceptedWithWarnings?: return LocalizedText(ru: "принято с замечаниями", en: "accepted with warnings")
    case .partial?: return LocalizedText(ru: "принято частично", en: "accepted in part")
    case .rejected?: return LocalizedText(ru: "отклонено", en: "refused")
    }
  }

  /// The keys that scripts rely on. `status` is that of the import, or of the receipt that came back; null until then.
  var json: JSON {
    [
      "messageID": .string(messageID), "direction": .string(direction.rawValue), "document": .string(document),
      "contest": JSON(subject), "sender": JSON(sender.id), "recipient": JSON(recipient), "createdAt": JSON(createdAt),
      "receivedAt": JSON(receivedAt), "status": isTakenBack ? "takenBack" : JSON(status?.rawValue),
      "accepted": .integer(counts.accepted), "updated": .integer(counts.updated),
      "unchanged": .integer(counts.unchanged), "rejected": .integer(counts.rejected),
      "warnings": .integer(counts.warnings), "answered": .bool(isAnswered), "digest": JSON(digest),
      "fileName": JSON(fileName),
    ]
  }
}
