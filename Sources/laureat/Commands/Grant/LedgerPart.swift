import Grants
import Primitives
import Reports

/// One kind of record of a project's ledger, as it is shown.
enum LedgerPart: String, CaseIterable {
  case budget, instalments, expenses, refunds, moves, indicators, checkpoints, texts

  /// Prints the records of a project.
  func print(of project: Project, _ common: CommonOptions) throws {
    let section = section(of: project)
    try common.print(
      json(of: project),
      or: Document(
        language: Speech.language, title: project.title, sections: section.blocks.isEmpty ? [] : [section]
      ).text(width: Terminal.width))
  }

  /// A table of the records; a section without blocks where there are none.
  ///
  /// - Parameter year: Told apart in the budget.
  func section(of project: Project, year: Int? = nil) -> Document.Section {
    if self == .budget {
      let budget = BudgetTable(project, year: year)
      let blocks = [.table(budget.table(title))] + (budget.note.map { [Document.Block.note($0)] } ?? [])
      return Document.Section(title, project.budget.isEmpty ? [] : blocks)
    }
    let rows = rows(of: project).map { Table.Row(.plain, $0) } + totals(of: project)
    return Document.Section(title, rows.isEmpty ? [] : [.table(Table(title, columns: columns, rows: rows))])
  }

  private var title: String {
    switch self {
    case .budget: local(ru: "Смета", en: "Budget")
    case .instalments: local(ru: "Транши", en: "Instalments")
    case .expenses: local(ru: "Расходы", en: "Expenses")
    case .refunds: local(ru: "Возвраты", en: "Refunds")
    case .moves: local(ru: "Перемещения между статьями", en: "Moves between lines")
    case .indicators: local(ru: "Показатели", en: "Indicators")
    case .checkpoints: local(ru: "Контрольные точки", en: "Checkpoints")
    case .texts: local(ru: "Тексты отчётов", en: "Texts of reports")
    }
  }

  private var columns: [Table.Column] {
    let (id, day, line, document, amount) = (
      Table.Column.text("id"), Table.Column.text(local(ru: "День", en: "Day")),
      Table.Column.text(local(ru: "Статья", en: "Line")), Table.Column.text(local(ru: "Документ", en: "Document")),
      Table.Column.figure(local(ru: "Сумма", en: "Amount"))
    )
    return switch self {
    case .budget: []
    case .instalments:
      [
        id, .text(local(ru: "Ожидался", en: "Planned on")), .figure(local(ru: "План", en: "Planned")),
        .text(local(ru: "Поступил", en: "Received on")), .figure(local(ru: "Факт", en: "Received")),
      ]
    case .expenses: [id, day, .text(local(ru: "Кому", en: "Payee")), document, line, amount]
    case .refunds: [id, day, .text(local(ru: "Куда", en: "Which way")), document, line, amount]
    case .moves:
      [
        id, day, .text(local(ru: "С", en: "From")), .text(local(ru: "На", en: "To")), amount,
        .text(local(ru: "Причина", en: "Reason")),
      ]
    case .indicators:
      [
        id, .text(local(ru: "Показатель", en: "Indicator")), .text(local(ru: "Единица", en: "Unit")),
        .figure(local(ru: "План", en: "Planned")), .figure(local(ru: "Факт", en: "Actual")),
        .text(local(ru: "Причина отклонения", en: "Reason of the deviation")),
      ]
    case .checkpoints:
      [
        id, .text(local(ru: "Что", en: "What")), .text(local(ru: "Срок", en: "Due")),
        .text(local(ru: "Сделано", en: "Done")), .text(local(ru: "Состояние", en: "Status")),
        .text(local(ru: "Подтверждение", en: "Evidence")),
      ]
    case .texts:
      [
        id, .text(local(ru: "Период", en: "Period")), .text(local(ru: "Раздел", en: "Section")),
        .figure(local(ru: "Знаков", en: "Characters")),
      ]
    }
  }

  private func rows(of project: Project) -> [[Cell]] {
    func money(_ amount: Amount?) -> Cell { amount.map { .money(Money($0, project.currency)) } ?? .missing }
    return switch self {
    case .budget: []
    case .instalments:
      project.instalments.map {
        [.text($0.id.description), cell($0.plannedOn), money($0.planned), cell($0.receivedOn), money($0.received)]
      }
    case .expenses:
      project.expenses.map { expense in
        let amount = Format.money(expense.amount, project.currency, Speech.language)
        return [
          .text(expense.id.description), .day(expense.date), cell(expense.payee),
          cell(expense.document?.name(Speech.language)),
          cell(expense.line),
          expense.source == .grant ? money(expense.amount) : .text(local(ru: "\(amount), своё", en: "\(amount), own")),
        ]
      }
    case .refunds:
      project.refunds.map { refund in
        [
          .text(refund.id.description), .day(refund.date),
          .text(
            refund.direction == .toFunder
              ? local(ru: "грантодателю", en: "to the funder") : local(ru: "от получателя платежа", en: "from a payee")),
          cell(refund.document?.name(Speech.language)), cell(refund.line), money(refund.amount),
        ]
      }
    case .moves:
      project.moves.map {
        [
          .text($0.id.description), .day($0.date), .text($0.from.description), .text($0.to.description),
          money($0.amount), .text($0.reason),
        ]
      }
    case .indicators: project.indicators.flatMap(rows)
    case .checkpoints:
      project.checkpoints.map {
        [
          .text($0.id.description), .text($0.title), .day($0.plannedOn), cell($0.actualOn),
          .text(Format.name($0.status, Speech.language)), cell($0.evidence),
        ]
      }
    case .texts:
      project.texts.map {
        [
          .text($0.id.description), .text(Format.span($0.period, Speech.language)),
          .text($0.title ?? $0.section.title[Speech.language]), .count($0.text.count),
        ]
      }
    }
  }

  /// What several instalments come to.
  private func totals(of project: Project) -> [Table.Row] {
    guard self == .instalments, project.instalments.count > 1 else { return [] }
    func money(_ amounts: [Amount]) -> Cell { .money(Money(amounts.sum(), project.currency)) }
    return [
      Table.Row(
        .total,
        [
          .text(local(ru: "Итого", en: "Total")), .blank, money(project.instalments.compactMap(\.planned)), .blank,
          money(project.instalments.compactMap(\.received)),
        ])
    ]
  }

  /// The lines with what was spent on each, whoever's money it was.
  func budgetRows(of project: Project) -> [(line: BudgetLine, spending: Spending)] {
    let spending = project.spendingByLine()
    return project.budget.map { ($0, spending[$0.id] ?? Spending()) }
  }

  /// The indicator, and under it its periods.
  private func rows(of indicator: Indicator) -> [[Cell]] {
    let unit = [indicator.unit, indicator.unitCode.map { local(ru: "ОКЕИ \($0)", en: "OKEI \($0)") }]
      .compactMap { $0 }.joined(separator: ", ")
    return [
      [
        .text(indicator.id.description), .text(indicator.title), cell(unit.isEmpty ? nil : unit),
        .decimal(indicator.planned), indicator.actual.map { .decimal($0) } ?? .missing, cell(indicator.deviationReason),
      ]
    ]
      + indicator.stages.map { stage in
        [
          .text(""), .text(Format.span(stage.period, Speech.language)), .text(""),
          stage.planned.map { .decimal($0) } ?? .missing, stage.actual.map { .decimal($0) } ?? .missing,
          cell(stage.deviationReason),
        ]
      }
  }

  private func cell(_ day: Day?) -> Cell { day.map { .day($0) } ?? .missing }
  private func cell(_ text: String?) -> Cell { text.map { .text($0) } ?? .missing }
  private func cell(_ id: Identifier?) -> Cell { cell(id?.description) }
}
