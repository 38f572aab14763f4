import Contests
import Exchange
import Primitives
import Storage

/// Takes the points of a jury, and who stepped back from what.
struct ScoresIntake: RecordIntake {
  private let context: IntakeContext
  private let contest: Contest
  private var panel: Panel
  private let placed: PlacedNominations
  /// What comes again as it is comes never too late.
  private let known: (sheets: Set<ScoreSheet>, recusals: Set<Recusal>)
  /// The sheets of this document, by juror and entry.
  private var seen: Set<[Identifier]> = []

  init(contest id: Identifier?, _ context: IntakeContext) throws {
    guard let id else { throw IntakeRefusal(diagnostics: [.incomplete]) }
    guard let contest = try context.session.contests.find(id) else {
      throw IntakeRefusal(diagnostics: [.unknownContest(id).at(context.root)])
    }
    self.context = context
    self.contest = contest
    let judging = context.session.judging
    panel = try judging.panel(of: contest)
    placed = try PlacedNominations(contest, in: context.session)
    known = placed.isEmpty ? ([], []) : (Set(try judging.sheets(of: id)), Set(try judging.recusals(of: id)))
  }

  mutating func take(_ part: DocumentPart) throws -> RecordVerdict? {
    switch part {
    case .scoreSheet(let record): try take(record)
    case .recusal(let record): try take(record)
    case .stray(let record): record.verdict(.rejected)
    default: nil
    }
  }

  mutating func pass(_ part: DocumentPart) {
    // A second sheet of the same juror stays a second one.
    if case .scoreSheet(let record) = part, let sheet = record.value { seen.insert([sheet.juror, sheet.entry]) }
  }

  private mutating func take(_ record: CheckedRecord<ScoreSheet>) throws -> RecordVerdict {
    guard let sheet = record.value else { return record.verdict(.rejected) }
    guard let stored = try context.session.entries.find(contest: contest.id, exchangeID: sheet.entry) else {
      return record.verdict(.rejected, findings: [.unknownEntry(sheet.entry)])
    }
    var findings = ScoreRules.all.findings(
      in: sheet,
      on: ScoredEntry(
        nomination: stored.entry.nomination, status: stored.status, submittedOn: stored.entry.submittedAt.day),
      of: panel)
    if !seen.insert([sheet.juror, sheet.entry]).inserted { findings.append(.secondSheet(sheet.juror)) }
    if sheet.date > context.today { findings.append(.dayToCome(sheet.date)) }
    if contest.status.isFinal {
      findings.append(.scoresTooLate)
    } else if !known.sheets.contains(sheet), let late = placed.finding(in: stored.entry.nomination) {
      findings.append(late)
    }
    let judging = context.session.judging
    if let newer = context.refusal(ofReplacing: try judging.changedAt(replacedBy: sheet, contest: contest.id)) {
      findings.append(newer)
    }
    if findings.hasErrors { return record.verdict(.rejected, findings: findings) }
    let saved = try judging.save(
      sheet, contest: contest.id, message: context.message, changedAt: context.changedAt)
    return record.verdict(RecordStatus(saved), registration: stored.registration.description, findings: findings)
  }

  private mutating func take(_ record: CheckedRecord<Recusal>) throws -> RecordVerdict {
    guard let recusal = record.value else { return record.verdict(.rejected) }
    guard let stored = try context.session.entries.find(contest: contest.id, exchangeID: recusal.entry) else {
      return record.verdict(.rejected, findings: [.unknownEntry(recusal.entry)])
    }
    if contest.status.isFinal { return record.verdict(.rejected, findings: [.scoresTooLate]) }
    if let closing = panel.closing {
      return record.verdict(.rejected, findings: [.judgingClosed(contest.id, closing)])
    }
    var findings: [Diagnostic] = []
    if !contest.jury.contains(where: { $0.id == recusal.juror }) {
      findings.append(.stranger(recusal.juror, to: contest.id))
    }
    if recusal.date > context.today { findings.append(.dayToCome(recusal.date)) }
    if !known.recusals.contains(recusal), let late = placed.finding(in: stored.entry.nomination) {
      findings.append(late)
    }
    let judging = context.session.judging
    if let newer = context.refusal(ofReplacing: try judging.changedAt(replacedBy: recusal, contest: contest.id)) {
      findings.append(newer)
    }
    if !findings.isEmpty { return record.verdict(.rejected, findings: findings) }
    panel.add(recusal)
    let hasScored = try judging.hasSheet(of: recusal.juror, on: stored.registration)
    let saved = try judging.save(
      recusal, contest: contest.id, message: context.message, changedAt: context.changedAt)
    return record.verdict(
      RecordStatus(saved), registration: stored.registration.description,
      findings: hasScored && saved != .unchanged ? [.sheetCountsNoMore(recusal.juror)] : [])
  }
}

extension Diagnostic {
  static func secondSheet(_ juror: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.secondSheet,
      LocalizedText(
        ru: "второй лист \(juror) на ту же заявку", en: "a second sheet of \(juror) on the same entry"),
      advice: LocalizedText(ru: "оставьте один", en: "leave one"), field: "@juror")
  }

  fileprivate static func dayToCome(_ day: Day) -> Diagnostic {
    Diagnostic(
      ContestCode.dayInFuture,
      LocalizedText(ru: "день \(day.dotted) ещё не наступил", en: "the day \(day.worded) has not come yet"),
      advice: LocalizedText(
        ru: "исправьте дату; проверьте также дату, установленную на компьютере",
        en: "correct the day; check the date of this computer, too"), field: "date")
  }

  static func sheetCountsNoMore(_ juror: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.recusedJurorScores, .warning,
      LocalizedText(
        ru: "лист \(juror) на эту заявку больше не считается",
        en: "the sheet of \(juror) on this entry counts no more"),
      advice: LocalizedText(
        ru: "если самоотвод записан по ошибке, возьмите его назад: laureat undo",
        en: "if the recusal is a mistake, take it back: laureat undo"))
  }

  static let scoresTooLate = Diagnostic(
    ExchangeCode.correctionTooLate,
    LocalizedText(ru: "итоги уже подведены", en: "the results are fixed"),
    advice: LocalizedText(
      ru: "оценки теперь ничего не изменят; решение меняет только комиссия",
      en: "points change nothing any more; only the commission can change the decision"))
}
