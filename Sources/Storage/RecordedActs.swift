package import Primitives

/// In what order the places and prizes of a contest were given and taken back, and its protocols put in: by the events
/// that did it, for of two acts of one day their days do not tell the first. What is from before the log of changes has
/// no event here.
package struct RecordedActs: Hashable, Sendable {
  /// By the number of the place or prize.
  package var given: [Int64: Int64] = [:]
  package var revoked: [Int64: Int64] = [:]
  /// By the number of the protocol.
  package var protocols: [String: Int64] = [:]
}

extension WinnerStore {
  /// The places and prizes that a command gave, and no document brought. What is from before the log of changes is not
  /// among them.
  package func givenHere(in contest: Identifier) throws -> Set<Int64> {
    guard let row = try session.contestRowIfAny(contest) else { return [] }
    return Set(
      try session.connection.all(
        """
        SELECT winner.id FROM winner JOIN change ON relation = 'winner' AND row_key = '[' || winner.id || ']'
          JOIN event ON event.id = event_id
        WHERE contest_id = ? AND before IS NULL AND event.message_id IS NULL
        """, [.integer(row)]
      ) { try $0.int64() })
  }

  package func acts(in contest: Identifier) throws -> RecordedActs {
    var acts = RecordedActs()
    guard let row = try session.contestRowIfAny(contest) else { return acts }
    // The first change of a row that was there is its revocation: nothing else changes it before.
    try session.connection.rows(
      """
      SELECT winner.id, min(CASE WHEN before IS NULL THEN event_id END),
        min(CASE WHEN before IS NOT NULL THEN event_id END)
      FROM winner JOIN change ON relation = 'winner' AND row_key = '[' || winner.id || ']'
      WHERE contest_id = ? GROUP BY winner.id
      """, [.integer(row)]
    ) { row in
      var fields = Fields(row)
      let id = try fields.int64()
      acts.given[id] = fields.int64IfAny()
      acts.revoked[id] = fields.int64IfAny()
    }
    try session.connection.rows(
      """
      SELECT number, min(event_id) FROM protocol
        JOIN change ON relation = 'protocol' AND row_key = '[' || protocol.id || ']'
      WHERE contest_id = ? AND before IS NULL GROUP BY number
      """, [.integer(row)]
    ) { row in
      var fields = Fields(row)
      acts.protocols[try fields.text()] = try fields.int64()
    }
    return acts
  }
}
