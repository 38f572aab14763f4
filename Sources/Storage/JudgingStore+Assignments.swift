package import Contests
package import Primitives

// Who judges what.
extension JudgingStore {
  /// Gives a juror an entry to judge.
  ///
  /// - Throws: ``StoreError/Code/missing(_:)`` for an unknown contest or entry.
  @discardableResult
  package func assign(_ assignment: Assignment, contest: Identifier, changedAt: Instant) throws -> Saved {
    let entry = try session.entryRow(contest: try session.contestRow(contest), exchangeID: assignment.entry)
    let added = try session.connection.run(
      "INSERT INTO assignment (entry_id, juror, changed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      [.integer(entry), .coded(assignment.juror), .instant(changedAt)])
    return added == 0 ? .unchanged : .added
  }

  /// Takes an entry from a juror.
  ///
  /// - Returns: false where it was not his.
  /// - Throws: As ``assign(_:contest:changedAt:)``.
  @discardableResult
  package func unassign(_ assignment: Assignment, contest: Identifier) throws -> Bool {
    let entry = try session.entryRow(contest: try session.contestRow(contest), exchangeID: assignment.entry)
    return try session.connection.run(
      "DELETE FROM assignment WHERE entry_id = ? AND juror = ?", [.integer(entry), .coded(assignment.juror)]) > 0
  }

  /// How the entries of a contest are shared out.
  package func distribution(of contest: Identifier) throws -> JuryDistribution {
    guard let row = try session.contestRowIfAny(contest) else { return JuryDistribution() }
    let nominations = try session.connection.all(
      "SELECT DISTINCT nomination FROM assignment JOIN entry ON entry.id = entry_id WHERE entry_id BETWEEN ? AND ?",
      EntryKey.rows(of: row)
    ) { try $0.valueIfAny(Identifier.self) }
    return JuryDistribution(try assignments(of: contest), nominations: Set(nominations))
  }

  /// What the rules on sheets ask of a contest and its jury.
  package func panel(of contest: Contest) throws -> Panel {
    Panel(
      contest: contest, recusals: try recusals(of: contest.id), distribution: try distribution(of: contest.id),
      closing: try closing(of: contest.id))
  }

  /// The assignments of a contest in the order of registration.
  package func assignments(of contest: Identifier) throws -> [Assignment] {
    guard let row = try session.contestRowIfAny(contest) else { return [] }
    return try session.connection.all(
      """
      SELECT juror, coalesce(exchange_identifier, entry.identifier)
      FROM assignment JOIN entry ON entry.id = entry_id WHERE entry_id BETWEEN ? AND ? ORDER BY entry_id, juror
      """, EntryKey.rows(of: row)
    ) { fields in Assignment(juror: try fields.value(), entry: try fields.value()) }
  }
}
