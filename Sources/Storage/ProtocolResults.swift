package import Contests
package import Primitives

// What a protocol says about entries.
extension ProtocolStore {
  private static let columns =
    """
    nomination, nomination_title, title, applicant, oktmo, territory, is_admitted, reason, total, out_of, submitted,
    selected, note, achievements, extensions, source_sender, source_identifier, age_group, scores, participants,
    has_won_before, earlier_places
    """
  private static let upsert = Upsert(
    "protocol_result", key: "protocol_id, entry_id", columns: "protocol_id, entry_id, " + columns)

  /// Puts in what a protocol says about an entry. Its awards are not kept here: they are winners, and recorded so.
  ///
  /// - Throws: ``StoreError/Code/missing(_:)`` for an unknown contest, protocol or entry.
  package func saveResult(
    _ result: ProtocolResult, contest: Identifier, number: String
  ) throws {
    let contestRow = try session.contestRow(contest)
    guard let minutes = try row(contest: contestRow, number: number) else { throw StoreError(.missing("protocol")) }
    let entry = try session.entryRow(contest: contestRow, exchangeID: result.id)
    var values: [Value] = [
      .integer(minutes), .integer(entry), .coded(result.nomination), .text(result.nominationTitle),
      .text(result.title), .text(result.applicant),
    ]
    Territory.append(result.territory, to: &values)
    values += [
      .flag(result.isAdmitted), .text(result.reason), .decimal(result.total), .int(result.outOf),
      .int(result.submitted), .int(result.selected), .text(result.note), try .list(result.achievements),
      .text(result.extensions), .coded(result.source?.sender), .coded(result.source?.id), .text(result.ageGroup),
      try .list(result.scores), try .list(result.sharedParticipants), .flag(result.hasWonBefore),
      try .list(result.earlierPlaces),
    ]
    try session.connection.run(Self.upsert.sql, values)
  }

  /// Hands over what a protocol says, in the order of registration, with the awards that still stand.
  package func eachResult(
    contest: Identifier, number: String, _ body: (Registration, ProtocolResult) throws -> Void
  ) throws {
    guard let contestRow = try session.contestRowIfAny(contest),
      let minutes = try row(contest: contestRow, number: number)
    else { return }
    let awards = try awards(contest: contestRow, number: number)
    try session.connection.rows(
      """
      SELECT entry_id, coalesce(exchange_identifier, identifier), \(Self.qualified)
      FROM protocol_result JOIN entry ON entry.id = entry_id WHERE protocol_id = ? ORDER BY entry_id
      """, [.integer(minutes)]
    ) { row in
      var fields = Fields(row)
      let key = try fields.int64()
      var result = ProtocolResult(
        id: try fields.value(), nomination: try fields.valueIfAny(), nominationTitle: fields.textIfAny(),
        title: fields.textIfAny(), applicant: fields.textIfAny(), territory: try Territory.read(&fields),
        isAdmitted: try fields.flag(), reason: fields.textIfAny(), total: fields.decimalIfAny(),
        outOf: fields.intIfAny(), submitted: fields.intIfAny(), selected: fields.intIfAny(),
        note: fields.textIfAny(), achievements: try fields.list(), extensions: fields.textIfAny())
      let source = (sender: try fields.valueIfAny(Identifier.self), id: try fields.valueIfAny(Identifier.self))
      if let sender = source.sender, let id = source.id { result.source = .init(sender: sender, id: id) }
      result.ageGroup = fields.textIfAny()
      result.scores = try fields.list()
      result.sharedParticipants = try fields.list()
      result.hasWonBefore = try fields.flag()
      result.earlierPlaces = try fields.list()
      result.awards = (awards[key] ?? []).map { award in
        // The result's own nomination goes without saying.
        award.nomination == result.nomination
          ? ProtocolResult.Award(place: award.place, prize: award.prize) : award
      }
      try body(Registration(contest: contest, number: EntryKey.number(of: key)), result)
    }
  }

  private static let qualified = columns.split(separator: ",")
    .map { "protocol_result." + $0.filter { !$0.isWhitespace } }.joined(separator: ", ")

  func row(contest: Int64, number: String) throws -> Int64? {
    try session.connection.number(
      "SELECT id FROM protocol WHERE contest_id = ? AND number = ?", [.integer(contest), .text(number)])
  }

  /// Awards by the row of the entry; there are few beside the entries.
  private func awards(contest: Int64, number: String) throws -> [Int64: [ProtocolResult.Award]] {
    let awards = try session.connection.all(
      """
      SELECT entry_id, nomination, place, prize FROM winner
      WHERE contest_id = ? AND protocol_number = ? AND revoked_on IS NULL ORDER BY id
      """, [.integer(contest), .text(number)]
    ) { fields in
      (
        entry: try fields.int64(),
        award: ProtocolResult.Award(
          nomination: try fields.valueIfAny(), place: fields.intIfAny(), prize: fields.textIfAny())
      )
    }
    return Dictionary(grouping: awards, by: \.entry).mapValues { $0.map(\.award) }
  }
}
