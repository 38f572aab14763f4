internal import Contests
internal import Primitives

/// Whether as many entries compete as the protocol says were admitted: none was dropped from the file together with its
/// sheets.
struct CountsProof {
  private let minutes: ResultsProtocol
  private let results: [ResultProof]
  private let judged: Set<Identifier>
  private let heading: CheckedRecord<ResultsProtocol>

  init(
    _ minutes: ResultsProtocol, _ results: [ResultProof], judged: Set<Identifier>,
    at heading: CheckedRecord<ResultsProtocol>
  ) {
    self.minutes = minutes
    self.results = results
    self.heading = heading
    self.judged = judged
  }

  func findings() -> [Diagnostic] {
    CountsAgree().findings(in: minutes, of: nil).map(heading.located) + admittedFindings() + fieldFindings()
  }

  /// An entry that was admitted after the protocol stands in the file too, but nobody had judged it.
  private func admittedFindings() -> [Diagnostic] {
    guard let stated = minutes.admitted else { return [] }
    let admitted = results.filter(\.result.isAdmitted)
    let found = admitted.count < stated ? admitted.count : admitted.count { judged.contains($0.result.id) }
    guard admitted.count < stated || found > stated else { return [] }
    return [heading.located(Wording.admittedDiffers(stated: stated, found: found))]
  }

  /// Out of how many a place was won: in the nomination, or in the age group where each has places of its own.
  private func fieldFindings() -> [Diagnostic] {
    let contest = minutes.contestAsDecided
    let division = { (result: ProtocolResult) in
      contest.division(nomination: result.nomination, ageGroup: result.ageGroup)
    }
    let admitted = results.map(\.result).filter(\.isAdmitted)
    let nominations = Dictionary(grouping: admitted, by: \.nomination).mapValues(\.count)
    let divisions = Dictionary(grouping: admitted, by: division).mapValues(\.count)
    return results.compactMap { proof in
      let found = divisions[division(proof.result)] ?? 0
      guard let stated = proof.result.outOf, stated != found, stated != nominations[proof.result.nomination] else {
        return nil
      }
      return proof.finding(Wording.outOfDiffers(stated: stated, found: found))
    }
  }
}
