import ArgumentParser
import Exchange
import Primitives
import Reports
import Storage

/// `laureat message show ID`: a message and how each of its records was answered; its receipt once more.
struct MessageShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: local(ru: "Показать сообщение и ответ на него.", en: "Show a message and how it was answered."),
    discussion: examples([
      "laureat message show 0f7bb3a6-6e9c-5b0e-9d0a-2f5b8f0f7c11",
      "laureat message show 0f7bb3a6-6e9c-5b0e-9d0a-2f5b8f0f7c11 --receipt receipt.xml",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Номер сообщения.", en: "The message id."), valueName: "message-id"))
  var message: String

  @Option(
    help: ArgumentHelp(
      local(ru: "Записать ещё раз данную нами квитанцию.", en: "Write the receipt we gave once more."),
      valueName: "file"), completion: .file())
  var receipt: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let receipt, common.isStore(receipt) {
      throw ValidationError(
        local(ru: "--receipt: это файл хранилища", en: "--receipt: this is the store"))
    }
  }

  func run() throws {
    try common.openStore().read { session in
      // The last that came under it: those refused before it share its identifier.
      guard let (row, found) = try session.messages.list(messageID: message.lowercased()).last else {
        throw Failure.refused(
          ExchangeCode.unresolvedReference,
          LocalizedText(ru: "сообщения с таким номером нет", en: "there is no message of that id"),
          advice: LocalizedText(ru: "список: laureat message list", en: "list them: laureat message list"))
      }
      if let receipt { try write(receiptOf: row, found, to: receipt, in: session) }
      let answers = try session.sent.answers(to: row)
      let recipient = try session.title(of: found.recipient)
      try common.print(
        found.json.adding(["records": .array(answers.map(\.json))]),
        or: page(found, to: recipient, answers).text(width: Terminal.width))
    }
  }

  private func write(receiptOf row: Int64, _ message: StoredMessage, to path: String, in session: Session) throws {
    var isEmpty = true
    let file = try PendingFile(path: path) { put in
      try session.messages.receipt(of: row) {
        isEmpty = false
        try put($0)
      }
    }
    guard !isEmpty else {
      throw Failure.refused(
        ExchangeCode.unresolvedReference,
        LocalizedText(ru: "на это сообщение квитанция не давалась", en: "no receipt was given for this message"))
    }
    try file.commit()
  }

  private func page(_ message: StoredMessage, to recipient: String?, _ answers: [Answer]) -> Document {
    let language = Speech.language
    var details: [Document.Detail] = []
    func add(_ label: String, _ value: String?) {
      if let value { details.append(.init(label, .text(value))) }
    }
    add(
      local(ru: "Направление", en: "Direction"),
      message.direction == .incoming ? local(ru: "пришло", en: "came in") : local(ru: "отправлено", en: "went out"))
    add(local(ru: "Документ", en: "Document"), Format.document(message.document, language))
    add(local(ru: "Конкурс", en: "Contest"), message.subject)
    add(local(ru: "Отправитель", en: "Sender"), message.sender.title)
    add(local(ru: "Кому", en: "To"), recipient)
    add(local(ru: "Составлено", en: "Made"), Format.moment(message.createdAt, language))
    add(
      message.direction == .incoming ? local(ru: "Получено", en: "Received") : local(ru: "Выгружено", en: "Exported"),
      Format.moment(message.receivedAt, language))
    add(local(ru: "Файл", en: "File"), message.fileName)
    add("SHA-256", message.digest)
    add(local(ru: "Состояние", en: "Status"), message.state[language])
    if message.status != nil {
      add(
        local(ru: "Записей", en: "Records"),
        local(
          ru:
            "новых \(message.counts.accepted), обновлено \(message.counts.updated), без изменений \(message.counts.unchanged), отклонено \(message.counts.rejected)",
          en:
            "\(message.counts.accepted) new, \(message.counts.updated) updated, \(message.counts.unchanged) unchanged, \(message.counts.rejected) refused"
        ))
    }
    return Document(
      language: language, title: message.messageID, details: details,
      sections: answers.isEmpty ? [] : [Self.section(answers, language)])
  }

  private static func section(_ answers: [Answer], _ language: Language) -> Document.Section {
    let title = local(ru: "Ответ по записям", en: "The answer, record by record")
    let columns = [
      "№", local(ru: "Запись", en: "Record"), local(ru: "Итог", en: "Outcome"),
      local(ru: "Принята под №", en: "Entered as"),
      local(ru: "Почему", en: "Why"),
    ]
    let rows = answers.map { answer in
      Table.Row(
        .plain,
        [
          .count(answer.number), .text(answer.record ?? "—"), .text(answer.status.title[language]),
          .text(answer.registration ?? "—"),
          .text(answer.reasons.map { "\(language == .russian ? $0.ru : $0.en) [\($0.code)]" }.joined(separator: "; ")),
        ])
    }
    return Document.Section(title, [.table(Table(title, columns: columns.map { .text($0) }, rows: rows))])
  }
}

extension Answer {
  var json: JSON {
    [
      "number": .integer(number), "id": JSON(record), "status": .string(status.rawValue),
      "registration": JSON(registration),
      "diagnostics": .array(
        reasons.map {
          [
            "code": .string($0.code), "severity": .string($0.severity),
            "message": .string(Speech.language == .russian ? $0.ru : $0.en),
          ]
        }),
    ]
  }
}

extension Answer.Status {
  var title: LocalizedText {
    switch self {
    case .accepted: LocalizedText(ru: "принята", en: "accepted")
    case .updated: LocalizedText(ru: "обновлена", en: "updated")
    case .unchanged: LocalizedText(ru: "без изменений", en: "unchanged")
    case .rejected: LocalizedText(ru: "отклонена", en: "refused")
    }
  }
}

extension JSON {
  /// An object with more members.
  func adding(_ members: [String: JSON]) -> JSON {
    guard case .object(let own) = self else { return self }
    return .object(own.merging(members) { $1 })
  }
}
