/// Later changes of the rows that the event changed.
struct LaterChanges: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    Set(
      try traces.numbers(
        """
        SELECT DISTINCT later.event_id FROM change mine
        JOIN change later ON later.relation = mine.relation AND later.row_key = mine.row_key
        WHERE mine.event_id = ? AND later.event_id > ?
        """, .integer(traces.event.id), .integer(traces.event.id)))
  }
}

/// Later changes of the entries that a message brought, which are known by its number and not logged: corrections,
/// decisions, erasures.
struct LaterMessageChanges: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    guard let message = traces.event.message.map({ Value.integer($0) }) else { return [] }
    return Set(
      try traces.numbers("SELECT DISTINCT event_id FROM change WHERE message_id = ?", message)
        + traces.numbers(
          "SELECT event_id FROM erasure WHERE entry_id IN (SELECT id FROM entry WHERE message_id = ?)", message)
        // Also where a correction brought the entry since.
        + traces.numbers(
          """
          SELECT erasure.event_id FROM erasure JOIN change ON relation = 'entry' AND row_key = '[' || entry_id || ']'
          WHERE message_id = ?
          """, message))
  }
}
