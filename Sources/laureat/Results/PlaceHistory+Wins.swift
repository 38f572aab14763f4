import Contests
import Primitives
import Storage

/// Who had won elsewhere when the places of a nomination were decided.
extension PlaceHistory {
  /// Entries of nominations in which a place stays vacant that were passed over there, since they, or somebody behind them,
  /// had won. Nothing changes in these nominations, whatever became of the wins since.
  ///
  /// - Parameter minutes: The protocol that leaves places vacant; nil for one that is being drawn up.
  func passedOver(
    by choices: [Identifier?: RevokedPlaces], before minutes: ResultsProtocol? = nil,
    among entrants: [Adjudication.Entrant], _ shared: SharedParticipants, in session: Session
  ) throws -> [Adjudication.Entrant] {
    let participants = Dictionary(
      entrants.map { ($0.entry, $0.participants) }, uniquingKeysWith: { first, _ in first })
    return try choices.filter { $0.value == .vacant }.keys.flatMap { nomination -> [Adjudication.Entrant] in
      let ids = winsElsewhere(whenDeciding: nomination, before: minutes)
      let wins = try ids.isEmpty ? [] : session.winners.given(in: contest).filter { ids.contains($0.id) }
      let claims = Claims(wins.map { Adjudication.Entrant($0, numbered: shared) }, participants: participants)
      // Each is marked for itself: the mark goes no further.
      return entrants.filter { $0.nomination == nomination && claims.hasWon($0.entry) }
        .map { Adjudication.Entrant(entry: $0.entry, nomination: nomination) }
    }
  }

  /// The numbers of what stood outside a nomination when its places were last decided, or was given with them.
  private func winsElsewhere(whenDeciding nomination: Identifier?, before minutes: ResultsProtocol?) -> Set<Int64> {
    guard let deciding = lastDeciding(nomination, before: minutes) else { return [] }
    let won = all.filter { held in
      held.winner.nomination != nomination && stood(held, at: deciding)
        && (held.winner.minutes.number == deciding.number || wasGiven(held, before: deciding))
    }
    return Set(won.map(\.id))
  }
}
