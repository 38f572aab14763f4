public import Primitives

/// Where the contest's rules ask for a number of entries, a nomination with fewer is void: it gives no places. A prize
/// beside the places the jury may still give.
public struct EnoughEntries: WinnerRule {
  public init() {}

  public func findings(for winner: Winner, by candidate: Candidate, in context: WinnerContext) -> [Diagnostic] {
    guard winner.place != nil, !context.hasRecorded(winner),
      let minimum = context.minimumEntries(in: winner.nomination),
      let entries = context.entries(in: winner.nomination), entries < minimum
    else { return [] }
    return [.void(context.contest.title(of: winner.nomination), entries: entries, minimum: minimum)]
  }
}

extension Diagnostic {
  fileprivate static func void(_ nomination: String?, entries: Int, minimum: Int) -> Diagnostic {
    Diagnostic(
      ContestCode.nominationVoid, .error,
      LocalizedText(
        ru: "места\(russian(nomination)) не присуждаются: допущено заявок — \(entries), а положение требует \(minimum)",
        en: "no places are given\(english(nomination)): \(entries) admitted, and the rules ask for \(minimum)"),
      advice: LocalizedText(
        ru: "дайте специальный приз без места или проверьте, все ли заявки допущены: laureat entry list",
        en: "give a special prize without a place, or see whether all entries are admitted: laureat entry list"),
      field: "award")
  }
}
