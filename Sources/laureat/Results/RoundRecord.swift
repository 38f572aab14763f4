import Contests
import Exchange
import Primitives
import Storage

/// Records what a round of judging gives, as one act: the protocol, the places, and what became of every entry.
struct RoundRecord {
  private let round: DecidedRound
  private let reference: ProtocolReference
  private let session: Session
  private let now: Instant

  init(_ round: DecidedRound, _ reference: ProtocolReference, in session: Session) {
    self.round = round
    self.reference = reference
    self.session = session
    now = Clock.now()
  }

  /// - Returns: How many places were given.
  /// - Throws: ``Failure`` where anything stands against it; nothing is recorded then.
  func write(attendance: [ResultsProtocol.Attendance]) throws -> Int {
    if let known = try session.protocols.find(contest: round.contest.id, number: reference.number),
      let finding = finding(against: known)
    {
      throw Failure([finding])
    }
    let counts = try EntryCounts(round.contest.id, in: session)
    let minutes = minutes(attendance, counts)
    try settle(round.obstacles + round.redecision.findings(on: reference.date) + findings(in: minutes, counts))
    try session.protocols.save(minutes, contest: round.contest.id, imported: false, changedAt: now)
    let lines = try round.results.flatMap { result in
      try result.proposal.awards.compactMap { award -> WinnerLine? in
        switch round.redecision.step(for: award, in: result.division.nomination) {
        case .leave: return nil
        case .move(let held): try leave(held)
        case .give: break
        }
        return WinnerLine(
          entry: round.judging.registration(award.entry), nomination: result.division.nomination, place: award.place,
          prize: award.prize, location: nil)
      }
    }
    try ProtocolDecisions(round.contest, reference, in: session).record(lines)
    try writeResults()
    return lines.count
  }

  /// Why the protocol of this number takes no decisions any more.
  private func finding(against known: StoredProtocol) -> Diagnostic? {
    if known.isImported { return .protocolWasReceived(reference.number) }
    let nominations = round.redecision.nominations
    if nominations.isEmpty { return nil }
    if !round.redecision.isEmpty { return .protocolIsTaken(reference.number) }
    let isOnOthers = known.minutes.decisions.contains { !nominations.contains($0.nomination) }
    return isOnOthers ? .protocolDecidedOthers(reference.number) : nil
  }

  /// Takes back the place of an entry that gets another.
  private func leave(_ place: Int64) throws {
    let reason = local(
      ru: "другое место по протоколу № \(reference.number)", en: "another place by protocol \(reference.number)")
    try session.winners.revoke(place, reason: reason, ground: .moved, date: reference.date, changedAt: now)
  }

  private func minutes(_ attendance: [ResultsProtocol.Attendance], _ counts: EntryCounts) -> ResultsProtocol {
    let adjudication = round.judging.adjudication
    var minutes = adjudication.minutes(reference, giving: round.results)
    minutes.attendance = attendance
    minutes.scoresDigest = ScoresDigest.over(adjudication.sheets, adjudication.recusals).description
    minutes.received = counts.received
    minutes.admitted = counts.admitted
    // A protocol in which the three do not agree is none.
    if counts.undecided == 0 { minutes.rejected = counts.rejected }
    return minutes
  }

  private func findings(in minutes: ResultsProtocol, _ counts: EntryCounts) -> [Diagnostic] {
    var findings = ProtocolRules.all(today: now.day).findings(in: minutes, of: round.contest)
    if counts.undecided > 0 { findings.append(.entriesUndecided(counts.undecided, round.contest.id)) }
    return findings
  }

  /// What the protocol says of each entry. Who competed and got no place has taken part.
  private func writeResults() throws {
    var totals: [Identifier: ExactDecimal] = [:]
    for standing in round.results.flatMap(\.ranking.standings) {
      totals[standing.entry] = standing.figure.flatMap { ExactDecimal($0.rounded(to: 4)) }
    }
    var others: [Registration] = []
    var results: [ProtocolResult] = []
    try session.entries.each(in: round.contest.id) { stored in
      guard stored.status.isAdmitted else { return }
      if stored.status == .admitted || stored.status == .underReview { others.append(stored.registration) }
      results.append(
        ProtocolResult(
          id: stored.exchangeID, nomination: stored.entry.nomination, title: stored.entry.title,
          total: totals[stored.exchangeID]))
    }
    for result in results {
      try session.protocols.saveResult(result, contest: round.contest.id, number: reference.number)
    }
    for registration in others {
      try session.entries.apply(
        StatusChange(.participated, on: reference.date), to: registration, changedAt: now)
    }
  }
}

/// How many applications a protocol speaks of.
private struct EntryCounts {
  var received = 0
  var admitted = 0
  var rejected = 0
  /// Neither admitted nor refused.
  var undecided: Int { received - admitted - rejected }

  init(_ contest: Identifier, in session: Session) throws {
    try session.entries.each(in: contest) { stored in
      if stored.status == .withdrawn { return }
      received += 1
      if stored.status.isAdmitted { admitted += 1 }
      if stored.status == .notAdmitted { rejected += 1 }
    }
  }
}

extension Diagnostic {
  fileprivate static func entriesUndecided(_ count: Int, _ contest: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.entriesUndecided, .warning,
      LocalizedText(
        ru: "заявок, по которым не решено о допуске: \(count); в подведении итогов они не участвуют",
        en: "entries that are neither admitted nor refused: \(count); they do not compete"),
      advice: LocalizedText(
        ru: "список: laureat entry list --contest \(contest) --status registered",
        en: "list them: laureat entry list --contest \(contest) --status registered"))
  }
}
