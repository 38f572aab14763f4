import Contests
import Exchange
import Primitives
import Reports
import Storage

/// One decision on one or many entries: all of them, or none.
struct EntryDecision {
  private let status: EntryStatus
  private let change: ChangeOptions
  private let common: CommonOptions
  private let writing: WriteOptions

  init(_ status: EntryStatus, _ change: ChangeOptions, _ common: CommonOptions, _ writing: WriteOptions) {
    self.status = status
    self.change = change
    self.common = common
    self.writing = writing
  }

  func apply(to chosen: (Session) throws -> [Registration]) throws {
    let (registrations, decided) = try writing.change(common.openStore()) { session in
      let registrations = try chosen(session)
      let now = Clock.now()
      var undecided: [Identifier: Contest] = [:]
      var ungrouped: [Registration] = []
      for registration in registrations {
        let (stored, contest) = try decide(registration, in: session, at: now, &undecided)
        if status == .admitted, try !group(stored, contest, in: session, at: now) { ungrouped.append(registration) }
      }
      if !ungrouped.isEmpty {
        var finding = Diagnostic.withoutAgeGroup(ungrouped)
        finding.severity = .warning
        DiagnosticPrinter.show([finding])
      }
      if let first = registrations.first {
        try session.record("entry.\(status.rawValue)", first.description, detail: String(registrations.count))
      }
      return (registrations, try common.json ? registrations.map { try session.entry($0) } : [])
    }
    try common.print(.array(decided.map(\.json)), or: Self.line(registrations, status))
  }

  /// How many, and which: `допущено заявок: 3 (teplo-2020/1, teplo-2020/2, teplo-2020/5)`.
  private static func line(_ registrations: [Registration], _ status: EntryStatus) -> String {
    "\(deed(status)): \(registrations.countedFew)\n"
  }

  private static func deed(_ status: EntryStatus) -> String {
    switch status {
    case .admitted: local(ru: "допущено заявок", en: "admitted")
    case .notAdmitted: local(ru: "не допущено заявок", en: "not admitted")
    case .withdrawn: local(ru: "отозвано заявок", en: "withdrawn")
    default: status.title[Speech.language]
    }
  }

  /// - Parameter undecided: The contests found to be open so far, so that each is looked up once.
  private func decide(
    _ registration: Registration, in session: Session, at now: Instant, _ undecided: inout [Identifier: Contest]
  ) throws -> (StoredEntry, Contest) {
    let stored = try session.entry(registration)
    if status == .withdrawn, try session.entries.isDecided(registration) {
      throw Failure([.resultsAreFixed(ExchangeCode.withdrawalTooLate)])
    }
    let contest = try undecided[registration.contest] ?? session.contest(registration.contest)
    if contest.status.isFinal { throw Failure([.resultsAreFixed(registration.contest)]) }
    undecided[registration.contest] = contest
    try change.applying(status) { try session.entries.apply($0, to: registration, changedAt: now) }
    return (stored, contest)
  }

  /// Notes the age group that an entry competes in, where it was announced only after the entry came.
  ///
  /// - Returns: false where it competes by age groups, and is in none.
  private func group(
    _ stored: StoredEntry, _ contest: Contest, in session: Session, at now: Instant
  ) throws -> Bool {
    let entry = stored.entry.grouped(in: contest)
    if entry != stored.entry {
      try session.entries.replace(stored.registration, with: entry, message: stored.message, changedAt: now)
    }
    return !contest.lacksAgeGroup(nomination: entry.nomination, ageGroup: entry.ageGroup)
  }
}
