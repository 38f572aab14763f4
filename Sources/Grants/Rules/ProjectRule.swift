public import Primitives

/// A rule a project and its ledger must keep.
public protocol ProjectRule: Sendable {
  /// What the rule finds in a project. Only a day after `today`, the day the data is looked at, lies in the future.
  func findings(in project: Project, today: Day) -> [Diagnostic]
}

/// The rules a project is checked by.
public struct ProjectRules: Sendable {
  public var rules: [any ProjectRule]

  public init(_ rules: [any ProjectRule]) {
    self.rules = rules
  }

  /// The rules in force.
  public static let all = ProjectRules([
    ProjectIdentifiersAreUnique(), AwardedStatusHasAmount(), AwardWithinApplied(), AmountsArePositive(),
    InstalmentIsComplete(), SharesAddUp(), PlannedWithinAwarded(), ReceivedWithinAwarded(), SpentWithinReceived(),
    RefundWithinSpent(), ExpenseIsNotDoubled(),
    DaysNotInFuture(), PeriodsInOrder(), AgreementAfterAward(), ExpenseWithinProject(),
    BudgetAddsUp(), BudgetWithinAward(), ExpenseLineIsKnown(), LineNotOverspent(), MovesAddUp(), DeviationHasReason(),
    StagesInOrder(),
    CheckpointDayFitsStatus(), TextsAreTold(),
  ])

  /// Everything the rules find, each finding with the project's identifier as its record.
  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    rules.flatMap { $0.findings(in: project, today: today) }.map { finding in
      var finding = finding
      finding.record = finding.record ?? project.id.description
      return finding
    }
  }
}

extension Sequence {
  /// One finding for each element it gives one for, told the position that the element's path carries, from 1.
  func findings(_ finding: (_ position: Int, _ element: Element) -> Diagnostic?) -> [Diagnostic] {
    enumerated().compactMap { finding($0.offset + 1, $0.element) }
  }
}
