import Contests
import Exchange
import Primitives
import Reports
import Storage

/// Gathers what is printed of a protocol.
struct PrintedProtocol {
  private let session: Session
  private let stored: StoredProtocol
  private let disclosure: Disclosure
  /// By the rules, nominations and jury that the protocol repeats, where it does.
  private let contest: Contest
  private var results: [Int: ProtocolResult] = [:]
  private var entries: [Int: ProtocolView.Entry] = [:]
  private var numbers: [Identifier: Int] = [:]
  private var ageGroups: [Int: String] = [:]
  /// Asked only where nobody may win twice.
  private var participants: [Int: Set<ParticipantKey>] = [:]
  private let history: PlaceHistory
  /// What others had given when it was drawn up.
  private let before: [PlaceHistory.Told]

  init(_ stored: StoredProtocol, of contest: Contest, telling disclosure: Disclosure, in session: Session) throws {
    self.session = session
    self.stored = stored
    self.disclosure = disclosure
    self.contest = stored.minutes.deciding(contest)
    history = try PlaceHistory(self.contest, in: session)
    before = history.before(stored.minutes)
    let shared = try self.contest.rules.oneWinPerParticipant ? session.sharedParticipants.of(contest.id) : nil
    let export = ProtocolExport(session, contest: contest.id, stored, from: contest.organiser.id)
    try export.each { registration, result in
      let known = try session.entry(registration)
      let entry = known.entry
      var shown = result
      shown.title = result.title ?? entry.title
      shown.applicant = result.applicant ?? entry.applicant.title
      shown = try disclosure.result(shown, on: registration, of: contest, in: session)
      let number = registration.number
      entries[number] = ProtocolView.Entry(
        number: number, title: shown.title, applicant: shown.applicant, isAdmitted: shown.isAdmitted,
        reason: shown.reason)
      results[number] = shown
      ageGroups[number] = result.ageGroup ?? entry.ageGroup
      numbers[result.id] = number
      participants[number] = shared.map(known.participantKeys)
    }
  }

  func view(showingJurors: Bool) throws -> ProtocolView {
    var minutes = try disclosure.minutes(stored.minutes, of: contest, in: session)
    if !stored.isImported, minutes.received == nil { try count(&minutes) }
    let judging = try judging()
    var parts = judging.map(self.parts) ?? listed
    for (number, result) in results.sorted(by: { $0.key < $1.key }) {
      for award in result.awards {
        let division = contest.division(
          nomination: award.nomination ?? result.nomination, ageGroup: ageGroups[number])
        let index = Self.index(of: division, in: &parts)
        let prize =
          award.prize ?? contest.prizeTitle(ofPlace: award.place, in: award.nomination ?? result.nomination)
        parts[index].awards.append(.init(number: number, place: award.place, prize: prize))
        if let place = award.place, let row = parts[index].standings.firstIndex(where: { $0.number == number }) {
          parts[index].standings[row].place = place
        }
      }
    }
    try addRevoked(to: &parts)
    try addKept(to: &parts)
    let elsewhere = leaveOutUndecided(&parts)
    let told = Set(parts.filter { !$0.isUntouched }.flatMap { $0.standings.map(\.number) })
    return ProtocolView(
      minutes: minutes, contest: contest, entries: entries, numbers: printedNumbers, parts: parts,
      keptElsewhere: elsewhere,
      recusals: judging.map { recusals($0.recusals) }?.filter { !decidesAnew || told.contains($0.number) } ?? [],
      closing: try judging.flatMap { _ in try session.judging.closing(of: contest.id) }.map(disclosure.closing),
      showsJurors: showingJurors)
  }

  /// What was taken back, but for what was recorded by mistake: minutes say what the jury decided, and it had never decided
  /// that. The export and the history keep it.
  private func addRevoked(to parts: inout [ProtocolView.Part]) throws {
    let minutes = stored.minutes
    let own = history.all.filter { $0.winner.minutes.number == minutes.number }
    let decided = minutes.revokedPlaces
    let earlier = before.filter { told in
      decided[told.place.winner.nomination] != nil && told.as.revocation.map { $0.ground != .moved } ?? false
    }
    for (held, told) in earlier + own.map({ ($0, .init($0)) }) {
      guard let revoked = held.revoked, revoked.ground != .mistake else { continue }
      let (index, award) = try place(held, in: &parts)
      parts[index].revoked.append(
        .init(
          award: award, minutes: held.winner.minutes.number, date: revoked.date, ground: revoked.ground,
          movedUpBy: history.hasPassedOn(held, by: told.movedUpBy) ? told.movedUpBy : nil,
          holders: holders(of: held.winner)))
    }
  }

  /// Those who held a place too and keep it, where there are as many as there are prizes for it.
  private func holders(of lost: Winner) -> [Int] {
    let division = { (number: Int?, winner: Winner) in
      contest.division(nomination: winner.nomination, ageGroup: number.flatMap { ageGroups[$0] })
    }
    let lostIn = division(numbers[lost.entry], lost)
    let holders = before.filter { told in
      told.as.revocation == nil && told.place.winner.place == lost.place && told.place.winner.entry != lost.entry
        && division(told.place.registration.number, told.place.winner) == lostIn
    }
    let prizes = contest.prizes(in: lost.nomination).filter { $0.rank == lost.place }.map(\.quantity)
    return holders.count < max(prizes.reduce(0, +), 1) ? [] : holders.map(\.place.registration.number).sorted()
  }

  /// What a decision on places that were taken back leaves as it was.
  private func addKept(to parts: inout [ProtocolView.Part]) throws {
    let decided = stored.minutes.revokedPlaces
    for (held, told) in before
    where told.revocation == nil && decided[held.winner.nomination] != nil {
      let (index, award) = try place(held, in: &parts)
      parts[index].kept.append(.init(award: award, minutes: held.winner.minutes.number))
    }
  }

  /// - Returns: where what an entry holds, or has held, is told, and how it is.
  private func place(
    _ held: StoredWinner, in parts: inout [ProtocolView.Part]
  ) throws -> (index: Int, award: ProtocolView.Award) {
    let number = held.registration.number
    let division = contest.division(nomination: held.winner.nomination, ageGroup: ageGroups[number])
    let index = Self.index(of: division, in: &parts)
    // The title of a prize may name somebody.
    let told = try disclosure.result(
      ProtocolResult(id: held.winner.entry, awards: [.init(place: held.winner.place, prize: held.winner.prize)]),
      on: held.registration, of: contest, in: session)
    return (index, .init(number: number, place: held.winner.place, prize: told.awards.first?.prize))
  }

  /// - Returns: where a division is told; it is added where it was not.
  private static func index(of division: Division, in parts: inout [ProtocolView.Part]) -> Int {
    if let index = parts.firstIndex(where: { $0.division == division }) { return index }
    parts.append(ProtocolView.Part(division: division))
    return parts.endIndex - 1
  }

  private var decidesAnew: Bool { !stored.minutes.revokedPlaces.isEmpty }

  /// The nominations that the protocol decides; nil for all.
  private var decided: Set<Identifier?>? { decidesAnew ? Set(stored.minutes.decisions.map(\.nomination)) : nil }

  /// Leaves out the nominations that a decision on others does not concern.
  ///
  /// - Returns: the numbers of the protocols whose places stand there.
  private func leaveOutUndecided(_ parts: inout [ProtocolView.Part]) -> [String] {
    guard let decided else { return [] }
    parts.removeAll { !decided.contains($0.division.nomination) && $0.awards.isEmpty && $0.revoked.isEmpty }
    let standing = history.standing(before: stored.minutes).filter { !decided.contains($0.winner.nomination) }
    return Set(standing.map(\.winner.minutes.number)).sorted()
  }

  /// Numbers by what the told minutes call entries by: what is published goes by its number already.
  private var printedNumbers: [Identifier: Int] {
    if disclosure.isSent { return numbers }
    return entries.keys.reduce(into: [:]) { numbers, number in
      if let id = Identifier(String(number)) { numbers[id] = number }
    }
  }

  /// What was received and admitted, where a protocol of ours does not say so: as the entries stand.
  private func count(_ minutes: inout ResultsProtocol) throws {
    let all = try session.entries.list(EntryFilter(contest: contest.id)).filter { $0.status != .withdrawn }
    let admitted = all.count { $0.status.isAdmitted }
    let refused = all.count { $0.status == .notAdmitted }
    minutes.received = all.count
    minutes.admitted = admitted
    if admitted + refused == all.count { minutes.rejected = refused }
  }

  /// The work of the jury that the protocol came from; nil where it does not say, or the sheets are others by now.
  private func judging() throws -> Adjudication? {
    let sheets = try session.judging.sheets(of: contest.id)
    let recusals = try session.judging.recusals(of: contest.id)
    guard !stored.isImported, let digest = stored.minutes.scoresDigest,
      ScoresDigest.over(sheets, recusals).description == digest
    else { return nil }
    let competing = numbers.filter { entries[$0.value]?.isAdmitted == true }
    let excluded = Dictionary(
      grouping: before.filter { $0.as.revocation != nil }.map(\.place.winner),
      by: \.nomination)
    return Adjudication(
      contest: contest,
      entrants: competing.map { id, number in
        Adjudication.Entrant(
          entry: id, nomination: results[number]?.nomination, ageGroup: ageGroups[number],
          participants: participants[number] ?? [])
      }, sheets: sheets, recusals: recusals, tieDecisions: stored.minutes.tieDecisions,
      decisions: stored.minutes.decisions, earlierWinners: try earlierWinners(), nominations: decided,
      excluded: decidesAnew ? excluded.mapValues { Set($0.map(\.entry)) } : [:])
  }

  /// Who had won by other decisions when this one was taken.
  private func earlierWinners() throws -> [Adjudication.Entrant] {
    guard contest.rules.oneWinPerParticipant else { return [] }
    let shared = try session.sharedParticipants.of(contest.id)
    let minutes = stored.minutes
    let standing = history.standing(before: minutes).filter { minutes.revokedPlaces[$0.winner.nomination] == nil }
    let counted = history.othersStanding(before: minutes).union(standing.map(\.id))
    return try session.winners.given(in: contest.id).filter { counted.contains($0.id) }
      .map { Adjudication.Entrant($0, numbered: shared) }
  }

  private func recusals(_ recusals: [Recusal]) -> [ProtocolView.SteppedBack] {
    recusals.compactMap { recusal in
      guard let number = numbers[recusal.entry], let juror = contest.jury.first(where: { $0.id == recusal.juror })
      else {
        return nil
      }
      return .init(juror: juror.name.asSigned, number: number)
    }
  }

  private func parts(_ judging: Adjudication) -> [ProtocolView.Part] {
    judging.results().map { result in
      let standings = result.ranking.standings
      let groups = Dictionary(grouping: standings) { $0.figure }
      let ties = groups.values.compactMap { group -> ProtocolView.CriterionTie? in
        guard group.count > 1, case .criterion(let id)? = group.compactMap(\.decidedBy).first else { return nil }
        return .init(
          numbers: group.compactMap { numbers[$0.entry] },
          criterion: contest.criteria.first { $0.id == id }?.title ?? id.description)
      }
      let digits = Self.digits(telling: groups.keys.compactMap { $0 })
      return ProtocolView.Part(
        division: result.division,
        standings: standings.compactMap { standing in
          numbers[standing.entry].map { number in
            .init(
              number: number, rank: standing.rank, figure: standing.figure?.rounded(to: digits),
              totals: Dictionary(
                standing.totals.map { ($0.juror, $0.total.rounded(to: 2)) }, uniquingKeysWith: { first, _ in first }),
              omission: result.proposal.omitted[standing.entry])
          }
        }, ties: ties.sorted { $0.numbers.lexicographicallyPrecedes($1.numbers) })
    }
  }

  /// Two digits after the point, or as many more as it takes, up to four, to tell unequal figures apart.
  private static func digits(telling figures: [Fraction]) -> Int {
    (2...3).first { digits in Set(figures.map { $0.rounded(to: digits) }).count == figures.count } ?? 4
  }

  /// Without the sheets: what the protocol says of the entries, the most points first.
  private var listed: [ProtocolView.Part] {
    let told = results.filter { entries[$0.key]?.isAdmitted == true && ($0.value.total != nil || stored.isImported) }
    let divisions = Dictionary(grouping: told.keys) { number in
      contest.division(nomination: results[number]?.nomination, ageGroup: ageGroups[number])
    }
    return divisions.map { division, numbers in
      let sorted = numbers.sorted { left, right in
        let (first, second) = (results[left]?.total, results[right]?.total)
        if first == second { return left < right }
        return (first?.tenThousandths ?? -1) > (second?.tenThousandths ?? -1)
      }
      return ProtocolView.Part(
        division: division,
        standings: sorted.map { .init(number: $0, figure: results[$0]?.total?.description) })
    }.sorted { order($0.division) < order($1.division) }
  }

  private func order(_ division: Division) -> String {
    let index = contest.nominations.firstIndex { $0.id == division.nomination } ?? contest.nominations.count
    return String(repeating: "0", count: 6 - String(index).count) + "\(index) \(division.ageGroup ?? "")"
  }
}

extension ResultsProtocol {
  /// The contest as it was when this was decided.
  fileprivate func deciding(_ contest: Contest) -> Contest {
    var contest = contest
    if let rules { contest.rules = rules }
    if !nominations.isEmpty { contest.nominations = nominations }
    if !prizes.isEmpty { contest.prizes = prizes }
    if !criteria.isEmpty { contest.criteria = criteria }
    if !jury.isEmpty { contest.jury = jury }
    return contest
  }
}
