public import Primitives

/// Points are given to entries that compete.
public struct EntryIsJudged: ScoreRule {
  public init() {}

  public func findings(in sheet: ScoreSheet, on entry: ScoredEntry, of panel: Panel) -> [Diagnostic] {
    entry.status.isAdmitted
      ? [] : [.notCompeting(entry.registration?.description ?? sheet.entry.description, entry.status)]
  }
}

extension Diagnostic {
  fileprivate static func notCompeting(_ entry: String, _ status: EntryStatus) -> Diagnostic {
    Diagnostic(
      ContestCode.scoredNotAdmitted, .error,
      LocalizedText(
        ru: "заявка \(entry) не судится: \(status.title[.russian])",
        en: "the entry \(entry) is not judged: \(status.title[.english])"),
      advice: LocalizedText(
        ru: "если она участвует, сначала допустите её: laureat entry admit",
        en: "if it competes, admit it first: laureat entry admit"),
      field: "@entry")
  }
}
