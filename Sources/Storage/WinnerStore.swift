package import Contests
package import Primitives

/// A place or prize given, with what lists show of its entry.
package struct StoredWinner: Hashable, Sendable {
  package struct Revocation: Hashable, Sendable {
    package var reason: String
    package var date: Day
    package var ground: RevocationGround
  }

  /// The number it is revoked by.
  package var id: Int64
  package var winner: Winner
  package var registration: Registration
  package var title: String
  /// The applicant's name.
  package var applicant: String
  package var nominationTitle: String?
  /// That of the entry, whether or not it has places of its own.
  package var ageGroup: String?
  package var revoked: Revocation?
}

/// What an entry holds, and who stands behind it: what rules ask of the awards already given.
package struct Holding: Hashable, Sendable {
  package var id: Int64
  package var registration: Registration
  /// The entry by its identifier within the contest.
  package var entry: Identifier
  package var nomination: Identifier?
  package var ageGroup: String?
  package var place: Int?
  package var prize: String?
  package var minutes: ProtocolReference
  package var applicant: Party
  package var people: [Person]
}

/// Places and prizes, those that were revoked among them.
package struct WinnerStore {
  let session: Session

  /// Records a place or prize.
  ///
  /// - Returns: the number to revoke it by.
  /// - Throws: ``StoreError/Code/missing(_:)`` for an unknown contest or entry; ``StoreError/Code/conflict`` when the
  ///   entry already holds the same.
  @discardableResult
  package func record(_ winner: Winner, recordedAt: Instant) throws -> Int64 {
    let contest = try session.contestRow(winner.contest)
    let entry = try session.entryRow(contest: contest, exchangeID: winner.entry)
    let id = try session.connection.number(
      """
      INSERT INTO winner (contest_id, entry_id, nomination, place, prize, protocol_number, protocol_date, changed_at)
      VALUES (\(marks(8))) RETURNING id
      """,
      [
        .integer(contest), .integer(entry), .coded(winner.nomination), .int(winner.place), .text(winner.prize),
        .text(winner.minutes.number), .day(winner.minutes.date), .instant(recordedAt),
      ])
    guard let id else { throw StoreError(.other, cause: "no number for a winner") }
    return id
  }

  /// Takes back what was given; the record of it stays.
  ///
  /// - Throws: ``StoreError/Code/missing(_:)`` when there is nothing of that number that still stands.
  package func revoke(
    _ id: Int64, reason: String, ground: RevocationGround = .other, date: Day, changedAt: Instant
  ) throws {
    let changed = try session.connection.run(
      """
      UPDATE winner SET revoked_reason = ?, revoked_ground = ?, revoked_on = ?, changed_at = ?
      WHERE id = ? AND revoked_on IS NULL
      """, [.text(reason), .named(ground), .day(date), .instant(changedAt), .integer(id)])
    guard changed == 1 else { throw StoreError(.missing("winner")) }
  }

  /// What was given in a contest, revoked or not: nominations in their order, places before prizes.
  package func list(contest: Identifier, nomination: Identifier? = nil) throws -> [StoredWinner] {
    guard let row = try session.contestRowIfAny(contest) else { return [] }
    var conditions = Conditions()
    conditions.add("winner.contest_id = ?", .integer(row))
    conditions.add("winner.nomination = ?", ifGiven: .coded(nomination))
    return try session.connection.all(
      """
      SELECT winner.id, coalesce(exchange_identifier, entry.identifier), winner.nomination, place, prize,
        protocol_number, protocol_date, entry_id, entry.title, applicant, nomination.title, revoked_reason, revoked_on,
        revoked_ground, entry.age_group
      FROM winner JOIN entry ON entry.id = entry_id
        LEFT JOIN nomination
          ON nomination.contest_id = winner.contest_id AND nomination.identifier = winner.nomination
      \(conditions.clause)
      ORDER BY coalesce(nomination.position, -1), coalesce(place, 1000000), prize, entry_id, winner.id
      """, conditions.values
    ) { fields in
      let id = try fields.int64()
      let winner = Winner(
        contest: contest, entry: try fields.value(), nomination: try fields.valueIfAny(), place: fields.intIfAny(),
        prize: fields.textIfAny(), minutes: ProtocolReference(number: try fields.text(), date: try fields.day()))
      let number = EntryKey.number(of: try fields.int64())
      let title = try fields.text()
      let applicant = try fields.text()
      let nominationTitle = fields.textIfAny()
      let revoked = (reason: fields.textIfAny(), date: try fields.dayIfAny())
      let ground = try fields.namedIfAny(RevocationGround.self) ?? .other
      return StoredWinner(
        id: id, winner: winner, registration: Registration(contest: contest, number: number), title: title,
        applicant: applicant, nominationTitle: nominationTitle, ageGroup: fields.textIfAny(),
        revoked: revoked.date.map { StoredWinner.Revocation(reason: revoked.reason ?? "", date: $0, ground: ground) })
    }
  }

  /// What still stands in a contest, with the people behind it.
  package func existing(in contest: Identifier) throws -> [Holding] {
    try holdings(in: contest, "revoked_on IS NULL")
  }

  /// What was ever given in a contest, with the people behind it.
  package func given(in contest: Identifier) throws -> [Holding] {
    try holdings(in: contest, "1")
  }

  private func holdings(in contest: Identifier, _ condition: String) throws -> [Holding] {
    guard let row = try session.contestRowIfAny(contest) else { return [] }
    return try session.connection.all(
      """
      SELECT winner.id, entry_id, coalesce(exchange_identifier, entry.identifier), winner.nomination, age_group, place,
        prize, protocol_number, protocol_date, \(ApplicantColumns.names), people
      FROM winner JOIN entry ON entry.id = entry_id
      WHERE winner.contest_id = ? AND \(condition) ORDER BY winner.id
      """, [.integer(row)]
    ) { fields in
      Holding(
        id: try fields.int64(),
        registration: Registration(contest: contest, number: EntryKey.number(of: try fields.int64())),
        entry: try fields.value(), nomination: try fields.valueIfAny(), ageGroup: fields.textIfAny(),
        place: fields.intIfAny(), prize: fields.textIfAny(),
        minutes: ProtocolReference(number: try fields.text(), date: try fields.day()),
        applicant: try ApplicantColumns.read(&fields), people: try fields.list())
    }
  }

  /// The nominations of a contest in which a place stands.
  package func nominationsWithPlaces(in contest: Identifier) throws -> Set<Identifier?> {
    guard let row = try session.contestRowIfAny(contest) else { return [] }
    return Set(
      try session.connection.all(
        "SELECT DISTINCT nomination FROM winner WHERE contest_id = ? AND place IS NOT NULL AND revoked_on IS NULL",
        [.integer(row)]
      ) { try $0.valueIfAny(Identifier.self) })
  }

  /// When something was last given or taken back in a contest.
  package func changedAt(in contest: Identifier) throws -> Instant? {
    guard let row = try session.contestRowIfAny(contest) else { return nil }
    return try session.connection.first(
      "SELECT max(changed_at) FROM winner WHERE contest_id = ?", [.integer(row)]
    ) { try $0.instantIfAny() } ?? nil
  }
}

extension Session {
  /// The row of an entry by the identifier it goes by within its contest.
  func entryRow(contest: Int64, exchangeID: Identifier) throws -> Int64 {
    let row = try connection.number(
      "SELECT id FROM entry WHERE contest_id = ? AND coalesce(exchange_identifier, identifier) = ?",
      [.integer(contest), .coded(exchangeID)])
    guard let row else { throw StoreError(.missing("entry"), cause: exchangeID.description) }
    return row
  }
}
