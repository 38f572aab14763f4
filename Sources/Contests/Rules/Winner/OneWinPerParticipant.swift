public import Primitives

/// Where the contest's rules say so, a participant wins once in the whole contest, with whichever entry.
public struct OneWinPerParticipant: WinnerRule {
  public init() {}

  public func findings(for winner: Winner, by candidate: Candidate, in context: WinnerContext) -> [Diagnostic] {
    guard context.contest.rules.oneWinPerParticipant, !context.hasRecorded(winner), context.hasWon(candidate)
    else { return [] }
    return [.wonBefore(candidate.name)]
  }
}

extension Diagnostic {
  fileprivate static func wonBefore(_ entry: String) -> Diagnostic {
    Diagnostic(
      ContestCode.participantAlreadyWon, .error,
      LocalizedText(
        ru: "участник заявки \(entry) уже победил в этом конкурсе, а по положению победить можно один раз",
        en: "a participant of application \(entry) has already won in this contest, whose rules allow one win each"),
      advice: LocalizedText(
        ru: "оставьте одну из побед, прежнее решение при необходимости отмените",
        en: "keep one of the wins; revoke the former decision if need be"),
      field: "award")
  }
}
