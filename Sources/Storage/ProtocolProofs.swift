package import Contests
package import Primitives

/// What a protocol that came as a document is proved by, as it came: so that it is proved as well when it goes on.
package struct ReceivedProof: Hashable, Sendable {
  package struct Sheet: Hashable, Sendable {
    package var registration: Registration
    package var sheet: ScoreSheet

    package init(registration: Registration, sheet: ScoreSheet) {
      self.registration = registration
      self.sheet = sheet
    }
  }

  package struct SteppedBack: Hashable, Sendable {
    package var registration: Registration
    package var recusal: Recusal

    package init(registration: Registration, recusal: Recusal) {
      self.registration = registration
      self.recusal = recusal
    }
  }

  package var sheets: [Sheet]
  package var recusals: [SteppedBack]

  package init(sheets: [Sheet] = [], recusals: [SteppedBack] = []) {
    self.sheets = sheets
    self.recusals = recusals
  }
}

extension ProtocolStore {
  private static let sheet = Upsert(
    "protocol_sheet", key: "protocol_id, entry_id, juror",
    columns: "protocol_id, entry_id, juror, identifier, date, marks, remark, extensions")
  private static let recusal = Upsert(
    "protocol_recusal", key: "protocol_id, entry_id, juror",
    columns: "protocol_id, entry_id, juror, identifier, date, reason, extensions")

  /// Puts in a sheet that a received protocol carries.
  ///
  /// - Throws: ``StoreError/Code/missing(_:)`` for an unknown contest, protocol or entry.
  package func save(_ sheet: ScoreSheet, contest: Identifier, number: String) throws {
    try session.connection.run(
      Self.sheet.sql,
      try rows(of: sheet.entry, contest: contest, number: number) + [
        .coded(sheet.juror), .coded(sheet.id), .day(sheet.date), try .list(sheet.marks), .text(sheet.remark),
        .text(sheet.extensions),
      ])
  }

  /// Puts in a recusal that a received protocol carries.
  ///
  /// - Throws: As ``save(_:contest:number:)-(ScoreSheet,_,_)``.
  package func save(_ recusal: Recusal, contest: Identifier, number: String) throws {
    try session.connection.run(
      Self.recusal.sql,
      try rows(of: recusal.entry, contest: contest, number: number) + [
        .coded(recusal.juror), .coded(recusal.id), .day(recusal.date), .text(recusal.reason),
        .text(recusal.extensions),
      ])
  }

  /// Forgets the sheets and recusals of a protocol: others come in their place.
  package func forgetProof(contest: Identifier, number: String) throws {
    guard let contest = try session.contestRowIfAny(contest), let minutes = try row(contest: contest, number: number)
    else { return }
    for table in ["protocol_sheet", "protocol_recusal"] {
      try session.connection.run("DELETE FROM \(table) WHERE protocol_id = ?", [.integer(minutes)])
    }
  }

  /// The sheets and recusals that a protocol came with, in the order of registration.
  package func receivedProof(contest: Identifier, number: String) throws -> ReceivedProof {
    var proof = ReceivedProof()
    guard let row = try session.contestRowIfAny(contest), let minutes = try self.row(contest: row, number: number)
    else { return proof }
    proof.sheets = try session.connection.all(
      """
      SELECT entry_id, coalesce(exchange_identifier, entry.identifier), juror, protocol_sheet.identifier, date, marks,
        remark, protocol_sheet.extensions
      FROM protocol_sheet JOIN entry ON entry.id = entry_id WHERE protocol_id = ? ORDER BY entry_id, juror
      """, [.integer(minutes)]
    ) { fields in
      let registration = Registration(contest: contest, number: EntryKey.number(of: try fields.int64()))
      let entry = try fields.value(Identifier.self)
      return ReceivedProof.Sheet(registration: registration, sheet: try JudgingStore.sheet(&fields, entry))
    }
    proof.recusals = try session.connection.all(
      """
      SELECT entry_id, coalesce(exchange_identifier, entry.identifier), juror, protocol_recusal.identifier, date,
        protocol_recusal.reason, protocol_recusal.extensions
      FROM protocol_recusal JOIN entry ON entry.id = entry_id WHERE protocol_id = ? ORDER BY entry_id, juror
      """, [.integer(minutes)]
    ) { fields in
      let registration = Registration(contest: contest, number: EntryKey.number(of: try fields.int64()))
      let entry = try fields.value(Identifier.self)
      return ReceivedProof.SteppedBack(registration: registration, recusal: try JudgingStore.recusal(&fields, entry))
    }
    return proof
  }

  private func rows(of entry: Identifier, contest: Identifier, number: String) throws -> [Value] {
    let contestRow = try session.contestRow(contest)
    guard let minutes = try row(contest: contestRow, number: number) else { throw StoreError(.missing("protocol")) }
    return [.integer(minutes), .integer(try session.entryRow(contest: contestRow, exchangeID: entry))]
  }
}
