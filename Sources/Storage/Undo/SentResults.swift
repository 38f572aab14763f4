/// Exports of the results of contests in which the event gave or took an award, or decided on entries: a protocol tells of
/// the whole contest.
struct SentResults: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    // Entries that were only brought are told of once something is decided on them.
    var contests = Set(
      traces.changes(of: ["entry", "entry_status"]).filter { $0.before != nil || $0.table.name == "entry_status" }
        .compactMap { $0.row.map { $0 >> 32 } })
    for row in Set(traces.rows(of: ["winner"])) {
      contests.formUnion(try traces.numbers("SELECT contest_id FROM winner WHERE id = ?", .integer(row)))
    }
    for row in Set(traces.rows(of: ["protocol", "protocol_result"])) {
      contests.formUnion(try traces.numbers("SELECT contest_id FROM protocol WHERE id = ?", .integer(row)))
    }
    return try traces.exports(of: "resultsProtocol", about: contests)
  }
}

/// Exports of the announcement of a contest that the event made or changed.
struct SentAnnouncements: UndoDependency {
  private static let told: Set<String> = ["contest", "contest_status", "nomination", "criterion", "juror"]

  func events(after traces: EventTraces) throws -> Set<Int64> {
    try traces.exports(of: "contestAnnouncement", about: Set(traces.rows(of: Self.told)))
  }
}
