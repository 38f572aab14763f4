import Contests
import Exchange
import Primitives
import Storage

/// A place or prize as it was typed.
struct WinnerLine {
  var entry: String
  var nomination: Identifier?
  var place: Int?
  var prize: String?
  /// The row of the table it came from.
  var location: Diagnostic.Location?
  /// The cells that were filled in there.
  var cells: [WinnerColumn: Diagnostic.Location] = [:]

  /// Where to look for what a finding is about: the cell that has to be changed, else that of the entry.
  func location(of finding: Diagnostic) -> Diagnostic.Location? {
    WinnerColumn(toChangeFor: finding.code).flatMap { cells[$0] } ?? cells[.entry] ?? location
  }
}

extension WinnerColumn {
  fileprivate init?(toChangeFor code: Diagnostic.Code) {
    switch code {
    case ContestCode.placeAgainstSheets, ContestCode.placeTaken, ContestCode.placeWithoutPrize,
      ContestCode.placeBelowFirst,
      ContestCode.secondPlaceInNomination:
      self = .place
    case ContestCode.specialPrizeTaken: self = .prize
    case ContestCode.unknownNomination, ContestCode.wrongNomination: self = .nomination
    default: return nil
    }
  }
}

/// Records the decisions of one protocol: all of them, or none.
struct ProtocolDecisions {
  private typealias Decided = (winner: Winner, stored: StoredEntry, line: WinnerLine)

  private let contest: Contest
  private let minutes: ProtocolReference
  private let session: Session

  init(_ contest: Contest, _ minutes: ProtocolReference, in session: Session) {
    self.contest = contest
    self.minutes = minutes
    self.session = session
  }

  /// - Parameter typed: What stands against places that do not follow from the points; nil for those that do.
  func record(_ lines: [WinnerLine], checkedBy typed: TypedPlaces? = nil) throws {
    var context = try WinnerContext(contest, recordedIn: session)
    let shared = try session.sharedParticipants.of(contest.id)
    let recorded = try session.protocols.list(contest: contest.id).map(\.minutes.reference)
    var findings =
      ContestCanBeDecided().findings(by: minutes, in: contest, recorded: recorded)
      + ProtocolNotInFuture(today: Clock.now().day).findings(in: minutes)
    if findings.hasErrors { throw Failure(findings) }
    var decided: [Decided] = []
    for line in lines {
      do {
        let stored = try session.entry(line.entry, in: contest.id)
        let winner = Winner(
          contest: contest.id, entry: stored.exchangeID, nomination: line.nomination ?? stored.entry.nomination,
          place: line.place, prize: line.prize, minutes: minutes)
        let candidate = Candidate(
          entry: stored.exchangeID, registration: stored.registration, nomination: stored.entry.nomination,
          ageGroup: stored.entry.ageGroup, status: stored.status, participants: stored.participantKeys(shared))
        let found =
          WinnerRules.all.findings(for: winner, by: candidate, in: context)
          + (typed?.findings(for: winner, ageGroup: candidate.ageGroup) ?? [])
        if typed != nil {
          findings += PrizeIsAnnounced().findings(for: winner, by: candidate, in: context)
            .map { $0.at(line.cells[.prize] ?? line.location) }
        }
        findings += found.map { $0.at(line.location(of: $0)) }
        let isUngrouped =
          winner.place != nil
          && contest.lacksAgeGroup(nomination: winner.nomination, ageGroup: stored.entry.ageGroup)
        if isUngrouped {
          findings.append(
            .withoutAgeGroup([stored.registration]).at(line.cells[.entry] ?? line.location))
        }
        guard !found.hasErrors, !isUngrouped else { continue }
        context.record(winner, ageGroup: candidate.ageGroup, participants: candidate.participants)
        decided.append((winner, stored, line))
      } catch let failure as Failure {
        findings += failure.diagnostics.map { $0.at(line.location(of: $0)) }
      }
    }
    if typed != nil { findings += try warnings(about: decided) }
    try settle(findings)
    try write(decided)
  }

  /// What is to be known of all that was typed, and hinders nothing.
  private func warnings(about decided: [Decided]) throws -> [Diagnostic] {
    let bySheets = try PlacesBySheets(contest, in: session)?.findings(for: decided.map(\.winner)) ?? [:]
    var warnings = decided.indices.compactMap { index in
      bySheets[index].map { $0.at(decided[index].line.location(of: $0)) }
    }
    if contest.rules.oneWinPerParticipant {
      let hidden = Set(decided.filter(\.stored.entry.hidesParticipants).map(\.stored.registration))
      if !hidden.isEmpty { warnings.append(.participantsUnidentified(hidden, in: contest.id)) }
    }
    return warnings
  }

  private func write(_ decided: [Decided]) throws {
    let now = Clock.now()
    if try session.protocols.find(contest: contest.id, number: minutes.number) == nil {
      let typed = ResultsProtocol(
        number: minutes.number, date: minutes.date, contest: contest.id, contestTitle: contest.title,
        organiser: contest.organiser, level: contest.level, year: contest.year)
      try session.protocols.save(typed, contest: contest.id, imported: false, changedAt: now)
    }
    // An entry may be named twice, or stand in the protocol already with what else it says.
    var awarded: Set<Registration> = []
    var listed: Set<Registration> = []
    try session.protocols.eachResult(contest: contest.id, number: minutes.number) { entry, _ in listed.insert(entry) }
    for (winner, stored, _) in decided {
      try session.winners.record(winner, recordedAt: now)
      if stored.status != .awarded, awarded.insert(stored.registration).inserted {
        try session.entries.apply(
          StatusChange(.awarded, on: stored.day(decidedOn: minutes.date)), to: stored.registration, changedAt: now)
      }
      if listed.insert(stored.registration).inserted {
        try session.protocols.saveResult(
          ProtocolResult(id: stored.exchangeID, nomination: stored.entry.nomination, title: stored.entry.title),
          contest: contest.id, number: minutes.number)
      }
    }
    try session.sharedParticipants.keep(in: contest)
  }
}

extension StoredEntry {
  /// Protocols come in any order: what has become of the entry by another since, or by a revocation, is not dated back.
  func day(decidedOn date: Day) -> Day {
    let isDecided = status == .awarded || status == .participated
    return max(date, isDecided ? history.changes.last?.date ?? date : date)
  }
}

extension Diagnostic {
  /// Gives a finding its place in a table, where it has none of its own.
  func at(_ location: Location?) -> Diagnostic {
    guard self.location == nil, let location else { return self }
    var diagnostic = self
    diagnostic.location = location
    return diagnostic
  }
}
