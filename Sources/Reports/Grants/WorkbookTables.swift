internal import Grants
internal import Primitives

/// The tables of the workbook of a report: each part of all projects in one currency is one table with a column for every
/// single thing, to choose and to calculate by.
struct WorkbookTables {
  private let projects: [ReportedProject]
  private let language: Language
  /// A column says which, where there are several.
  private let namesProject: Bool
  /// Of the currency, where there are several.
  private let suffix: String
  /// Nil for a period that is over.
  private let today: Day?

  init(_ projects: [ReportedProject], of report: GrantReport, _ language: Language, today: Day?) {
    self.projects = projects
    self.language = language
    self.today = today
    namesProject = report.projects.count > 1
    suffix = report.currencies.count > 1 ? projects.first.map { ", \($0.project.currency.code)" } ?? "" : ""
  }

  /// Nil for a part with nothing in it, and for one that is no table here.
  func table(_ part: ReportLayout.Part, _ language: Language) -> Table? {
    var table = table(part.part)
    table?.caption = part.title(language) + suffix
    return table
  }

  private func table(_ part: ReportPart) -> Table? {
    switch part {
    case .summary, .project, .narrative: nil
    case .money: money
    case .budget: budget
    case .instalments: instalments
    case .moves: moves
    case .expenses: expenses
    case .refunds: refunds
    case .indicators: indicators
    case .checkpoints: checkpoints
    }
  }

  private var isRussian: Bool { language == .russian }

  /// - Parameter totals: The row below all; made from the rows, so that it says what they add up to.
  private func table(
    _ part: ReportPart, _ columns: [Table.Column], totals: (([[Cell]]) -> [Cell])? = nil,
    _ rows: (ReportedProject) -> [[Cell]]
  ) -> Table? {
    let cells = projects.flatMap { reported in
      rows(reported).map { (namesProject ? [.text(reported.project.title)] : []) + $0 }
    }
    guard !cells.isEmpty else { return nil }
    var all = cells.map { Table.Row(.plain, $0) }
    if let totals {
      let sums = totals(cells.map { namesProject ? Array($0.dropFirst()) : $0 })
      all.append(Table.Row(.total, (namesProject ? [.text(total), .blank] + sums.dropFirst() : sums), isSum: true))
    }
    return Table(
      part.title[language],
      columns: (namesProject ? [.text(isRussian ? "Проект" : "Project")] : []) + columns, rows: all)
  }

  private var total: String { isRussian ? "Итого" : "Total" }

  /// The sums of the columns with amounts; others stay empty.
  private func sums(_ rows: [[Cell]]) -> [Cell] {
    guard let width = rows.first?.count else { return [] }
    return [.text(total)]
      + (1..<width).map { column in
        let amounts = rows.compactMap { row in if case .amount(let amount) = row[column] { amount } else { nil } }
        return amounts.isEmpty ? .blank : .amount(amounts.sum())
      }
  }

  // MARK: Money

  /// Project by project what there was, came in, went out and is left: the last from the others, by a formula.
  private var money: Table? {
    guard !projects.isEmpty else { return nil }
    let balance = Table.Column.Balance(adding: [1, 2], taking: [3, 4])
    var rows = projects.map { reported in
      Table.Row(
        .plain,
        [.text(reported.project.title)]
          + [
            reported.cumulative.balance - reported.inPeriod.balance, reported.inPeriod.received,
            reported.inPeriod.spent, reported.inPeriod.refunded, reported.cumulative.balance,
            reported.cumulative.received, reported.cumulative.spent, reported.cumulative.refunded,
          ].map(Cell.amount))
    }
    if rows.count > 1 { rows.append(Table.Row(.total, sums(rows.map(\.cells)), isSum: true)) }
    return Table(
      ReportPart.money.title[language],
      columns: [
        .text(isRussian ? "Проект" : "Project"),
        .figure(isRussian ? "Остаток на начало периода" : "In hand at the beginning"),
        .figure(isRussian ? "Поступило за период" : "Received in the period"),
        .figure(isRussian ? "Освоено за период" : "Spent in the period"),
        .figure(isRussian ? "Возвращено грантодателю за период" : "Returned to the funder in the period"),
        .figure(isRussian ? "Остаток на конец периода" : "In hand at the end", balance: balance),
        .figure(isRussian ? "Поступило с начала проекта" : "Received since the start"),
        .figure(isRussian ? "Освоено с начала проекта" : "Spent since the start"),
        .figure(isRussian ? "Возвращено с начала проекта" : "Returned since the start"),
      ], rows: rows)
  }

  private var budget: Table? {
    // Whose money it is needs saying only where not all of it is the grant's.
    let namesSources = projects.contains { $0.budgetRows(language).contains { $0.own != nil } }
    return table(
      .budget,
      [
        .text(isRussian ? "Статья" : "Budget line"), .figure(isRussian ? "План" : "Planned"),
        .figure(isRussian ? "Поступило за вычетом возвратов" : "Received net of returns"),
        .figure(isRussian ? "Освоено" : "Spent"),
        .figure(isRussian ? "В том числе за период" : "Of which in the period"),
        .figure(isRussian ? "Неиспользованный план" : "Unused plan"),
        .text(isRussian ? "Причина расхождения" : "Reason of the divergence"),
      ] + (namesSources ? sourceColumns : []), totals: sums
    ) { reported in
      reported.budgetRows(language).map { line in
        [.text(line.title), Cell(line.fact?.planned), Cell(line.received)]
          + [Cell(line.fact?.spent), Cell(line.fact.map { _ in line.inPeriod.total }), Cell(line.fact?.balance)]
          + [Cell(line.reason)]
          + (namesSources
            ? cells(line.grant, line.inPeriod.grant)
              + cells(line.fact.map { _ in line.own ?? PlanAndFact() }, line.inPeriod.own) : [])
      }
    }
  }

  private var sourceColumns: [Table.Column] {
    (isRussian
      ? [
        "Грант: план", "Грант: освоено", "Грант: в том числе за период", "Грант: неиспользованный план",
        "Собственные и привлечённые: план", "Собственные и привлечённые: освоено",
        "Собственные и привлечённые: в том числе за период", "Собственные и привлечённые: неиспользованный план",
      ]
      : [
        "Grant: planned", "Grant: spent", "Grant: of which in the period", "Grant: unused plan",
        "Own and attracted: planned", "Own and attracted: spent", "Own and attracted: of which in the period",
        "Own and attracted: unused plan",
      ]).map { .figure($0) }
  }

  private func cells(_ fact: PlanAndFact?, _ inPeriod: Amount) -> [Cell] {
    [Cell(fact?.planned), Cell(fact?.spent), Cell(fact.map { _ in inPeriod }), Cell(fact?.balance)]
  }

  private var instalments: Table? {
    table(
      .instalments,
      [
        .text(isRussian ? "План, дата" : "Due on"), .figure(isRussian ? "План, сумма" : "Amount due"),
        .text(isRussian ? "Факт, дата" : "Received on"), .figure(isRussian ? "Факт, сумма" : "Amount received"),
      ] + documentColumns, totals: sums
    ) { reported in
      reported.project.instalments.map { instalment in
        [Cell(instalment.plannedOn), Cell(instalment.planned), Cell(instalment.receivedOn), Cell(instalment.received)]
          + cells(instalment.document)
      }
    }
  }

  private var moves: Table? {
    table(
      .moves,
      [
        .text(isRussian ? "Со статьи" : "From line"), .text(isRussian ? "На статью" : "To line"),
        .text(isRussian ? "Дата" : "Date"), .figure(isRussian ? "Сумма" : "Amount"),
        .text(isRussian ? "Основание" : "Reason"),
      ]
    ) { reported in
      reported.project.moves.map { move in
        [
          .text(reported.lineTitle(move.from)), .text(reported.lineTitle(move.to)), .day(move.date),
          .amount(move.amount), .text(move.reason),
        ]
      }
    }
  }

  private var expenses: Table? {
    table(
      .expenses,
      [
        .text(isRussian ? "Статья" : "Budget line"), .text(isRussian ? "Дата" : "Date"),
        .text(isRussian ? "Получатель платежа" : "Payee"),
      ] + documentColumns + [
        .figure(isRussian ? "Из средств гранта" : "From the grant"),
        .figure(isRussian ? "Из собственных средств" : "From own funds"), .text(isRussian ? "Примечание" : "Remark"),
      ], totals: sums
    ) { reported in
      reported.register.map { expense in
        [Cell(expense.line.map(reported.lineTitle)), .day(expense.date), Cell(expense.payee)]
          + cells(expense.document) + [
            expense.source == .grant ? .amount(expense.amount) : .blank,
            expense.source == .own ? .amount(expense.amount) : .blank, Cell(expense.note),
          ]
      }
    }
  }

  private var refunds: Table? {
    table(
      .refunds,
      [
        .text(isRussian ? "Статья" : "Budget line"), .text(isRussian ? "Дата" : "Date"),
      ] + documentColumns + [
        .figure(isRussian ? "Грантодателю" : "To the funder"),
        .figure(isRussian ? "От получателей платежей" : "From payees"), .text(isRussian ? "Причина" : "Reason"),
      ], totals: sums
    ) { reported in
      reported.project.refunds.map { refund in
        [Cell(refund.line.map(reported.lineTitle)), .day(refund.date)] + cells(refund.document) + [
          refund.direction == .toFunder ? .amount(refund.amount) : .blank,
          refund.direction == .fromPayee ? .amount(refund.amount) : .blank, Cell(refund.reason),
        ]
      }
    }
  }

  private var documentColumns: [Table.Column] {
    [
      .text(isRussian ? "Вид документа" : "Document"), .text(isRussian ? "Номер документа" : "Document number"),
      .text(isRussian ? "Дата документа" : "Document day"),
    ]
  }

  private func cells(_ document: PaymentDocument?) -> [Cell] {
    [Cell(document?.kind), Cell(document?.number), Cell(document?.date)]
  }

  // MARK: Results

  private var indicators: Table? {
    table(
      .indicators,
      [
        .text(isRussian ? "Показатель" : "Indicator"), .text(isRussian ? "С" : "From"),
        .text(isRussian ? "По" : "To"), .text(isRussian ? "Единица" : "Unit"), .figure(isRussian ? "План" : "Planned"),
        .figure(isRussian ? "Факт" : "Actual"), .figure(isRussian ? "Отклонение" : "Deviation"),
        .text(isRussian ? "Причина отклонения" : "Reason"),
      ]
    ) { reported in
      reported.project.indicators.flatMap { indicator in
        IndicatorFigures.of(indicator).map { figures in
          [
            .text(indicator.title), Cell(figures.period?.start), Cell(figures.period?.end), Cell(indicator.unitName),
            Cell(figures.planned), Cell(figures.actual), Cell(figures.deviation), Cell(figures.reason),
          ]
        }
      }
    }
  }

  private var checkpoints: Table? {
    table(
      .checkpoints,
      [
        .text(isRussian ? "Контрольная точка" : "Checkpoint"), .text(isRussian ? "Срок" : "Due on"),
        .text(isRussian ? "Дата исполнения" : "Done on"), .text(isRussian ? "Состояние" : "Status"),
        .text(isRussian ? "Подтверждение" : "Evidence"),
      ]
    ) { reported in
      reported.project.checkpoints.map { checkpoint in
        [
          .text(checkpoint.title), .day(checkpoint.plannedOn), Cell(checkpoint.actualOn),
          .text(Format.status(of: checkpoint, today: today, language)), Cell(checkpoint.evidence),
        ]
      }
    }
  }
}
