public import Primitives

/// A grantee's report to one funder on a period: its projects with what was promised, came in, went out and is left.
public struct GrantReport: Hashable, Sendable {
  /// Which report it is by the agreement.
  public enum Kind: String, CaseIterable, Sendable {
    case interim, final, annual, period
  }

  public var kind: Kind
  /// 0 for the first version; each correction counts one up.
  public var correctionNumber: Int
  /// Which version a correction takes the place of.
  public var replaces: ReplacedReport?
  public var funder: Funder
  /// Both ends are given.
  public var period: Period
  public var note: String?
  /// True where it is not ready to be handed in: something in it does not agree.
  public var isDraft: Bool
  public var projects: [ReportedProject]
  public var extensions: String?

  public init(
    kind: Kind = .period, correctionNumber: Int = 0, replaces: ReplacedReport? = nil, funder: Funder, period: Period,
    note: String? = nil, isDraft: Bool = false, projects: [ReportedProject] = [], extensions: String? = nil
  ) {
    self.kind = kind
    self.correctionNumber = correctionNumber
    self.replaces = replaces
    self.funder = funder
    self.period = period
    self.note = note
    self.isDraft = isDraft
    self.projects = projects
    self.extensions = extensions
  }

  /// The report on those of the projects that have a part in the period, in the order given.
  public init(kind: Kind, on projects: [Project], of funder: Funder, period: Period) {
    self.init(
      kind: kind, funder: funder, period: period,
      projects: projects.filter { $0.hasPart(in: period) }.map { ReportedProject($0, in: period) })
  }
}

extension GrantReport {
  /// Takes its kind, its number and what it replaces from the reports owed to the funder for just this period; it stays
  /// as it is where none is.
  ///
  /// Where several projects owe one, it bears the highest of their numbers.
  public mutating func number(by obligations: some Sequence<Obligation>) {
    let owed = obligations.filter { $0.period == period && $0.recipient == nil }
    if let first = owed.first, owed.allSatisfy({ $0.kind == first.kind }) { kind = first.kind }
    guard let last = owed.filter({ $0.kind == kind }).max(by: { $0.correctionNumber < $1.correctionNumber }) else {
      return
    }
    correctionNumber = last.correctionNumber
    replaces =
      correctionNumber > 0
      ? ReplacedReport(correctionNumber: correctionNumber - 1, submittedOn: last.returnedSubmission) : nil
  }
}

/// A version of a report that another one takes the place of.
public struct ReplacedReport: Hashable, Sendable {
  public var correctionNumber: Int
  public var submittedOn: Day?

  public init(correctionNumber: Int, submittedOn: Day? = nil) {
    self.correctionNumber = correctionNumber
    self.submittedOn = submittedOn
  }
}

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

  /// Takes from a project what belongs into a report on the period.
  public init(_ project: Project, in period: Period) {
    let toEnd = Period(start: nil, end: period.end)
    let lastChange = project.lastChange(byEndOf: period)
    var reported = project
    reported.instalments = project.instalments.filter { instalment in
      (instalment.receivedOn ?? instalment.plannedOn).map(period.contains) ?? false
    }
    reported.expenses = project.expenses.filter { period.contains($0.date) }
    reported.refunds = project.refunds.filter { period.contains($0.date) }
    reported.moves = project.moves.filter { period.contains($0.date) }
    reported.texts = []
    for index in reported.indicators.indices {
      reported.indicators[index].stages.removeAll { !$0.period.overlaps(period) }
    }
    self.init(
      project: reported, status: lastChange?.status ?? project.status, statusDate: lastChange?.date,
      inPeriod: project.turnover(in: period), cumulative: project.turnover(in: toEnd),
      ownSpent: project.spendingByLine(in: toEnd).values.map(\.own).sum(), budget: project.budgetFacts(in: toEnd),
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
