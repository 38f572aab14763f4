internal import Grants
internal import Primitives

/// How far the projects of a year had come by its end.
package enum ProjectStage: CaseIterable, Hashable, Sendable {
  case notBegun, running, completed, stopped

  init(_ status: ProjectStatus) {
    self =
      switch status {
      case .planned, .applied, .awarded, .agreementSigned: .notBegun
      case .active, .reporting: .running
      case .closed: .completed
      case .declined, .suspended, .cancelled, .terminated: .stopped
      }
  }

  func title(_ language: Language) -> String {
    let title =
      switch self {
      case .notBegun: LocalizedText(ru: "Не начаты", en: "Not begun")
      case .running: LocalizedText(ru: "Реализуются или отчитываются", en: "Running or reporting")
      case .completed: LocalizedText(ru: "Завершены", en: "Completed")
      case .stopped: LocalizedText(ru: "Приостановлены или прекращены", en: "Suspended or ended early")
      }
    return title[language]
  }
}

extension Project {
  /// The stage on the last day of a period.
  ///
  /// A status is noted late or never: a project whose money moved, or whose days under the agreement had come, was begun
  /// whatever its status says, and goes on until an end is stated.
  func stage(atEndOf period: Period) -> ProjectStage {
    let status = lastChange(byEndOf: period)?.status ?? status
    let stage = ProjectStage(status)
    return stage == .notBegun && hasBegun(by: Period(start: nil, end: period.end), status) ? .running : stage
  }

  private func hasBegun(by toEnd: Period, _ status: ProjectStatus) -> Bool {
    if instalments.contains(where: { $0.receivedOn.map(toEnd.contains) ?? false })
      || expenses.contains(where: { toEnd.contains($0.date) })
    {
      return true
    }
    let isSigned = status == .agreementSigned || agreement.map { toEnd.contains($0.date) } ?? false
    return isSigned && (actualPeriod?.start ?? plannedPeriod?.start).map(toEnd.contains) ?? false
  }
}

extension YearGrants {
  /// What was raised and spent, funder by funder; the table of the funders tells the same.
  func moneyChart(_ language: Language) -> Chart? {
    let isRussian = language == .russian
    return Chart(
      (isRussian ? "Привлечено и освоено по грантодателям, " : "Raised and spent by funder, ")
        + Format.symbol(currency, language),
      .bars, heading: isRussian ? "Грантодатель" : "Funder", categories: byFunder.map { .text($0.title) },
      series: [
        .init(isRussian ? "Привлечено" : "Awarded", byFunder.map { .amount($0.totals.awarded) }),
        .init(
          isRussian ? "Освоено за\(Format.space)год" : "Spent in the year", byFunder.map { .amount($0.totals.spent) }),
      ], isToldByNextTable: true
    ).ifItShowsSomething
  }

  /// What was raised, by funder and by how far the projects had come.
  func portfolioChart(_ language: Language) -> Chart? {
    let isRussian = language == .russian
    let stages = ProjectStage.allCases.filter { stage in byFunder.contains { $0.byStage[stage] != nil } }
    return Chart(
      (isRussian ? "Гранты по состоянию проектов на конец года, " : "Grants by the projects' stage at the year's end, ")
        + Format.symbol(currency, language),
      .stackedBars, heading: isRussian ? "Грантодатель" : "Funder", categories: byFunder.map { .text($0.title) },
      series: stages.map { stage in
        .init(stage.title(language), byFunder.map { .amount($0.byStage[stage] ?? .zero) })
      }
    ).ifItShowsSomething
  }
}
