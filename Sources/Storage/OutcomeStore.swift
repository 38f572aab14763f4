package import Contests
package import Primitives

/// What putting something in has done.
package enum Saved: String, Hashable, Sendable {
  case added, updated, unchanged
}

/// What our entries, or the municipality itself, reached in contests of higher bodies.
package struct OutcomeStore {
  let session: Session

  private static let columns =
    """
    contest, contest_title, identifier, decided_on, organiser, level, nomination, entry, application, oktmo, territory,
    place, out_of, prize, submitted, selected, protocol_number, note, achievements, extensions
    """
  private static let upsert = Upsert(
    "outcome", key: "organiser_identifier, coalesce(contest, contest_title), identifier",
    columns: "organiser_identifier, changed_at, " + columns)

  /// Puts in an outcome. It is known by its organiser, its contest and its identifier there; one that is known
  /// already is brought to this state.
  @discardableResult
  package func add(_ outcome: Outcome, changedAt: Instant) throws -> Saved {
    let known = try find(likeThat: outcome)
    if known == outcome { return .unchanged }

    var values: [Value] = [
      .coded(outcome.organiser.id), .instant(changedAt), .coded(outcome.contest.id), .text(outcome.contest.title),
      .coded(outcome.id), .day(outcome.decidedOn), try .json(outcome.organiser), .named(outcome.level),
      .text(outcome.nomination), .text(outcome.entry), .coded(outcome.application),
    ]
    Territory.append(outcome.territory, to: &values)
    values += [
      .int(outcome.place), .int(outcome.outOf), .text(outcome.prize), .int(outcome.submitted),
      .int(outcome.selected), .text(outcome.protocolNumber), .text(outcome.note), try .list(outcome.achievements),
      .text(outcome.extensions),
    ]
    try session.connection.run(Self.upsert.sql, values)
    return known == nil ? .added : .updated
  }

  /// What is known of an outcome: of the same organiser, contest and identifier.
  package func find(likeThat outcome: Outcome) throws -> Outcome? {
    try session.connection.first(
      """
      SELECT \(Self.columns) FROM outcome
      WHERE organiser_identifier = ? AND coalesce(contest, contest_title) = ? AND identifier = ?
      """,
      [
        .coded(outcome.organiser.id), .text(outcome.contest.id?.description ?? outcome.contest.title),
        .coded(outcome.id),
      ], Self.read)
  }

  /// Outcomes by the day of the decision.
  ///
  /// - Parameters:
  ///   - year: of the decision.
  ///   - territory: the beginning of an ОКТМО. Outcomes that name no territory are then left out.
  ///   - application: the identifier under which the application was sent.
  package func list(
    year: Int? = nil, territory: String? = nil, application: Identifier? = nil
  ) throws -> [Outcome] {
    var conditions = Conditions()
    if let year {
      conditions.add("decided_on BETWEEN ? AND ?", .day(.firstDay(of: year)), .day(.lastDay(of: year)))
    }
    conditions.add("oktmo", hasPrefix: territory)
    conditions.add("application = ?", ifGiven: .coded(application))
    return try session.connection.all(
      "SELECT \(Self.columns) FROM outcome \(conditions.clause) ORDER BY decided_on, id", conditions.values, Self.read)
  }

  private static func read(_ fields: inout Fields) throws -> Outcome {
    let contest = LargerContest(id: try fields.valueIfAny(), title: try fields.text())
    let id = try fields.value(Identifier.self)
    let decidedOn = try fields.day()
    return Outcome(
      id: id, contest: contest, organiser: try fields.json(), level: try fields.named(),
      nomination: fields.textIfAny(), entry: fields.textIfAny(), application: try fields.valueIfAny(),
      territory: try Territory.read(&fields), place: fields.intIfAny(), outOf: fields.intIfAny(),
      prize: fields.textIfAny(), submitted: fields.intIfAny(), selected: fields.intIfAny(), decidedOn: decidedOn,
      protocolNumber: fields.textIfAny(), note: fields.textIfAny(), achievements: try fields.list(),
      extensions: fields.textIfAny())
  }
}
