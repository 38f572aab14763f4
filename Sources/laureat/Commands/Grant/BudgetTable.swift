import Grants
import Primitives
import Reports

/// The budget as a table: what the lines cost and who pays for them, what was spent, and the sums below.
struct BudgetTable {
  private let project: Project
  /// The year whose spending is told beside the whole; nil for none.
  private let year: Int?
  private let language = Speech.language
  private let spending: [Identifier?: Spending]
  /// Those of the budget, and nil for what was spent on none of them.
  private let lines: [BudgetLine?]

  init(_ project: Project, year: Int? = nil) {
    self.project = project
    self.year = year
    spending = project.spendingByLine()
    lines = project.budget + (spending[nil] == nil ? [] : [nil])
  }

  func table(_ title: String) -> Table {
    let figures = columns
    return Table(
      title, columns: [.text("id"), .text(local(ru: "Статья", en: "Line"))] + figures.map(\.column),
      rows: rows(figures) + [total(figures)])
  }

  /// A column of figures: what it says of each line, of what belongs to none, and of all.
  private struct Figures {
    var column: Table.Column
    var cell: (BudgetLine?) -> Cell
    var total: Cell
  }

  private var columns: [Figures] {
    var columns = [calculation, amounts(local(ru: "План", en: "Planned")) { $0?.planned }]
    columns += parts.map { title, part in amounts(title) { $0.flatMap(part) } }
    if let year {
      columns.append(
        spent(
          local(ru: "Освоено всего за \(year) год", en: "Spent in all in \(year)"), Period(year: year), \.total))
    }
    let whole = Period(start: nil, end: nil)
    let since = year == nil ? "" : local(ru: " с начала проекта", en: " since the project began")
    columns.append(spent(local(ru: "Освоено всего", en: "Spent in all") + since, whole, \.total))
    if project.ownSpent != .zero {
      columns.append(spent(local(ru: "в том числе из гранта", en: "of which of the grant") + since, whole, \.grant))
    }
    columns.append(
      amounts(local(ru: "Неиспользованный план", en: "Unused plan")) { line in
        line.map { $0.planned - (spending[$0.id]?.total ?? .zero) } ?? -(spending[nil]?.total ?? .zero)
      })
    return columns.compactMap { $0 }
  }

  private func spent(_ title: String, _ period: Period, _ part: @escaping (Spending) -> Amount) -> Figures {
    let spending = project.spendingByLine(in: period)
    return amounts(title) { spending[$0?.id].map(part) ?? .zero }
  }

  /// Whose money a line is planned with, where any line says so. Together they make up the plan.
  private var parts: [(String, (BudgetLine) -> Amount?)] {
    guard project.budget.contains(where: \.tellsSource) else { return [] }
    let others: [(String, (BudgetLine) -> Amount?)] = [
      (local(ru: "Собственные", en: "Own"), { $0.own }), (local(ru: "Привлечённые", en: "Attracted"), { $0.attracted }),
      (
        local(ru: "Собственные или привлечённые", en: "Own or attracted"),
        { $0.plannedOfUntold == .zero ? nil : $0.plannedOfUntold }
      ),
    ]
    return [(local(ru: "Из гранта", en: "Of the grant"), { $0.plannedOfGrant })]
      + others.filter { _, part in project.budget.contains { part($0) != nil } }
  }

  /// What of the shown sources is not as it was stated, but what is left of the plan; nil where all is.
  var note: String? {
    let assumed = project.budget.filter { $0.requested == nil && $0.plannedOfGrant != .zero }
    guard project.budget.contains(where: \.tellsSource), !assumed.isEmpty else { return nil }
    let titles = assumed.map { Format.quoted($0.title, language) }.joined(separator: ", ")
    return local(
      ru: "Сумма из гранта не названа, ею считается остаток плана: \(titles).",
      en: "No part of the grant is stated; what is left of the plan counts as such: \(titles).")
  }

  /// Quantity times price, where a line says them.
  private var calculation: Figures? {
    guard project.budget.contains(where: { $0.quantity != nil || $0.price != nil }) else { return nil }
    return Figures(
      column: .figure(local(ru: "Количество × цена", en: "Quantity × price")),
      cell: { line in
        let quantity = [line?.quantity.map { Format.decimal($0, language) }, line?.unit].compactMap { $0 }
        let said = [quantity.joined(separator: " "), line?.price.map { Format.amount($0, language) } ?? ""]
        let factors = said.filter { !$0.isEmpty }
        return factors.isEmpty ? .missing : .text(factors.joined(separator: " × "))
      }, total: .blank)
  }

  private func amounts(_ title: String, _ value: @escaping (BudgetLine?) -> Amount?) -> Figures {
    Figures(
      column: .figure(title), cell: { line in value(line).map(money) ?? .missing },
      total: money(lines.compactMap(value).sum()))
  }

  private func rows(_ figures: [Figures]) -> [Table.Row] {
    lines.map { line in
      Table.Row(
        .plain,
        [
          .text(line?.id.description ?? ""),
          .text(line?.title ?? local(ru: "Расходы без статьи", en: "Expenses without a line")),
        ] + figures.map { $0.cell(line) })
    }
  }

  private func total(_ figures: [Figures]) -> Table.Row {
    Table.Row(.total, [.text(local(ru: "Итого", en: "Total")), .blank] + figures.map(\.total))
  }

  private func money(_ amount: Amount) -> Cell { .money(Money(amount, project.currency)) }
}

extension BudgetLine {
  /// What is neither the grant's nor said to be own or attracted.
  fileprivate var plannedOfUntold: Amount { plannedOfOwn - (own ?? .zero) - (attracted ?? .zero) }
}
