import Contests

extension EntryErasure {
  /// Remarks on the sheets of the jury, and reasons of recusals («мать участницы»), that name someone. Points stay.
  func eraseWordsOfJury() throws -> Int {
    try erase("remark", of: "score_sheet", leaving: nil) + erase("reason", of: "recusal", leaving: Neutral.text)
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
