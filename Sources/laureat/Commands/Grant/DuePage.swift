import Grants
import Primitives
import Reports

/// The reports owed on a project as a person reads them, by the days they are due.
struct DuePage {
  private let project: Project
  private let obligations: [Obligation]
  private let calendar: WorkCalendar
  private let language = Speech.language

  init(_ project: Project, _ obligations: [Obligation], _ calendar: WorkCalendar) {
    self.project = project
    self.obligations = obligations.sorted { $0.order(by: calendar) < $1.order(by: calendar) }
    self.calendar = calendar
  }

  var text: String {
    TextTable(
      [
        .init("id"), .init(local(ru: "Отчёт", en: "Report")), .init(local(ru: "За дни", en: "Days")),
        .init(local(ru: "Срок", en: "Due")), .flexible(local(ru: "По правилу", en: "By the rule")),
        .flexible(local(ru: "Кому", en: "To whom")), .init(local(ru: "Состояние", en: "Status")),
        .number(local(ru: "Исправление", en: "Correction")),
      ], rows: rows.map { $0 }
    ).render(width: Terminal.tableWidth, language: language)
  }

  private var rows: [[String]] {
    obligations.map { obligation in
      [
        obligation.id.description, Format.name(obligation.kind, language), Format.span(obligation.period, language),
        obligation.dueDay(by: calendar).map { Format.day($0, .table, language) } ?? "—",
        obligation.due.title[language], obligation.recipient ?? project.funder.title,
        Format.name(obligation.status, language), String(obligation.correctionNumber),
      ]
    }
  }

  /// The section that shows them with the rest of the project.
  var section: Document.Section {
    let title = local(ru: "Отчёты", en: "Reports")
    let titles = [
      "id", local(ru: "Отчёт", en: "Report"), local(ru: "За дни", en: "Days"), local(ru: "Срок", en: "Due"),
      local(ru: "Кому", en: "To whom"), local(ru: "Состояние", en: "Status"),
    ]
    let rows = rows.map { row in Table.Row(.plain, [0, 1, 2, 3, 5, 6].map { .text(row[$0]) }) }
    return Document.Section(
      title, rows.isEmpty ? [] : [.table(Table(title, columns: titles.map { .text($0) }, rows: rows))])
  }

  /// A list of `{id, kind, start, end, due, rule, recipient, status, correctionNumber, note, history}`.
  var json: JSON {
    .array(
      obligations.map { obligation in
        [
          "id": JSON(obligation.id), "kind": .string(obligation.kind.rawValue),
          "start": JSON(obligation.period.start), "end": JSON(obligation.period.end),
          "due": JSON(obligation.dueDay(by: calendar)), "rule": JSON(obligation.due),
          "recipient": .string(obligation.recipient ?? project.funder.title),
          "status": .string(obligation.status.rawValue), "correctionNumber": .integer(obligation.correctionNumber),
          "note": JSON(obligation.note), "history": .array(obligation.history.changes.map { JSON.change($0) }),
        ]
      })
  }
}

extension Obligation {
  fileprivate func order(by calendar: WorkCalendar) -> (Day, Identifier) {
    (dueDay(by: calendar) ?? .lastDay(of: 9999), id)
  }
}
