import Contests
import Primitives

// Nominations, criteria, jurors and states of a contest: rows that others will point at.
extension ContestStore {
  private static let nominations = Upsert(
    "nomination", key: "contest_id, identifier",
    columns: """
      contest_id, position, identifier, title, description, accepts_applications, age_groups, prizes, minimum_entries,
      pass_mark
      """)

  func saveParts(of contest: Contest, row: Int64) throws {
    try saveNominations(of: contest, row: row)
    try saveCriteria(of: contest, row: row)
    try saveJury(of: contest, row: row)
    try StatusTable.contest.replace(contest.history, of: row, in: session.connection)
  }

  private static let criteria = Upsert(
    "criterion", key: "contest_id, identifier",
    columns: "contest_id, position, identifier, title, weight, maximum, nominations")

  private func saveCriteria(of contest: Contest, row: Int64) throws {
    try removeParts(of: row, from: "criterion", except: contest.criteria.map(\.id))
    for (position, criterion) in contest.criteria.enumerated() {
      try session.connection.run(
        Self.criteria.sql,
        [
          .integer(row), .int(position), .coded(criterion.id), .text(criterion.title), .decimal(criterion.weight),
          .decimal(criterion.maximum), try .list(criterion.nominations),
        ])
    }
  }

  private static let jury = Upsert(
    "juror", key: "contest_id, identifier", columns: "contest_id, position, identifier, name, role, post, nominations")

  private func saveJury(of contest: Contest, row: Int64) throws {
    try removeParts(of: row, from: "juror", except: contest.jury.map(\.id))
    for (position, juror) in contest.jury.enumerated() {
      try session.connection.run(
        Self.jury.sql,
        [
          .integer(row), .int(position), .coded(juror.id), .text(juror.name), .named(juror.role), .text(juror.post),
          try .list(juror.nominations),
        ])
    }
  }

  /// Takes out the parts that the contest no longer has. The rows of the others are kept: entries stand in nominations,
  /// and an event is to have changed only what it did.
  private func removeParts(of row: Int64, from table: String, except ids: [Identifier]) throws {
    let kept = Set(ids)
    guard kept.count == ids.count else { throw StoreError(.conflict, cause: "two of one identifier: \(table)") }
    let before = try session.connection.all("SELECT identifier FROM \(table) WHERE contest_id = ?", [.integer(row)]) {
      try $0.value(Identifier.self)
    }
    for gone in before where !kept.contains(gone) {
      try session.connection.run(
        "DELETE FROM \(table) WHERE contest_id = ? AND identifier = ?", [.integer(row), .coded(gone)])
    }
  }

  private func saveNominations(of contest: Contest, row: Int64) throws {
    let connection = session.connection
    try removeParts(of: row, from: "nomination", except: contest.nominations.map(\.id))
    for (position, nomination) in contest.nominations.enumerated() {
      try connection.run(
        Self.nominations.sql,
        [
          .integer(row), .int(position), .coded(nomination.id), .text(nomination.title),
          .text(nomination.description), .flag(nomination.acceptsApplications), try .list(nomination.ageGroups),
          try .list(nomination.prizes), .int(nomination.minimumEntries), .decimal(nomination.passMark),
        ])
    }
  }

  func withParts(_ contest: Contest, row: Int64) throws -> Contest {
    let connection = session.connection
    var contest = contest
    contest.nominations = try connection.all(
      """
      SELECT identifier, title, description, accepts_applications, age_groups, prizes, minimum_entries, pass_mark
      FROM nomination WHERE contest_id = ? ORDER BY position
      """, [.integer(row)]
    ) { fields in
      Nomination(
        id: try fields.value(), title: try fields.text(), description: fields.textIfAny(),
        acceptsApplications: try fields.flag(), ageGroups: try fields.list(), prizes: try fields.list(),
        minimumEntries: fields.intIfAny(), passMark: fields.decimalIfAny())
    }
    contest.criteria = try criteria(of: row)
    contest.jury = try jury(of: row)
    contest.history = try StatusTable.contest.history(of: row, in: connection)
    return contest
  }

  private func criteria(of row: Int64) throws -> [Criterion] {
    try session.connection.all(
      "SELECT identifier, title, weight, maximum, nominations FROM criterion WHERE contest_id = ? ORDER BY position",
      [.integer(row)]
    ) { fields in
      Criterion(
        id: try fields.value(), title: try fields.text(), weight: fields.decimalIfAny(),
        maximum: try fields.decimal(), nominations: try fields.list())
    }
  }

  private func jury(of row: Int64) throws -> [Juror] {
    try session.connection.all(
      "SELECT identifier, name, role, post, nominations FROM juror WHERE contest_id = ? ORDER BY position",
      [.integer(row)]
    ) { fields in
      Juror(
        id: try fields.value(), name: try fields.text(), role: try fields.named(), post: fields.textIfAny(),
        nominations: try fields.list())
    }
  }
}
