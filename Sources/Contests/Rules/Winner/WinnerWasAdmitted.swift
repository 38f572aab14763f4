public import Primitives

/// Only an entry that competes can win.
public struct WinnerWasAdmitted: WinnerRule {
  public init() {}

  public func findings(for winner: Winner, by candidate: Candidate, in context: WinnerContext) -> [Diagnostic] {
    candidate.status.isAdmitted ? [] : [.notAdmitted(candidate.name, candidate.status)]
  }
}

extension Diagnostic {
  fileprivate static func notAdmitted(_ entry: String, _ status: EntryStatus) -> Diagnostic {
    let reason =
      switch status {
      case .withdrawn: LocalizedText(ru: "отозвана", en: "was withdrawn")
      case .notAdmitted: LocalizedText(ru: "не допущена к участию", en: "was not admitted")
      case .returned: LocalizedText(ru: "возвращена заявителю", en: "was returned to the applicant")
      case .submitted, .registered, .admitted, .underReview, .awarded, .participated:
        LocalizedText(ru: "ещё не допущена к участию", en: "has not been admitted yet")
      }
    return Diagnostic(
      ContestCode.winnerNotAdmitted, .error,
      LocalizedText(
        ru: "заявка \(entry) \(reason[.russian]) и не может получить место или приз",
        en: "application \(entry) \(reason[.english]) and cannot win"),
      advice: LocalizedText(
        ru: "проверьте номер заявки; если она участвует, сначала допустите её",
        en: "check which application is meant; if it takes part, admit it first"),
      field: "award")
  }
}
