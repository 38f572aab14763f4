/// Points later given to entries that the event brought, and jurors who stepped back from them.
struct LaterScores: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for table in ["score_sheet", "recusal"] {
      let select = """
        SELECT DISTINCT event_id FROM \(table) JOIN change
          ON relation = '\(table)' AND row_key = '[' || entry_id || ',"' || juror || '"]'
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
}
