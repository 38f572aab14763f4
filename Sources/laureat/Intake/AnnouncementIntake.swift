import Contests
import Exchange
import Primitives
import Storage

/// Takes the contests of an announcement.
struct AnnouncementIntake: RecordIntake {
  private let context: IntakeContext

  init(_ context: IntakeContext) {
    self.context = context
  }

  func take(_ part: DocumentPart) throws -> RecordVerdict? {
    switch part {
    case .contest(let record): try take(record)
    case .stray(let record): record.verdict(.rejected)
    default: nil
    }
  }

  private func take(_ record: CheckedRecord<Contest>) throws -> RecordVerdict {
    guard var contest = record.value else { return record.verdict(.rejected) }
    let findings = ContestRulebook.all.findings(in: contest)
    if findings.hasErrors { return record.verdict(.rejected, findings: findings) }

    let stored = try context.session.contests.find(contest.id)
    if contest.history.changes.isEmpty {
      contest.history = stored?.history ?? StatusHistory(announcedOn: firstDay(of: contest))
    }
    guard let stored else {
      try context.session.contests.save(contest, changedAt: context.changedAt)
      return record.verdict(.accepted, findings: findings)
    }
    if stored == contest { return record.verdict(.unchanged, findings: findings) }
    if let newer = context.refusal(ofReplacing: try context.session.contests.changedAt(of: contest.id)) {
      return record.verdict(.rejected, findings: findings + [newer])
    }
    let conflicts = try conflicts(of: contest, with: stored)
    if conflicts.isEmpty { try context.session.contests.save(contest, changedAt: context.changedAt) }
    return record.verdict(.updated, findings: findings + conflicts)
  }

  /// An announcement may be sent long after the contest began.
  private func firstDay(of contest: Contest) -> Day {
    [contest.approvingAct?.date, contest.schedule.opens].compactMap { $0 }
      .reduce(context.header.createdAt.day) { min($0, $1) }
  }

  /// What forbids to replace a contest by its new announcement.
  private func conflicts(of contest: Contest, with stored: Contest) throws -> [Diagnostic] {
    let sender = context.header.sender.id
    if sender != stored.organiser.id, try sender != context.session.organisations.ourselves()?.id {
      return [.notTheOrganiser(stored.id)]
    }
    if stored.status.isFinal { return [.finished(stored.id)] }
    guard contest.history.changes.starts(with: stored.history.changes) else { return [.historyRewritten] }
    let entered = try context.session.contests.figures(of: stored).byNomination.filter { $0.value.applications > 0 }
    return ContestChange(from: stored, to: contest).findings(
      entered: Set(entered.keys), hasSheets: try context.session.judging.hasSheets(in: stored.id))
  }
}

extension StatusHistory<ContestStatus> {
  /// An announcement that says nothing of its status announces.
  init(announcedOn day: Day) {
    self.init()
    // A draft may be announced on any day.
    try? apply(StatusChange(.announced, on: day))
  }
}

extension Diagnostic {
  fileprivate static func notTheOrganiser(_ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ExchangeCode.notTheOrganiser,
      LocalizedText(
        ru: "объявление конкурса \(contest) меняет не его организатор",
        en: "the announcement of \(contest) is changed by another than its organiser"),
      advice: LocalizedText(
        ru: "попросите организатора прислать изменённое объявление",
        en: "ask the organiser to send the changed announcement"))
  }

  fileprivate static func finished(_ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.contestFinished,
      LocalizedText(
        ru: "конкурс \(contest) уже завершён, объявление не меняют",
        en: "the contest \(contest) is finished; its announcement stays"),
      advice: LocalizedText(
        ru: "новому конкурсу нужен свой идентификатор", en: "a new contest needs an identifier of its own"))
  }

  fileprivate static let historyRewritten = Diagnostic(
    ExchangeCode.illegalHistory,
    LocalizedText(
      ru: "история состояний не продолжает записанную", en: "the history does not continue the recorded one"),
    advice: LocalizedText(
      ru: "повторите прежние состояния и добавьте новые", en: "repeat the earlier states and add the new ones"),
    field: "statusHistory")
}
