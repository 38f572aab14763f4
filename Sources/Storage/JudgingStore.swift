package import Contests
package import Primitives

/// What the jury has given: sheets of points, and recusals.
package struct JudgingStore {
  let session: Session

  private static let sheetColumns = "juror, identifier, date, marks, remark, extensions"
  private static let recusalColumns = "juror, identifier, date, reason, extensions"

  /// Puts in a juror's sheet on an entry; the sheet that was there before gives way.
  ///
  /// - Throws: ``StoreError/Code/missing(_:)`` for an unknown contest or entry.
  @discardableResult
  package func save(
    _ sheet: ScoreSheet, contest: Identifier, message: Int64? = nil, changedAt: Instant
  ) throws -> Saved {
    let entry = try session.entryRow(contest: try session.contestRow(contest), exchangeID: sheet.entry)
    let known = try self.sheet(of: sheet.juror, on: entry, called: sheet.entry)
    if known == sheet { return .unchanged }
    let upsert = Upsert(
      "score_sheet", key: "entry_id, juror",
      columns: "entry_id, juror, identifier, date, marks, remark, extensions, message_id, changed_at")
    try session.connection.run(
      upsert.sql,
      [
        .integer(entry), .coded(sheet.juror), .coded(sheet.id), .day(sheet.date),
        try .list(sheet.marks), .text(sheet.remark), .text(sheet.extensions), .id(message), .instant(changedAt),
      ])
    return known == nil ? .added : .updated
  }

  /// Puts in that a juror steps back from an entry.
  ///
  /// - Throws: As ``save(_:contest:message:changedAt:)-(ScoreSheet,_,_,_)``.
  @discardableResult
  package func save(
    _ recusal: Recusal, contest: Identifier, message: Int64? = nil, changedAt: Instant
  ) throws -> Saved {
    let entry = try session.entryRow(contest: try session.contestRow(contest), exchangeID: recusal.entry)
    let known = try self.recusal(of: recusal.juror, from: entry, called: recusal.entry)
    if known == recusal { return .unchanged }
    let upsert = Upsert(
      "recusal", key: "entry_id, juror",
      columns: "entry_id, juror, identifier, date, reason, extensions, message_id, changed_at")
    try session.connection.run(
      upsert.sql,
      [
        .integer(entry), .coded(recusal.juror), .coded(recusal.id), .day(recusal.date), .text(recusal.reason),
        .text(recusal.extensions), .id(message), .instant(changedAt),
      ])
    return known == nil ? .added : .updated
  }

  /// When the sheet came about that another one would take the place of; nil where there is none, or just this one.
  package func changedAt(replacedBy sheet: ScoreSheet, contest: Identifier) throws -> Instant? {
    let entry = try session.entryRow(contest: try session.contestRow(contest), exchangeID: sheet.entry)
    if try self.sheet(of: sheet.juror, on: entry, called: sheet.entry) == sheet { return nil }
    return try changedAt("score_sheet", entry, sheet.juror)
  }

  /// When the recusal came about that another one would take the place of; nil where there is none, or just this one.
  package func changedAt(replacedBy recusal: Recusal, contest: Identifier) throws -> Instant? {
    let entry = try session.entryRow(contest: try session.contestRow(contest), exchangeID: recusal.entry)
    if try self.recusal(of: recusal.juror, from: entry, called: recusal.entry) == recusal { return nil }
    return try changedAt("recusal", entry, recusal.juror)
  }

  private func changedAt(_ table: String, _ entry: Int64, _ juror: Identifier) throws -> Instant? {
    try session.connection.first(
      "SELECT changed_at FROM \(table) WHERE entry_id = ? AND juror = ?", [.integer(entry), .coded(juror)]
    ) { try $0.instant() }
  }

  /// True once the jury of a contest has given points.
  package func hasSheets(in contest: Identifier) throws -> Bool {
    guard let row = try session.contestRowIfAny(contest) else { return false }
    return try session.connection.number(
      "SELECT 1 FROM score_sheet WHERE entry_id BETWEEN ? AND ? LIMIT 1", EntryKey.rows(of: row)) != nil
  }

  /// True where a juror has given an entry points.
  package func hasSheet(of juror: Identifier, on registration: Registration) throws -> Bool {
    guard let contest = try session.contestRowIfAny(registration.contest) else { return false }
    return try session.connection.number(
      "SELECT 1 FROM score_sheet WHERE entry_id = ? AND juror = ?",
      [.integer(EntryKey.row(contest: contest, number: registration.number)), .coded(juror)]) != nil
  }

  private func sheet(of juror: Identifier, on entry: Int64, called name: Identifier) throws -> ScoreSheet? {
    try session.connection.first(
      "SELECT \(Self.sheetColumns) FROM score_sheet WHERE entry_id = ? AND juror = ?", [.integer(entry), .coded(juror)]
    ) { try Self.sheet(&$0, name) }
  }

  private func recusal(of juror: Identifier, from entry: Int64, called name: Identifier) throws -> Recusal? {
    try session.connection.first(
      "SELECT \(Self.recusalColumns) FROM recusal WHERE entry_id = ? AND juror = ?", [.integer(entry), .coded(juror)]
    ) { try Self.recusal(&$0, name) }
  }

  /// The sheets on the entries of a contest, in the order of registration.
  package func sheets(of contest: Identifier) throws -> [ScoreSheet] {
    guard let row = try session.contestRowIfAny(contest) else { return [] }
    return try session.connection.all(
      """
      SELECT coalesce(exchange_identifier, entry.identifier), juror, score_sheet.identifier, date, marks, remark,
        score_sheet.extensions
      FROM score_sheet JOIN entry ON entry.id = entry_id WHERE entry_id BETWEEN ? AND ? ORDER BY entry_id, juror
      """, EntryKey.rows(of: row)
    ) { fields in
      let entry = try fields.value(Identifier.self)
      return try Self.sheet(&fields, entry)
    }
  }

  package func recusals(of contest: Identifier) throws -> [Recusal] {
    guard let row = try session.contestRowIfAny(contest) else { return [] }
    return try session.connection.all(
      """
      SELECT coalesce(exchange_identifier, entry.identifier), juror, recusal.identifier, date, recusal.reason,
        recusal.extensions
      FROM recusal JOIN entry ON entry.id = entry_id WHERE entry_id BETWEEN ? AND ? ORDER BY entry_id, juror
      """, EntryKey.rows(of: row)
    ) { fields in
      let entry = try fields.value(Identifier.self)
      return try Self.recusal(&fields, entry)
    }
  }

  static func sheet(_ fields: inout Fields, _ entry: Identifier) throws -> ScoreSheet {
    let juror = try fields.value(Identifier.self)
    let id = try fields.value(Identifier.self)
    let date = try fields.day()
    return ScoreSheet(
      id: id, juror: juror, entry: entry, date: date, marks: try fields.marks(), remark: fields.textIfAny(),
      extensions: fields.textIfAny())
  }

  static func recusal(_ fields: inout Fields, _ entry: Identifier) throws -> Recusal {
    let juror = try fields.value(Identifier.self)
    let id = try fields.value(Identifier.self)
    return Recusal(
      id: id, juror: juror, entry: entry, date: try fields.day(), reason: try fields.text(),
      extensions: fields.textIfAny())
  }
}
