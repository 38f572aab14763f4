/// A store of contests and projects, whatever engine keeps it.
package struct Store: Sendable {
  private let engine: any Engine

  package init(_ engine: any Engine) {
    self.engine = engine
  }

  /// Reads one state of the store.
  package func read<T>(_ body: (Session) throws -> T) throws -> T {
    try engine.read { try body(Session($0)) }
  }

  /// Changes the store in one transaction: all of it is durable when this returns, or nothing has happened.
  ///
  /// - Parameters:
  ///   - dryRun: does everything and takes it back; what the closure returns is what would have been.
  ///   - isKept: asked of the result; what is not to be kept is taken back in the same way.
  @discardableResult
  package func write<T>(
    dryRun: Bool = false, keepingIf isKept: (T) -> Bool = { _ in true }, _ body: (Session) throws -> T
  ) throws -> T {
    var result: T?
    do {
      return try engine.write { connection in
        let session = Session(connection)
        let value = try body(session)
        try session.finish()
        if dryRun || !isKept(value) {
          result = value
          throw TakenBack()
        }
        return value
      }
    } catch is TakenBack {
      guard let result else { throw StoreError(.other, cause: "a transaction without a result") }
      return result
    }
  }

  /// ``Engine/faults()``
  package func faults() throws -> [String] { try engine.faults() }

  /// ``Engine/copy(to:)``
  package func copy(to path: String) throws { try engine.copy(to: path) }

  /// ``Engine/compact()``
  package func compact() throws { try engine.compact() }

  /// Ends a transaction that is not kept.
  private struct TakenBack: Error {}
}

/// What can be read and changed within one transaction. It lives no longer than the closure it is handed to.
package final class Session {
  let connection: any Connection
  /// Rows by what they are called, so that a large import looks each up once.
  var contestRows: [String: Int64] = [:]
  var senderRows: [String: Int64] = [:]
  /// The last number given in a contest during this session, by the contest's row.
  var lastNumbers: [Int64: Int64] = [:]
  /// The statement that takes in an entry, kept at hand.
  var insertEntry: (any Statement)?

  init(_ connection: any Connection) {
    self.connection = connection
  }

  package var contests: ContestStore { ContestStore(session: self) }
  package var entries: EntryStore { EntryStore(session: self) }
  package var judging: JudgingStore { JudgingStore(session: self) }
  package var winners: WinnerStore { WinnerStore(session: self) }
  package var sharedParticipants: SharedParticipantStore { SharedParticipantStore(session: self) }
  package var protocols: ProtocolStore { ProtocolStore(session: self) }
  package var outcomes: OutcomeStore { OutcomeStore(session: self) }
  package var projects: ProjectStore { ProjectStore(session: self) }
  package var books: BookStore { BookStore(session: self) }
  package var funders: FunderStore { FunderStore(session: self) }
  package var organisations: OrganisationStore { OrganisationStore(session: self) }
  package var messages: MessageStore { MessageStore(session: self) }
  package var events: EventStore { EventStore(session: self) }
  package var sent: SentStore { SentStore(session: self) }
  package var erasures: ErasureStore { ErasureStore(session: self) }
  package var files: AttachedFileStore { AttachedFileStore(session: self) }
  package var pseudonyms: PseudonymStore { PseudonymStore(session: self) }

  /// Writes down what was kept in memory meanwhile. Changes that no event speaks of are not to pass for those of the
  /// next one.
  func finish() throws {
    try ChangeLog(connection: connection).forgetUnclaimed()
    for (contest, number) in lastNumbers {
      try connection.run("UPDATE contest SET last_number = ? WHERE id = ?", [.integer(number), .integer(contest)])
    }
    lastNumbers = [:]
  }
}
