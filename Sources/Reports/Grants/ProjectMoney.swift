internal import Grants
internal import Primitives

/// The tables of the financial part.
extension ReportedProject {
  func turnover(_ language: Language) -> Table {
    let isRussian = language == .russian
    func row(_ title: String, _ value: (Turnover) -> Amount) -> Table.Row {
      Table.Row(.plain, [.text(title), .amount(value(inPeriod)), .amount(value(cumulative))])
    }
    let opening = Cell.amount(cumulative.balance - inPeriod.balance)
    let closing = Cell.amount(cumulative.balance)
    return Table(
      (isRussian ? "Движение средств гранта, " : "Movement of the grant, ") + Format.symbol(project.currency, language),
      columns: [
        .text(isRussian ? "Показатель" : "Figure"), .figure(isRussian ? "За период" : "In the period"),
        .figure(isRussian ? "С начала проекта" : "Since the start"),
      ],
      rows: [
        Table.Row(
          .plain, [.text(isRussian ? "Остаток на начало периода" : "Balance at the beginning"), opening, .blank]),
        row(isRussian ? "Поступило" : "Received", \.received), row(isRussian ? "Освоено" : "Spent", \.spent),
        row(isRussian ? "Возвращено грантодателю" : "Returned to the funder", \.refunded),
        Table.Row(
          .total, [.text(isRussian ? "Остаток на конец периода" : "Balance at the end"), closing, closing]),
      ])
  }

  func instalments(_ language: Language) -> Table? {
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
      isRussian ? "Поступления за период" : "Instalments of the period",
      columns: [
        .text(isRussian ? "План, дата" : "Due on"), .figure(isRussian ? "План, сумма" : "Amount due"),
        .text(isRussian ? "Факт, дата" : "Received on"), .figure(isRussian ? "Факт, сумма" : "Amount received"),
        .text(isRussian ? "Документ" : "Document"),
      ], rows: rows)
  }

  func budgetTable(_ language: Language) -> Table? {
    let isRussian = language == .russian
    guard !budget.isEmpty else { return nil }
    let rows = budget.map { line in
      Table.Row(
        .plain,
        [
          .lines(line.title, [line.divergenceReason].compactMap { $0 }), .amount(line.planned), .amount(line.spent),
          .amount(line.balance),
        ])
    }
    let sums = [budget.map(\.planned), budget.map(\.spent), budget.map(\.balance)].map { Cell.amount($0.sum()) }
    return Table(
      isRussian ? "Исполнение бюджета с начала проекта" : "Budget and spending since the start",
      columns: [
        .text(isRussian ? "Статья" : "Budget line"), .figure(isRussian ? "План" : "Planned"),
        .figure(isRussian ? "Освоено" : "Spent"), .figure(isRussian ? "Остаток" : "Left"),
      ], rows: rows + [Table.Row(.total, [.text(isRussian ? "Итого" : "Total")] + sums)])
  }

  func expenses(_ language: Language) -> Table? {
    let isRussian = language == .russian
    guard !project.expenses.isEmpty else { return nil }
    let rows = project.expenses.map { expense in
      let line = expense.line.map(lineTitle) ?? expense.note ?? Cell.missing.text(language)
      let more = [expense.payee, expense.source == .own ? Format.name(.own, language) : nil].compactMap { $0 }
      return Table.Row(
        .plain,
        [.day(expense.date), .lines(line, more), Cell(expense.document?.name(language)), .amount(expense.amount)])
    }
    let total = project.expenses.filter { $0.source == .grant }.map(\.amount).sum()
    let words = isRussian ? "Итого за счёт гранта" : "Total from the grant"
    return Table(
      isRussian ? "Реестр расходов за период" : "Expenses of the period",
      columns: [
        .text(isRussian ? "Дата" : "Date"), .text(isRussian ? "Статья, получатель платежа" : "Budget line, payee"),
        .text(isRussian ? "Документ" : "Document"), .figure(isRussian ? "Сумма" : "Amount"),
      ], rows: rows + [Table.Row(.total, [.text(words), .blank, .blank, .amount(total)])])
  }

  func refunds(_ language: Language) -> Table? {
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
      isRussian ? "Возвраты за период" : "Refunds of the period",
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
  func name(_ language: Language) -> String? {
    let words = [kind, numbered(number, date, language)].compactMap { $0 }.filter { !$0.isEmpty }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

private func numbered(_ number: String?, _ date: Day?, _ language: Language) -> String {
  let day = date.map { (language == .russian ? "от" : "of") + "\(Format.space)\(Format.day($0, .table, language))" }
  return [number.map { "№\(Format.space)\($0)" }, day].compactMap { $0 }.joined(separator: " ")
}
