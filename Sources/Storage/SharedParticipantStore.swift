package import Contests
package import Primitives

/// Who stands behind several entries of a contest, as numbers: kept from when places are given, so that these stay proved
/// when a person is erased.
package struct SharedParticipantStore {
  let session: Session

  package func of(_ contest: Identifier) throws -> SharedParticipants {
    guard let row = try session.contestRowIfAny(contest) else { return SharedParticipants() }
    var numbers: [Identifier: [Int]] = [:]
    try session.connection.rows(
      """
      SELECT coalesce(exchange_identifier, identifier), number FROM shared_participant JOIN entry ON entry.id = entry_id
      WHERE entry_id BETWEEN ? AND ? ORDER BY entry_id, number
      """, EntryKey.rows(of: row)
    ) { row in
      var fields = Fields(row)
      numbers[try fields.value(), default: []].append(try fields.int())
    }
    return SharedParticipants(numbers)
  }

  /// Keeps numbers for those who stand behind several entries that compete, where nobody may win twice and something has
  /// been won.
  package func keep(in contest: Contest) throws {
    guard contest.rules.oneWinPerParticipant, try !session.winners.existing(in: contest.id).isEmpty else { return }
    let known = try of(contest.id)
    var entrants: [Adjudication.Entrant] = []
    try session.entries.each(in: contest.id) { stored in
      guard stored.status.isAdmitted else { return }
      entrants.append(
        Adjudication.Entrant(
          entry: stored.exchangeID, nomination: stored.entry.nomination, participants: stored.entry.participantKeys))
    }
    var participants = known
    participants.add(entrants)
    let row = try session.contestRow(contest.id)
    for (entry, numbers) in participants.numbers {
      for number in Set(numbers).subtracting(known.numbers[entry] ?? []) {
        try session.connection.run(
          "INSERT INTO shared_participant (entry_id, number) VALUES (?, ?)",
          [.integer(try session.entryRow(contest: row, exchangeID: entry)), .int(number)])
      }
    }
  }
}
