import Grants
import Primitives
import Reports

/// The budget as a table: what the lines cost and who pays for them, what was spent, and the sums below.
struct BudgetTable {
  private let project: Project
  /// The year whose spending is told beside the whole; nil for none.
  private let year: Int?
  private let language = Speech.language

  init(_ project: Project, year: Int? = nil) {
    self.project = project
    self.year = year
  }

  func table(_ title: String) -> Table {
    if project.budget.isEmpty { return Table(title, columns: [], rows: []) }
    return Table(
      title, columns: [.text("id"), .text(local(ru: "Статья", en: "Line"))] + columns.map(\.column),
      rows: rows + [total])
  }

  /// A column of figures: what it says of each line, and of all of them.
  private struct Figures {
    var column: Table.Column
    var cell: (BudgetLine) -> Cell
    var total: Cell
  }

  private var columns: [Figures] {
    let spending = project.spendingByLine()
    func spent(_ line: BudgetLine) -> Amount { spending[line.id]?.total ?? .zero }
    var columns = [calculation, amounts(local(ru: "План", en: "Planned")) { $0.planned }]
    for (title, part) in parts where project.budget.contains(where: { part($0) != nil }) {
      columns.append(amounts(title, part))
    }
    if let year {
      let ofYear = project.spendingByLine(in: Period(year: year))
      columns.append(
        amounts(local(ru: "Освоено за \(year) год", en: "Spent in \(year)")) { ofYear[$0.id]?.total ?? .zero })
    }
    let spentTitle =
      year == nil ? local(ru: "Освоено", en: "Spent") : local(ru: "Освоено с начала проекта", en: "Spent in all")
    columns.append(amounts(spentTitle, spent))
    columns.append(amounts(local(ru: "Неиспользованный план", en: "Unused plan")) { $0.planned - spent($0) })
    return columns.compactMap { $0 }
  }

  private var parts: [(String, (BudgetLine) -> Amount?)] {
    [
      (local(ru: "Из гранта", en: "Of the grant"), { $0.requested }), (local(ru: "Собственные", en: "Own"), { $0.own }),
      (local(ru: "Привлечённые", en: "Attracted"), { $0.attracted }),
    ]
  }

  /// Quantity times price, where a line says them.
  private var calculation: Figures? {
    guard project.budget.contains(where: { $0.quantity != nil || $0.price != nil }) else { return nil }
    return Figures(
      column: .figure(local(ru: "Количество × цена", en: "Quantity × price")),
      cell: { line in
        let quantity = [line.quantity.map { Format.decimal($0, language) }, line.unit].compactMap { $0 }
        let said = [quantity.joined(separator: " "), line.price.map { Format.amount($0, language) } ?? ""]
        let factors = said.filter { !$0.isEmpty }
        return factors.isEmpty ? .missing : .text(factors.joined(separator: " × "))
      }, total: .blank)
  }

  private func amounts(_ title: String, _ value: @escaping (BudgetLine) -> Amount?) -> Figures {
    Figures(
      column: .figure(title), cell: { line in value(line).map(money) ?? .missing },
      total: money(project.budget.compactMap(value).sum()))
  }

  private var rows: [Table.Row] {
    let columns = columns
    return project.budget.map { line in
      Table.Row(.plain, [.text(line.id.description), .text(line.title)] + columns.map { $0.cell(line) })
    }
  }

  private var total: Table.Row {
    Table.Row(.total, [.text(local(ru: "Итого", en: "Total")), .blank] + columns.map(\.total))
  }

  private func money(_ amount: Amount) -> Cell { .money(Money(amount, project.currency)) }
}
