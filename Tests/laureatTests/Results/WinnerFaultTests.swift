import Foundation
import TableSamples
import Testing

/// What can be wrong with a winner: typed, in a table, in a workbook and in a protocol as a document. Each gets the same
/// code, with its place where it has one, and leaves nothing behind.
struct WinnerFaultTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    let name: String
    let code: String
    /// The entry by its identifier, and the nomination, place and prize.
    var line: [String]
    var date = "2020-04-10"
    /// Of the cell in a table that is named.
    var column = 1
    /// The code in a document, where a result says more than a line of a table.
    var inDocument: String?
    var testDescription: String { name }
  }

  static let faults = [
    Fault(name: "a place beyond the prizes", code: "GC-040-0044", line: ["c", "", "3", ""], column: 3),
    Fault(name: "a place that is taken", code: "GC-040-0043", line: ["c", "", "1", ""], column: 3),
    Fault(name: "a second win of a participant", code: "GC-040-0048", line: ["b", "", "2", ""]),
    Fault(name: "a prize beyond the quantity", code: "GC-040-0045", line: ["c", "jury", "", "Приз жюри"], column: 4),
    Fault(
      name: "an entry that was refused", code: "GC-040-0040", line: ["r", "", "2", ""], inDocument: "GC-040-0061"),
    Fault(name: "an entry that is not there", code: "GC-050-0003", line: ["z", "", "2", ""]),
    Fault(name: "another nomination", code: "GC-040-0042", line: ["c", "clay", "1", ""], column: 2),
    Fault(name: "a nomination that is not there", code: "GC-050-0002", line: ["c", "stone", "1", ""], column: 2),
    Fault(name: "a nomination with too few entries", code: "GC-040-0305", line: ["d", "", "1", ""]),
    Fault(name: "neither place nor prize", code: "GC-040-0041", line: ["c", "", "", ""]),
    Fault(name: "a day to come", code: "GC-040-0065", line: ["c", "", "2", ""], date: "2999-01-01", column: 0),
    Fault(
      name: "before the applications are closed", code: "GC-040-0049", line: ["c", "", "2", ""], date: "2020-03-15",
      column: 0),
  ]

  private let office: Office
  private var laureat: Command { office.laureat }
  private let numbers = ["a": "1", "b": "2", "c": "3", "d": "4", "r": "5", "e": "6", "z": "77"]

  /// The first place is given to one of two entries of a club, the prize of the jury to somebody else.
  init() throws {
    office = try Office("city", title: "Администрация города")
    let rules =
      "<rules><oneWinPerParticipant>true</oneWinPerParticipant><minimumEntries>2</minimumEntries></rules>"
    _ = try office.take(Documents.announcement(rules: rules))
    let records = ["a", "b", "c", "d", "r", "e"].map { id in
      Documents.application(id, nomination: id == "d" ? "clay" : "wood")
        .replacing(
          #/<group><title>Группа [ab]</title></group>/#,
          with: "<organisation id=\"club\"><title>Клуб</title></organisation>")
    }
    _ = try office.take(
      Documents.document(
        "applications", attributes: " contest=\"fair\"", message: 2, count: records.count, records.joined()))
    try laureat.must("entry", "refuse", "fair/5", "--date", "2020-03-26", "--reason", "работы нет")
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-26")
    let protocolOptions = ["--protocol", "1", "--date", "2020-04-05"]
    try laureat.must(["winner", "record", "--contest", "fair", "--entry", "1", "--place", "1"] + protocolOptions)
    let prize = ["--nomination", "jury", "--prize", "Приз жюри"]
    try laureat.must(["winner", "record", "--contest", "fair", "--entry", "6"] + prize + protocolOptions)
  }

  private func state() throws -> [String] {
    try [laureat.must("winner", "list", "--contest", "fair", "--json").output, laureat.must("history").output]
  }

  private func record(_ fault: Fault, _ arguments: [String]) throws -> Command.Result {
    try laureat.run(["winner", "record", "--contest", "fair", "--protocol", "2", "--date", fault.date] + arguments)
  }

  private func expectRefused(_ result: Command.Result, _ fault: Fault, place: String?, _ before: [String]) throws {
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.errors.contains("[\(fault.code)]"), "\(result.errors)")
    #expect(result.errors.contains("→"), "\(result.errors)")
    if let place { #expect(result.errors.contains(place), "\(result.errors)") }
    #expect(try state() == before)
  }

  @Test(arguments: faults)
  func `a winner that is typed wrong is refused`(fault: Fault) throws {
    let before = try state()
    var arguments = ["--entry", numbers[fault.line[0]] ?? ""]
    for (option, value) in zip(["--nomination", "--place", "--prize"], fault.line.dropFirst()) where !value.isEmpty {
      arguments += [option, value]
    }
    try expectRefused(try record(fault, arguments), fault, place: nil, before)
  }

  /// A sound line stands above it, and is not recorded either.
  @Test(arguments: faults, ["csv", "xlsx"])
  func `a line of a table is told by its cell, and no line is recorded`(fault: Fault, form: String) throws {
    let before = try state()
    let lines = [
      ["Заявка", "Номинация", "Место", "Приз"], ["3", "", "2", ""],
      [numbers[fault.line[0]] ?? ""] + fault.line.dropFirst(),
    ]
    let sound = fault.line[0] == "c" ? [lines[0], lines[2]] : lines
    if form == "csv" {
      try laureat.write(sound.map { $0.joined(separator: ";") + "\n" }.joined(), to: "winners.csv")
    } else {
      let cells = sound.map {
        $0.map { text in Int(text).map { SampleCell.number($0) } ?? SampleCell(stringLiteral: text) }
      }
      try Data(workbook(rows: cells)).write(to: laureat.folder.appending(path: "winners.xlsx"))
    }
    let place = fault.column == 0 ? nil : ":\(sound.count):\(fault.column): "
    try expectRefused(try record(fault, ["--from", "winners.\(form)"]), fault, place: place, before)
  }

  @Test(arguments: faults)
  func `a result in a document is told by line and column, and gives no place`(fault: Fault) throws {
    let before = try laureat.must("winner", "list", "--contest", "fair", "--json").output
    let (nomination, place, prize) = (fault.line[1], fault.line[2], fault.line[3])
    let award =
      "<award\(nomination.isEmpty ? "" : " nomination=\"\(nomination)\"")\(place.isEmpty ? "" : " place=\"\(place)\"")>"
      + (prize.isEmpty ? "" : "<prize>\(prize)</prize>") + "</award>"
    let document = Documents.results(
      Documents.result(fault.line[0], award, isAdmitted: fault.line[0] != "r"), number: "2", date: fault.date)
    try laureat.write(document, to: "results.xml")
    let result = try laureat("import", "results.xml", "--json")
    #expect(result.status != 0)
    let code = fault.inDocument ?? fault.code
    let found = try result.json()[0]["diagnostics"].first("code", .string(code))
    #expect(found["severity"] == "error", "\(result.output)")
    #expect(try #require(found["line"].int) > 1)
    #expect(try laureat.must("winner", "list", "--contest", "fair", "--json").output == before)
  }
}
