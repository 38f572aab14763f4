/// Protocols made later that say what becomes of places which the event took back.
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
    }
    return found
  }
}
