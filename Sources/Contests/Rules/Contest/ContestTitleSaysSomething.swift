public import Primitives

/// A contest's title is short and says something else than its description; so do those of its nominations.
public struct ContestTitleSaysSomething: ContestRule {
  public init() {}

  public func findings(in contest: Contest) -> [Diagnostic] {
    Diagnostic.onTitle(contest.title, description: contest.description)
      + contest.nominations.enumerated().flatMap { index, nomination in
        Diagnostic.onTitle(nomination.title, description: nomination.description).map { finding in
          var finding = finding
          finding.field = finding.field.map { "nomination[\(index + 1)]/\($0)" }
          return finding
        }
      }
  }
}
