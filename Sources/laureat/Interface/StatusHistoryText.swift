import Primitives
import Reports

/// A history of states for a person to read.
struct StatusHistoryText<Status: Lifecycle> {
  private let changes: [StatusChange<Status>]
  private let language = Speech.language

  init(_ history: StatusHistory<Status>) {
    changes = history.changes
  }

  var json: JSON { .array(changes.map { JSON.change($0) }) }

  /// The table that the status commands print.
  var text: String {
    TextTable(
      [.init(titles[0]), .init(titles[1]), .flexible(titles[2])], rows: rows
    ).render(width: Terminal.tableWidth, language: language)
  }

  /// The section that shows it with the rest of an entry or project.
  var section: Document.Section {
    let title = local(ru: "История", en: "History")
    let rows = rows.map { Table.Row(.plain, $0.map { .text($0) }) }
    return Document.Section(title, [.table(Table(title, columns: titles.map { .text($0) }, rows: rows))])
  }

  private var titles: [String] {
    [local(ru: "С какого дня", en: "Since"), local(ru: "Состояние", en: "Status"), local(ru: "Причина", en: "Reason")]
  }

  private var rows: [[String]] {
    changes.map { [Format.day($0.date, .table, language), Format.name($0.status, language), $0.reason ?? ""] }
  }
}
