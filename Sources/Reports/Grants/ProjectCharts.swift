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
    return MoneyByDay([self]).chart(
      (isRussian ? "Поступило и освоено с\(Format.space)начала проекта, " : "Received and spent since the start, ")
        + Format.symbol(project.currency, language), awarded: project.awarded, language)
  }
}
