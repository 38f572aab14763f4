package import Contests
package import Primitives

/// What became of an entry where it was sent.
package struct Dispatch: Hashable, Sendable {
  package var message: StoredMessage
  package var answer: Answer?
}

/// What we sent, which entries it carried, and how it was answered.
package struct SentStore {
  let session: Session

  /// Writes down that a message goes out, once: the same content again is the same message.
  ///
  /// - Returns: its row, and whether it is new.
  package func add(_ message: StoredMessage) throws -> (row: Int64, isNew: Bool) {
    if let known = try find(messageID: message.messageID) { return (known.row, false) }
    return (try session.messages.begin(message), true)
  }

  package func find(messageID: String) throws -> (row: Int64, message: StoredMessage)? {
    try session.messages.list(messageID: messageID).first { $0.message.direction == .outgoing }
  }

  /// The correction number of the last message of a kind about a contest of which records were refused.
  package func lastRefused(_ document: String, subject: Identifier?, recipient: Identifier?) throws -> Int? {
    try session.connection.number(
      """
      SELECT max(correction_number) FROM message WHERE direction = 'out' AND answered = 1 AND rejected > 0
        AND document = ? AND coalesce(subject, '') = ? AND coalesce(recipient, '') = ?
      """,
      [.text(document), .text(subject?.description ?? ""), .text(recipient?.description ?? "")]
    ).map { Int($0) }
  }

  // MARK: Entries

  /// Notes which entries of a contest a message carries, and how.
  package func add(_ runs: [SentRun], of contest: Identifier, to row: Int64) throws {
    let contest = try session.contestRow(contest)
    for run in runs {
      try session.connection.run(
        """
        INSERT INTO sent_run (message_id, contest_id, first, last, correction_number, is_withdrawal, digest)
        VALUES (\(marks(7)))
        """,
        [
          .integer(row), .integer(contest), .int(run.numbers.lowerBound), .int(run.numbers.upperBound),
          .int(run.correctionNumber), .flag(run.isWithdrawal), .blob(run.digest),
        ])
    }
  }

  /// The messages that carried an entry, with what was answered on it, in the order they were made.
  ///
  /// - Parameter names: what the entry may be called in them.
  package func dispatches(of registration: Registration, named names: [Identifier]) throws -> [Dispatch] {
    guard let contest = try session.contestRowIfAny(registration.contest) else { return [] }
    let rows = try session.connection.all(
      "SELECT DISTINCT message_id FROM sent_run WHERE contest_id = ? AND first <= ? AND last >= ? ORDER BY message_id",
      [.integer(contest), .int(registration.number), .int(registration.number)]
    ) { try $0.int64() }
    return try rows.compactMap { row in
      guard let message = try session.messages.find(row: row) else { return nil }
      return Dispatch(message: message, answer: try names.compactMap { try answer(to: $0, in: row) }.first)
    }
  }

  /// True where applications to a contest, of ours or of another body, went out with the entry.
  package func hasCarried(_ registration: Registration, to contest: Identifier) throws -> Bool {
    guard let row = try session.contestRowIfAny(registration.contest) else { return false }
    return try session.connection.number(
      """
      SELECT 1 FROM sent_run JOIN message ON message.id = sent_run.message_id
      WHERE contest_id = ? AND first <= ? AND last >= ? AND document = 'applications' AND subject = ?
      """,
      [.integer(row), .int(registration.number), .int(registration.number), .coded(contest)]
    ) != nil
  }

  /// The last version of an entry that went out as an application to its own contest; nil where none did.
  package func lastCorrection(of registration: Registration) throws -> Int? {
    guard let contest = try session.contestRowIfAny(registration.contest) else { return nil }
    return try session.connection.number(
      """
      SELECT max(sent_run.correction_number) FROM sent_run JOIN message ON message.id = sent_run.message_id
      WHERE contest_id = ? AND first <= ? AND last >= ? AND is_withdrawal = 0 AND subject = ?
      """,
      [
        .integer(contest), .int(registration.number), .int(registration.number), .coded(registration.contest),
      ]
    ).map { Int($0) }
  }

  /// What went out last of each entry of a contest to the contest of its next stage, by registration number.
  package func last(of contest: Identifier, sentTo stage: Identifier) throws -> [Int: SentRun] {
    guard let row = try session.contestRowIfAny(contest) else { return [:] }
    let runs = try session.connection.all(
      """
      SELECT first, last, sent_run.correction_number, is_withdrawal, sent_run.digest
      FROM sent_run JOIN message ON message.id = sent_run.message_id
      WHERE contest_id = ? AND subject = ? AND document = 'applications' ORDER BY message.id
      """, [.integer(row), .coded(stage)]
    ) { fields in
      SentRun(
        try fields.int()...(try fields.int()), correctionNumber: try fields.int(), isWithdrawal: try fields.flag(),
        digest: fields.blobIfAny())
    }
    var last: [Int: SentRun] = [:]
    for run in runs {
      for number in run.numbers {
        var one = run
        one.numbers = number...number
        if one.isWithdrawal { one.correctionNumber = last[number]?.correctionNumber ?? 0 }
        last[number] = one
      }
    }
    return last
  }

  /// The registration numbers that a message carried, by contest.
  package func runs(of row: Int64) throws -> [Identifier: [ClosedRange<Int>]] {
    let runs = try session.connection.all(
      """
      SELECT contest.identifier, first, last FROM sent_run JOIN contest ON contest.id = contest_id
      WHERE message_id = ? ORDER BY first
      """, [.integer(row)]
    ) { fields in (contest: try fields.value(Identifier.self), run: try fields.int()...fields.int()) }
    return Dictionary(grouping: runs, by: \.contest).mapValues { $0.map(\.run) }
  }

  /// The messages whose place a later one took: of the same kind, on the same contest, to the same addressee.
  ///
  /// Applications to the next stage come from several contests, and results are written in several protocols: there the
  /// later message says another thing, and both are waited for. So they are where it is not known who they went to and
  /// what about.
  package func superseded() throws -> Set<Int64> {
    Set(
      try session.connection.all(
        """
        SELECT earlier.id FROM message AS earlier
        WHERE earlier.direction = 'out' AND (earlier.subject IS NOT NULL OR earlier.recipient IS NOT NULL)
          AND (document <> 'resultsProtocol' OR
            (SELECT count(*) FROM protocol JOIN contest ON contest.id = contest_id
             WHERE contest.identifier = earlier.subject) < 2)
          AND EXISTS
            (SELECT 1 FROM message AS later WHERE later.direction = 'out' AND later.id > earlier.id
               AND later.document = earlier.document AND coalesce(later.subject, '') = coalesce(earlier.subject, '')
               AND coalesce(later.recipient, '') = coalesce(earlier.recipient, '')
               AND NOT EXISTS
                 (SELECT 1 FROM sent_run AS mine WHERE mine.message_id = earlier.id AND NOT EXISTS
                   (SELECT 1 FROM sent_run AS theirs
                    WHERE theirs.message_id = later.id AND theirs.contest_id = mine.contest_id)))
        """
      ) { try $0.int64() })
  }
}
