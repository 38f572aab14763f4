import Contests
import Primitives

extension Diagnostic {
  /// Entries that nobody can be ranked with, for each age group has places of its own.
  static func withoutAgeGroup(_ entries: [Registration]) -> Diagnostic {
    let names = entries.firstFew
    let first = entries.first.map { (entry: $0.description, contest: $0.contest.description) }
    let (entry, contest) = first ?? ("…", "…")
    return Diagnostic(
      ContestCode.ageGroupMissing, .error,
      LocalizedText(
        ru: "места присуждают по возрастным группам, а объявленной группы в заявке нет: \(names)",
        en: "places are given by age group, and these name none that is announced: \(names)"),
      advice: LocalizedText(
        ru: "укажите: laureat entry edit \(entry) --age-group …; какие есть: laureat contest show \(contest)",
        en: "name it: laureat entry edit \(entry) --age-group …; see them: laureat contest show \(contest)"))
  }
}
