package import Contests
package import Primitives

// The end of the jury's work.
extension JudgingStore {
  /// How the jury ended its work; nil while it goes on.
  package func closing(of contest: Identifier) throws -> JudgingClosing? {
    guard let row = try session.contestRowIfAny(contest) else { return nil }
    return try session.connection.first(
      "SELECT date, reason, missing FROM judging_closing WHERE contest_id = ?", [.integer(row)]
    ) { fields in
      JudgingClosing(date: try fields.day(), reason: fields.textIfAny(), missing: try fields.int())
    }
  }

  /// - Throws: ``StoreError/Code/missing(_:)`` for an unknown contest.
  package func close(_ closing: JudgingClosing, contest: Identifier, changedAt: Instant) throws {
    let upsert = Upsert(
      "judging_closing", key: "contest_id", columns: "contest_id, date, reason, missing, changed_at")
    try session.connection.run(
      upsert.sql,
      [
        .integer(try session.contestRow(contest)), .day(closing.date), .text(closing.reason), .int(closing.missing),
        .instant(changedAt),
      ])
  }

  /// Lets the jury go on.
  ///
  /// - Returns: false where it had not ended.
  /// - Throws: As ``close(_:contest:changedAt:)``.
  @discardableResult
  package func reopen(contest: Identifier) throws -> Bool {
    try session.connection.run(
      "DELETE FROM judging_closing WHERE contest_id = ?", [.integer(try session.contestRow(contest))]) > 0
  }
}
