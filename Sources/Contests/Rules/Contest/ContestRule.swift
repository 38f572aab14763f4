public import Primitives

/// A rule a contest must keep by itself.
public protocol ContestRule: Sendable {
  /// What the rule finds; nothing where it is kept. A finding names its `field` below the record, and the rulebook
  /// adds which record.
  func findings(in contest: Contest) -> [Diagnostic]
}

/// The rules a contest is checked by.
public struct ContestRulebook: Sendable {
  public var rules: [any ContestRule]

  public init(_ rules: [any ContestRule]) {
    self.rules = rules
  }

  /// The rules in force.
  public static let all = ContestRulebook([
    ContestIdentifiersAreUnique(), NominationReferencesResolve(), ScheduleInOrder(), ProgrammePeriodInOrder(),
    WeightsTotalHundred(), PrizesWithinFund(), AgeLimitsInOrder(), OneChair(), ChairCanDecide(),
    ContestTitleSaysSomething(),
  ])

  /// Everything the rules find, each finding with the contest's identifier as its record.
  public func findings(in contest: Contest) -> [Diagnostic] {
    rules.flatMap { $0.findings(in: contest) }.about(contest.id)
  }
}
