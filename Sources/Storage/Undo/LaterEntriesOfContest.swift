/// Entries, awards and protocols of a contest that the event made, and what was added to its announcement and jury.
struct LaterEntriesOfContest: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for change in traces.changes(of: ["contest"]) where change.before == nil {
      guard let contest = change.row else { continue }
      let rows = EntryKey.rows(of: contest)
      found.formUnion(
        try traces.numbers(
          """
          SELECT event.id FROM event WHERE event.kind = 'import' AND message_id IN
            (SELECT DISTINCT message_id FROM entry WHERE id BETWEEN ? AND ?)
          """, rows[0], rows[1])
          + traces.numbers(
            """
            SELECT DISTINCT event_id FROM entry JOIN change ON relation = 'entry' AND row_key = '[' || entry.id || ']'
            WHERE entry.id BETWEEN ? AND ? AND entry.message_id IS NULL
            """, rows[0], rows[1]))
      found.formUnion(
        try traces.numbers(
          """
          SELECT DISTINCT event_id FROM change
          WHERE relation IN ('nomination', 'criterion', 'juror', 'judging_closing') AND (row_key = ? OR row_key LIKE ?)
          """, .text("[\(contest)]"), .text("[\(contest),%")))
      for table in ["winner", "protocol"] {
        found.formUnion(
          try traces.numbers(
            """
            SELECT DISTINCT event_id FROM \(table) JOIN change
              ON relation = '\(table)' AND row_key = '[' || \(table).id || ']'
            WHERE contest_id = ?
            """, .integer(contest)))
      }
    }
    return found
  }
}
