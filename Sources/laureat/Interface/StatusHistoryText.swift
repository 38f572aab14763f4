import Primitives
import Reports

/// A history of states as a table.
enum StatusHistoryText {
  static func text(_ changes: [(status: String, date: Day, reason: String?)]) -> String {
    TextTable(
      [
        .init(local(ru: "С какого дня", en: "Since")), .init(local(ru: "Состояние", en: "Status")),
        .flexible(local(ru: "Причина", en: "Reason")),
      ],
      rows: changes.map { [Format.day($0.date, .table, Speech.language), $0.status, $0.reason ?? ""] }
    ).render(width: Terminal.tableWidth, language: Speech.language)
  }
}
