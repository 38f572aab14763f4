package import Contests
import Primitives

extension ContestStore {
  /// How many applied, took part and won, as a whole and by nomination.
  ///
  /// Withdrawn entries count nowhere. A sum is nil where no application states the figure: that is what SQL's `sum`
  /// gives for nothing but nulls. An entry that won in two nominations is one winner in each, and one in total.
  package func figures(of contest: Contest) throws -> ContestFigures {
    let row = try session.contestRow(contest.id)
    var total = Figures()
    var byNomination: [Identifier: Figures] = [:]

    let applied = try session.connection.all(
      """
      SELECT nomination, count(*), sum(participants), sum(works) FROM entry
      WHERE id BETWEEN ? AND ? AND status <> 'withdrawn' GROUP BY nomination
      """, EntryKey.rows(of: row)
    ) { fields in
      (
        nomination: try fields.valueIfAny(Identifier.self),
        figures: Figures(
          applications: try fields.int(), participants: fields.intIfAny(), works: fields.intIfAny())
      )
    }
    for part in applied {
      total.applications += part.figures.applications
      total.participants = Self.sum(total.participants, part.figures.participants)
      total.works = Self.sum(total.works, part.figures.works)
      if let nomination = part.nomination { byNomination[nomination] = part.figures }
    }

    let won = try session.connection.all(
      """
      SELECT nomination, count(DISTINCT entry_id) FROM winner
      WHERE contest_id = ? AND revoked_on IS NULL GROUP BY nomination
      """, [.integer(row)]
    ) { fields in (nomination: try fields.valueIfAny(Identifier.self), winners: try fields.int()) }
    for part in won {
      if let nomination = part.nomination { byNomination[nomination, default: Figures()].winners = part.winners }
    }
    total.winners = Int(
      try session.connection.number(
        "SELECT count(DISTINCT entry_id) FROM winner WHERE contest_id = ? AND revoked_on IS NULL", [.integer(row)])
        ?? 0)
    return ContestFigures(contest: contest, total: total, byNomination: byNomination)
  }

  private static func sum(_ left: Int?, _ right: Int?) -> Int? {
    guard let left, let right else { return left ?? right }
    return left + right
  }
}
