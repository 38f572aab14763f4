public import Primitives

/// A rule a juror's sheet must keep before its points count.
public protocol ScoreRule: Sendable {
  /// What the rule finds; nothing where it is kept. A finding names its `field` below the record, and the rulebook
  /// adds which record.
  func findings(in sheet: ScoreSheet, on entry: ScoredEntry, of panel: Panel) -> [Diagnostic]
}

/// What the rules ask about an entry that is judged.
public struct ScoredEntry: Hashable, Sendable {
  public var nomination: Identifier?
  public var status: EntryStatus
  /// What messages call the entry by; its identifier where it is not known.
  public var registration: Registration?
  /// Nil where it is not known.
  public var submittedOn: Day?

  public init(
    nomination: Identifier?, status: EntryStatus, registration: Registration? = nil, submittedOn: Day? = nil
  ) {
    self.nomination = nomination
    self.status = status
    self.registration = registration
    self.submittedOn = submittedOn
  }
}

/// What the rules ask about a contest and its jury, made once for all sheets.
public struct Panel: Sendable {
  public let contest: Contest
  let jurors: [Identifier: Juror]
  let criteria: [Identifier: Criterion]
  let distribution: JuryDistribution
  public let closing: JudgingClosing?
  /// Who stepped back from what.
  private var recusals: [Identifier: Set<Identifier>] = [:]

  /// - Parameters:
  ///   - contest: With its jury and criteria.
  ///   - recusals: Who stepped back from what.
  ///   - distribution: Who judges what.
  ///   - closing: How the jury ended its work, if it has.
  public init(
    contest: Contest, recusals: some Sequence<Recusal> = [], distribution: JuryDistribution = JuryDistribution(),
    closing: JudgingClosing? = nil
  ) {
    self.contest = contest
    self.distribution = distribution
    self.closing = closing
    jurors = Dictionary(contest.jury.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    criteria = Dictionary(contest.criteria.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for recusal in recusals { add(recusal) }
  }

  public mutating func add(_ recusal: Recusal) {
    recusals[recusal.entry, default: []].insert(recusal.juror)
  }

  func isRecused(_ juror: Identifier, from entry: Identifier) -> Bool {
    recusals[entry]?.contains(juror) ?? false
  }
}

/// The rules a sheet is checked by.
public struct ScoreRules: Sendable {
  public var rules: [any ScoreRule]

  public init(_ rules: [any ScoreRule]) {
    self.rules = rules
  }

  /// The rules in force.
  public static let all = ScoreRules([
    JudgingGoesOn(), JurorJudges(), JurorAssigned(), EntryIsJudged(), JurorNotRecused(), MarksFitCriteria(),
    EveryCriterionMarked(), SheetAfterEntry(),
  ])

  /// Everything the rules find, each finding with the sheet's identifier as its record.
  public func findings(in sheet: ScoreSheet, on entry: ScoredEntry, of panel: Panel) -> [Diagnostic] {
    rules.flatMap { $0.findings(in: sheet, on: entry, of: panel) }.about(sheet.id)
  }
}
