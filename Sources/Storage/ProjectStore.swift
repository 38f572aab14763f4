package import Grants
package import Primitives

/// Grant projects with their ledgers.
package struct ProjectStore {
  let session: Session

  /// Which projects to list; nil does not narrow.
  package struct Filter: Hashable, Sendable {
    package var funder: Identifier?
    package var grantee: Identifier?
    package var status: ProjectStatus?
    /// The beginning of an ОКТМО.
    package var territory: String?

    package init(
      funder: Identifier? = nil, grantee: Identifier? = nil, status: ProjectStatus? = nil, territory: String? = nil
    ) {
      self.funder = funder
      self.grantee = grantee
      self.status = status
      self.territory = territory
    }

    var conditions: Conditions {
      var conditions = Conditions()
      conditions.add("funder = ?", ifGiven: .coded(funder))
      conditions.add("grantee_identifier = ?", ifGiven: .coded(grantee))
      conditions.add("status = ?", ifGiven: .named(status))
      conditions.add("oktmo", hasPrefix: territory)
      return conditions
    }
  }

  package func find(_ id: Identifier) throws -> Project? {
    let found = try session.connection.first(
      "SELECT id, \(ProjectRow.columns) FROM project WHERE identifier = ?", [.coded(id)]
    ) { fields in (row: try fields.int64(), project: try ProjectRow.read(&fields)) }
    return try found.map { try withLedger($0.project, row: $0.row) }
  }

  /// Projects by funder, then by identifier.
  package func list(_ filter: Filter = Filter()) throws -> [Project] {
    var projects: [Project] = []
    try each(filter) { projects.append($0) }
    return projects
  }

  /// Hands over projects one by one, by funder, then by identifier.
  package func each(_ filter: Filter = Filter(), _ body: (Project) throws -> Void) throws {
    let conditions = filter.conditions
    try session.connection.rows(
      "SELECT id, \(ProjectRow.columns) FROM project \(conditions.clause) ORDER BY funder, identifier",
      conditions.values
    ) { row in
      var fields = Fields(row)
      let id = try fields.int64()
      try body(try withLedger(try ProjectRow.read(&fields), row: id))
    }
  }

  /// Puts in a project with its ledger, or brings the one of the same identifier to this state.
  ///
  /// A funder that is not known yet becomes known by the name the project gives it.
  ///
  /// - Parameter message: the row of the message that brought it.
  package func save(_ project: Project, message: Int64? = nil, changedAt: Instant) throws {
    try session.funders.addIfNew(project.funder)
    let row = try session.connection.number(
      ProjectRow.upsert.sql + " RETURNING id",
      try ProjectRow.values(project, changedAt: changedAt, message: message))
    guard let row else { throw StoreError(.other, cause: "no number for a project") }
    try saveLedger(of: project, row: row)
    try StatusTable.project.replace(project.history, of: row, in: session.connection)
  }

  /// When the projects that a filter finds were last changed.
  package func changedAt(_ filter: Filter = Filter()) throws -> Instant? {
    let conditions = filter.conditions
    return try session.connection.first(
      "SELECT max(changed_at) FROM project \(conditions.clause)", conditions.values
    ) { try $0.instantIfAny() } ?? nil
  }

  package func changedAt(of id: Identifier) throws -> Instant? {
    try session.connection.first("SELECT changed_at FROM project WHERE identifier = ?", [.coded(id)]) { fields in
      try fields.instant()
    }
  }

  /// - Throws: ``StoreError/Code/missing(_:)``.
  func row(_ id: Identifier) throws -> Int64 {
    let row = try session.connection.number("SELECT id FROM project WHERE identifier = ?", [.coded(id)])
    guard let row else { throw StoreError(.missing("project"), cause: id.description) }
    return row
  }
}

/// Who gives grants.
package struct FunderStore {
  let session: Session

  /// Puts in a funder, or gives the one of the same identifier this name.
  package func add(_ funder: Funder) throws {
    try session.connection.run(
      Upsert("funder", key: "identifier", columns: "identifier, title, sort_key").sql, Self.values(funder))
  }

  func addIfNew(_ funder: Funder) throws {
    try session.connection.run(
      "INSERT INTO funder (identifier, title, sort_key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      Self.values(funder))
  }

  package func find(_ id: Identifier) throws -> Funder? {
    try session.connection.first("SELECT identifier, title FROM funder WHERE identifier = ?", [.coded(id)]) { fields in
      Funder(id: try fields.value(), title: try fields.text())
    }
  }

  /// All funders in Russian order.
  package func list() throws -> [Funder] {
    try session.connection.all("SELECT identifier, title FROM funder ORDER BY sort_key, identifier") { fields in
      Funder(id: try fields.value(), title: try fields.text())
    }
  }

  private static func values(_ funder: Funder) -> [Value] {
    [.coded(funder.id), .text(funder.title), .text(FoldedText(funder.title).text)]
  }
}
