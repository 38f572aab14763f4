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
        "Валюта", "Сумма гранта", "Поступило за период за вычетом возвратов", "Освоено за период",
        "Поступило с начала проекта за вычетом возвратов", "Освоено с начала проекта", "Остаток средств",
        "Содержательная часть", "Израсходовано собственных и привлечённых средств с начала проекта",
      ]
      : [
        "Project ID", "Project", "Grantee", "Programme", "Nomination", "Status", "Agreement", "Currency", "Awarded",
        "Received in the period, net of returns", "Spent in the period", "Received since the start, net of returns",
        "Spent since the start", "Money in hand", "Narrative", "Own and attracted money spent since the start",
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
      .amount(ownSpent),
    ]
  }
}
