/// Periods closed later over a day on which the event moved money: what is settled does not change, not even back.
struct LaterClosings: UndoDependency {
  /// The tables of movements, with the column that dates them.
  private static let dated = [
    "instalment": "received_on", "expense": "date", "refund": "date", "line_move": "date", "checkpoint": "actual_on",
  ]

  func events(after traces: EventTraces) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for change in traces.changes(of: Set(Self.dated.keys)) {
      guard let column = Self.dated[change.table.name] else { continue }
      let now = try traces.numbers(
        "SELECT \(column) FROM \(change.table.name) WHERE project_id = ? AND identifier = ? AND \(column) IS NOT NULL",
        change.key[0], change.key[1])
      let before = change.before?.first { $0.column == column }?.value
      for day in now.map(Value.integer) + [before].compactMap({ $0 }) where day != .null {
        found.formUnion(
          try traces.numbers(
            """
            SELECT event_id FROM closed_period JOIN change
              ON relation = 'closed_period' AND row_key = '[' || project_id || ',"' || identifier || '"]'
            WHERE project_id = ? AND ? BETWEEN starts AND ends
            """, change.key[0], day))
      }
    }
    return found
  }
}
