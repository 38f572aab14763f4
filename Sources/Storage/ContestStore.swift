package import Contests
package import Primitives

/// Contests with everything they were announced by.
package struct ContestStore {
  let session: Session

  /// Which contests to list; nil does not narrow.
  package struct Filter: Hashable, Sendable {
    package var year: Int?
    /// The beginning of an ОКТМО: a region's digits find all its municipalities.
    package var territory: String?
    package var status: ContestStatus?

    package init(year: Int? = nil, territory: String? = nil, status: ContestStatus? = nil) {
      self.year = year
      self.territory = territory
      self.status = status
    }
  }

  package func find(_ id: Identifier) throws -> Contest? {
    let found = try session.connection.first(
      "SELECT id, \(ContestRow.columns) FROM contest WHERE identifier = ?", [.coded(id)]
    ) { fields in (try fields.int64(), try ContestRow.read(&fields)) }
    return try found.map { try withParts($0.1, row: $0.0) }
  }

  /// Contests by year, then by title in Russian order.
  package func list(_ filter: Filter = Filter()) throws -> [Contest] {
    var conditions = Conditions()
    conditions.add("year = ?", ifGiven: .int(filter.year))
    conditions.add("status = ?", ifGiven: .named(filter.status))
    conditions.add("oktmo", hasPrefix: filter.territory)
    let found = try session.connection.all(
      "SELECT id, \(ContestRow.columns) FROM contest \(conditions.clause) ORDER BY year, sort_key, identifier",
      conditions.values
    ) { fields in (try fields.int64(), try ContestRow.read(&fields)) }
    return try found.map { try withParts($0.1, row: $0.0) }
  }

  /// Puts in a contest, or brings the one of the same identifier to this state. Its entries stay.
  ///
  /// - Throws: ``StoreError/Code/conflict`` when a nomination is gone that entries or winners stand in.
  package func save(_ contest: Contest, changedAt: Instant) throws {
    let connection = session.connection
    let row = try connection.number(
      ContestRow.upsert.sql + " RETURNING id", try ContestRow.values(contest, changedAt: changedAt))
    guard let row else { throw StoreError(.other, cause: "no number for a contest") }
    session.contestRows[contest.id.description] = row
    try saveParts(of: contest, row: row)
  }

  /// Enters a state.
  ///
  /// - Throws: ``StatusRefusal`` where the states do not follow; ``StoreError/Code/missing(_:)``.
  package func apply(_ change: StatusChange<ContestStatus>, to id: Identifier, changedAt: Instant) throws {
    let row = try session.contestRow(id)
    var history = try StatusTable.contest.history(ContestStatus.self, of: row, in: session.connection)
    try history.apply(change)
    try StatusTable.contest.add(change, at: history.changes.count - 1, to: row, in: session.connection)
    try session.connection.run(
      "UPDATE contest SET status = ?, changed_at = ? WHERE id = ?",
      [.named(change.status), .instant(changedAt), .integer(row)])
  }

  /// Puts these in the place of what the contest was said to have left.
  package func setAchievements(_ achievements: [Achievement], of id: Identifier, changedAt: Instant) throws {
    try session.connection.run(
      "UPDATE contest SET achievements = ?, changed_at = ? WHERE id = ?",
      [try .list(achievements), .instant(changedAt), .integer(try session.contestRow(id))])
  }

  /// Who sent the announcements that brought the contest here, and changed it since. What is from before the log of
  /// changes is not among them.
  package func announcers(of id: Identifier) throws -> Set<Identifier> {
    guard let row = try session.contestRowIfAny(id) else { return [] }
    return Set(
      try session.connection.all(
        """
        SELECT DISTINCT sender FROM change JOIN event ON event.id = event_id JOIN message ON message.id = event.message_id
        WHERE relation = 'contest' AND row_key = ? AND document = 'contestAnnouncement'
        """, [.text("[\(row)]")]
      ) { try $0.value() })
  }

  /// When the contest itself, not its entries, was last changed.
  package func changedAt(of id: Identifier) throws -> Instant? {
    try session.connection.first("SELECT changed_at FROM contest WHERE identifier = ?", [.coded(id)]) { fields in
      try fields.instant()
    }
  }
}

extension Session {
  /// The row of a contest.
  ///
  /// - Throws: ``StoreError/Code/missing(_:)``.
  func contestRow(_ id: Identifier) throws -> Int64 {
    guard let row = try contestRowIfAny(id) else { throw StoreError(.missing("contest"), cause: id.description) }
    return row
  }

  func contestRowIfAny(_ id: Identifier) throws -> Int64? {
    if let known = contestRows[id.description] { return known }
    let row = try connection.number("SELECT id FROM contest WHERE identifier = ?", [.coded(id)])
    contestRows[id.description] = row
    return row
  }
}
