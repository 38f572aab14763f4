package import Contests
package import Primitives

/// A protocol with what the store knows about it.
package struct StoredProtocol: Hashable, Sendable {
  package var minutes: ResultsProtocol
  /// True when it came in a document, false when the program drew it up.
  package var isImported: Bool
  package var changedAt: Instant
}

/// Results protocols of our own contests, and what they say about each entry.
package struct ProtocolStore {
  let session: Session

  private static let columns =
    """
    number, date, imported, changed_at, contest, contest_title, organiser, level, year, attendance, quorum, received,
    admitted, rejected, decisions, tie_decisions, approving_act, rules, criteria, jury, signatories, achievements, extensions,
    nominations, prizes, scores_digest
    """
  private static let upsert = Upsert("protocol", key: "contest_id, number", columns: "contest_id, " + columns)

  /// Puts in a protocol of a contest, or brings the one of the same number to this state. Its results stay.
  package func save(
    _ minutes: ResultsProtocol, contest: Identifier, imported: Bool, changedAt: Instant
  ) throws {
    try session.connection.run(
      Self.upsert.sql,
      [
        .integer(try session.contestRow(contest)), .text(minutes.number), .day(minutes.date), .flag(imported),
        .instant(changedAt), .coded(minutes.contest), .text(minutes.contestTitle), try .json(minutes.organiser),
        .named(minutes.level), .int(minutes.year), try .list(minutes.attendance), .coded(minutes.quorum),
        .int(minutes.received), .int(minutes.admitted), .int(minutes.rejected), try .list(minutes.decisions),
        try .list(minutes.tieDecisions), try .json(minutes.approvingAct), try .json(minutes.rules),
        try .list(minutes.criteria), try .list(minutes.jury), try .list(minutes.signatories),
        try .list(minutes.achievements), .text(minutes.extensions), try .list(minutes.nominations),
        try .list(minutes.prizes), .text(minutes.scoresDigest),
      ])
  }

  /// Notes whose document a protocol came in.
  package func setSender(_ sender: Identifier, contest: Identifier, number: String) throws {
    try session.connection.run(
      "UPDATE protocol SET sender = ? WHERE contest_id = ? AND number = ?",
      [.coded(sender), .integer(try session.contestRow(contest)), .text(number)])
  }

  /// Whose documents the protocols of a contest came in, by their numbers.
  package func senders(contest: Identifier) throws -> [String: Identifier] {
    guard let row = try session.contestRowIfAny(contest) else { return [:] }
    let senders = try session.connection.all(
      "SELECT number, sender FROM protocol WHERE contest_id = ? AND imported = 1 AND sender IS NOT NULL",
      [.integer(row)]
    ) { fields in (try fields.text(), try fields.value(Identifier.self)) }
    return Dictionary(senders, uniquingKeysWith: { $1 })
  }

  package func find(contest: Identifier, number: String) throws -> StoredProtocol? {
    guard let row = try session.contestRowIfAny(contest) else { return nil }
    return try session.connection.first(
      "SELECT \(Self.columns) FROM protocol WHERE contest_id = ? AND number = ?", [.integer(row), .text(number)],
      Self.read)
  }

  /// The protocols of a contest by their days.
  package func list(contest: Identifier) throws -> [StoredProtocol] {
    guard let row = try session.contestRowIfAny(contest) else { return [] }
    return try session.connection.all(
      "SELECT \(Self.columns) FROM protocol WHERE contest_id = ? ORDER BY date, id", [.integer(row)], Self.read)
  }

  private static func read(_ fields: inout Fields) throws -> StoredProtocol {
    let number = try fields.text()
    let date = try fields.day()
    let isImported = try fields.flag()
    let changedAt = try fields.instant()
    var minutes = ResultsProtocol(
      number: number, date: date, contest: try fields.valueIfAny(), contestTitle: try fields.text(),
      organiser: try fields.json(), level: try fields.named(), year: try fields.int(),
      attendance: try fields.list(), quorum: try fields.valueIfAny(), received: fields.intIfAny(),
      admitted: fields.intIfAny(), rejected: fields.intIfAny(), decisions: try fields.list(),
      tieDecisions: try fields.list(), approvingAct: try fields.jsonIfAny(), rules: try fields.jsonIfAny(),
      criteria: try fields.list(), jury: try fields.list(), signatories: try fields.list(),
      achievements: try fields.list(), extensions: fields.textIfAny())
    minutes.nominations = try fields.list()
    minutes.prizes = try fields.list()
    minutes.scoresDigest = fields.textIfAny()
    return StoredProtocol(minutes: minutes, isImported: isImported, changedAt: changedAt)
  }
}
