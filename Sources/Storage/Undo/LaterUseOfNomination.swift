/// Entries and awards in a nomination that the event added, and entries that were in it for a while: they would go back
/// to it.
struct LaterUseOfNomination: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for change in traces.changes(of: ["nomination"]) where change.before == nil {
      guard let contest = change.row else { continue }
      found.formUnion(try entries(in: contest, change.key[1], traces))
      found.formUnion(
        try traces.numbers(
          """
          SELECT DISTINCT event_id FROM winner JOIN change ON relation = 'winner' AND row_key = '[' || winner.id || ']'
          WHERE contest_id = ? AND nomination = ?
          """, .integer(contest), change.key[1]))
    }
    return found
  }

  /// The events that put entries into it, changed them there and took them out.
  private func entries(in contest: Int64, _ nomination: Value, _ traces: EventTraces) throws -> [Int64] {
    var found = try traces.numbers(
      """
      SELECT event.id FROM event WHERE event.kind = 'import' AND message_id IN
        (SELECT DISTINCT message_id FROM entry WHERE contest_id = ? AND nomination = ?)
      """, .integer(contest), nomination)
    var last: [Int64: Int64] = [:]
    for change in try ChangeLog(connection: traces.session.connection).nominations(after: traces.event.id) {
      guard change.entry >> 32 == contest else { continue }
      // What an entry was before a change, the change before it made it.
      if change.nomination == nomination { found += [change.event] + [last[change.entry]].compactMap { $0 } }
      last[change.entry] = change.event
    }
    let now = try traces.numbers(
      "SELECT id FROM entry WHERE contest_id = ? AND nomination = ?", .integer(contest), nomination)
    return found + now.compactMap { last[$0] }
  }
}

/// Removals of a nomination that entries would go back to.
struct DroppedNomination: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for change in traces.changes(of: ["entry"]) {
      let before = change.before?.first { $0.column == "nomination" }?.value
      guard case .text(let nomination)? = before, let entry = change.row else { continue }
      let contest = entry >> 32
      found.formUnion(
        try traces.numbers(
          """
          SELECT event_id FROM change WHERE relation = 'nomination' AND row_key = ? AND before IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM nomination WHERE contest_id = ? AND identifier = ?)
          """, .text("[\(contest),\"\(nomination)\"]"), .integer(contest), .text(nomination)))
    }
    return found
  }
}
