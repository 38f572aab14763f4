import Foundation
import Testing

/// Data on standard output, messages on standard error, and what happens when nobody takes them.
struct OutputTests {
  static let outputs = [
    "entry list", "entry list --json", "winner list --contest teplo-2020", "contest list", "grant list",
    "export applications --contest tos-2020", "export results --contest teplo-2020", "report year --year 2020",
    "report year --year 2020 --format html", "--generate-completion-script bash", "--help",
  ]

  @Test(arguments: outputs)
  func `a reader that has had enough is no error`(command: String) throws {
    let laureat = try Command(.samples)
    let result = try laureat.shell("{ $laureat \(command); echo $? > status; } | head -1")
    #expect(result.output.split(separator: "\n", omittingEmptySubsequences: false).count == 2)
    #expect(result.errors.isEmpty)
    #expect(["0\n", "141\n"].contains(try laureat.text("status")))
  }

  @Test(arguments: outputs.dropLast(2) + ["import announcement.xml", "check announcement.xml"])
  func `output that cannot be written is an error`(command: String) throws {
    let laureat = try Command(.samples)
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    let result = try laureat.run(command.split(separator: " ").map(String.init), output: "/dev/full")
    #expect(result.status == 73)
    #expect(result.errors.contains("GC-090-0009"), "\(result.errors)")
  }

  @Test(arguments: [
    "report year --year 2020", "export grants", "export applications --contest teplo-2020",
    "export announcement --contest teplo-2020", "export results --contest teplo-2020",
    "report funder initiative-centre --year 2020 --format xml",
    "report funder initiative-centre --year 2020 --format csv",
  ])
  func `a file that cannot be written is an error and leaves nothing behind`(command: String) throws {
    let laureat = try Command(.samples)
    try laureat.write("kept", to: "file")
    for path in ["nowhere/out", "file/out", "/dev/full", "."] {
      let result = try laureat.run(command.split(separator: " ").map(String.init) + ["-o", path])
      #expect(result.status == 73, "\(path): \(result.errors)")
      #expect(result.errors.contains("GC-090-0009"), "\(path): \(result.errors)")
    }
    #expect(try laureat.text("file") == "kept")
    #expect(try laureat.names(in: ".").filter { !$0.hasPrefix(".streams") } == ["file", "store.sqlite"])
  }

  @Test func `data goes to standard output and messages to standard error`() throws {
    let laureat = try Command()
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    let result = try laureat("import", "announcement.xml", "--json")
    _ = try result.json()
    let text = try laureat("check", "announcement.xml", "nowhere.xml")
    #expect(text.output.contains("announcement.xml"))
    #expect(!text.output.contains("GC-020-0001"))
    #expect(text.errors.contains("GC-020-0001"))
  }

  @Test func `colour is for terminals and those who force it`() throws {
    let laureat = try Command()
    #expect(try !laureat("check", "nowhere.xml").errors.contains("\u{1B}"))
    laureat.environment["CLICOLOR_FORCE"] = "1"
    #expect(try laureat("check", "nowhere.xml").errors.contains("\u{1B}["))
    laureat.environment["NO_COLOR"] = "1"
    laureat.environment["CLICOLOR_FORCE"] = nil
    #expect(try !laureat("check", "nowhere.xml").errors.contains("\u{1B}"))
  }

  @Test func `a table for a file or a program is not cut`() throws {
    let laureat = try Command(.samples)
    let table = try laureat.must("grant", "list", "--lang", "ru").output
    #expect(table.contains("Фонд поддержки детей, находящихся в трудной жизненной ситуации"))
    #expect(!table.contains("…"))
  }
}
