/// Protocols made later that say what becomes of places which the event took back, and what was given in their stead: a
/// place in the nomination, or the same prize.
struct LaterRedecisions: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for change in traces.changes(of: ["winner"]) where change.before != nil {
      guard let winner = change.row else { continue }
      found.formUnion(
        try traces.numbers(
          """
          SELECT DISTINCT event_id FROM protocol JOIN change
            ON relation = 'protocol' AND row_key = '[' || protocol.id || ']'
          WHERE contest_id = (SELECT contest_id FROM winner WHERE id = ?) AND decisions LIKE '%"revokedPlaces":%'
          """, .integer(winner)))
      found.formUnion(
        try traces.numbers(
          """
          SELECT DISTINCT event_id FROM winner AS later
            JOIN winner AS earlier ON earlier.contest_id = later.contest_id
              AND coalesce(earlier.nomination, '') = coalesce(later.nomination, '')
            JOIN change ON relation = 'winner' AND row_key = '[' || later.id || ']'
          WHERE earlier.id = ? AND earlier.revoked_on IS NOT NULL AND later.revoked_on IS NULL AND before IS NULL
            AND (earlier.place IS NOT NULL AND later.place IS NOT NULL
              OR earlier.place IS NULL AND later.place IS NULL AND earlier.prize = later.prize)
          """, .integer(winner)))
    }
    return found
  }
}
