public import Primitives

/// A place is among the prizes of its nomination and held by no more entries than there are prizes of that rank; in a
/// contest that lets equals share a place, by any number. Where age groups have places of their own, each has as many.
///
/// Where no places are declared, each is held once.
public struct PlacesWithinPrizes: WinnerRule {
  public init() {}

  public func findings(for winner: Winner, by candidate: Candidate, in context: WinnerContext) -> [Diagnostic] {
    guard let place = winner.place, place >= 1, !context.hasRecorded(winner) else { return [] }
    let quantity = context.quantity(of: place, in: winner.nomination)
    let title = context.contest.title(of: winner.nomination)
    if quantity == 0 { return [.noPrize(for: place, in: title)] }
    let division = context.contest.division(nomination: winner.nomination, ageGroup: candidate.ageGroup)
    let isFree = context.holders(ofPlace: place, in: division) < quantity ?? 1
    return isFree || context.contest.rules.sharesPlaces
      ? [] : [.taken(place, in: title, quantity: quantity ?? 1)]
  }
}

extension Diagnostic {
  fileprivate static func noPrize(for place: Int, in nomination: String?) -> Diagnostic {
    Diagnostic(
      ContestCode.placeWithoutPrize, .error,
      LocalizedText(
        ru: "\(place)-е место не предусмотрено\(Self.russian(nomination))",
        en: "place \(place) is not among the prizes\(Self.english(nomination))"),
      advice: LocalizedText(
        ru: "проверьте место или дополните перечень призов в объявлении конкурса",
        en: "check the place, or add it to the prizes of the contest"),
      field: "award")
  }

  fileprivate static func taken(_ place: Int, in nomination: String?, quantity: Int) -> Diagnostic {
    Diagnostic(
      ContestCode.placeTaken, .error,
      LocalizedText(
        ru: "\(place)-е место\(Self.russian(nomination)) уже занято: таких мест — \(quantity)",
        en: "place \(place)\(Self.english(nomination)) is taken: there \(quantity == 1 ? "is" : "are") \(quantity)"),
      advice: LocalizedText(
        ru: "отмените прежнее решение или, если положение разрешает делить места, отметьте это в правилах конкурса",
        en: "revoke the former decision, or let the contest's rules share places if its regulation does"),
      field: "award")
  }

  static func russian(_ nomination: String?) -> String { nomination.map { " в номинации «\($0)»" } ?? "" }
  static func english(_ nomination: String?) -> String { nomination.map { " in nomination “\($0)”" } ?? "" }
}
