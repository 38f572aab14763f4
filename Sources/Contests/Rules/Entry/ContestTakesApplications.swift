public import Primitives

/// Applications are taken from the announcement on and until the contest has ended.
///
/// The day of submission counts, not today: the applications of a contest of the past can still be entered.
public struct ContestTakesApplications: EntryRule {
  public init() {}

  public func findings(in entry: Entry, of contest: Contest) -> [Diagnostic] {
    let status = contest.status
    if status.isFinal, let ended = contest.history.changes.last?.date, entry.submittedAt.day <= ended { return [] }
    return switch status {
    case .draft: [.notAnnounced(contest)]
    case .completed: [.finished(contest, how: LocalizedText(ru: "завершён", en: "is completed"))]
    case .cancelled: [.finished(contest, how: LocalizedText(ru: "отменён", en: "is cancelled"))]
    case .unsuccessful:
      [.finished(contest, how: LocalizedText(ru: "признан несостоявшимся", en: "was declared unsuccessful"))]
    case .announced, .open, .closed, .judging: []
    }
  }
}

extension Diagnostic {
  fileprivate static func notAnnounced(_ contest: Contest) -> Diagnostic {
    Diagnostic(
      ContestCode.contestNotAnnounced, .error,
      LocalizedText(
        ru: "конкурс «\(contest.title)» ещё не объявлен: он в состоянии черновика",
        en: "contest “\(contest.title)” has not been announced: it is a draft"),
      advice: LocalizedText(
        ru: "объявите конкурс или откройте приём заявок: laureat contest status \(contest.id) open --date ДАТА",
        en: "announce the contest or open it: laureat contest status \(contest.id) open --date DATE"))
  }

  fileprivate static func finished(_ contest: Contest, how: LocalizedText) -> Diagnostic {
    Diagnostic(
      ContestCode.contestFinished, .error,
      LocalizedText(
        ru: "конкурс «\(contest.title)» \(how[.russian]), заявки больше не принимаются",
        en: "contest “\(contest.title)” \(how[.english]) and takes no more applications"),
      advice: LocalizedText(
        ru: "проверьте, в тот ли конкурс направлена заявка", en: "check whether this is the right contest"))
  }
}
