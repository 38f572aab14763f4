/// Later imports of the same file, where it was not taken whole: what the event brought they left as it is.
struct LaterTakings: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    guard let message = traces.event.message else { return [] }
    return Set(
      try traces.numbers(
        """
        SELECT event.id FROM message mine
        JOIN message later ON later.direction = mine.direction AND later.sender = mine.sender
          AND later.message_id = mine.message_id AND later.id > mine.id
        JOIN event ON event.message_id = later.id AND event.kind = 'import'
        WHERE mine.id = ? AND NOT EXISTS (SELECT 1 FROM event undo WHERE undo.kind = 'undo' AND undo.message_id = later.id)
        """, .integer(message)))
  }
}
