public import Primitives

/// A prize that is typed in is one of those announced: for a place the prize of that place, else a special one. The jury may
/// give one of its own, so it is warned of. What the rules give is not asked.
public struct PrizeIsAnnounced: WinnerRule {
  public init() {}

  public func findings(for winner: Winner, by candidate: Candidate, in context: WinnerContext) -> [Diagnostic] {
    guard let title = winner.prizeTitle, let given = winner.prize else { return [] }
    let prizes = context.contest.prizes(in: winner.nomination)
    // A place may come with a special prize.
    let fitting = prizes.filter { $0.rank == winner.place || $0.rank == nil }
    guard !prizes.isEmpty, !fitting.contains(where: { $0.title.loosened == title }) else { return [] }
    return [.notAnnounced(given, for: winner.place, among: fitting.isEmpty ? prizes : fitting)]
  }
}

extension Diagnostic {
  fileprivate static func notAnnounced(_ prize: String, for place: Int?, among prizes: [Prize]) -> Diagnostic {
    let most = 10
    let rest = prizes.count > most ? ", …" : ""
    let russian = prizes.prefix(most).map { "«\($0.title)»" }.joined(separator: ", ") + rest
    let english = prizes.prefix(most).map { "“\($0.title)”" }.joined(separator: ", ") + rest
    return Diagnostic(
      ContestCode.prizeNotAnnounced, .warning,
      LocalizedText(
        ru: "приз «\(prize)»\(place.map { " за \($0)-е место" } ?? "") не объявлен; объявлены: \(russian)",
        en: "the prize “\(prize)”\(place.map { " for place \($0)" } ?? "") is not announced; announced: \(english)"),
      advice: LocalizedText(
        ru: "проверьте название; если приз учредило само жюри, ничего не нужно",
        en: "check its title; if the jury itself has founded the prize, nothing is to be done"),
      field: "award/prize")
  }
}
