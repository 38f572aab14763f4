public import Primitives

/// A project does not end before it starts.
public struct PeriodsInOrder: ProjectRule {
  public init() {}

  public func findings(in project: Project, today: Day) -> [Diagnostic] {
    let periods = [(project.plannedPeriod, "plannedPeriod"), (project.actualPeriod, "actualPeriod")]
    return periods.compactMap { period, field in
      period?.isInOrder == false ? .reversed(field: field) : nil
    }
  }
}

extension Diagnostic {
  fileprivate static func reversed(field: String) -> Diagnostic {
    Diagnostic(
      GrantCode.periodReversed, .error,
      LocalizedText(
        ru: "срок проекта заканчивается раньше, чем начинается", en: "the period ends before it starts"),
      advice: LocalizedText(
        ru: "проверьте даты начала и окончания", en: "check its first and its last day"),
      field: field)
  }
}
