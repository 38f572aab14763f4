internal import Grants
internal import Primitives

/// The pictures of all projects that are reported on.
extension GrantReport {
  /// What was awarded and how much of it is spent, project by project; the table of the projects tells the same.
  func projectsChart(of currency: Currency, _ language: Language) -> Chart? {
    let isRussian = language == .russian
    let reported = projects.filter { $0.project.currency == currency }
    guard reported.count > 1 else { return nil }
    return Chart(
      (isRussian ? "Сумма гранта и освоено по проектам, " : "Awarded and spent by project, ")
        + Format.symbol(currency, language),
      .bars, heading: isRussian ? "Проект" : "Project",
      categories: reported.map { .text(Format.quoted($0.project.title, language)) },
      series: [
        .init(isRussian ? "Сумма гранта" : "Awarded", reported.map { Cell($0.project.awarded) }),
        .init(
          isRussian ? "Освоено с\(Format.space)начала проекта" : "Spent since the start",
          reported.map { .amount($0.cumulative.spent) }),
      ], isToldByNextTable: true
    ).ifItShowsSomething
  }

  /// Money received and spent since the start, of all projects in a currency together.
  func moneyChart(of currency: Currency, _ language: Language) -> Chart? {
    let reported = projects.filter { $0.project.currency == currency }
    if let only = reported.first, projects.count == 1 { return only.moneyChart(language) }
    let isRussian = language == .russian
    let awarded = reported.compactMap(\.project.awarded)
    return MoneyByDay(reported).chart(
      (isRussian
        ? "Поступило и освоено с\(Format.space)начала проектов, "
        : "Received and spent since the start of the projects, ")
        + Format.symbol(currency, language), awarded: awarded.isEmpty ? nil : awarded.sum(), language)
  }

  /// What was awarded to the projects of each status.
  func statusChart(of currency: Currency, _ language: Language) -> Chart? {
    let isRussian = language == .russian
    let reported = projects.filter { $0.project.currency == currency }
    guard reported.count > 1 else { return nil }
    let groups = ProjectStatus.allCases.compactMap { status -> (Cell, Cell)? in
      let group = reported.filter { $0.status == status }
      guard !group.isEmpty else { return nil }
      let count = Noun.projects.counted(group.count, language)
      return (
        .text("\(Format.name(status, language).capitalisedFirst) (\(count))"),
        .amount(group.compactMap(\.project.awarded).sum())
      )
    }
    return Chart(
      (isRussian ? "Гранты по состоянию проектов, " : "Grants by status of the projects, ")
        + Format.symbol(currency, language),
      .bars, heading: isRussian ? "Состояние" : "Status", categories: groups.map(\.0),
      series: [.init(isRussian ? "Сумма гранта" : "Awarded", groups.map(\.1))]
    ).ifItShowsSomething
  }
}
