public import Primitives

/// A decision gives a place, counted from 1, or a prize, or both.
public struct PlaceOrPrizeGiven: WinnerRule {
  public init() {}

  public func findings(for winner: Winner, by candidate: Candidate, in context: WinnerContext) -> [Diagnostic] {
    guard let place = winner.place else { return winner.prizeTitle == nil ? [.nothingGiven] : [] }
    return place < 1 ? [.belowFirst] : []
  }
}

extension Diagnostic {
  fileprivate static var nothingGiven: Diagnostic {
    Diagnostic(
      ContestCode.placeAndPrizeMissing, .error,
      LocalizedText(ru: "не указано ни место, ни приз", en: "neither a place nor a prize is given"),
      advice: LocalizedText(
        ru: "укажите место или название приза", en: "give the place or the title of the prize"),
      field: "award")
  }

  fileprivate static var belowFirst: Diagnostic {
    Diagnostic(
      ContestCode.placeBelowFirst, .error,
      LocalizedText(ru: "места считаются с первого", en: "places count from 1"),
      advice: LocalizedText(
        ru: "укажите место числом от 1; для специального приза место не нужно",
        en: "give the place as a number from 1; a special prize needs none"),
      field: "award")
  }
}
