public import Primitives

/// Where criteria have weights, all have one, and the weights of the criteria that apply to a nomination total 100. A
/// nomination that takes no applications has nothing to be scored.
public struct WeightsTotalHundred: ContestRule {
  public init() {}

  public func findings(in contest: Contest) -> [Diagnostic] {
    let weighted = contest.criteria.count { $0.weight != nil }
    guard weighted > 0 else { return [] }
    guard weighted == contest.criteria.count else { return [.missing(contest.criteria.count - weighted)] }

    var everywhere: Int64 = 0
    var within: [Identifier: Int64] = [:]
    for criterion in contest.criteria {
      let weight = criterion.weight?.tenThousandths ?? 0
      if criterion.nominations.isEmpty { everywhere += weight }
      for nomination in Set(criterion.nominations) { within[nomination, default: 0] += weight }
    }
    guard !within.isEmpty else { return everywhere == Self.hundred ? [] : [.total(everywhere, in: nil)] }
    return contest.nominations.filter(\.acceptsApplications).compactMap { nomination in
      let total = everywhere + within[nomination.id, default: 0]
      return total == Self.hundred ? nil : .total(total, in: nomination.title)
    }
  }

  private static let hundred = ExactDecimal(100).tenThousandths
}

extension Diagnostic {
  fileprivate static func missing(_ count: Int) -> Diagnostic {
    Diagnostic(
      ContestCode.weightMissing, .error,
      LocalizedText(
        ru: "вес указан не у всех критериев: без веса — \(count)",
        en: "some criteria have a weight and \(count) have none"),
      advice: LocalizedText(
        ru: "укажите вес каждого критерия или не указывайте его ни у одного",
        en: "give every criterion a weight, or none of them"),
      field: "criterion")
  }

  fileprivate static func total(_ total: Int64, in nomination: String?) -> Diagnostic {
    let sum = ExactDecimal(tenThousandths: total)
    let place = LocalizedText(
      ru: nomination.map { " в номинации «\($0)»" } ?? "", en: nomination.map { " in nomination “\($0)”" } ?? "")
    return Diagnostic(
      ContestCode.weightsNotHundred, .error,
      LocalizedText(
        ru: "сумма весов критериев\(place[.russian]) равна \(sum.inRussian), а должна быть 100",
        en: "the weights of the criteria\(place[.english]) total \(sum), not 100"),
      advice: LocalizedText(ru: "исправьте веса критериев", en: "correct the weights"), field: "criterion")
  }
}
