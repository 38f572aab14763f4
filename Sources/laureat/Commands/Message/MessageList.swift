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

  @Flag(
    help: ArgumentHelp(
      local(
        ru: "Отправленные, на которые ответили не все; без заменённых более поздними.",
        en: "Sent and not answered by all; without those that later ones took the place of.")))
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
    if unanswered, direction == .in {
      throw ValidationError(
        local(
          ru: "--unanswered: ответа ждут отправленные сообщения, а не --direction in",
          en: "--unanswered is about what was sent, not --direction in"))
    }
  }

  func run() throws {
    try common.openStore().read { session in
      if let contest { _ = try session.contest(contest) }
      if missing, let contest { return try printMissing(about: contest, in: session) }
      let filter = MessageFilter(
        direction: unanswered ? .outgoing : direction.map { $0 == .in ? .incoming : .outgoing },
        subject: contest?.description, sender: sender)
      let messages = try session.correspondence(filter).filter {
        !unanswered || !($0.isAnswered || $0.isSuperseded)
      }
      let silent = try contest.map { try session.silent(about: $0) } ?? []
      try common.print(.array(messages.map(\.json)), or: table(messages) + Self.line(silent))
    }
  }

  private func printMissing(about contest: Identifier, in session: Session) throws {
    let silent = try session.silent(about: contest)
    let text =
      if try session.others().isEmpty {
        local(
          ru: "Ни одной организации не записано. Запишите тех, от кого ждёте заявок: laureat organisation add\n",
          en: "No organisation is known. Add those that should send applications: laureat organisation add\n")
      } else if silent.isEmpty {
        local(
          ru: "Заявки прислали все записанные организации.\n", en: "All known organisations have sent applications.\n")
      } else {
        silent.map { "\($0.title) (\($0.id))\n" }.joined()
      }
    try common.print(.array(silent.map(\.json)), or: text)
  }

  private static func line(_ silent: [Organisation]) -> String {
    guard !silent.isEmpty else { return "" }
    let names = silent.map(\.title).joined(separator: ", ")
    return local(ru: "\nЗаявок ещё не прислали: \(names)\n", en: "\nNo applications yet from: \(names)\n")
  }

  private func table(_ messages: [Correspondence]) -> String {
    let language = Speech.language
    return TextTable(
      [
        .init(""), .init(local(ru: "Когда", en: "When")), .init(local(ru: "Документ", en: "Document")),
        .flexible(local(ru: "От кого → кому", en: "From → to")), .init(local(ru: "Состояние", en: "Status")),
        .number(local(ru: "Принято", en: "Taken")), .number(local(ru: "Отклонено", en: "Refused")),
        .init(local(ru: "Номер сообщения", en: "Message id")),
      ],
      rows: messages.map { known in
        let message = known.message
        return [
          // As the journals of an office have it: вх. and исх.
          message.direction == .incoming ? local(ru: "вх.", en: "in") : local(ru: "исх.", en: "out"),
          Format.moment(message.receivedAt, language), Format.document(message.document, language),
          [message.sender.title, known.recipient].compactMap { $0 }.joined(separator: " → "),
          known.state[language], message.status == nil ? "—" : String(message.taken),
          message.status == nil ? "—" : String(message.counts.rejected), message.messageID,
        ]
      }
    ).render(width: Terminal.tableWidth, language: language)
  }
}

extension StoredMessage {
  /// New, updated and unchanged records.
  fileprivate var taken: Int { counts.accepted + counts.updated + counts.unchanged }
}
