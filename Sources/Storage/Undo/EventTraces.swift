/// What an event has left in the store, as its dependants ask for it.
struct EventTraces {
  let event: Event
  /// Rows as they were before it.
  let changes: [LoggedChange]
  let session: Session
  /// What later exports carried of entries.
  let laterRuns: [CarriedRun]

  /// A run of entries that a later export carried.
  struct CarriedRun {
    /// The number of the export.
    var event: Int64
    var contest: Int64
    var first: Int
    var last: Int
    var isWithdrawal: Bool
    /// True where it went to the contest of the next stage.
    var isSentOn: Bool

    func covers(_ entry: Int64) -> Bool {
      entry >> 32 == contest && (first...last).contains(EntryKey.number(of: entry))
    }
  }

  init(event: Event, changes: [LoggedChange], session: Session) throws {
    self.event = event
    self.changes = changes
    self.session = session
    laterRuns = try session.connection.all(
      """
      SELECT event.id, contest_id, first, last, is_withdrawal, message.subject = contest.identifier
      FROM event JOIN sent_run ON sent_run.message_id = event.message_id
        JOIN message ON message.id = event.message_id JOIN contest ON contest.id = contest_id
      WHERE event.kind = 'export' AND event.id > ?
      """, [.integer(event.id)]
    ) { fields in
      CarriedRun(
        event: try fields.int64(), contest: try fields.int64(), first: try fields.int(), last: try fields.int(),
        isWithdrawal: try fields.flag(), isSentOn: try !fields.flag())
    }
  }

  /// Numbers of events, or of rows.
  func numbers(_ sql: String, _ values: Value...) throws -> [Int64] {
    try session.connection.all(sql, values) { try $0.int64() }
  }

  func changes(of tables: Set<String>) -> [LoggedChange] {
    changes.filter { tables.contains($0.table.name) }
  }

  /// The first column of the key, where it is the number of a row.
  func rows(of tables: Set<String>) -> [Int64] {
    changes(of: tables).compactMap(\.row)
  }

  /// Numbers of the later exports of a kind about some contests.
  func exports(of document: String, about contests: Set<Int64>) throws -> Set<Int64> {
    try contests.reduce(into: Set()) { found, contest in
      found.formUnion(
        try numbers(
          """
          SELECT event.id FROM contest JOIN message ON message.subject = contest.identifier AND direction = 'out' AND document = ?
            JOIN event ON event.message_id = message.id AND event.kind = 'export'
          WHERE contest.id = ? AND event.id > ?
          """, .text(document), .integer(contest), .integer(event.id)))
    }
  }
}

extension LoggedChange {
  /// The first column of the key, where it is the number of a row.
  var row: Int64? {
    if case .integer(let row)? = key.first { row } else { nil }
  }
}
