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
      var undecided: Set<Identifier> = []
      for registration in registrations { try decide(registration, in: session, at: now, &undecided) }
      if let first = registrations.first {
        try session.record("entry.\(status.rawValue)", first.description, detail: String(registrations.count))
      }
      return (registrations, try common.json ? registrations.map { try session.entry($0) } : [])
    }
    try common.print(.array(decided.map(\.json)), or: Self.line(registrations, status))
  }

  /// How many, and which: `admitted: 3 (teplo-2020/1, teplo-2020/2, teplo-2020/5)`.
  private static func line(_ registrations: [Registration], _ status: EntryStatus) -> String {
    let most = 10
    let shown = registrations.prefix(most).map(\.description).joined(separator: ", ")
    let rest = registrations.count > most ? ", …" : ""
    let numbers = registrations.isEmpty ? "" : " (\(shown)\(rest))"
    return "\(Format.name(status, Speech.language)): \(registrations.count)\(numbers)\n"
  }

  /// - Parameter undecided: The contests found to be open so far, so that each is looked up once.
  private func decide(
    _ registration: Registration, in session: Session, at now: Instant, _ undecided: inout Set<Identifier>
  ) throws {
    _ = try session.entry(registration)
    if status == .withdrawn, try session.entries.isDecided(registration) {
      throw Failure([.resultsAreFixed(ExchangeCode.withdrawalTooLate)])
    }
    let isNew = undecided.insert(registration.contest).inserted
    if isNew, try session.contest(registration.contest).status.isFinal {
      throw Failure([.resultsAreFixed(registration.contest)])
    }
    try change.applying(status) { try session.entries.apply($0, to: registration, changedAt: now) }
  }
}
