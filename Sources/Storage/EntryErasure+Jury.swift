import Contests

extension EntryErasure {
  /// Remarks on the sheets of the jury, reasons of recusals («мать участницы»), of decisions between equals and of the
  /// end of its work, that name someone, and what others added, which may hold anything. Points, and what was decided,
  /// stay.
  func eraseWordsOfJury() throws -> Int {
    try erase("remark", of: "score_sheet", leaving: nil) + erase("reason", of: "recusal", leaving: Neutral.text)
      + erase("remark", of: "protocol_sheet", leaving: nil)
      + erase("reason", of: "protocol_recusal", leaving: Neutral.text)
      + eraseForeignContent() + eraseReasonsOfTies() + eraseReasonOfClosing()
  }

  private func eraseForeignContent() throws -> Int {
    try ["score_sheet", "recusal", "protocol_sheet", "protocol_recusal"].map { table in
      try connection.run(
        "UPDATE \(table) SET extensions = NULL WHERE entry_id = ? AND extensions IS NOT NULL", [.integer(row)])
    }.reduce(0, +)
  }

  private func eraseReasonsOfTies() throws -> Int {
    let ties = try connection.all(
      "SELECT number, reason FROM tie_decision WHERE contest_id = ? AND reason IS NOT NULL", [.integer(contest)]
    ) { fields in (number: try fields.int64(), reason: try fields.text()) }.filter { people.areNamed(in: $0.reason) }
    for tie in ties {
      try connection.run(
        "UPDATE tie_decision SET reason = ? WHERE contest_id = ? AND number = ?",
        [.text(Neutral.text), .integer(contest), .integer(tie.number)])
    }
    return ties.count
  }

  private func eraseReasonOfClosing() throws -> Int {
    let reason = try connection.first(
      "SELECT reason FROM judging_closing WHERE contest_id = ?", [.integer(contest)]
    ) { $0.textIfAny() }
    guard let reason = reason ?? nil, people.areNamed(in: reason) else { return 0 }
    return try connection.run(
      "UPDATE judging_closing SET reason = ? WHERE contest_id = ?", [.text(Neutral.text), .integer(contest)])
  }

  private func erase(_ column: String, of table: String, leaving rest: String?) throws -> Int {
    let jurors = try connection.all(
      "SELECT juror, \(column) FROM \(table) WHERE entry_id = ? AND \(column) IS NOT NULL", [.integer(row)]
    ) { fields in (juror: try fields.text(), words: try fields.text()) }.filter { people.occur(in: $0.words) }
    for found in jurors {
      try connection.run(
        "UPDATE \(table) SET \(column) = ? WHERE entry_id = ? AND juror = ?",
        [.text(rest), .integer(row), .text(found.juror)])
    }
    return jurors.count
  }
}
