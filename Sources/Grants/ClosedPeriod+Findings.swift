public import Primitives

extension ClosedPeriods {
  /// What a change of a project would alter in the reports on closed periods: each record that one of them tells, or
  /// counts, and that is added, altered or gone.
  ///
  /// That is more than what is dated in a closed period. An earlier movement is in the money it began with; the award,
  /// the plan of a budget line and of an indicator bear no day, and a report tells them as they are. What the report does
  /// not tell may change: quantities and prices, a line nothing was planned for yet, what became of instalments,
  /// checkpoints and indicators after the period, see ``ReportedProject/init(_:in:)``. So may names, to correct a slip of
  /// the pen: titles of the project, of the funder and its contest, of the grantee with its requisites, of budget lines,
  /// indicators and checkpoints. Nor does it matter in which order records stand.
  ///
  /// - Returns: Errors with ``GrantCode/closedPeriod``, one for each record.
  public func findings(from old: Project, to new: Project) -> [Diagnostic] {
    var fields: Set<String> = []
    return periods.flatMap { SettledReport($0, old, new).findings }.filter { fields.insert($0.field ?? "").inserted }
  }
}

/// What a change would alter in the report on one closed period.
private struct SettledReport {
  private let closed: ClosedPeriod
  private let (old, new): (Project, Project)

  init(_ closed: ClosedPeriod, _ old: Project, _ new: Project) {
    (self.closed, self.old, self.new) = (closed, old, new)
  }

  private var period: Period { closed.period }

  var findings: [Diagnostic] {
    // What follows from a movement is not said again.
    let movements = self.movements
    let wasReported = old.isReported(in: period)
    if !movements.isEmpty || !wasReported && !new.isReported(in: period) { return movements }
    if wasReported != new.isReported(in: period) { return [finding("project", .reopened)] }
    let (before, after) = (ReportedProject(old, in: period).settled, ReportedProject(new, in: period).settled)
    let plans = plans(before, after)
    return plans.isEmpty && before != after ? [finding("project", .reopened)] : plans
  }

  // MARK: Records

  private var movements: [Diagnostic] {
    let (before, after) = (old.known(by: period.end), new.known(by: period.end))
    func isTold(_ instalment: Instalment) -> Bool {
      instalment.receivedOn != nil || (instalment.plannedOn.map(period.contains) ?? false)
    }
    return changes(before.instalments.filter(isTold), after.instalments.filter(isTold), \.id).map {
      finding(field("instalment", $0, in: new.instalments, \.id), .recordedLater)
    }
      + changes(before.expenses, after.expenses, \.id).map {
        finding(field("expense", $0, in: new.expenses, \.id), .recordedLater)
      }
      + changes(before.refunds, after.refunds, \.id).map {
        finding(field("refund", $0, in: new.refunds, \.id), .recordedLater)
      }
      + changes(before.moves, after.moves, \.id).map {
        finding(field("lineMove", $0, in: new.moves, \.id), .recordedLater)
      }
      + changes(texts(of: before), texts(of: after), \.id).map {
        finding(field("narrative", $0, in: new.texts, \.id), .reopened)
      }
  }

  /// Those on the days of the period, or on a part of them.
  private func texts(of project: Project) -> [ProjectText] {
    project.texts.filter { text in
      text.period.start.map(period.contains) ?? false && text.period.end.map(period.contains) ?? false
    }
  }

  private func plans(_ before: ReportedProject, _ after: ReportedProject) -> [Diagnostic] {
    changes(before.budget, after.budget, \.id).map {
      finding(field("budgetLine", $0, in: new.budget, \.id), .movedLater)
    }
      + changes(before.project.indicators, after.project.indicators, \.id).map {
        finding(field("indicator", $0, in: new.indicators, \.id), .reachedLater)
      }
      + changes(before.project.checkpoints, after.project.checkpoints, \.id).map {
        finding(field("checkpoint", $0, in: new.checkpoints, \.id), .recordedLater)
      }
      + (before.project.awarded == after.project.awarded ? [] : [finding("awarded", .reopened)])
      + (before.status == after.status && before.statusDate == after.statusDate
        ? [] : [finding("statusHistory", .recordedLater)])
  }

  /// The identifiers of those that are not in both as they are: the added and altered in their order, then the gone.
  private func changes<Item: Equatable>(
    _ before: [Item], _ after: [Item], _ id: (Item) -> Identifier
  ) -> [Identifier] {
    let former = Dictionary(before.map { (id($0), $0) }) { first, _ in first }
    let kept = Set(after.map(id))
    return after.filter { former[id($0)] != $0 }.map(id) + before.map(id).filter { !kept.contains($0) }
  }

  /// Where it stands; of what is gone, only what it was.
  private func field<Item>(
    _ element: String, _ id: Identifier, in items: [Item], _ identifier: (Item) -> Identifier
  ) -> String {
    items.firstIndex { identifier($0) == id }.map { "\(element)[\($0 + 1)]" } ?? element
  }

  // MARK: What is said

  private func finding(_ field: String, _ remedy: Remedy) -> Diagnostic {
    let (start, end) = (period.start ?? .firstDay(of: 1), period.end ?? .lastDay(of: 9999))
    return Diagnostic(
      GrantCode.closedPeriod,
      LocalizedText(
        ru: "период с \(start.dotted) по \(end.dotted) закрыт, его отчёт от этого изменился бы",
        en: "the period from \(start.worded) to \(end.worded) is closed, and this would change its report"),
      advice: remedy.advice, field: field)
  }

  /// What can be done without changing the report.
  private enum Remedy {
    case recordedLater, movedLater, reachedLater, reopened

    var advice: LocalizedText {
      switch self {
      case .recordedLater:
        LocalizedText(
          ru: "запишите исправление днём после него или откройте период: laureat grant reopen",
          en: "record the correction on a day after it, or open the period: laureat grant reopen")
      case .movedLater:
        LocalizedText(
          ru: "переместите средства днём после него (laureat grant move; новую статью заведите с планом 0) или откройте"
            + " период: laureat grant reopen",
          en: "move money on a day after it (laureat grant move; a new line begins with a plan of 0), or open the"
            + " period: laureat grant reopen")
      case .reachedLater:
        LocalizedText(
          ru: "запишите план и факт дней после него (laureat grant indicator set --from --to) или откройте период:"
            + " laureat grant reopen",
          en: "record plan and fact of days after it (laureat grant indicator set --from --to), or open the period:"
            + " laureat grant reopen")
      case .reopened:
        LocalizedText(
          ru: "откройте период, назвав причину: laureat grant reopen",
          en: "open the period, giving the reason: laureat grant reopen")
      }
    }
  }
}

extension ReportedProject {
  /// What of it stays as it is once its period is closed: without names, and without an order of the records.
  package var settled: ReportedProject {
    var settled = self
    settled.project.title = ""
    settled.project.funder.title = ""
    settled.project.grantee = Organisation(id: project.grantee.id, title: "")
    // Not told: the report has its own budget and its own status.
    (settled.project.description, settled.project.territory, settled.project.awardedOn) = (nil, nil, nil)
    (settled.project.budget, settled.project.history) = ([], StatusHistory())
    (settled.project.programme, settled.project.nomination, settled.project.extensions) = (nil, nil, nil)
    for index in budget.indices { settled.budget[index].title = "" }
    for index in project.indicators.indices { settled.project.indicators[index].title = "" }
    for index in project.checkpoints.indices { settled.project.checkpoints[index].title = "" }
    settled.budget.sort { $0.id < $1.id }
    settled.project.instalments.sort { $0.id < $1.id }
    settled.project.expenses.sort { $0.id < $1.id }
    settled.project.refunds.sort { $0.id < $1.id }
    settled.project.moves.sort { $0.id < $1.id }
    settled.project.indicators.sort { $0.id < $1.id }
    settled.project.checkpoints.sort { $0.id < $1.id }
    return settled
  }
}
