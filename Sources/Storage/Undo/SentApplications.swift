/// Exports of applications with entries that the event brought or changed what they say.
struct SentApplications: UndoDependency {
  /// Columns of an entry that no application tells.
  private static let untold: Set<String> = ["status", "status_changes", "changed_at", "message_id"]

  func events(after traces: EventTraces) throws -> Set<Int64> {
    guard !traces.laterRuns.isEmpty else { return [] }
    var found: Set<Int64> = []
    func add(_ entry: Int64, isNew: Bool) {
      for run in traces.laterRuns where (isNew || !run.isWithdrawal) && run.covers(entry) { found.insert(run.event) }
    }
    if let message = traces.event.message {
      for entry in try traces.numbers("SELECT id FROM entry WHERE message_id = ?", .integer(message)) {
        add(entry, isNew: true)
      }
    }
    for change in traces.changes(of: ["entry"]) {
      guard let entry = change.row else { continue }
      if try change.before.map({ try differs(entry, from: $0, traces) }) ?? true {
        add(entry, isNew: change.before == nil)
      }
    }
    return found
  }

  /// True where the application says something else than before.
  private func differs(
    _ entry: Int64, from before: [(column: String, value: Value)], _ traces: EventTraces
  ) throws -> Bool {
    let told = before.filter { !Self.untold.contains($0.column) }
    let same = told.map { "\($0.column) IS NOT DISTINCT FROM ?" }.joined(separator: " AND ")
    return try traces.session.connection.number(
      "SELECT 1 FROM entry WHERE id = ? AND \(same)", [.integer(entry)] + told.map(\.value)) == nil
  }
}

/// Exports of applications that told of a withdrawal the event made.
struct SentWithdrawals: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    let withdrawals = traces.laterRuns.filter(\.isWithdrawal)
    guard !withdrawals.isEmpty else { return [] }
    return traces.rows(of: ["entry_status"]).reduce(into: Set()) { found, entry in
      for run in withdrawals where run.covers(entry) { found.insert(run.event) }
    }
  }
}

/// Exports to the next stage with entries that the event gave an award, or took one from.
struct SentAwards: UndoDependency {
  func events(after traces: EventTraces) throws -> Set<Int64> {
    let sentOn = traces.laterRuns.filter(\.isSentOn)
    guard !sentOn.isEmpty else { return [] }
    var found: Set<Int64> = []
    for winner in traces.rows(of: ["winner"]) {
      for entry in try traces.numbers("SELECT entry_id FROM winner WHERE id = ?", .integer(winner)) {
        for run in sentOn where run.covers(entry) { found.insert(run.event) }
      }
    }
    return found
  }
}
