import Contests
import Primitives

// What happened to a contest, an entry, a project or a message. An event names one thing and may have touched many: an
// import brings a thousand entries, one command admits them all.
extension EventStore {
  /// The events that concern what goes by a name, in order.
  ///
  /// - Parameter name: the identifier of a contest, a project or a message, or a registration number.
  package func list(about name: String) throws -> [Event] {
    var found = try numbers("SELECT id FROM event WHERE subject = ?", .text(name))
    found += try numbers(Self.ofMessages("message_id = ?"), .text(name))
    if let id = Identifier(name) {
      if let row = try session.contestRowIfAny(id) { found += try ofContest(id, row) }
      if let row = try projectRow(id) { found += try ofProject(row) }
    }
    if let registration = Registration(name), let contest = try session.contestRowIfAny(registration.contest) {
      found += try ofEntry(registration, contest, EntryKey.row(contest: contest, number: registration.number))
    }
    let ids = Set(found)
    // What was taken back is called by its number.
    let undone = Set(ids.map(String.init))
    return try list().filter { event in
      ids.contains(event.id) || event.kind == "undo" && event.subject.map(undone.contains) == true
    }
  }

  private static func ofMessages(_ condition: String) -> String {
    "SELECT event.id FROM event WHERE event.message_id IN (SELECT id FROM message WHERE \(condition))"
  }

  /// Changes of rows, found by the only or the first value of their keys.
  private static func changes(of table: String, _ condition: String) -> String {
    """
    SELECT DISTINCT event_id FROM \(table) JOIN change ON relation = '\(table)' AND row_key = '[' || \(table).id || ']'
    WHERE \(condition)
    """
  }

  private static func results(_ condition: String) -> String {
    """
    SELECT DISTINCT event_id FROM protocol_result JOIN change
      ON relation = 'protocol_result' AND row_key = '[' || protocol_id || ',' || entry_id || ']'
    WHERE \(condition)
    """
  }

  private func ofContest(_ id: Identifier, _ row: Int64) throws -> [Int64] {
    let entries = EntryKey.rows(of: row)
    var found = try numbers(Self.ofMessages("subject = ?"), .coded(id))
    // Its entries are named after it.
    found += try numbers(
      "SELECT id FROM event WHERE subject >= ? AND subject < ?", .text("\(id)/"), .text("\(id)0"))
    found += try numbers(Self.changes(of: "contest", "contest.id = ?"), .integer(row))
    found += try parts(["contest_status", "nomination", "criterion", "juror"], of: row)
    found += try numbers(Self.changes(of: "entry", "entry.id BETWEEN ? AND ?"), entries[0], entries[1])
    found += try numbers(
      """
      SELECT DISTINCT event_id FROM entry_status JOIN change
        ON relation = 'entry_status' AND row_key = '[' || entry_id || ',' || position || ']'
      WHERE entry_id BETWEEN ? AND ?
      """, entries[0], entries[1])
    for table in ["winner", "protocol"] {
      found += try numbers(Self.changes(of: table, "contest_id = ?"), .integer(row))
    }
    found += try numbers(Self.results("entry_id BETWEEN ? AND ?"), entries[0], entries[1])
    return try found + numbers(Self.changes(of: "outcome", "contest = ?"), .coded(id))
  }

  private func ofEntry(_ registration: Registration, _ contest: Int64, _ row: Int64) throws -> [Int64] {
    let key = Value.text("[\(row)]")
    var found = try numbers("SELECT event_id FROM change WHERE relation = 'entry' AND row_key = ?", key)
    // The message that brought it, and those that had brought what was corrected since.
    found += try numbers(
      """
      SELECT id FROM event WHERE message_id IN
        (SELECT message_id FROM entry WHERE id = ?
         UNION SELECT message_id FROM change WHERE relation = 'entry' AND row_key = ?)
      """, .integer(row), key)
    found += try parts(["entry_status"], of: row)
    found += try numbers(Self.changes(of: "winner", "entry_id = ?"), .integer(row))
    found += try numbers(Self.results("entry_id = ?"), .integer(row))
    found += try numbers(
      """
      SELECT event.id FROM sent_run JOIN event ON event.message_id = sent_run.message_id
      WHERE contest_id = ? AND first <= ? AND last >= ?
      """, .integer(contest), .int(registration.number), .int(registration.number))
    // What it reached elsewhere, by what it was called there.
    return try found
      + numbers(
        """
        SELECT DISTINCT event_id FROM outcome JOIN change ON relation = 'outcome' AND row_key = '[' || outcome.id || ']'
          JOIN entry ON entry.id = ? JOIN contest ON contest.id = entry.contest_id
        WHERE application = ? OR (application = coalesce(exchange_identifier, entry.identifier)
          AND outcome.contest IN (contest.identifier, contest.larger_contest))
        """, .integer(row), .text("\(registration.contest).\(registration.number)"))
  }

  private func ofProject(_ row: Int64) throws -> [Int64] {
    let ledger = LoggedTable.all.filter { $0.key.first == "project_id" }.map(\.name)
    return try numbers(Self.changes(of: "project", "project.id = ?"), .integer(row)) + parts(ledger, of: row)
      + numbers(
        """
        SELECT id FROM event WHERE message_id IN
          (SELECT message_id FROM project WHERE id = ?
           UNION SELECT message_id FROM change WHERE relation = 'project' AND row_key = ?)
        """, .integer(row), .text("[\(row)]"))
  }

  /// Changes of rows whose keys begin with that of the row they belong to: `[17,`…
  private func parts(_ tables: [String], of row: Int64) throws -> [Int64] {
    try numbers(
      """
      SELECT DISTINCT event_id FROM change
      WHERE relation IN (\(marks(tables.count))) AND row_key >= ? AND row_key < ?
      """, tables.map { .text($0) } + [.text("[\(row),"), .text("[\(row)-")])
  }

  private func projectRow(_ id: Identifier) throws -> Int64? {
    try session.connection.number("SELECT id FROM project WHERE identifier = ?", [.coded(id)])
  }

  private func numbers(_ sql: String, _ values: Value...) throws -> [Int64] { try numbers(sql, values) }

  private func numbers(_ sql: String, _ values: [Value]) throws -> [Int64] {
    try session.connection.all(sql, values) { try $0.int64() }
  }
}
