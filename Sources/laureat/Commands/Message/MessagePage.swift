import Primitives
import Reports
import Storage

/// What `message show` tells: a message, who answered it and who did not, and the answers record by record.
struct MessagePage {
  private let correspondence: Correspondence
  private let answers: [(reply: Reply, records: [Answer])]
  private var message: StoredMessage { correspondence.message }

  init(_ correspondence: Correspondence, _ answers: [(reply: Reply, records: [Answer])]) {
    self.correspondence = correspondence
    self.answers = answers
  }

  var json: JSON {
    correspondence.json.adding([
      "answers": .array(answers.map(\.reply.json)),
      "records": .array(
        answers.flatMap { answer in answer.records.map { $0.json.adding(["by": JSON(answer.reply.sender)]) } }),
    ])
  }

  var document: Document {
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
    add(local(ru: "Кому", en: "To"), correspondence.recipient)
    add(local(ru: "Составлено", en: "Made"), Format.moment(message.createdAt, language))
    add(
      message.direction == .incoming ? local(ru: "Получено", en: "Received") : local(ru: "Выгружено", en: "Exported"),
      Format.moment(message.receivedAt, language))
    add(local(ru: "Файл", en: "File"), message.fileName)
    add("SHA-256", message.digest)
    add(local(ru: "Состояние", en: "Status"), correspondence.state[language])
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
      sections: [repliers(language), awaited, records(language)].compactMap { $0 })
  }

  /// Who answered; left out where it goes without saying.
  private func repliers(_ language: Language) -> Document.Section? {
    guard let only = answers.first?.reply else { return nil }
    if answers.count == 1, only.sender == message.recipient { return nil }
    let title = local(ru: "Кто ответил", en: "Who answered")
    let columns: [Table.Column] = [
      .text(local(ru: "Организация", en: "Organisation")), .text(local(ru: "Получено там", en: "Received there")),
      .text(local(ru: "Итог", en: "Outcome")), .figure(local(ru: "Принято", en: "Taken")),
      .figure(local(ru: "Отклонено", en: "Refused")),
    ]
    let rows = answers.map { reply, _ in
      Table.Row(
        .plain,
        [
          .text("\(reply.title) (\(reply.sender))"), .text(Format.moment(reply.receivedAt, language)),
          .text(Format.name(reply.status, language)),
          .count(reply.counts.accepted + reply.counts.updated + reply.counts.unchanged), .count(reply.counts.rejected),
        ])
    }
    return Document.Section(title, [.table(Table(title, columns: columns, rows: rows))])
  }

  private var awaited: Document.Section? {
    let missing = correspondence.awaited
    if missing.isEmpty || correspondence.isSuperseded { return nil }
    return Document.Section(
      local(ru: "Ответа ещё нет", en: "Not answered yet by"), [.list(missing.map { "\($0.title) (\($0.id))" })])
  }

  private func records(_ language: Language) -> Document.Section? {
    let all = answers.flatMap { answer in answer.records.map { (by: answer.reply.title, record: $0) } }
    if all.isEmpty { return nil }
    let title = local(ru: "Ответ по записям", en: "The answer, record by record")
    let isOfSeveral = answers.count > 1
    var columns = [
      "№", local(ru: "Запись", en: "Record"), local(ru: "Итог", en: "Outcome"),
      local(ru: "Принята под №", en: "Entered as"), local(ru: "Почему", en: "Why"),
    ]
    if isOfSeveral { columns.insert(local(ru: "Кто", en: "Who"), at: 0) }
    let rows = all.map { by, record in
      Table.Row(
        .plain,
        (isOfSeveral ? [.text(by)] : []) + [
          .count(record.number), .text(record.record ?? "—"), .text(Format.name(record.status, language)),
          .text(record.registration ?? "—"),
          .text(record.reasons.map { "\(language == .russian ? $0.ru : $0.en) [\($0.code)]" }.joined(separator: "; ")),
        ])
    }
    return Document.Section(title, [.table(Table(title, columns: columns.map { .text($0) }, rows: rows))])
  }
}

extension Reply {
  fileprivate var json: JSON {
    [
      "id": JSON(sender), "title": .string(title), "receivedAt": JSON(receivedAt), "status": .string(status.rawValue),
      "accepted": .integer(counts.accepted), "updated": .integer(counts.updated),
      "unchanged": .integer(counts.unchanged), "rejected": .integer(counts.rejected),
      "warnings": .integer(counts.warnings),
    ]
  }
}
