public import Primitives

/// An entry wins in the nomination it applied to, or in one that takes no applications of its own.
public struct NominationAllowsWinner: WinnerRule {
  public init() {}

  public func findings(for winner: Winner, by candidate: Candidate, in context: WinnerContext) -> [Diagnostic] {
    guard let nomination = winner.nomination else {
      return context.contest.nominations.isEmpty ? [] : [.missing]
    }
    if context.contest.nominations.isEmpty { return [.unexpectedNomination(nomination, field: "award")] }
    guard let acceptsApplications = context.acceptsApplications(nomination) else {
      return [.unknownNomination(nomination, field: "award")]
    }
    return acceptsApplications && nomination != candidate.nomination
      ? [.another(context.contest.title(of: nomination) ?? nomination.description)] : []
  }
}

extension Diagnostic {
  fileprivate static var missing: Diagnostic {
    Diagnostic(
      ContestCode.nominationMissing, .error,
      LocalizedText(
        ru: "не указано, в какой номинации присуждено место или приз",
        en: "it is not said in which nomination the place or prize was won"),
      advice: LocalizedText(
        ru: "укажите обозначение одной из номинаций конкурса",
        en: "give the identifier of one of the contest's nominations"),
      field: "award")
  }

  fileprivate static func another(_ nomination: String) -> Diagnostic {
    Diagnostic(
      ContestCode.wrongNomination, .error,
      LocalizedText(
        ru: "заявка подана не в номинацию «\(nomination)» и победить в ней не может",
        en: "the application was not made to nomination “\(nomination)” and cannot win in it"),
      advice: LocalizedText(
        ru: "проверьте номинацию; в чужой номинации побеждают, только если своих заявок она не принимает",
        en: "check the nomination; entries of others win only in one that takes no applications of its own"),
      field: "award")
  }
}
