package import Grants
package import Primitives

extension GrantReport {
  /// One row per project for a spreadsheet; received is net of what went back to the funder.
  package func csv(_ language: Language) -> [UInt8] {
    let isRussian = language == .russian
    let titles =
      isRussian
      ? [
        "Идентификатор проекта", "Проект", "Грантополучатель", "Конкурс", "Номинация", "Состояние", "Соглашение",
        "Валюта", "Сумма гранта", "Поступило за период", "Освоено за период", "Поступило с начала проекта",
        "Освоено с начала проекта", "Остаток", "Содержательная часть",
      ]
      : [
        "Project ID", "Project", "Grantee", "Programme", "Nomination", "Status", "Agreement", "Currency", "Awarded",
        "Received in the period", "Spent in the period", "Received since the start", "Spent since the start", "Balance",
        "Narrative",
      ]
    return CSV.bytes([titles.map(CSV.Field.text)] + projects.map { $0.fields(language) }, language)
  }
}

extension ReportedProject {
  fileprivate func fields(_ language: Language) -> [CSV.Field] {
    [
      .text(project.id.description), .text(project.title), .text(project.grantee.title),
      .text(project.programme ?? ""), .text(project.nomination ?? ""), .text(Format.name(status, language)),
      .text(project.agreement.map { $0.name(language) } ?? ""), .text(project.currency.code),
      project.awarded.map(CSV.Field.amount) ?? .text(""), .amount(inPeriod.received - inPeriod.refunded),
      .amount(inPeriod.spent), .amount(cumulative.received - cumulative.refunded), .amount(cumulative.spent),
      .amount(cumulative.balance),
      .text(
        narrative.map { "\($0.heading(in: language)): \($0.text)" }.joined(separator: " ").replacing("\n", with: " ")),
    ]
  }
}
