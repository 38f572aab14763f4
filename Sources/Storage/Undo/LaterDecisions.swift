/// Awards later given to entries that the event brought, and results that protocols say of them.
struct LaterDecisions: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    var found: Set<Int64> = []
    if let message = traces.event.message {
      found.formUnion(
        try decisions("entry_id IN (SELECT id FROM entry WHERE message_id = ?)", .integer(message), traces))
    }
    for change in traces.changes(of: ["entry"]) where change.before == nil {
      found.formUnion(try decisions("entry_id = ?", change.key[0], traces))
    }
    return found
  }

  private func decisions(_ condition: String, _ value: Value, _ traces: EventTraces) throws -> [Int64] {
    try traces.numbers(
      """
      SELECT DISTINCT event_id FROM winner JOIN change ON relation = 'winner' AND row_key = '[' || winner.id || ']'
      WHERE \(condition)
      """, value)
      + traces.numbers(
        """
        SELECT DISTINCT event_id FROM protocol_result JOIN change
          ON relation = 'protocol_result' AND row_key = '[' || protocol_id || ',' || entry_id || ']'
        WHERE \(condition)
        """, value)
  }
}
