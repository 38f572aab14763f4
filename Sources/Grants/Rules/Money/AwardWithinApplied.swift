public import Primitives

/// A funder seldom awards more than was applied for.
public struct AwardWithinApplied: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    guard let applied = project.applied, let awarded = project.awarded, awarded > applied else { return [] }
    return [.beyondApplied]
  }
}

extension Diagnostic {
  fileprivate static var beyondApplied: Diagnostic {
    Diagnostic(
      GrantCode.awardedBeyondApplied, .warning,
      LocalizedText(
        ru: "присуждено больше, чем запрошено", en: "more was awarded than was applied for"),
      advice: LocalizedText(
        ru: "сверьте запрошенную и присуждённую суммы с договором: laureat grant edit",
        en: "compare both amounts with the agreement: laureat grant edit"),
      field: "awarded")
  }
}
