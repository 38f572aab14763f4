import Contests
import Exchange
import Primitives
import Reports
import Tables

extension TablePreview {
  /// The preview as a person reads it; nil for a file that could not be read as a table.
  ///
  /// - Parameter status: How the file would be taken.
  func document(_ file: String, _ status: GroupStatus) -> Document? {
    guard let survey, survey.header != nil else { return nil }
    let language = Speech.language
    var details: [Document.Detail] = []
    if let sheet = survey.place.sheet { details.append(.init(local(ru: "Лист", en: "Sheet"), .text(sheet.printable))) }
    details.append(.init(local(ru: "Строк с заявками", en: "Rows of applications"), .count(survey.records)))
    return Document(
      language: language, title: file.printable, details: details,
      sections: [columnSection] + (rows.isEmpty ? [] : [rowSection(status, language)]))
  }

  private var columnSection: Document.Section {
    let title = local(ru: "Как поняты столбцы", en: "How the columns are understood")
    let titles = [
      local(ru: "Столбец", en: "Column"), local(ru: "Название в таблице", en: "Title in the table"),
      local(ru: "Понят как", en: "Understood as"),
    ]
    let rows = columns.map { column in
      Table.Row(
        .plain,
        [
          .text(CellPlace.letters(column.number)), .text(column.title.printable),
          .text(column.field?.name[Speech.language] ?? local(ru: "не прочитан", en: "not read")),
        ])
    }
    return Document.Section(title, [.table(Table(title, columns: titles.map { .text($0) }, rows: rows))])
  }

  private func rowSection(_ status: GroupStatus, _ language: Language) -> Document.Section {
    Document.Section(
      local(ru: "Первые строки", en: "The first rows"),
      subsections: rows.map { row in
        let fate = self.status(of: row, in: status).fate[language]
        let details = row.entry.map { entry in
          values(of: entry).map { field, value in
            Document.Detail(field.name[language], .text(value.text(language).printable))
          }
        }
        return Document.Section(
          local(ru: "Строка \(row.row): \(fate)", en: "Row \(row.row): \(fate)"), details.map { [.details($0)] } ?? [])
      })
  }

  /// `{sheet, otherSheets, header, rows, columns: [{column, title, field}], first: [{row, status, fields}]}`.
  func json(_ status: GroupStatus) -> JSON {
    guard let survey else { return nil }
    return [
      "sheet": JSON(survey.place.sheet), "otherSheets": .integer(survey.otherSheets),
      "header": JSON(survey.header?.row), "rows": .integer(survey.records),
      "columns": .array(
        columns.map { column in
          [
            "column": .string(CellPlace.letters(column.number)), "title": .string(column.title),
            "field": JSON(column.field?.rawValue),
          ]
        }),
      "first": .array(
        rows.map { row in
          [
            "row": .integer(row.row), "status": .string(self.status(of: row, in: status).rawValue),
            "fields": row.entry.map { entry in
              .object(Dictionary(uniqueKeysWithValues: values(of: entry).map { ($0.field.rawValue, $0.value.json) }))
            } ?? nil,
          ]
        }),
    ]
  }
}

extension RecordStatus {
  /// What would become of a row.
  fileprivate var fate: LocalizedText {
    switch self {
    case .accepted: LocalizedText(ru: "будет принята", en: "would be taken")
    case .updated: LocalizedText(ru: "обновит заявку", en: "would update its entry")
    case .unchanged: LocalizedText(ru: "ничего не изменит", en: "would change nothing")
    case .rejected: LocalizedText(ru: "будет отклонена", en: "would be refused")
    }
  }
}
