internal import Grants
internal import Primitives

/// The pictures of one project.
extension ReportedProject {
  /// Plan and fact of the budget lines; the table of the budget tells the same.
  func budgetChart(_ language: Language) -> Chart? {
    let isRussian = language == .russian
    let lines = budgetRows(language).compactMap { row in row.fact.map { (title: row.title, fact: $0) } }
    return Chart(
      (isRussian ? "План и факт по статьям, " : "Plan and fact by line, ") + Format.symbol(project.currency, language),
      .bars, heading: isRussian ? "Статья" : "Budget line", categories: lines.map { .text($0.title) },
      series: [
        .init(isRussian ? "План" : "Planned", lines.map { .amount($0.fact.planned) }),
        .init(isRussian ? "Освоено" : "Spent", lines.map { bar(of: $0.fact.spent) }),
      ], isToldByNextTable: true
    ).ifItShowsSomething
  }

  /// None where payees gave back more than was spent: a bar has no way to show it, the table says it.
  private func bar(of amount: Amount) -> Cell { amount < .zero ? .missing : .amount(amount) }

  /// Money received and spent since the start of the project, net of refunds, by the days of the period on which
  /// something moved.
  func moneyChart(_ language: Language) -> Chart? {
    let isRussian = language == .russian
    let points = moneyPoints
    guard !points.isEmpty else { return nil }
    return Chart(
      (isRussian ? "Поступило и освоено с\(Format.space)начала проекта, " : "Received and spent since the start, ")
        + Format.symbol(project.currency, language),
      .steps, heading: isRussian ? "По состоянию на" : "As of", categories: points.map { .day($0.day) },
      series: [
        .init(
          isRussian ? "Поступило за\(Format.space)вычетом возвратов" : "Received net of returns",
          points.map { .amount($0.received) }),
        .init(isRussian ? "Освоено" : "Spent", points.map { .amount($0.spent) }),
      ], level: project.awarded.map { .init(isRussian ? "Сумма гранта" : "Awarded", .amount($0)) },
      told: Self.told(points.map(\.day))
    ).ifItShowsSomething
  }

  private var moneyPoints: [(day: Day, received: Amount, spent: Amount)] {
    let days =
      project.instalments.compactMap { $0.received == nil ? nil : $0.receivedOn }
      + project.expenses.filter { $0.source == .grant }.map(\.date) + project.refunds.map(\.date)
    let before = (cumulative.received - cumulative.refunded) - (inPeriod.received - inPeriod.refunded)
    var sums = (received: before, spent: cumulative.spent - inPeriod.spent)
    return Set(days).sorted().map { day in
      let moved = project.balance(in: Period(start: day, end: day))
      sums.received += moved.received
      sums.spent += moved.spent
      return (day, sums.received, sums.spent)
    }
  }

  /// Each day; where these are many, the last of them in each month, or year.
  private static func told(_ days: [Day]) -> [Int] {
    func last(in part: (Day) -> [Int]) -> [Int] {
      days.indices.filter { $0 + 1 == days.count || part(days[$0 + 1]) != part(days[$0]) }
    }
    if days.count <= mostTold { return Array(days.indices) }
    let months = last { [$0.year, $0.month] }
    return months.count <= 3 * mostTold ? months : last { [$0.year] }
  }

  private static let mostTold = 12
}
