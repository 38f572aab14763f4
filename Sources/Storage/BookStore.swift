package import Grants
package import Primitives

/// What a grantee keeps beside the ledger of a project, and no document of others changes: closed periods, reports owed,
/// and the calendar by which they fall due.
package struct BookStore {
  let session: Session

  // MARK: Closed periods

  package func closedPeriods(of project: Identifier) throws -> ClosedPeriods {
    ClosedPeriods(try LedgerTable.closedPeriods.items(of: row(project), in: session.connection))
  }

  package func projectsWithClosedPeriods() throws -> [Identifier] {
    try session.connection.all(
      """
      SELECT identifier FROM project WHERE id IN (SELECT project_id FROM closed_period) ORDER BY identifier
      """
    ) { fields in try fields.value() }
  }

  /// The identifier that the next period closed gets: `p2`.
  package func nextClosedPeriodID(of project: Identifier) throws -> Identifier {
    try LedgerTable.closedPeriods.freeIdentifier(in: row(project), session.connection)
  }

  package func close(_ period: ClosedPeriod, of project: Identifier) throws {
    let row = try row(project)
    try LedgerTable.closedPeriods.add(
      period, at: LedgerTable.closedPeriods.end(of: row, in: session.connection), to: row, in: session.connection)
  }

  package func reopen(_ id: Identifier, of project: Identifier) throws {
    try session.connection.run(
      "DELETE FROM closed_period WHERE project_id = ? AND identifier = ?", [.integer(try row(project)), .coded(id)])
  }

  // MARK: Reports owed

  /// By the period they are about.
  package func obligations(of project: Identifier) throws -> [Obligation] {
    let found = try session.connection.all(
      """
      SELECT id, identifier, kind, starts, ends, due, recipient, note FROM obligation
      WHERE project_id = ? ORDER BY ends, starts, identifier
      """, [.integer(try row(project))]
    ) { fields in
      (
        row: try fields.int64(),
        obligation: Obligation(
          id: try fields.value(), kind: try fields.named(),
          period: Period(start: try fields.day(), end: try fields.day()), due: try fields.value(),
          recipient: fields.textIfAny(), note: fields.textIfAny())
      )
    }
    return try found.map { row, obligation in
      var obligation = obligation
      obligation.history = try StatusTable.obligation.history(of: row, in: session.connection)
      return obligation
    }
  }

  /// The identifier that the next report gets: `o3`.
  package func nextObligationID(of project: Identifier) throws -> Identifier {
    let row = try row(project)
    var number =
      try session.connection.number(
        "SELECT count(*) FROM obligation WHERE project_id = ?", [.integer(row)]
      ).map { Int($0) + 1 } ?? 1
    while true {
      guard let candidate = Identifier("o\(number)") else { throw StoreError(.conflict, cause: "obligation") }
      if try self.row(candidate, of: row) == nil { return candidate }
      number += 1
    }
  }

  /// Puts in a report that is owed, or brings the one of the same identifier to this state.
  package func save(_ obligation: Obligation, of project: Identifier) throws {
    let owner = try row(project)
    let values: [Value] = [
      .named(obligation.kind), .day(obligation.period.start), .day(obligation.period.end), .coded(obligation.due),
      .text(obligation.recipient), .text(obligation.note),
    ]
    let row: Int64
    if let known = try self.row(obligation.id, of: owner) {
      try session.connection.run(
        "UPDATE obligation SET kind = ?, starts = ?, ends = ?, due = ?, recipient = ?, note = ? WHERE id = ?",
        values + [.integer(known)])
      row = known
    } else {
      let added = try session.connection.number(
        """
        INSERT INTO obligation (kind, starts, ends, due, recipient, note, project_id, identifier)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
        """, values + [.integer(owner), .coded(obligation.id)])
      guard let added else { throw StoreError(.other, cause: "no number for a report") }
      row = added
    }
    try StatusTable.obligation.replace(obligation.history, of: row, in: session.connection)
  }

  package func removeObligation(_ id: Identifier, of project: Identifier) throws {
    guard let row = try row(id, of: row(project)) else { return }
    try session.connection.run("DELETE FROM obligation_status WHERE obligation_id = ?", [.integer(row)])
    try session.connection.run("DELETE FROM obligation WHERE id = ?", [.integer(row)])
  }

  // MARK: The calendar

  package func calendar() throws -> WorkCalendar {
    let days = try session.connection.all("SELECT day, is_working FROM decreed_day") { fields in
      (try fields.day(), try fields.flag())
    }
    return WorkCalendar(decreed: Dictionary(days) { first, _ in first })
  }

  /// Takes the days of one year in place of those that were known of it.
  package func replace(_ days: [Day: Bool], of year: Int) throws {
    let known = try calendar().decreed.filter { $0.key.year == year }
    for day in known.keys where days[day] != known[day] {
      try session.connection.run("DELETE FROM decreed_day WHERE day = ?", [.day(day)])
    }
    for (day, isWorking) in days.sorted(by: { $0.key < $1.key }) where known[day] != isWorking {
      try session.connection.run(
        "INSERT INTO decreed_day (day, is_working) VALUES (?, ?)", [.day(day), .flag(isWorking)])
    }
  }

  private func row(_ project: Identifier) throws -> Int64 { try session.projects.row(project) }

  private func row(_ obligation: Identifier, of project: Int64) throws -> Int64? {
    try session.connection.number(
      "SELECT id FROM obligation WHERE project_id = ? AND identifier = ?", [.integer(project), .coded(obligation)])
  }
}
