import Contests
import Primitives
import SQLiteEngine
import Storage
import Synchronization
import Testing

@Suite struct StatementCountTests {
  @Test func `taking in an entry takes one statement, however many there are`() throws {
    let folder = try TemporaryFolder()
    let counter = Counter()
    let engine = try SQLiteEngine.open(path: folder.path("store"), mode: .create)
    let store = Store(CountingEngine(engine: engine, counter: counter))
    let contest = try #require(Identifier("snow"))
    let sender = try #require(Identifier("town"))
    let day = try #require(Day("2020-03-01"))
    let instant = try #require(Instant("2020-03-01T00:00:00Z"))
    try store.write { session in
      try session.contests.save(
        Contest(id: contest, title: "Снег", year: 2020, organiser: Organisation(id: sender, title: "Т")),
        changedAt: instant)
    }
    let before = counter.count
    try store.write { session in
      let message = try session.messages.begin(
        StoredMessage(
          direction: .incoming, document: "applications", subject: "snow", messageID: "m",
          sender: Organisation(id: sender, title: "Т"), createdAt: instant, receivedAt: instant))
      for number in 1...20_000 {
        let id = try #require(Identifier("e\(number)"))
        let entry = Entry(
          id: id, contest: contest, title: "Горка", applicant: .group(title: "Двор", contact: nil),
          submittedAt: instant)
        _ = try session.entries.registerIfNew(entry, sender: sender, message: message, on: day, changedAt: instant)
      }
    }
    // Beside the entries: the message, the contest's row and last number, the sender and the change log.
    #expect(counter.count - before <= 20_000 + 7)
    try engine.close()
  }
}

private final class Counter: Sendable {
  private let runs = Mutex(0)
  var count: Int { runs.withLock { $0 } }
  func add() { runs.withLock { $0 += 1 } }
}

/// An engine that counts how often statements are run.
private struct CountingEngine: Engine {
  let engine: SQLiteEngine
  let counter: Counter

  func read<T>(_ body: (any Connection) throws -> T) throws -> T {
    try engine.read { try body(CountingConnection(connection: $0, counter: counter)) }
  }

  func write<T>(_ body: (any Connection) throws -> T) throws -> T {
    try engine.write { try body(CountingConnection(connection: $0, counter: counter)) }
  }
}

extension CountingEngine {
  func faults() throws -> [String] { try engine.faults() }
  func copy(to path: String) throws { try engine.copy(to: path) }
  func compact() throws { try engine.compact() }
}

private struct CountingConnection: Connection {
  let connection: any Connection
  let counter: Counter

  func prepare(_ sql: String) throws -> any Statement {
    CountingStatement(statement: try connection.prepare(sql), counter: counter)
  }
}

private struct CountingStatement: Statement {
  let statement: any Statement
  let counter: Counter

  func run(_ values: [Value]) throws -> Int {
    counter.add()
    return try statement.run(values)
  }

  func rows(_ values: [Value], _ body: (any Row) throws -> Void) throws {
    counter.add()
    try statement.rows(values, body)
  }
}
