public import Primitives

/// A declared special prize is given no oftener than there are prizes; one that was not declared is the jury's own.
public struct SpecialPrizesWithinQuantity: WinnerRule {
  public init() {}

  public func findings(for winner: Winner, by candidate: Candidate, in context: WinnerContext) -> [Diagnostic] {
    guard let quantity = context.specialQuantity(of: winner), !context.hasRecorded(winner),
      context.holdersOfPrize(of: winner) >= quantity
    else { return [] }
    return [.taken(quantity, in: context.contest.title(of: winner.nomination))]
  }
}

extension Diagnostic {
  fileprivate static func taken(_ quantity: Int, in nomination: String?) -> Diagnostic {
    Diagnostic(
      ContestCode.specialPrizeTaken, .error,
      LocalizedText(
        ru: "специальный приз\(russian(nomination)) уже вручён: таких призов — \(quantity)",
        en: "the special prize\(english(nomination)) has been given: there \(quantity == 1 ? "is" : "are") \(quantity)"
      ),
      advice: LocalizedText(
        ru: "отмените прежнее решение или увеличьте количество призов в объявлении конкурса",
        en: "revoke the former decision, or raise the number of prizes in the contest"),
      field: "award/prize")
  }
}
