import Contests
import Exchange
import Primitives
import Storage

/// Takes applications and withdrawals into one contest.
struct ApplicationsIntake: RecordIntake {
  private let context: IntakeContext
  private let contestID: Identifier
  /// Nil only in a check that does not see the announcement.
  private let contest: Contest?
  /// True once the contest is over and its protocol is recorded here.
  private let hasResults: Bool
  /// False when nobody will ask for the entries, of which the contest has none yet.
  private let keepsEntries: Bool
  private var hasNotedUnresolved = false
  private(set) var isFileNamePersonal = false
  /// Those whose people are to be erased, as their sender has done.
  private var erased: [(stored: StoredEntry, version: Entry)] = []

  init(contest id: Identifier?, _ context: IntakeContext) throws {
    guard let id else { throw IntakeRefusal(diagnostics: [.incomplete]) }
    self.context = context
    contestID = id
    let contest = try context.session.contests.find(id)
    self.contest = contest
    hasResults =
      try contest?.status.isFinal == true && !context.session.protocols.list(contest: id).isEmpty
    keepsEntries = try !context.isForgotten || hasResults || context.session.entries.changedAt(in: id) != nil
    if contest == nil, context.mode == .store {
      throw IntakeRefusal(diagnostics: [.unknownContest(id).at(context.root)])
    }
  }

  mutating func take(_ part: DocumentPart) throws -> RecordVerdict? {
    switch part {
    case .application(let record): try take(record)
    case .stray(let record): record.verdict(.rejected)
    default: nil
    }
  }

  /// Whoever was erased since must not come back with the name of the file.
  mutating func pass(_ part: DocumentPart) throws {
    guard !isFileNamePersonal, let contest, case .application(let record) = part, let value = record.value else {
      return
    }
    let id =
      switch value {
      case .entry(let entry): entry.id
      case .withdrawal(let withdrawal): withdrawal.id
      }
    guard
      let stored = try context.session.entries.find(contest: contest.id, sender: context.header.sender.id, id: id),
      try context.session.erasures.find(stored.registration) != nil
    else { return }
    isFileNamePersonal =
      switch value {
      case .entry(let entry): entry.personalNames.areNamed(in: context.fileName)
      // Whether it names the people cannot be told any more.
      case .withdrawal: true
      }
  }

  private mutating func take(_ record: CheckedRecord<Application>) throws -> RecordVerdict {
    guard let contest else { return verdictWithoutContest(record) }
    switch record.value {
    case nil: return record.verdict(.rejected)
    case .entry(let entry): return try take(entry, record, contest)
    case .withdrawal(let withdrawal): return try withdraw(withdrawal, record, contest)
    }
  }

  /// Says once for the file what a check cannot resolve.
  private mutating func verdictWithoutContest(_ record: CheckedRecord<Application>) -> RecordVerdict {
    defer { hasNotedUnresolved = true }
    return record.verdict(.accepted, findings: hasNotedUnresolved ? [] : [.unresolvedContest(contestID)])
  }

  private mutating func take(
    _ sent: Entry, _ record: CheckedRecord<Application>, _ contest: Contest
  ) throws -> RecordVerdict {
    var findings = EntryRules.all.findings(in: sent, of: contest)
    let entry = sent.grouped(in: contest)
    // What a rule refuses is not unpacked.
    if findings.hasErrors {
      context.files?.pass(entry.attachments, of: entry.id)
    } else if let files = context.files {
      findings += try files.findings(for: entry, in: context.session)
    }
    if findings.hasErrors { return record.verdict(.rejected, findings: findings) }
    guard keepsEntries else { return record.verdict(.accepted, findings: findings) }
    let entries = context.session.entries
    let sender = context.header.sender.id
    // Once the results are recorded, nothing new is taken; what is known may come again.
    let new =
      try hasResults
      ? nil
      : entries.registerIfNew(
        entry, sender: sender, message: context.message, on: entry.submittedAt.day, changedAt: context.changedAt)
    if let new {
      try context.files?.keep(entry.attachments, in: context.session)
      return record.verdict(.accepted, registration: new.description, findings: findings)
    }

    guard let stored = try entries.find(contest: contest.id, sender: sender, id: entry.id) else {
      return record.verdict(.rejected, findings: [.resultsAreFixed(contest.id)])
    }
    if entry.isErased { return try erase(stored, like: sent, record) }
    return try correct(stored, with: entry, saying: sent, record, contest, findings)
  }

  /// Whom an application named is erased whatever has become of the contest: results do not rest on it.
  private mutating func erase(
    _ stored: StoredEntry, like entry: Entry, _ record: CheckedRecord<Application>
  ) throws -> RecordVerdict {
    let registration = stored.registration.description
    var known = stored.entry
    known.isErased = true
    let isDone = try entry.says(known) || context.session.erasures.find(stored.registration) != nil
    if isDone { return record.verdict(.unchanged, registration: registration) }
    // Afterwards nobody knows any more how the people are called.
    if try context.session.erasures.people(of: stored).areNamed(in: context.fileName) { isFileNamePersonal = true }
    // Of the ages that gave it, nothing is left.
    var version = entry
    version.ageGroup = entry.ageGroup ?? stored.entry.ageGroup
    erased.append((stored, version))
    return record.verdict(.updated, registration: registration)
  }

  func follow() throws -> [Registration] {
    guard let contest else { return [] }
    return try erased.map { stored, version in
      try context.session.erase(
        stored, like: version, of: contest, on: context.today, reason: Erasure.bySender, at: context.receivedAt)
      return stored.registration
    }
  }

  private mutating func correct(
    _ stored: StoredEntry, with entry: Entry, saying sent: Entry, _ record: CheckedRecord<Application>,
    _ contest: Contest,
    _ findings: [Diagnostic]
  ) throws -> RecordVerdict {
    let registration = stored.registration.description
    if let erasure = try context.session.erasures.find(stored.registration) {
      // Here alone it is still known how the people are called.
      if entry.personalNames.areNamed(in: context.fileName) { isFileNamePersonal = true }
      return record.verdict(.rejected, registration: registration, findings: [.erased(erasure)])
    }
    if sent.says(stored.entry) {
      try context.files?.keep(entry.attachments, in: context.session)
      let note = stored.status == .withdrawn ? [Diagnostic.staysWithdrawn] : []
      return record.verdict(.unchanged, registration: registration, findings: findings + note)
    }
    let refusal = try refusal(of: entry.correctionNumber, for: stored, contest)
    if refusal == nil {
      try context.session.entries.replace(
        stored.registration, with: entry, message: context.message, changedAt: context.changedAt)
      try context.files?.keep(entry.attachments, in: context.session)
    }
    return record.verdict(
      .updated, registration: registration, findings: findings + (refusal.map { [$0] } ?? []))
  }

  /// Why a version that says something else is not taken; nil where it is.
  private func refusal(of number: Int, for stored: StoredEntry, _ contest: Contest) throws -> Diagnostic? {
    let known = stored.entry.correctionNumber
    if number < known { return .stale(known) }
    if number > known, try isFixed(stored, contest) { return .correctionTooLate }
    // No number would help: that another version is missing is not to be asked for.
    if stored.status == .withdrawn { return .withdrawn }
    if number == known { return .conflict(known) }
    return number == known + 1 ? nil : .numberSkipped(known)
  }

  /// True once the contest is over, or something is decided on the entry before it is.
  private func isFixed(_ stored: StoredEntry, _ contest: Contest) throws -> Bool {
    try contest.status.isFinal || context.session.entries.isDecided(stored.registration)
  }

  private mutating func withdraw(
    _ withdrawal: Withdrawal, _ record: CheckedRecord<Application>, _ contest: Contest
  ) throws -> RecordVerdict {
    let stored = try context.session.entries.find(
      contest: contest.id, sender: context.header.sender.id, id: withdrawal.id)
    guard let stored else {
      return context.mode == .check
        ? record.verdict(.accepted, findings: [.unresolvedEntry(withdrawal.id)])
        : record.verdict(.rejected, findings: [.unknownEntry(withdrawal.id)])
    }
    let registration = stored.registration.description
    // Whether the reason, or the name of the file, names the people cannot be told any more.
    let isErased = try context.session.erasures.find(stored.registration) != nil
    if isErased { isFileNamePersonal = true }
    // It is erased whatever becomes of the withdrawal.
    let erasure =
      withdrawal.isErased && !isErased ? try erase(stored, like: stored.entry, record) : nil
    if stored.status == .withdrawn { return erasure ?? record.verdict(.unchanged, registration: registration) }
    if try isFixed(stored, contest) {
      return record.verdict(.rejected, findings: [.resultsAreFixed(ExchangeCode.withdrawalTooLate)])
    }
    let day = withdrawal.date ?? context.header.createdAt.day
    do {
      try context.session.entries.apply(
        StatusChange(.withdrawn, on: day, reason: isErased || withdrawal.isErased ? Neutral.text : withdrawal.reason),
        to: stored.registration,
        changedAt: context.changedAt)
    } catch let refusal as StatusRefusal<EntryStatus> {
      return record.verdict(.rejected, findings: [.illegalStatus(refusal)])
    }
    return record.verdict(.updated, registration: registration)
  }
}

extension Diagnostic {
  static func unknownContest(_ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownContest,
      LocalizedText(ru: "конкурса \(contest) в хранилище нет", en: "the store has no contest \(contest)"),
      advice: LocalizedText(
        ru: "сначала примите объявление: laureat import ФАЙЛ; список: laureat contest list",
        en: "take in its announcement first: laureat import FILE; list them: laureat contest list"))
  }

  static func unknownEntry(_ entry: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.unknownEntry,
      LocalizedText(
        ru: "заявки \(entry) в этом конкурсе нет", en: "there is no application \(entry) in this contest"),
      advice: LocalizedText(
        ru: "проверьте идентификатор и приняты ли заявки", en: "check its identifier, and that it was taken in"))
  }

  static func unresolvedContest(_ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ExchangeCode.unresolvedReference, .note,
      LocalizedText(
        ru: "конкурс \(contest) здесь не виден: сроки и номинации не проверены",
        en: "the contest \(contest) is not seen here: days and nominations were not checked"),
      advice: LocalizedText(
        ru: "назовите в той же команде и файл объявления", en: "name its announcement in the same command"))
  }

  static func unresolvedEntry(_ entry: Identifier) -> Diagnostic {
    Diagnostic(
      ExchangeCode.unresolvedReference, .note,
      LocalizedText(
        ru: "заявка \(entry) здесь не видна", en: "the application \(entry) is not seen here"),
      advice: LocalizedText(
        ru: "назовите в той же команде и файл заявок", en: "name the applications in the same command"))
  }

  static func illegalStatus(_ refusal: StatusRefusal<some Lifecycle>) -> Diagnostic {
    Diagnostic(ExchangeCode.illegalHistory, refusal.message, advice: refusal.advice)
  }

  fileprivate static func stale(_ known: Int) -> Diagnostic {
    Diagnostic(
      ExchangeCode.staleCorrection,
      LocalizedText(
        ru: "устаревшая версия: уже принята версия \(known)", en: "an outdated version: version \(known) is recorded"),
      field: "@correctionNumber")
  }

  fileprivate static func conflict(_ known: Int) -> Diagnostic {
    Diagnostic(
      ExchangeCode.correctionConflict,
      LocalizedText(
        ru: "заявка изменена, а номер версии прежний", en: "the application has changed, its version has not"),
      advice: LocalizedText(
        ru: "исправленной заявке нужен correctionNumber=\"\(known + 1)\", в таблице — столбец «исправление»; другой"
          + " заявке — свой номер",
        en: "a corrected application needs correctionNumber=\"\(known + 1)\", in a table the column correction; another"
          + " one needs an id of its own"),
      field: "@correctionNumber")
  }

  fileprivate static func numberSkipped(_ known: Int) -> Diagnostic {
    Diagnostic(
      ExchangeCode.correctionSkipsNumber,
      LocalizedText(
        ru: "номер версии перескакивает: принята версия \(known)", en: "a version is skipped: \(known) is recorded"),
      advice: LocalizedText(
        ru: "пришлите сначала версию \(known + 1)", en: "send version \(known + 1) first"),
      field: "@correctionNumber")
  }

  /// A correction or withdrawal that comes after the decision.
  static func resultsAreFixed(_ code: Diagnostic.Code) -> Diagnostic {
    Diagnostic(
      code, LocalizedText(ru: "итоги уже подведены", en: "the results are fixed"),
      advice: LocalizedText(
        ru: "изменить заявку теперь можно только решением комиссии", en: "only the commission can change it now"))
  }

  fileprivate static var correctionTooLate: Diagnostic {
    var diagnostic = resultsAreFixed(ExchangeCode.correctionTooLate)
    diagnostic.field = "@correctionNumber"
    return diagnostic
  }

  fileprivate static let withdrawn = Diagnostic(
    ExchangeCode.correctionConflict,
    LocalizedText(ru: "заявка отозвана и не исправляется", en: "the application is withdrawn and not corrected"),
    advice: submitAnother)

  fileprivate static let staysWithdrawn = Diagnostic(
    ExchangeCode.staysWithdrawn, .warning,
    LocalizedText(
      ru: "заявка отозвана и в конкурсе не участвует", en: "the application is withdrawn and takes no part"),
    advice: submitAnother)

  private static let submitAnother = LocalizedText(
    ru: "если заявка должна участвовать, подайте новую под другим идентификатором",
    en: "if it is to take part, submit a new one under another identifier")
}
