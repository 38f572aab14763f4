/// Places given later, and still standing, in the nominations where the event put in or changed points, recusals or
/// decisions between equals, and in all of a contest where it ended the jury's work: what places were decided by stays.
struct LaterPlaces: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    let entries = try Self.entries(traces)
    var found: Set<Int64> = []
    for contest in Set(entries.map { $0 >> 32 }) {
      let places = try Self.places(in: contest, traces)
      if places.isEmpty { continue }
      let nominations = try traces.session.connection.all(
        "SELECT id, nomination FROM entry WHERE id BETWEEN ? AND ?", EntryKey.rows(of: contest)
      ) { (try $0.int64(), $0.textIfAny()) }
      for (entry, nomination) in nominations where entries.contains(entry) {
        found.formUnion(places[nomination] ?? [])
      }
    }
    for change in traces.changes(of: ["judging_closing"]) {
      guard let contest = change.row else { continue }
      found.formUnion(try Self.places(in: contest, traces).values.joined())
    }
    return found
  }

  /// The entries whose points or recusals the event changed, and those it decided between.
  private static func entries(_ traces: EventTraces) throws -> Set<Int64> {
    var entries = Set(traces.rows(of: ["score_sheet", "recusal"]))
    for change in traces.changes(of: ["tie_entry"]) {
      if case .integer(let before)? = change.before?.first(where: { $0.column == "entry_id" })?.value {
        entries.insert(before)
      }
      entries.formUnion(
        try traces.numbers(
          "SELECT entry_id FROM tie_entry WHERE contest_id = ? AND number = ?", change.key[0], change.key[1]))
    }
    return entries
  }

  /// The events that gave places, by nomination.
  private static func places(in contest: Int64, _ traces: EventTraces) throws -> [String?: Set<Int64>] {
    let places = try traces.session.connection.all(
      """
      SELECT DISTINCT nomination, event_id FROM winner
        JOIN change ON relation = 'winner' AND row_key = '[' || winner.id || ']'
      WHERE contest_id = ? AND place IS NOT NULL AND revoked_on IS NULL
      """, [.integer(contest)]
    ) { ($0.textIfAny(), try $0.int64()) }
    return places.reduce(into: [:]) { $0[$1.0, default: []].insert($1.1) }
  }
}
