package import Primitives

extension Obligation {
  /// What is odd about a final report on a project: it leaves days of the project out.
  package func leftOut(of project: Project) -> Diagnostic? {
    guard kind == .final, let end = period.end, let lastDay = project.lastDay, end < lastDay else { return nil }
    return Diagnostic(
      GrantCode.finalBeforeProjectEnds, .warning,
      LocalizedText(
        ru: "итоговый отчёт кончается \(end.dotted), а проект — \(lastDay.dotted)",
        en: "the final report ends on \(end.worded), and the project on \(lastDay.worded)"),
      advice: LocalizedText(
        ru: "проверьте дни отчёта; срок проекта исправляет laureat grant edit \(project.id)",
        en: "check the days of the report; laureat grant edit \(project.id) corrects those of the project"),
      record: id.description)
  }

  /// Why the report is neither added nor removed: the funder's report on a closed period would come to be a final one, of
  /// which more is asked, or to be none any more.
  package func refusal(by closed: ClosedPeriods) -> Diagnostic? {
    guard kind == .final, recipient == nil, let start = period.start, let end = period.end,
      let settled = closed.periods.first(where: { $0.period.contains(start) && $0.period.contains(end) })?.period
    else { return nil }
    let (first, last) = (settled.start ?? start, settled.end ?? end)
    return Diagnostic(
      GrantCode.closedPeriod,
      LocalizedText(
        ru: "период с \(first.dotted) по \(last.dotted) закрыт: итоговый отчёт за него уже не назначить и не снять",
        en: "the period from \(first.worded) to \(last.worded) is closed: a final report on it is not added or removed"),
      advice: LocalizedText(
        ru: "откройте период, измените отчёт и закройте период снова: laureat grant reopen",
        en: "open the period, change the report and close the period again: laureat grant reopen"),
      record: id.description)
  }
}
