import Grants
import Primitives
import Storage

/// The ledgers with closed periods as they are before an event is taken back: that, too, leaves the reports on them as
/// they are.
struct SettledLedgers {
  private let ledgers: [(project: Project, closed: ClosedPeriods)]

  init(in session: Session) throws {
    ledgers = try session.books.projectsWithClosedPeriods().map { id in
      (try session.project(id), try session.books.closedPeriods(of: id))
    }
  }

  /// - Throws: `Failure` where a report on a period that stays closed is another now, or a closed period is open again
  ///   and nobody said why.
  func check(in session: Session, reason: String?) throws {
    for (project, closed) in ledgers {
      guard let now = try session.projects.find(project.id) else {
        throw Failure.refused(
          GrantCode.closedPeriod,
          LocalizedText(
            ru: "у проекта \(project.id) есть закрытый период", en: "the project \(project.id) has a closed period"),
          advice: LocalizedText(
            ru: "откройте период, назвав причину: laureat grant reopen",
            en: "open the period, giving the reason: laureat grant reopen"))
      }
      let still = Set(try session.books.closedPeriods(of: project.id).periods.map(\.id))
      if reason == nil, !closed.periods.allSatisfy({ still.contains($0.id) }) {
        throw Failure.refused(
          GrantCode.closedPeriod,
          LocalizedText(
            ru: "закрытый период открывают, назвав причину", en: "a closed period is opened with a reason"),
          advice: LocalizedText(ru: "добавьте --reason", en: "add --reason"))
      }
      try settle(ClosedPeriods(closed.periods.filter { still.contains($0.id) }).findings(from: project, to: now))
    }
  }
}
