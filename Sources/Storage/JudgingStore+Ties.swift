package import Contests
package import Primitives

/// How equals were decided, with the day.
package struct StoredTieDecision: Hashable, Sendable {
  package var decision: ResultsProtocol.TieDecision
  package var date: Day
}

// Decisions between equals that no protocol has yet.
extension JudgingStore {
  /// Puts in how equals were decided; what was decided between the very same entries before gives way.
  ///
  /// - Throws: ``StoreError/Code/missing(_:)`` for an unknown contest or entry.
  @discardableResult
  package func save(
    _ decision: ResultsProtocol.TieDecision, contest: Identifier, date: Day, changedAt: Instant
  ) throws -> Saved {
    let row = try session.contestRow(contest)
    let known = try numberedTies(of: row).first { $0.isBetween(decision.entries, in: decision.nomination) }
    if known?.stored == StoredTieDecision(decision: decision, date: date) { return .unchanged }
    let last = try session.connection.number(
      "SELECT max(number) FROM tie_decision WHERE contest_id = ?", [.integer(row)])
    let key: [Value] = [.integer(row), .integer(known?.number ?? (last ?? 0) + 1)]
    let upsert = Upsert(
      "tie_decision", key: "contest_id, number",
      columns: "contest_id, number, nomination, method, reason, date, changed_at")
    try session.connection.run(
      upsert.sql,
      key + [
        .coded(decision.nomination), .named(decision.method), .text(decision.reason), .day(date), .instant(changedAt),
      ])
    try session.connection.run("DELETE FROM tie_entry WHERE contest_id = ? AND number = ?", key)
    for (position, entry) in decision.entries.enumerated() {
      try session.connection.run(
        "INSERT INTO tie_entry (contest_id, number, position, entry_id) VALUES (?, ?, ?, ?)",
        key + [.int(position), .integer(try session.entryRow(contest: row, exchangeID: entry))])
    }
    return known == nil ? .added : .updated
  }

  /// Forgets what was decided between these entries.
  ///
  /// - Returns: false where nothing was.
  @discardableResult
  package func removeTieDecision(
    between entries: some Collection<Identifier>, in nomination: Identifier?, contest: Identifier
  ) throws -> Bool {
    let row = try session.contestRow(contest)
    guard let known = try numberedTies(of: row).first(where: { $0.isBetween(entries, in: nomination) }) else {
      return false
    }
    let key: [Value] = [.integer(row), .integer(known.number)]
    // The entries go by themselves: a cascade would be no change of theirs to an engine that logs statements.
    try session.connection.run("DELETE FROM tie_entry WHERE contest_id = ? AND number = ?", key)
    try session.connection.run("DELETE FROM tie_decision WHERE contest_id = ? AND number = ?", key)
    return true
  }

  /// What was decided between equals, in the order it was first recorded.
  package func tieDecisions(of contest: Identifier) throws -> [ResultsProtocol.TieDecision] {
    try storedTieDecisions(of: contest).map(\.decision)
  }

  /// ``tieDecisions(of:)`` with their days.
  package func storedTieDecisions(of contest: Identifier) throws -> [StoredTieDecision] {
    guard let row = try session.contestRowIfAny(contest) else { return [] }
    return try numberedTies(of: row).map(\.stored)
  }

  private func numberedTies(of contest: Int64) throws -> [NumberedTie] {
    var ties = try session.connection.all(
      """
      SELECT number, nomination, method, reason, date FROM tie_decision WHERE contest_id = ? ORDER BY number
      """, [.integer(contest)]
    ) { fields in
      let number = try fields.int64()
      let decision = ResultsProtocol.TieDecision(
        nomination: try fields.valueIfAny(), method: try fields.named(), entries: [], reason: fields.textIfAny())
      return NumberedTie(number: number, stored: StoredTieDecision(decision: decision, date: try fields.day()))
    }
    let places = Dictionary(uniqueKeysWithValues: ties.enumerated().map { ($1.number, $0) })
    try session.connection.rows(
      """
      SELECT number, coalesce(exchange_identifier, identifier) FROM tie_entry JOIN entry ON entry.id = entry_id
      WHERE tie_entry.contest_id = ? ORDER BY number, position
      """, [.integer(contest)]
    ) { row in
      var fields = Fields(row)
      let number = try fields.int64()
      if let place = places[number] { ties[place].stored.decision.entries.append(try fields.value()) }
    }
    return ties
  }
}

private struct NumberedTie {
  var number: Int64
  var stored: StoredTieDecision

  func isBetween(_ entries: some Collection<Identifier>, in nomination: Identifier?) -> Bool {
    stored.decision.nomination == nomination && Set(stored.decision.entries) == Set(entries)
  }
}
