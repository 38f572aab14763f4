public import Primitives

/// The instalments that are planned, and what came unplanned, make up no more than the award, net of what
/// went back to the funder.
public struct PlannedWithinAwarded: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    guard let awarded = project.awarded else { return [] }
    // What is received counts as it came: an instalment may come smaller or larger than planned.
    let expected = project.instalments.map { $0.received ?? $0.planned ?? .zero }.sum()
    let excess = expected - project.refunds.filter { $0.direction == .toFunder }.map(\.amount).sum() - awarded
    // Where nothing is to come, another rule speaks of what did.
    guard excess > .zero, let last = project.instalments.lastIndex(where: { $0.received == nil && $0.planned != nil })
    else { return [] }
    return [.beyondAward(excess.text(in: project.currency), field: "instalment[\(last + 1)]/planned")]
  }
}

extension Diagnostic {
  fileprivate static func beyondAward(_ excess: LocalizedText, field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.plannedBeyondAwarded, .error,
      LocalizedText(
        ru: "полученные и ожидаемые транши вместе на \(excess.russian) больше присуждённой суммы",
        en: "the instalments received and to come exceed the award by \(excess.english)"),
      advice: LocalizedText(
        ru: "сверьте график траншей с договором", en: "compare the instalments with the agreement"), field: field)
  }
}
