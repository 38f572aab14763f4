package import Primitives

extension ReceiptView {
  /// The receipt as a report: what needs a hand first, what was taken in after it.
  package func document(_ language: Language) -> Document {
    let isRussian = language == .russian
    var sections: [Document.Section] = []
    if !reasons.isEmpty {
      sections.append(
        Document.Section(isRussian ? "Замечания к файлу" : "About the file", [.table(fileTable(language))]))
    }
    if !recordsToMend.isEmpty {
      sections.append(
        Document.Section(
          isRussian ? "Требуют внимания" : "Need attention", [.table(reasonTable(recordsToMend, language))]))
    }
    if !cleanRecords.isEmpty {
      sections.append(
        Document.Section(
          isRussian ? "Приняты без замечаний" : "Accepted as they are", [.table(cleanTable(cleanRecords, language))]))
    }
    return Document(
      language: language, title: isRussian ? "Квитанция о приёме документа" : "Receipt of a document",
      subtitle: Format.name(outcome, language).capitalisedFirst, details: details(language),
      figures: figures(language), sections: sections)
  }

  /// Rejected records, then those taken in with findings, each in the order of the file.
  var recordsToMend: [Record] {
    records.filter { $0.outcome == .rejected || !$0.reasons.isEmpty }
      .sorted { ($0.outcome == .rejected ? 0 : 1, $0.number) < ($1.outcome == .rejected ? 0 : 1, $1.number) }
  }

  var cleanRecords: [Record] { records.filter { $0.outcome != .rejected && $0.reasons.isEmpty } }

  private func details(_ language: Language) -> [Document.Detail] {
    let isRussian = language == .russian
    let details: [(String, String?)] = [
      (isRussian ? "Документ" : "Document", Format.document(document, language)),
      (isRussian ? "Файл" : "File", fileName),
      (isRussian ? "Отправитель" : "Sender", sender),
      (isRussian ? "Получатель" : "Received by", receiver),
      (isRussian ? "Получен" : "Received", Format.moment(receivedAt, language)),
      (isRussian ? "Зарегистрирован под номером" : "Registered under", registrationNumber),
      (isRussian ? "Номер сообщения" : "Message ID", messageID),
      (language == .russian ? "SHA-256 документа" : "SHA-256 of the document", digest),
    ]
    return details.compactMap { label, value in value.map { .init(label, .text($0)) } }
  }

  private func figures(_ language: Language) -> [Document.Detail] {
    let isRussian = language == .russian
    return [
      .init(isRussian ? "Принято" : "Accepted", .count(counts.accepted)),
      .init(isRussian ? "Обновлено" : "Updated", .count(counts.updated)),
      .init(isRussian ? "Без изменений" : "Unchanged", .count(counts.unchanged)),
      .init(isRussian ? "Не принято" : "Rejected", .count(counts.rejected)),
      .init(isRussian ? "Предупреждений" : "Warnings", .count(counts.warnings)),
    ]
  }

  private func fileTable(_ language: Language) -> Table {
    Table(
      language == .russian ? "Файл в целом" : "The file as a whole",
      columns: Self.reasonColumns(language), rows: reasons.map { Table.Row(.plain, $0.cells(language)) })
  }

  private func reasonTable(_ records: [Record], _ language: Language) -> Table {
    let isRussian = language == .russian
    let rows = records.flatMap { record in
      let name = Cell.lines(
        record.id ?? "№\(Format.space)\(record.number)",
        [Format.name(record.outcome, language), record.registration].compactMap { $0 })
      let reasons =
        record.reasons.isEmpty ? [[Cell.missing, .missing, .missing]] : record.reasons.map { $0.cells(language) }
      return reasons.map { Table.Row(.plain, [.count(record.number), name] + $0) }
    }
    return Table(
      isRussian ? "Записи с замечаниями" : "Records with findings",
      columns: [.figure("№"), .text(isRussian ? "Запись" : "Record")] + Self.reasonColumns(language), rows: rows)
  }

  func cleanTable(_ records: [Record], _ language: Language) -> Table {
    let isRussian = language == .russian
    let rows = records.map { record in
      Table.Row(
        .plain,
        [
          .count(record.number), Cell(record.id), Cell(record.registration),
          .text(Format.name(record.outcome, language)),
        ])
    }
    return Table(
      isRussian ? "Записи" : "Records",
      columns: [
        .figure("№"), .text(isRussian ? "Запись" : "Record"),
        .text(isRussian ? "Регистрационный номер" : "Registration number"), .text(isRussian ? "Итог" : "Outcome"),
      ], rows: rows)
  }

  private static func reasonColumns(_ language: Language) -> [Table.Column] {
    language == .russian
      ? [.text("Код"), .text("Место"), .text("Замечание")] : [.text("Code"), .text("Place"), .text("Finding")]
  }
}

extension Diagnostic {
  /// Code with severity, place, text with advice.
  fileprivate func cells(_ language: Language) -> [Cell] {
    [
      .lines(code.description, [Format.name(severity, language)]), Cell(place(language)),
      .lines(message[language].capitalisedFirst, [advice?[language].capitalisedFirst].compactMap { $0 }),
    ]
  }

  func place(_ language: Language) -> String? {
    let position: String? = location?.line.map { line in
      let column = location?.column.map { ":\($0)" } ?? ""
      return (language == .russian ? "строка\(Format.space)" : "line\(Format.space)") + "\(line)\(column)"
    }
    let words = [position, field ?? location?.path].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
