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

  /// The report on those of the projects that have a part in the period or money left from before it, in the order
  /// given.
  public init(kind: Kind, on projects: [Project], of funder: Funder, period: Period) {
    self.init(
      kind: kind, funder: funder, period: period,
      projects: projects.filter { $0.isReported(in: period) }.map { ReportedProject($0, in: period) })
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
