/// Points later given to entries that the event brought, jurors who were given them or stepped back from them, and
/// decisions between them and their equals.
struct LaterScores: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for (table, key) in Self.tables {
      let select = """
        SELECT DISTINCT event_id FROM \(table) JOIN change ON relation = '\(table)' AND row_key = \(key)
        WHERE
        """
      if let message = traces.event.message {
        found.formUnion(
          try traces.numbers(
            "\(select) entry_id IN (SELECT id FROM entry WHERE message_id = ?)", .integer(message)))
      }
      for change in traces.changes(of: ["entry"]) where change.before == nil {
        found.formUnion(try traces.numbers("\(select) entry_id = ?", change.key[0]))
      }
    }
    return found
  }

  /// With their keys as the log of changes writes them.
  private static let tables =
    ["score_sheet", "recusal", "assignment"].map { ($0, #"'[' || entry_id || ',"' || juror || '"]'"#) }
    + [("tie_entry", "'[' || contest_id || ',' || number || ',' || position || ']'")]
}

/// Points and recusals of a juror whom the event added, and what was given to him.
struct LaterUseOfJuror: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for change in traces.changes(of: ["juror"]) where change.before == nil {
      guard let contest = change.row else { continue }
      let rows = EntryKey.rows(of: contest)
      for table in ["score_sheet", "recusal", "assignment"] {
        found.formUnion(
          try traces.numbers(
            """
            SELECT DISTINCT event_id FROM \(table) JOIN change
              ON relation = '\(table)' AND row_key = '[' || entry_id || ',"' || juror || '"]'
            WHERE entry_id BETWEEN ? AND ? AND juror = ?
            """, rows[0], rows[1], change.key[1]))
      }
    }
    return found
  }
}
