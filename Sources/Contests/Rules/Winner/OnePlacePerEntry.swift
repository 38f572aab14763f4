public import Primitives

/// An entry holds one place in a nomination, beside which it may hold prizes.
public struct OnePlacePerEntry: WinnerRule {
  public init() {}

  public func findings(for winner: Winner, by candidate: Candidate, in context: WinnerContext) -> [Diagnostic] {
    guard let place = winner.place,
      context.holdsOtherPlace(than: place, entry: winner.entry, in: winner.nomination)
    else { return [] }
    return [.second(candidate.name, in: context.contest.title(of: winner.nomination))]
  }
}

extension Diagnostic {
  fileprivate static func second(_ entry: String, in nomination: String?) -> Diagnostic {
    Diagnostic(
      ContestCode.secondPlaceInNomination, .error,
      LocalizedText(
        ru: "у заявки \(entry)\(russian(nomination)) уже есть другое место",
        en: "application \(entry) already holds another place\(english(nomination))"),
      advice: LocalizedText(
        ru: "если место изменилось, сначала отмените прежнее решение",
        en: "if the place has changed, revoke the former decision first"),
      field: "award")
  }
}
