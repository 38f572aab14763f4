import Contests
import Primitives
import Storage

extension Redecision {
  /// The places of a division that is not decided now, as protocols have recorded them.
  ///
  /// - Parameter result: What the rules would give: it tells why others stand between the holders without a place.
  func recorded(_ result: Adjudication.Result) -> Adjudication.Result {
    let division = result.division
    let holders = history.standing(in: division.nomination).filter { held in
      contest.division(nomination: held.winner.nomination, ageGroup: held.ageGroup) == division
    }
    var recorded = result
    recorded.obstacles = []
    recorded.proposal.awards = awards(of: holders).sorted { left, right in left.place < right.place }
    recorded.proposal.undecided = []
    let winners = Set(holders.map(\.winner.entry))
    let order = result.ranking.standings.map(\.entry)
    let before = order.lastIndex(where: winners.contains).map { Set(order[..<$0]) } ?? []
    recorded.proposal.omitted = result.proposal.omitted.filter { before.contains($0.key) && !winners.contains($0.key) }
    let present = Set(order)
    for lost in history.lost(in: division.nomination) where present.contains(lost.winner.entry) {
      recorded.proposal.omitted[lost.winner.entry] = .hasLostPlace
    }
    recorded.proposal.outcome = holders.isEmpty ? outcome(of: division) : .decided
    return recorded
  }

  private func awards(of holders: [StoredWinner]) -> [Proposal.Award] {
    let counts = Dictionary(grouping: holders, by: \.winner.place).mapValues(\.count)
    return holders.compactMap { held in
      guard let place = held.winner.place else { return nil }
      let quantity = contest.prizeCount(ofPlace: place, in: held.winner.nomination) ?? 1
      return Proposal.Award(
        entry: held.winner.entry, place: place, prize: held.winner.prize,
        isShared: (counts[place] ?? 0) > quantity)
    }
  }

  /// Where nobody holds a place.
  private func outcome(of division: Division) -> NominationOutcome {
    let said = history.lastDecisions(on: division.nomination).applying(to: division)?.outcome
    return said.flatMap { $0 == .decided ? nil : $0 } ?? .noWinner
  }
}
