public import Primitives

/// The youngest age of a group is not above the oldest.
public struct AgeLimitsInOrder: ContestRule {
  public init() {}

  public func findings(in contest: Contest) -> [Diagnostic] {
    contest.nominations.enumerated().flatMap { index, nomination in
      nomination.ageGroups.enumerated().compactMap { position, group in
        guard let minimum = group.minimumAge, let maximum = group.maximumAge, minimum > maximum else { return nil }
        return .reversed(nomination.title, field: "nomination[\(index + 1)]/ageGroup[\(position + 1)]")
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func reversed(_ nomination: String, field: String) -> Diagnostic {
    Diagnostic(
      ContestCode.ageLimitsReversed, .error,
      LocalizedText(
        ru: "в номинации «\(nomination)» у возрастной группы младший возраст больше старшего",
        en: "an age group of nomination “\(nomination)” has a minimum above its maximum"),
      advice: LocalizedText(ru: "поменяйте границы возраста местами", en: "swap the limits"), field: field)
  }
}
