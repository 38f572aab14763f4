import Contests
import Exchange
import Primitives
import Storage

/// What a protocol carries so that anybody can recompute its places: the rules, the sheets, who stepped back, and what
/// each result follows from.
struct ProtocolProof {
  private(set) var minutes: ResultsProtocol
  /// As they are told.
  private(set) var sheets: [ScoreSheet] = []
  private(set) var recusals: [Recusal] = []
  private var scores: [Identifier: [ProtocolResult.JurorScore]] = [:]
  private var ageGroups: [Identifier: String] = [:]
  private var sharedParticipants: [Identifier: [Int]] = [:]
  private var earlierWinners: Set<Identifier> = []
  private var earlierPlaces: [Identifier: [ProtocolResult.EarlierPlace]] = [:]
  /// What digests of received sheets are where these are told otherwise than they came.
  private var toldDigests: [String: String] = [:]
  private let isReceived: Bool
  /// True where the sheets are others by now than those that the protocol was decided by: it goes out without.
  private(set) var isOutdated = false

  init(
    _ stored: StoredProtocol, of contest: Contest, telling disclosure: Disclosure, in session: Session
  ) throws {
    minutes = stored.minutes
    isReceived = stored.isImported
    let history = try PlaceHistory(contest, in: session)
    earlierPlaces = Self.byEntry(history.revoked(of: stored.minutes))
    // What came as a document goes on as it came: its proof is the sender's. Which places were taken back since, its sender
    // may have told by another protocol.
    if stored.isImported {
      let proof = try session.protocols.receivedProof(contest: contest.id, number: stored.minutes.number)
      tell(proof, disclosure)
      return
    }
    let judging = try ContestJudging(contest, in: session)
    if judging.adjudication.sheets.isEmpty { return }
    let adjudication = judging.adjudication
    let before = history.before(stored.minutes) + history.revoked(of: stored.minutes)
    let digest = ScoresDigest.over(adjudication.sheets, adjudication.recusals).description
    if let decidedBy = stored.minutes.scoresDigest, decidedBy != digest {
      earlierPlaces = Self.byEntry(before)
      isOutdated = true
      // It is over the entries by their own names.
      if !disclosure.isSent { minutes.scoresDigest = nil }
      return
    }
    var told: [Identifier: [Identifier: ScoreSheet]] = [:]
    for sheet in adjudication.sheets {
      guard let registration = judging.entries[sheet.entry]?.registration else { continue }
      let shown = disclosure.sheet(sheet, on: registration)
      told[sheet.entry, default: [:]][sheet.juror] = shown
      sheets.append(shown)
    }
    for recusal in adjudication.recusals {
      guard let registration = judging.entries[recusal.entry]?.registration else { continue }
      recusals.append(disclosure.recusal(recusal, on: registration))
    }
    minutes = Self.minutes(stored.minutes, adjudication, digest: disclosure.isSent ? nil : (sheets, recusals))
    for standing in adjudication.results().flatMap(\.ranking.standings) {
      scores[standing.entry] = standing.totals.compactMap { total in
        guard let sheet = told[standing.entry]?[total.juror], let rounded = ExactDecimal(total.total.rounded(to: 4))
        else { return nil }
        return .init(
          juror: total.juror, marks: sheet.marks, total: rounded, digest: ScoresDigest.of(sheet).description)
      }
    }
    earlierPlaces = Self.byEntry(before)
    if contest.rules.placesByAgeGroup {
      for entrant in adjudication.entrants { ageGroups[entrant.entry] = entrant.ageGroup }
    }
    if contest.rules.oneWinPerParticipant {
      var shared = try session.sharedParticipants.of(contest.id)
      shared.add(adjudication.entrants)
      sharedParticipants = shared.numbers
      earlierWinners = try Self.earlierWinners(
        than: stored.minutes, history, of: contest, adjudication, sharing: shared, in: session)
    }
  }

  /// In the order in which they were given.
  private static func byEntry(_ places: [PlaceHistory.Told]) -> [Identifier: [ProtocolResult.EarlierPlace]] {
    Dictionary(grouping: places.sorted { $0.place.id < $1.place.id }, by: \.place.winner.entry)
      .mapValues { $0.map(\.as) }
  }

  /// A digest that agreed with what came agrees with what is told; another stays as wrong as it was.
  private mutating func tell(_ proof: ReceivedProof, _ disclosure: Disclosure) {
    sheets = proof.sheets.map { disclosure.sheet($0.sheet, on: $0.registration) }
    recusals = proof.recusals.map { disclosure.recusal($0.recusal, on: $0.registration) }
    if disclosure.isSent { return }
    for (received, told) in zip(proof.sheets, sheets) {
      toldDigests[ScoresDigest.of(received.sheet).description] = ScoresDigest.of(told).description
    }
    let whole = ScoresDigest.over(proof.sheets.map(\.sheet), proof.recusals.map(\.recusal)).description
    if minutes.scoresDigest == whole { minutes.scoresDigest = ScoresDigest.over(sheets, recusals).description }
  }

  /// The result with what it follows from, and what was taken back of it.
  func adding(to result: ProtocolResult) -> ProtocolResult {
    var result = result
    for var place in earlierPlaces[result.id] ?? [] {
      // The result's own nomination goes without saying.
      if place.nomination == result.nomination { place.nomination = nil }
      let isTold = result.earlierPlaces.contains { told in
        told.revocation != nil && told.minutes == place.minutes && told.place == place.place
          && told.prize == place.prize && told.nomination == place.nomination
      }
      if !isTold { result.earlierPlaces.append(place) }
    }
    if isReceived {
      for index in result.scores.indices {
        result.scores[index].digest = result.scores[index].digest.map { toldDigests[$0] ?? $0 }
      }
      return result
    }
    result.scores = scores[result.id] ?? []
    result.ageGroup = ageGroups[result.id]
    result.sharedParticipants = sharedParticipants[result.id] ?? []
    result.hasWonBefore = earlierWinners.contains(result.id)
    return result
  }

  /// A protocol of winners that were typed in says nothing of the rules; the contest does.
  private static func minutes(
    _ minutes: ResultsProtocol, _ adjudication: Adjudication, digest: ([ScoreSheet], [Recusal])?
  ) -> ResultsProtocol {
    var minutes = minutes
    if minutes.rules == nil {
      let drawnUp = adjudication.minutes(minutes.reference, giving: [])
      minutes.rules = drawnUp.rules
      minutes.nominations = drawnUp.nominations
      minutes.prizes = drawnUp.prizes
      minutes.criteria = drawnUp.criteria
      minutes.jury = drawnUp.jury
      minutes.tieDecisions = drawnUp.tieDecisions
    }
    // The digest that was recorded is over the sheets by their own names.
    if let digest {
      minutes.scoresDigest = ScoresDigest.over(digest.0, digest.1).description
    } else if minutes.scoresDigest == nil {
      minutes.scoresDigest = ScoresDigest.over(adjudication.sheets, adjudication.recusals).description
    }
    return minutes
  }

  /// Entries that had won, or share a participant with one that had, by what this protocol does not derive from points.
  private static func earlierWinners(
    than minutes: ResultsProtocol, _ history: PlaceHistory, of contest: Contest, _ adjudication: Adjudication,
    sharing shared: SharedParticipants, in session: Session
  ) throws -> Set<Identifier> {
    let redecided = minutes.revokedPlaces
    let places = history.standing(before: minutes)
      .filter { redecided[$0.winner.nomination] == nil && !history.isBeside($0, minutes) }.map(\.winner)
    let standing = history.othersStanding(before: minutes)
    let others = try session.winners.given(in: contest.id).filter { standing.contains($0.id) }
    let participants = Dictionary(
      adjudication.entrants.map { ($0.entry, $0.participants) }, uniquingKeysWith: { first, _ in first })
    let claims = Claims(
      others.map { Adjudication.Entrant($0, numbered: shared) }
        + places.map {
          .init(entry: $0.entry, nomination: $0.nomination, participants: participants[$0.entry] ?? [])
        }, participants: participants)
    let passedOver = try history.passedOver(
      by: redecided, before: minutes, among: adjudication.entrants, shared, in: session)
    return Set(adjudication.entrants.map(\.entry).filter(claims.hasWon)).union(passedOver.map(\.entry))
  }
}
