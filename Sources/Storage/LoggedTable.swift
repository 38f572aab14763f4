/// A table whose rows are written down before they change, so that what an event did can be taken back.
///
/// The list says what belongs together; which columns a table has is the engine's knowledge.
package struct LoggedTable: Hashable, Sendable {
  package let name: String
  /// The columns of its primary key.
  package let key: [String]
  /// Columns that are not brought back: a registration number is never given twice.
  package var kept: [String] = []
  /// True where who adds a row writes it down, with ``ChangeLog/added(_:to:)``, and the engine does not: rows that a
  /// message brought are known by its number, and to watch each of a million would cost a third of an import.
  package var logsItsAdditions = false
  /// True for a directory: its row stays while others refer to it.
  package var staysWhileNamed = false

  /// Those that others refer to stand before them.
  package static let all: [LoggedTable] = [
    LoggedTable(name: "organisation", key: ["identifier"]),
    LoggedTable(name: "setting", key: ["name"]),
    LoggedTable(name: "funder", key: ["identifier"], staysWhileNamed: true),
    LoggedTable(name: "contest", key: ["id"], kept: ["last_number"]),
    LoggedTable(name: "contest_status", key: ["contest_id", "position"]),
    LoggedTable(name: "nomination", key: ["contest_id", "identifier"]),
    LoggedTable(name: "criterion", key: ["contest_id", "identifier"]),
    LoggedTable(name: "juror", key: ["contest_id", "identifier"]),
    LoggedTable(name: "entry", key: ["id"], logsItsAdditions: true),
    LoggedTable(name: "entry_status", key: ["entry_id", "position"]),
    LoggedTable(name: "score_sheet", key: ["entry_id", "juror"]),
    LoggedTable(name: "recusal", key: ["entry_id", "juror"]),
    LoggedTable(name: "assignment", key: ["entry_id", "juror"]),
    LoggedTable(name: "tie_decision", key: ["contest_id", "number"]),
    LoggedTable(name: "tie_entry", key: ["contest_id", "number", "position"]),
    LoggedTable(name: "judging_closing", key: ["contest_id"]),
    LoggedTable(name: "winner", key: ["id"]),
    LoggedTable(name: "shared_participant", key: ["entry_id", "number"]),
    LoggedTable(name: "protocol", key: ["id"]),
    LoggedTable(name: "protocol_result", key: ["protocol_id", "entry_id"]),
    LoggedTable(name: "protocol_sheet", key: ["protocol_id", "entry_id", "juror"]),
    LoggedTable(name: "protocol_recusal", key: ["protocol_id", "entry_id", "juror"]),
    LoggedTable(name: "outcome", key: ["id"]),
    LoggedTable(name: "project", key: ["id"]),
    LoggedTable(name: "project_status", key: ["project_id", "position"]),
    LoggedTable(name: "budget_line", key: ["project_id", "identifier"]),
    LoggedTable(name: "instalment", key: ["project_id", "identifier"]),
    LoggedTable(name: "expense", key: ["project_id", "identifier"]),
    LoggedTable(name: "refund", key: ["project_id", "identifier"]),
    LoggedTable(name: "indicator", key: ["project_id", "identifier"]),
    LoggedTable(name: "checkpoint", key: ["project_id", "identifier"]),
    LoggedTable(name: "line_move", key: ["project_id", "identifier"]),
    LoggedTable(name: "narrative", key: ["project_id", "identifier"]),
    LoggedTable(name: "closed_period", key: ["project_id", "identifier"]),
    LoggedTable(name: "obligation", key: ["id"]),
    LoggedTable(name: "obligation_status", key: ["obligation_id", "position"]),
    LoggedTable(name: "decreed_day", key: ["day"]),
  ]
}
