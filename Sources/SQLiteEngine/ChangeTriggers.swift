import GRDB
import Storage

/// The triggers that write down what a row was before it changed.
///
/// They follow the tables as they are, so they are made anew after every migration. A change belongs to the event that
/// its transaction is about to add.
enum ChangeTriggers {
  static func install(in database: Database) throws {
    for table in LoggedTable.all {
      for statement in try statements(for: table, in: database) { try database.execute(sql: statement) }
    }
  }

  private static func statements(for table: LoggedTable, in database: Database) throws -> [String] {
    let name = table.name
    let columns = try String.fetchAll(
      database, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", arguments: [name]
    ).filter { !table.kept.contains($0) }
    // A table of a later version than the store is brought to.
    if columns.isEmpty { return [] }
    let before = "json_object(\(columns.map { "'\($0)', old.\($0)" }.joined(separator: ", ")))"
    let message = columns.contains("message_id")
    // The time of a change alone is no change.
    let differs = columns.filter { !table.key.contains($0) && $0 != "changed_at" }
      .map { "old.\($0) IS NOT new.\($0)" }.joined(separator: " OR ")
    let added = """
      CREATE TRIGGER \(name)_added AFTER INSERT ON \(name)
      BEGIN \(log(table, of: "new", message: "NULL", before: "NULL")); END
      """
    return [
      "DROP TRIGGER IF EXISTS \(name)_added",
      "DROP TRIGGER IF EXISTS \(name)_changed",
      "DROP TRIGGER IF EXISTS \(name)_removed",
    ] + (table.logsItsAdditions ? [] : [added]) + [
      """
      CREATE TRIGGER \(name)_changed AFTER UPDATE OF \(columns.joined(separator: ", ")) ON \(name)
      WHEN \(differs.isEmpty ? "0" : differs)
      BEGIN \(log(table, of: "old", message: message ? "old.message_id" : "NULL", before: before)); END
      """,
      """
      CREATE TRIGGER \(name)_removed AFTER DELETE ON \(name)
      BEGIN \(log(table, of: "old", message: message ? "old.message_id" : "NULL", before: before)); END
      """,
    ]
  }

  private static func log(_ table: LoggedTable, of row: String, message: String, before: String) -> String {
    let key = "json_array(\(table.key.map { "\(row).\($0)" }.joined(separator: ", ")))"
    return """
      INSERT INTO change (event_id, relation, row_key, message_id, before)
      VALUES ((SELECT coalesce(max(id), 0) + 1 FROM event), '\(table.name)', \(key), \(message), \(before))
      """
  }
}
