package import Grants
package import Primitives

/// The tables of the financial part.
extension ReportedProject {
  func turnover(_ caption: String, _ language: Language) -> Table {
    let isRussian = language == .russian
    func row(_ title: String, _ value: (Turnover) -> Amount) -> Table.Row {
      Table.Row(.plain, [.text(title), .amount(value(inPeriod)), .amount(value(cumulative))])
    }
    let opening = Cell.amount(cumulative.balance - inPeriod.balance)
    let closing = Cell.amount(cumulative.balance)
    return Table(
      caption,
      columns: [
        .text(
          (isRussian ? "Показатель, " : "Figure, ") + Format.symbol(project.currency, language)),
        .figure(isRussian ? "За период" : "In the period"), .figure(isRussian ? "С начала проекта" : "Since the start"),
      ],
      rows: [
        Table.Row(
          .plain,
          [.text(isRussian ? "Остаток средств на начало периода" : "Money in hand at the beginning"), opening, .blank]),
        row(isRussian ? "Поступило" : "Received", \.received), row(isRussian ? "Освоено" : "Spent", \.spent),
        row(isRussian ? "Возвращено грантодателю" : "Returned to the funder", \.refunded),
        Table.Row(
          .total,
          [.text(isRussian ? "Остаток средств на конец периода" : "Money in hand at the end"), closing, closing]),
      ])
  }

  func instalments(_ caption: String, _ language: Language) -> Table? {
    let isRussian = language == .russian
    let rows = project.instalments.map { instalment in
      Table.Row(
        .plain,
        [
          Cell(instalment.plannedOn), Cell(instalment.planned), Cell(instalment.receivedOn), Cell(instalment.received),
          Cell(instalment.document?.name(language)),
        ])
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      caption,
      columns: [
        .text(isRussian ? "План, дата" : "Due on"), .figure(isRussian ? "План, сумма" : "Amount due"),
        .text(isRussian ? "Факт, дата" : "Received on"), .figure(isRussian ? "Факт, сумма" : "Amount received"),
        .text(isRussian ? "Документ" : "Document"),
      ], rows: rows)
  }

  func budgetTable(_ caption: String, _ language: Language) -> Table? {
    let isRussian = language == .russian
    let lines = budgetRows(language)
    if lines.isEmpty { return nil }
    let total = budgetTotal(of: lines, language)
    return Table(
      caption,
      columns: [
        .text(isRussian ? "Статья, причина расхождения" : "Budget line, reason of the divergence"),
        .figure(isRussian ? "План" : "Planned"),
        .figure(isRussian ? "Поступило за\(Format.space)вычетом возвратов" : "Received net of returns"),
        .figure(isRussian ? "Освоено" : "Spent"),
        .figure(isRussian ? "в\(Format.space)том числе за\(Format.space)период" : "of which in the period"),
        .figure(isRussian ? "Неиспользованный план" : "Unused plan"),
      ], rows: (lines.map { ($0, Table.Row.Kind.plain) } + [(total, .total)]).flatMap { tableRows($0, $1, language) })
  }

  /// A row, and below it whose money it is, where not all of it is the grant's.
  private func tableRows(_ row: BudgetRow, _ kind: Table.Row.Kind, _ language: Language) -> [Table.Row] {
    func figures(_ fact: PlanAndFact?, _ inPeriod: Amount, received: Cell) -> [Cell] {
      [Cell(fact?.planned), received, Cell(fact?.spent), Cell(fact.map { _ in inPeriod }), Cell(fact?.balance)]
    }
    let isRussian = language == .russian
    let title = Cell.lines(row.title, [row.reason].compactMap { $0 })
    var rows = [
      Table.Row(
        kind == .plain && row.own != nil ? .group : kind,
        [title] + figures(row.fact, row.inPeriod.total, received: Cell(row.received)))
    ]
    if let own = row.own {
      let parts = [
        (isRussian ? "из средств гранта" : "of the grant", row.grant, row.inPeriod.grant, Cell(row.received)),
        (isRussian ? "собственные и привлечённые средства" : "own and attracted money", own, row.inPeriod.own, .blank),
      ]
      // Below the total stands what belongs to it, so that a reader of the foot has all of it.
      let isTotal = kind == .total
      rows += parts.map { title, fact, inPeriod, received in
        Table.Row(
          isTotal ? .total : .part,
          [.text((isTotal ? "\u{A0}\u{A0}" : "") + title)] + figures(fact, inPeriod, received: received)
        )
      }
    }
    return rows
  }

  func budgetNote(_ language: Language) -> String {
    let isDivided = budget.contains { $0.received != nil }
    let sentences =
      language == .russian
      ? [
        "С начала проекта по последний день периода. План и освоение\(Format.space)— из всех источников, поступления\(Format.space)— средства "
          + "гранта за вычетом возвращённого грантодателю. Неиспользованный план\(Format.space)— план без освоенного.",
        isDivided
          ? "Поступления указаны так, как были распределены при зачислении: перемещения между статьями их не меняют."
          : "По статьям поступления не распределялись.",
      ]
      : [
        "From the start of the project to the last day of the period. Planned and spent are of all sources, received is "
          + "the grant's money net of what was returned to the funder. The unused plan is the plan less what was spent.",
        isDivided
          ? "Receipts stand as they were divided when they came in: moves between lines do not change them."
          : "Receipts are not divided among the lines.",
      ]
    return sentences.joined(separator: " ")
  }

  func moves(_ caption: String, _ language: Language) -> Table? {
    let isRussian = language == .russian
    guard !project.moves.isEmpty else { return nil }
    let rows = project.moves.map { move in
      Table.Row(
        .plain,
        [
          .day(move.date), .text(lineTitle(move.from)), .lines(lineTitle(move.to), [move.reason]),
          .amount(move.amount),
        ])
    }
    return Table(
      caption,
      columns: [
        .text(isRussian ? "Дата" : "Date"), .text(isRussian ? "Со статьи" : "From line"),
        .text(isRussian ? "На статью, основание" : "To line, reason"), .figure(isRussian ? "Сумма" : "Amount"),
      ], rows: rows)
  }

  /// The expenses of the period by their days, as a register lists them.
  var register: [Expense] {
    project.expenses.sorted {
      ($0.date, $0.document?.number ?? "", $0.id) < ($1.date, $1.document?.number ?? "", $1.id)
    }
  }

  func expenses(_ caption: String, _ language: Language) -> Table? {
    let isRussian = language == .russian
    guard !project.expenses.isEmpty else { return nil }
    let rows = register.map { expense in
      let line = expense.line.map(lineTitle) ?? expense.note ?? Cell.missing.text(language)
      let more = [expense.payee, expense.source == .own ? Format.name(.own, language) : nil].compactMap { $0 }
      return Table.Row(
        .plain,
        [.day(expense.date), .lines(line, more), Cell(expense.document?.name(language)), .amount(expense.amount)])
    }
    let totals = registerTotals(language).map { words, amount in
      Table.Row(.total, [.text(words), .blank, .blank, .amount(amount)])
    }
    return Table(
      caption,
      columns: [
        .text(isRussian ? "Дата" : "Date"), .text(isRussian ? "Статья, получатель платежа" : "Budget line, payee"),
        .text(isRussian ? "Документ" : "Document"), .figure(isRussian ? "Сумма" : "Amount"),
      ], rows: rows + totals)
  }

  /// What leads from the sum of the register to what was spent of the grant in the period.
  private func registerTotals(_ language: Language) -> [(String, Amount)] {
    let isRussian = language == .russian
    let all = project.expenses.map(\.amount).sum()
    let own = project.expenses.filter { $0.source == .own }.map(\.amount).sum()
    let returned = project.refunds.filter { $0.direction == .fromPayee }.map(\.amount).sum()
    let hasOwn = own != .zero
    let hasReturns = returned != .zero
    let ofGrant = (isRussian ? "Итого за счёт гранта" : "Total from the grant", all - own)
    return
      (hasOwn
      ? [
        (isRussian ? "Всего" : "In all", all),
        (isRussian ? "из них собственные средства" : "of which own funds", own),
      ] : []) + [ofGrant]
      + (hasReturns
        ? [
          (isRussian ? "Возвращено получателями платежей" : "Returned by payees", returned),
          (isRussian ? "Освоено за период" : "Spent in the period", all - own - returned),
        ] : [])
  }

  func refunds(_ caption: String, _ language: Language) -> Table? {
    let isRussian = language == .russian
    guard !project.refunds.isEmpty else { return nil }
    let rows = project.refunds.map { refund in
      Table.Row(
        .plain,
        [
          .day(refund.date),
          .lines(Format.name(refund.direction, language).capitalisedFirst, [refund.reason].compactMap { $0 }),
          Cell(refund.document?.name(language)), .amount(refund.amount),
        ])
    }
    return Table(
      caption,
      columns: [
        .text(isRussian ? "Дата" : "Date"), .text(isRussian ? "Возврат" : "Refund"),
        .text(isRussian ? "Документ" : "Document"), .figure(isRussian ? "Сумма" : "Amount"),
      ], rows: rows)
  }
}

extension Agreement {
  /// «№ 5 от 01.03.2020».
  func name(_ language: Language) -> String { numbered(number, date, language) }
}

extension PaymentDocument {
  /// «платёжное поручение № 17 от 01.03.2020»; nil where it says nothing.
  package func name(_ language: Language) -> String? {
    let words = [kind, numbered(number, date, language)].compactMap { $0 }.filter { !$0.isEmpty }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

private func numbered(_ number: String?, _ date: Day?, _ language: Language) -> String {
  let day = date.map { (language == .russian ? "от" : "of") + "\(Format.space)\(Format.day($0, .table, language))" }
  // Some type the sign with the number.
  let bare = number.map { $0.trimmingPrefix("№").trimmingPrefix(while: \.isWhitespace) }
  // «б/н» says that there is none.
  let named = bare.map { $0.lowercased() == "б/н" ? String($0) : "№\(Format.space)\($0)" }
  return [named, day].compactMap { $0 }.joined(separator: " ")
}
