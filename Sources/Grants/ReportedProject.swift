public import Primitives

/// Money received, spent and given back to the funder; unlike ``Balance``, what was received is before refunds.
public struct Turnover: Hashable, Sendable {
  public var received: Amount
  /// Net of what payees gave back.
  public var spent: Amount
  /// Given back to the funder.
  public var refunded: Amount
  public var balance: Amount { received - spent - refunded }

  public init(received: Amount = .zero, spent: Amount = .zero, refunded: Amount = .zero) {
    self.received = received
    self.spent = spent
    self.refunded = refunded
  }
}

/// One project in a report. Its `project` holds only the movements of the period; the cumulative figures count from the
/// beginning to the period's end.
public struct ReportedProject: Hashable, Sendable {
  public var project: Project
  /// The status on the last day of the period.
  public var status: ProjectStatus
  public var statusDate: Day?
  public var inPeriod: Turnover
  public var cumulative: Turnover
  /// Own and attracted money spent, from the beginning to the period's end.
  public var ownSpent: Amount
  public var budget: [BudgetLineFact]
  public var narrative: [Narrative]

  public init(
    project: Project, status: ProjectStatus, statusDate: Day?, inPeriod: Turnover, cumulative: Turnover,
    ownSpent: Amount = .zero, budget: [BudgetLineFact], narrative: [Narrative] = []
  ) {
    self.project = project
    self.status = status
    self.statusDate = statusDate
    self.inPeriod = inPeriod
    self.cumulative = cumulative
    self.ownSpent = ownSpent
    self.budget = budget
    self.narrative = narrative
  }

  /// Takes from a project what belongs into a report on the period, as it was known on the evening of its last day:
  /// what comes to be known later changes nothing in it.
  public init(_ project: Project, in period: Period) {
    let toEnd = Period(start: nil, end: period.end)
    let lastChange = project.lastChange(byEndOf: period)
    let known = project.known(by: period.end)
    var reported = known
    reported.instalments = known.instalments.filter { instalment in
      (instalment.receivedOn ?? instalment.plannedOn).map(period.contains) ?? false
    }
    reported.expenses = known.expenses.filter { period.contains($0.date) }
    reported.refunds = known.refunds.filter { period.contains($0.date) }
    reported.moves = known.moves.filter { period.contains($0.date) }
    reported.texts = []
    for index in reported.indicators.indices {
      reported.indicators[index].stages.removeAll { !$0.period.overlaps(period) }
    }
    self.init(
      project: reported, status: lastChange?.status ?? .initial, statusDate: lastChange?.date,
      inPeriod: project.turnover(in: period), cumulative: project.turnover(in: toEnd),
      ownSpent: project.spendingByLine(in: toEnd).values.map(\.own).sum(), budget: known.budgetFacts(in: toEnd),
      narrative: project.narrative(in: period))
  }
}

extension Project {
  /// Money received, spent and given back within a period.
  public func turnover(in period: Period) -> Turnover {
    let balance = balance(in: period)
    let refunded = refunds.filter { $0.direction == .toFunder && period.contains($0.date) }.map(\.amount).sum()
    return Turnover(received: balance.received + refunded, spent: balance.spent, refunded: refunded)
  }
}
