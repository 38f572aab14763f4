internal import Contests
internal import Primitives

/// Computes the totals and places of a protocol anew from its points, and compares them with what it says.
struct PlacesProof {
  private let minutes: ResultsProtocol
  private let results: [ResultProof]
  private let adjudication: Adjudication
  private let heading: CheckedRecord<ResultsProtocol>
  private let places: StatedPlaces

  init(
    _ minutes: ResultsProtocol, _ results: [ResultProof], sheets: [ScoreSheet], recusals: [Recusal],
    at heading: CheckedRecord<ResultsProtocol>
  ) {
    self.minutes = minutes
    self.results = results
    self.heading = heading
    let places = StatedPlaces(minutes, results.map(\.result))
    let entrants = results.map(\.result).filter(\.isAdmitted).map { result in
      Adjudication.Entrant(
        entry: result.id, nomination: result.nomination, ageGroup: result.ageGroup,
        participants: Set(result.sharedParticipants.map { ParticipantKey(number: $0) }))
    }
    // Whom a participant ties to an earlier win is marked too, each for itself: the mark goes no further.
    let earlier = results.map(\.result).filter(\.hasWonBefore).map { result in
      Adjudication.Entrant(entry: result.id, nomination: result.nomination)
    }
    adjudication = Adjudication(
      contest: minutes.contestAsDecided, entrants: entrants, sheets: sheets, recusals: recusals,
      tieDecisions: minutes.tieDecisions,
      decisions: minutes.decisions, earlierWinners: earlier,
      nominations: Self.decided(minutes, places), excluded: places.excluded, vacated: places.vacated,
      // Between equals of a participant the jury may take either: what it took is what is stated.
      precedence: results.map(\.result.id).filter { !places.of($0).isEmpty })
    self.places = places
  }

  func findings() -> [Diagnostic] {
    guard !adjudication.sheets.isEmpty, minutes.rules != nil, !minutes.criteria.isEmpty else {
      return [heading.located(Wording.nothingToProve)]
    }
    let computed = adjudication.results()
    let obstacles = computed.flatMap(\.obstacles)
    if !obstacles.isEmpty { return obstacles.map { heading.located(Wording.cannotRecompute($0)) } }
    let judged = Set(adjudication.sheets.map(\.entry))
    let race = RaceProof(minutes, results, judged: judged, at: heading)
    let counts = CountsProof(minutes, results, judged: judged, at: heading)
    let earlier = EarlierPlacesProof(minutes, results)
    return race.findings() + counts.findings() + earlier.findings() + quorumFindings() + totalFindings(computed)
      + placeFindings(computed)
      + outcomeFindings(computed)
  }

  /// How many places follow from points, and not from the word of the jury alone.
  var placeCount: Int {
    let decided = adjudication.nominations ?? []
    return results.map(\.result).reduce(0) { count, result in
      count + result.awards.count { $0.place != nil && decided.contains($0.nomination ?? result.nomination) }
    }
  }

  private func quorumFindings() -> [Diagnostic] {
    QuorumReached().findings(in: minutes, of: adjudication.contest).map(heading.located)
  }

  // MARK: Totals

  private func totalFindings(_ computed: [Adjudication.Result]) -> [Diagnostic] {
    let standings = Dictionary(
      computed.flatMap(\.ranking.standings).map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
    return results.flatMap { proof -> [Diagnostic] in
      guard let standing = standings[proof.result.id] else { return [] }
      var findings: [Diagnostic] = []
      let figure = standing.figure.flatMap { ExactDecimal($0.rounded(to: 4)) }
      if let total = proof.result.total, total != figure {
        findings.append(proof.finding(Wording.totalDiffers(stated: total, computed: figure)))
      }
      let totals = Dictionary(standing.totals.map { ($0.juror, $0.total) }, uniquingKeysWith: { first, _ in first })
      for score in proof.result.scores {
        guard let total = totals[score.juror].flatMap({ ExactDecimal($0.rounded(to: 4)) }), total != score.total
        else { continue }
        findings.append(
          proof.finding(Wording.jurorTotalDiffers(score.juror, stated: score.total, computed: total)))
      }
      return findings
    }
  }

  // MARK: Places

  /// Nominations the protocol decides: those it says so of, and those where it gives a place.
  private static func decided(_ minutes: ResultsProtocol, _ places: StatedPlaces) -> Set<Identifier?> {
    places.nominations.union(minutes.decisions.map(\.nomination))
      // What the jury gives of its own does not follow from points.
      .subtracting(minutes.nominations.filter { !$0.acceptsApplications }.map(\.id))
  }

  private func placeFindings(_ computed: [Adjudication.Result]) -> [Diagnostic] {
    let decided = adjudication.nominations ?? []
    var given: [Identifier: StatedPlaces.Place] = [:]
    var undecided: [Identifier: Proposal.Undecided] = [:]
    for result in computed where decided.contains(result.division.nomination) {
      for award in result.proposal.awards {
        given[award.entry] = .init(nomination: result.division.nomination, place: award.place)
      }
      for tie in result.proposal.undecided {
        for entry in tie.entries { undecided[entry] = tie }
      }
    }
    return results.flatMap { proof -> [Diagnostic] in
      let stated = places.of(proof.result.id).filter { decided.contains($0.nomination) }
      if let tie = undecided[proof.result.id] {
        return stated.isEmpty ? [] : [proof.finding(Wording.tieUnexplained(tie))]
      }
      var computed = given[proof.result.id]
      if let place = computed, places.isVacant(place, of: proof.result.id) { computed = nil }
      if stated == [computed].compactMap(\.self) { return prizeFindings(proof) }
      return [proof.finding(Wording.placeDiffers(stated: stated.map(\.place), computed: computed?.place))]
    }
  }

  /// The prize of a place that the protocol decided is the one that its nomination lists; that of a place typed in is the
  /// jury's own word.
  private func prizeFindings(_ proof: ResultProof) -> [Diagnostic] {
    proof.result.awards.enumerated().compactMap { index, award in
      let nomination = award.nomination ?? proof.result.nomination
      // A title that names somebody is not told to everybody.
      guard let place = award.place, let prize = award.prize, prize != Neutral.text,
        minutes.decisions.contains(where: { $0.nomination == nomination })
      else { return nil }
      let listed = adjudication.contest.prizes(in: nomination).filter { $0.rank == place }.map(\.title)
      if listed.contains(where: { $0.loosened == prize.loosened }) { return nil }
      return proof.finding(
        Wording.prizeDiffers(place, stated: prize, listed: listed.first, field: "award[\(index + 1)]/prize"))
    }
  }

  private func outcomeFindings(_ computed: [Adjudication.Result]) -> [Diagnostic] {
    let drawnUp = adjudication.minutes(minutes.reference, giving: computed).decisions
    let outcomes = Dictionary(drawnUp.map { ($0.division, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    return minutes.decisions.enumerated().compactMap { index, decision in
      if places.answersNothing(decision) {
        return heading.located(Wording.nothingRevoked(field: "decision[\(index + 1)]"))
      }
      guard let outcome = outcomes[decision.division], outcome != decision.outcome else { return nil }
      return heading.located(
        Wording.outcomeDiffers(decision, computed: outcome, field: "decision[\(index + 1)]"))
    }
  }
}

extension ResultsProtocol.Decision {
  fileprivate var division: Division { Division(nomination: nomination, ageGroup: ageGroup) }
}
