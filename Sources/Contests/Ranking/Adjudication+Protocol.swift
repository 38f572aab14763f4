import Primitives

extension Adjudication {
  /// The protocol that says what these results give: the jury's decisions with everything they follow from. Counts,
  /// attendance and the approving act are left to the caller.
  ///
  /// - Parameters:
  ///   - reference: The number and day of the protocol.
  ///   - results: Those of this adjudication.
  public func minutes(_ reference: ProtocolReference, giving results: [Result]) -> ResultsProtocol {
    let jury = contest.jury
    let signing = jury.filter { $0.role == .chair } + jury.filter { $0.role == .secretary }
    return ResultsProtocol(
      number: reference.number, date: reference.date, contest: contest.id, contestTitle: contest.title,
      organiser: contest.organiser, level: contest.level, year: contest.year, quorum: contest.rules.quorum,
      decisions: decisions(giving: results), tieDecisions: tieDecisions, rules: contest.rules,
      nominations: contest.nominations, prizes: contest.prizes, criteria: contest.criteria, jury: jury,
      signatories: signing.map { ResultsProtocol.Signatory(name: $0.name, post: $0.post) })
  }

  /// One decision for each nomination: it is decided when one of its age groups is. After it those on age groups of which
  /// the jury has said something of their own.
  private func decisions(giving results: [Result]) -> [ResultsProtocol.Decision] {
    var outcomes: [Identifier?: NominationOutcome] = [:]
    for result in results {
      let nomination = result.division.nomination
      if outcomes[nomination] != .decided { outcomes[nomination] = result.proposal.outcome }
    }
    let nominations: [Identifier?] =
      contest.nominations.isEmpty ? [nil] : contest.nominations.filter(\.acceptsApplications).map(\.id)
    return nominations.flatMap { nomination -> [ResultsProtocol.Decision] in
      guard let outcome = outcomes[nomination] else { return [] }
      let said = decisions.last(on: nomination)
      let whole = ResultsProtocol.Decision(
        nomination: nomination, outcome: outcome, withheld: said?.withheld, revokedPlaces: said?.revokedPlaces,
        note: said?.note)
      return [whole] + results.filter { $0.division.nomination == nomination }.compactMap(decisionOnGroup)
    }
  }

  private func decisionOnGroup(_ result: Result) -> ResultsProtocol.Decision? {
    guard let group = result.division.ageGroup,
      let said = decisions.last(on: result.division.nomination, ageGroup: group)
    else { return nil }
    return ResultsProtocol.Decision(
      nomination: said.nomination, ageGroup: group, outcome: result.proposal.outcome, withheld: said.withheld,
      note: said.note)
  }
}
