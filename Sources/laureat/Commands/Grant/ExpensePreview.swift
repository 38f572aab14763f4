import Grants
import Primitives
import Reports
import Tables

/// How a table of expenses was understood, and what it makes of the project.
struct ExpensePreview {
  private let table: ExpenseTable
  private let added: [Expense]
  private let project: Project
  private let language = Speech.language

  /// - Parameter project: With the expenses.
  init(_ table: ExpenseTable, _ added: [Expense], _ project: Project) {
    self.table = table
    self.added = added
    self.project = project
  }

  private var total: Amount { added.map(\.amount).sum() }
  private func money(_ amount: Amount) -> String { Format.money(amount, project.currency, language) }

  var summary: String {
    local(
      ru: "расходов принято: \(added.count) на \(money(total)); \(project.balanceText)\n",
      en: "expenses taken: \(added.count), \(money(total)) in all; \(project.balanceText)\n")
  }

  var document: Document {
    let balance = project.balance()
    let titles = [
      local(ru: "Столбец", en: "Column"), local(ru: "Название в таблице", en: "Title in the table"),
      local(ru: "Понят как", en: "Understood as"),
    ]
    let columns = table.columns.map { column in
      Table.Row(
        .plain,
        [
          .text(CellPlace.letters(column.number)), .text(column.title.printable),
          .text(column.meaning?.name[language] ?? local(ru: "не прочитан", en: "not read")),
        ])
    }
    let columnsTitle = local(ru: "Как поняты столбцы", en: "How the columns are understood")
    var shown = project
    shown.expenses = added
    return Document(
      language: language, title: table.place.file.printable,
      details: [
        .init(local(ru: "Расходов", en: "Expenses"), .count(added.count)),
        .init(local(ru: "На сумму", en: "In all"), .text(money(total))),
        .init(
          local(ru: "Станет освоено из средств гранта", en: "Spent of the grant with them"), .text(money(balance.spent))
        ),
        .init(local(ru: "Останется", en: "Balance with them"), .text(money(balance.balance))),
      ],
      sections: [
        Document.Section(
          columnsTitle, [.table(Table(columnsTitle, columns: titles.map { .text($0) }, rows: columns))]),
        LedgerPart.expenses.section(of: shown),
      ])
  }

  /// `{file, sheet, columns: [{column, title, field}], rows, total, received, spent, balance, expenses}`.
  var json: JSON {
    let balance = project.balance()
    var shown = project
    shown.expenses = added
    return [
      "file": .string(table.place.file), "sheet": JSON(table.place.sheet),
      "columns": .array(
        table.columns.map { column in
          [
            "column": .string(CellPlace.letters(column.number)), "title": .string(column.title),
            "field": JSON(column.meaning?.rawValue),
          ]
        }),
      "rows": .integer(added.count), "total": JSON(total), "received": JSON(balance.received),
      "spent": JSON(balance.spent), "balance": JSON(balance.balance), "expenses": LedgerPart.expenses.json(of: shown),
    ]
  }
}
