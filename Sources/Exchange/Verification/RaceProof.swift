internal import Contests
internal import Primitives

/// Whether everything by which an entry takes part in the race agrees with the rest of the file: its admission and its
/// nomination. A place is computed among those who compete, and so whoever is left out of it must be left out openly.
struct RaceProof {
  private let minutes: ResultsProtocol
  private let results: [ResultProof]
  private let judged: Set<Identifier>
  private let heading: CheckedRecord<ResultsProtocol>
  private let nominations: [Identifier: Nomination]

  init(
    _ minutes: ResultsProtocol, _ results: [ResultProof], judged: Set<Identifier>,
    at heading: CheckedRecord<ResultsProtocol>
  ) {
    self.minutes = minutes
    self.results = results
    self.heading = heading
    self.judged = judged
    nominations = Dictionary(minutes.nominations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func findings() -> [Diagnostic] {
    results.flatMap { proof in
      (admissionFindings(proof.result) + nominationFindings(proof.result) + awardFindings(proof.result))
        .map(proof.finding)
    } + decisionFindings()
  }

  /// Only who competes is judged: neither points nor sheets are told of anybody else.
  private func admissionFindings(_ result: ProtocolResult) -> [Diagnostic] {
    let isScored = result.total != nil || !result.scores.isEmpty || judged.contains(result.id)
    return isScored && !result.isAdmitted ? [Wording.scoredNotAdmitted] : []
  }

  /// An entry competes in one of the nominations that take applications, where there are any.
  private func nominationFindings(_ result: ProtocolResult) -> [Diagnostic] {
    guard result.isAdmitted else { return [] }
    guard let nomination = result.nomination else {
      return minutes.nominations.isEmpty ? [] : [Wording.nominationMissing]
    }
    return findings(on: nomination, field: "nomination")
  }

  /// It wins there, or where the jury chooses from the entries of others.
  private func awardFindings(_ result: ProtocolResult) -> [Diagnostic] {
    result.awards.enumerated().compactMap { index, award in
      guard let nomination = award.nomination, nomination != result.nomination else { return nil }
      let field = "award[\(index + 1)]/@nomination"
      guard let known = nominations[nomination] else { return Wording.nominationUnknown(nomination, field: field) }
      return known.acceptsApplications ? Wording.wonElsewhere(nomination, field: field) : nil
    }
  }

  /// What the jury gives of its own is no decision on a nomination.
  private func decisionFindings() -> [Diagnostic] {
    minutes.decisions.enumerated().flatMap { index, decision -> [Diagnostic] in
      let field = "decision[\(index + 1)]"
      guard let nomination = decision.nomination else {
        return minutes.nominations.isEmpty ? [] : [heading.located(Wording.decisionOnNothing(field: field))]
      }
      return findings(on: nomination, field: field + "/@nomination").map(heading.located)
    }
  }

  private func findings(on nomination: Identifier, field: String) -> [Diagnostic] {
    guard let known = nominations[nomination] else { return [Wording.nominationUnknown(nomination, field: field)] }
    return known.acceptsApplications ? [] : [Wording.takesNoApplications(nomination, field: field)]
  }
}
