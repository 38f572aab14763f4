import Foundation
import Glibc
import Testing

/// A long import tells on a terminal how far it has come, and nowhere else.
struct ProgressTests {
  let laureat: Command
  private let document: Data

  init() throws {
    laureat = try Command()
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    try laureat.must("import", "announcement.xml")
    let records = (1...3000).map { Documents.application("a\($0)") }
    document = Data(
      Documents.document(
        "applications", attributes: " contest=\"fair\"", message: 2, count: records.count,
        records.joined(separator: "\n")
      ).utf8)
  }

  /// Imports a document that takes more than half a second to come, with standard error at a path.
  private func importSlowly(errors: String?) throws -> String {
    let pipe = try NamedPipe(in: laureat.folder)
    let running = try laureat.begin(["import", "-"], input: pipe.path, errors: errors)
    try pipe.hold()
    pipe.write(document.prefix(200_000))
    usleep(700_000)
    pipe.write(document.dropFirst(200_000))
    pipe.finish()
    #expect(try running.end().exit == 0)
    return errors == nil ? try running.errors() : ""
  }

  /// A terminal of the test's own: its controlling end, and the path of the other.
  private static func terminal() throws -> (master: Int32, path: String) {
    // `grantpt` and its like are hidden from Swift; these are the requests they make (ioctl_tty(2)).
    let (getNumber, setLock): (UInt, UInt) = (0x8004_5430, 0x4004_5431)
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    try #require(master >= 0)
    try #require(ioctl(master, setLock, &unlocked) == 0)
    try #require(ioctl(master, getNumber, &number) == 0)
    return (master, "/dev/pts/\(number)")
  }

  @Test func `on a terminal there is one line that is written over and taken away`() throws {
    let (master, terminal) = try Self.terminal()
    defer { close(master) }
    // Held open, so that what was written is still there when the command has ended.
    let held = open(terminal, O_RDWR | O_NOCTTY)
    defer { close(held) }
    _ = try importSlowly(errors: terminal)
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(master, &bytes, bytes.count)
    let shown = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    #expect(shown.contains("\r\u{1B}[Krecords: "), "\(shown)")
    #expect(shown.contains("MB/s"))
    let afterwards = try #require(shown.components(separatedBy: "\r\u{1B}[K").last)
    #expect(!afterwards.contains("records: "), "\(shown)")
  }

  @Test func `in a file there is none of it`() throws {
    let errors = try importSlowly(errors: nil)
    #expect(!errors.contains("records: "))
    #expect(!errors.contains("\r"))
  }
}
