import Foundation
import GRDB
import Glibc
import Testing

/// Whatever ends an import in its middle, the store is as before it or as after it.
struct CrashTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    try laureat.must("import", "announcement.xml")
    let records = (1...3000).map { Documents.application("a\($0)", title: "Шкатулка с росписью № \($0)") }
    try laureat.write(
      Documents.document(
        "applications", attributes: " contest=\"fair\"", message: 2, count: records.count,
        records.joined(separator: "\n")),
      to: "applications.xml")
  }

  /// Everything in the store's tables that an import at another time would leave the same.
  private func dump() throws -> [String: [String]] {
    var configuration = Configuration()
    configuration.readonly = false
    let queue = try DatabaseQueue(path: laureat.store.path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { database in
      #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
      #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
      let names = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      let tables = names.filter { $0 != "receipt_chunk" }.map { name in
        let rows = try? Row.fetchAll(database, sql: "SELECT * FROM \(name) ORDER BY 1, 2").map { row in
          row.filter { !["received_at", "at"].contains($0.0) }.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
        }
        return (name, rows ?? [])
      }
      return Dictionary(uniqueKeysWithValues: tables)
    }
  }

  /// How often a test kills; more with `LAUREAT_KILLS=200`.
  private static var kills: Int {
    ProcessInfo.processInfo.environment["LAUREAT_KILLS"].flatMap { Int($0) } ?? 12
  }

  @Test func `an import that is killed has happened, or has not`() throws {
    let pristine = try laureat.bytes("store.sqlite")
    let before = try dump()
    let clock = ContinuousClock()
    let duration = try clock.measure { try laureat.must("import", "applications.xml", "--receipt", "receipt.xml") }
    let after = try dump()
    let whole = try laureat.bytes("receipt.xml")
    #expect(before != after)

    var outcomes: Set<Bool> = []
    for kill in 0..<Self.kills {
      for name in ["store.sqlite-wal", "store.sqlite-shm", "receipt.xml"] {
        try? FileManager.default.removeItem(atPath: laureat.path(name))
      }
      try pristine.write(to: laureat.store)
      let running = try laureat.begin(["import", "applications.xml", "--receipt", "receipt.xml"])
      // From the first moment to a little after the usual end.
      usleep(UInt32(duration / .microseconds(1) * (Double(kill) + 0.5) / Double(Self.kills) * 1.1))
      running.send(SIGKILL)
      _ = try running.end()

      let left = try dump()
      let hasHappened = left == after
      #expect(hasHappened || left == before, "kill \(kill): neither before nor after")
      outcomes.insert(hasHappened)
      // A receipt that is there is whole, and true.
      if laureat.exists("receipt.xml") {
        #expect(hasHappened)
        #expect(try laureat.bytes("receipt.xml").count == whole.count)
      }
      // Taking it in again gives what the killed import would have given.
      let again = try laureat.must("import", "applications.xml", "--receipt", "receipt.xml", "--json").json()[0]
      #expect(again["status"] == (hasHappened ? "duplicate" : "acceptedWithWarnings"))
      #expect(try dump() == after)
      #expect(try laureat.bytes("receipt.xml").count == whole.count)
    }
    #expect(outcomes.contains(false), "no kill came in time")
  }

  /// The moments of which a clock can say nothing: so many bytes of the document were read.
  @Test(arguments: [0, 1, 500, 100_000, 700_000])
  func `an import that is killed while it reads has not happened`(bytes: Int) throws {
    let document = try laureat.bytes("applications.xml")
    let before = try dump()
    let pipe = try NamedPipe(in: laureat.folder)
    let running = try laureat.begin(["import", "-", "--receipt", "receipt.xml"], input: pipe.path)
    try pipe.hold()
    pipe.write(document.prefix(bytes))
    running.send(SIGKILL)
    #expect(try running.end().signal == SIGKILL)
    #expect(try dump() == before)
    #expect(!laureat.exists("receipt.xml"))
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `an import that is asked to end takes back what it did, and says so`(signal: Int32) throws {
    let document = try laureat.bytes("applications.xml")
    let before = try dump()
    let pipe = try NamedPipe(in: laureat.folder)
    let running = try laureat.begin(["import", "-", "--receipt", "receipt.xml"], input: pipe.path)
    try pipe.hold()
    // What a pipe does not hold the import has read: it is at work, and waits for more.
    #expect(pipe.write(document.prefix(700_000)) == 700_000)
    running.send(signal)
    #expect(try running.end().exit == 130)
    #expect(try running.errors().contains("interrupted: nothing of this file was recorded"))
    #expect(try dump() == before)
    #expect(
      try laureat.names(in: ".").filter { !$0.hasPrefix(".") } == [
        "announcement.xml", "applications.xml", "store.sqlite",
      ])
  }

  @Test func `a signal that was to be ignored is ignored`() throws {
    let result = try laureat.shell(
      """
      trap '' HUP
      $laureat import applications.xml & import=$!
      kill -HUP $import
      wait $import
      """)
    #expect(result.status == 0)
    #expect(try laureat.must("entry", "list", "--json").json().list.count == 3000)
  }

  // MARK: Disks that are full

  /// In blocks of 1024 bytes: too little for the store's log, for the store, for the receipt.
  @Test(arguments: [1, 100, 400])
  func `an import that may write no more leaves the store as it was`(blocks: Int) throws {
    let before = try dump()
    let running = try laureat.begin(
      ["import", "applications.xml", "--receipt", "receipt.xml"], limits: "-f \(blocks)")
    let end = try running.end()
    let errors = try running.errors()
    #expect([69, 73].contains(end.exit), "signal \(end.signal), \(errors)")
    #expect(try running.errors().contains("GC-090-"))
    #expect(try dump() == before)
    #expect(!laureat.exists("receipt.xml"))
    try laureat.must("import", "applications.xml", "--receipt", "receipt.xml")
    #expect(laureat.exists("receipt.xml"))
  }

  @Test func `an export that may write no more leaves no part of a file`() throws {
    try laureat.must("import", "applications.xml")
    try laureat.write("the last export", to: "out.xml")
    let running = try laureat.begin(
      ["export", "applications", "--contest", "fair", "-o", "out.xml"], limits: "-f 100")
    #expect(try running.end().exit == 73)
    #expect(try running.errors().contains("GC-090-0009"))
    #expect(try laureat.text("out.xml") == "the last export")
    #expect(try laureat.names(in: ".").filter { $0.hasPrefix(".out") || $0.hasPrefix(".laureat") }.isEmpty)
  }

  @Test(arguments: ["check", "import"])
  func `a document that cannot be read to its end is refused`(command: String) throws {
    let before = try dump()
    // A file that is cut short while it is read ends too early.
    let pipe = try NamedPipe(in: laureat.folder)
    let running = try laureat.begin([command, "-", "--json"], input: pipe.path)
    try pipe.hold()
    pipe.write(try laureat.bytes("applications.xml").prefix(600_000))
    pipe.finish()
    #expect(try running.end().exit == 65)
    let verdict = try JSONDecoder().decode(Value.self, from: try running.output())[0]
    #expect(verdict["diagnostics"].map("code").contains("GC-020-0005"))
    #expect(try dump() == before)
  }

  @Test func `a document that is removed while it is read is taken in all the same`() throws {
    // The open file lives on until it is closed: what was there when the import began is what counts.
    let pipe = try NamedPipe(in: laureat.folder)
    let running = try laureat.begin(["import", pipe.path])
    let document = try laureat.bytes("applications.xml")
    pipe.write(document.prefix(300_000))
    try pipe.hold()
    try FileManager.default.removeItem(atPath: pipe.path)
    pipe.write(document.dropFirst(300_000))
    pipe.finish()
    #expect(try running.end().exit == 0)
    #expect(try laureat.must("entry", "list", "--json").json().list.count == 3000)
  }
}
