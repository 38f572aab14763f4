import Contests
import Primitives
import Storage

/// A contest as its jury has judged it: what decides it, and how its entries are called in an answer.
struct ContestJudging {
  /// An entry as answers show it. The names of people are none of it.
  struct Judged {
    var registration: Registration
    var title: String
  }

  let contest: Contest
  var adjudication: Adjudication
  /// By identifier within the contest.
  let entries: [Identifier: Judged]
  /// Those behind which somebody is not known again, where nobody may win twice.
  let unidentified: Set<Identifier>

  /// - Parameter decisions: What the jury decides beside the points.
  init(_ contest: Contest, decisions: [ResultsProtocol.Decision] = [], in session: Session) throws {
    self.contest = contest
    var entrants: [Adjudication.Entrant] = []
    var entries: [Identifier: Judged] = [:]
    try session.entries.eachCompeting(in: contest.id) { stored in
      entrants.append(
        Adjudication.Entrant(entry: stored.exchangeID, nomination: stored.nomination, ageGroup: stored.ageGroup))
      entries[stored.exchangeID] = Judged(registration: stored.registration, title: stored.title)
    }
    var unidentified: Set<Identifier> = []
    if contest.rules.oneWinPerParticipant {
      let (participants, hidden) = try Self.participants(of: contest.id, in: session)
      for index in entrants.indices { entrants[index].participants = participants[entrants[index].entry] ?? [] }
      unidentified = hidden.intersection(entries.keys)
    }
    self.unidentified = unidentified
    self.entries = entries
    // What was given to an entry that has left the contest decides nothing, and proves nothing.
    adjudication = Adjudication(
      contest: contest, entrants: entrants,
      sheets: try session.judging.sheets(of: contest.id).filter { entries[$0.entry] != nil },
      recusals: try session.judging.recusals(of: contest.id).filter { entries[$0.entry] != nil },
      tieDecisions: try Self.tieDecisions(of: contest, in: session), decisions: decisions,
      precedence: entrants.map(\.entry))
  }

  /// Those behind each entry: asked only where nobody may win twice, for it takes all that is known of the entries.
  private static func participants(
    of contest: Identifier, in session: Session
  ) throws -> (known: [Identifier: Set<ParticipantKey>], hidden: Set<Identifier>) {
    let shared = try session.sharedParticipants.of(contest)
    var participants: [Identifier: Set<ParticipantKey>] = [:]
    var hidden: Set<Identifier> = []
    try session.entries.each(in: contest) { stored in
      participants[stored.exchangeID] = stored.participantKeys(shared)
      if stored.entry.hidesParticipants { hidden.insert(stored.exchangeID) }
    }
    return (participants, hidden)
  }

  /// Those noted as they were taken come before those that stand in a protocol.
  private static func tieDecisions(
    of contest: Contest, in session: Session
  ) throws -> [ResultsProtocol.TieDecision] {
    let taken = try session.judging.tieDecisions(of: contest.id)
    // Those in a protocol of our own were taken here, and what has replaced one since counts.
    let minuted = try session.protocols.list(contest: contest.id).filter(\.isImported).flatMap(\.minutes.tieDecisions)
    return taken + minuted.filter { !taken.contains($0) }
  }

  /// Who still owes a sheet.
  func duties(in session: Session) throws -> JuryDuties {
    JuryDuties(
      contest: contest,
      entries: adjudication.entrants.map { JudgedEntry(id: $0.entry, nomination: $0.nomination) },
      recusals: adjudication.recusals, distribution: try session.judging.distribution(of: contest.id),
      sheets: adjudication.sheets.map { Assignment(juror: $0.juror, entry: $0.entry) })
  }

  /// How an answer calls an entry; one that is not admitted has no name here.
  func registration(_ entry: Identifier) -> String { entries[entry]?.registration.description ?? entry.description }

  /// What a command calls an entry by.
  func number(_ entry: Identifier) -> String {
    entries[entry].map { String($0.registration.number) } ?? entry.description
  }

  func title(of entry: Identifier) -> String? { entries[entry]?.title }
}

extension Adjudication.Entrant {
  init(_ holding: Holding, numbered shared: SharedParticipants) {
    self.init(
      entry: holding.entry, nomination: holding.nomination, ageGroup: holding.ageGroup,
      participants: holding.participantKeys(shared))
  }
}

extension StoredEntry {
  /// Those behind it, by the numbers that places were given by too: whoever was erased has nothing else left.
  func participantKeys(_ shared: SharedParticipants) -> Set<ParticipantKey> {
    entry.participantKeys.union(shared.keys(of: exchangeID))
  }
}

extension Holding {
  func participantKeys(_ shared: SharedParticipants) -> Set<ParticipantKey> {
    ParticipantKey.all(of: applicant, and: people).union(shared.keys(of: entry))
  }
}
