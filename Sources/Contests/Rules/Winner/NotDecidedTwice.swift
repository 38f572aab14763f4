public import Primitives

/// The same place or prize is given to an entry once.
public struct NotDecidedTwice: WinnerRule {
  public init() {}

  public func findings(for winner: Winner, by candidate: Candidate, in context: WinnerContext) -> [Diagnostic] {
    context.hasRecorded(winner) ? [.already(candidate.name)] : []
  }
}

extension Diagnostic {
  fileprivate static func already(_ entry: String) -> Diagnostic {
    Diagnostic(
      ContestCode.alreadyRecorded, .error,
      LocalizedText(
        ru: "это решение по заявке \(entry) уже внесено",
        en: "this decision on application \(entry) has already been recorded"),
      advice: LocalizedText(
        ru: "ничего делать не нужно; чтобы изменить решение, сначала отмените прежнее",
        en: "nothing is to be done; to change the decision, revoke the former one first"),
      field: "award")
  }
}
