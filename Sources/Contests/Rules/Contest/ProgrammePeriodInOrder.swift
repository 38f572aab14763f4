public import Primitives

/// The programme a contest belongs to does not end before it starts.
public struct ProgrammePeriodInOrder: ContestRule {
  public init() {}

  public func findings(in contest: Contest) -> [Diagnostic] {
    contest.programme?.period?.isInOrder == false ? [.reversed] : []
  }
}

extension Diagnostic {
  fileprivate static var reversed: Diagnostic {
    Diagnostic(
      ContestCode.programmePeriodReversed, .error,
      LocalizedText(
        ru: "срок действия программы заканчивается раньше, чем начинается",
        en: "the period of the programme ends before it starts"),
      advice: LocalizedText(
        ru: "проверьте даты начала и окончания программы", en: "check the first and the last day of the programme"),
      field: "programme/period")
  }
}
