import Foundation
import TableSamples
import Testing

/// What a jury can get wrong: the same fault in a document, a CSV file and a workbook gets the same code, each with its
/// place and what to do, and nothing of it is recorded.
struct JuryFaultTests {
  /// A sheet that is wrong.
  struct Fault: CustomTestStringConvertible, Sendable {
    let name: String
    let code: String
    /// What has happened before.
    var before: [[String]] = []
    var contest = "fair"
    var juror = "j1"
    var date = "2020-04-01"
    /// Entry, and the points for idea and work; an empty text leaves them out.
    var rows: [[String]] = [["b", "5", "5"], ["a", "5", "5"]]
    /// Of the cell in a table: its row, counted from the first entry, or its line in the head below zero; its column.
    var cell: (Int, Int) = (1, 1)
    /// What is taken of a document, where each record stands for itself.
    var taken = 1

    var testDescription: String { name }
  }

  private static let closed = [
    ["jury", "close", "--contest", "fair", "--reason", "болезнь", "--date", "2020-04-02"]
  ]
  private static let recused = [
    [
      "jury", "recuse", "--contest", "fair", "--juror", "j1", "--entry", "1", "--reason", "родня", "--date",
      "2020-03-28",
    ]
  ]
  private static let assigned = [
    ["jury", "assign", "--contest", "fair", "--nomination", "wood", "--juror", "j1", "--balanced", "1"],
    ["jury", "assign", "--contest", "fair", "--nomination", "clay", "--juror", "j2", "--balanced", "1"],
  ]
  private static let completed = [["contest", "status", "fair", "completed", "--date", "2020-04-05"]]

  static let faults = [
    Fault(
      name: "points above the maximum", code: "GC-040-0080", rows: [["b", "5", "5"], ["a", "11", "5"]], cell: (1, 2)),
    Fault(name: "an unknown juror", code: "GC-050-0004", juror: "nobody", cell: (-2, 2), taken: 0),
    Fault(name: "the secretary gives points", code: "GC-040-0086", juror: "sec", cell: (-2, 2), taken: 0),
    Fault(name: "an entry stepped back from", code: "GC-040-0083", before: recused),
    Fault(name: "an entry twice", code: "GC-040-0084", rows: [["a", "5", "5"], ["a", "6", "6"]]),
    Fault(name: "a contest that is not there", code: "GC-050-0001", contest: "nowhere", cell: (-3, 2), taken: 0),
    Fault(name: "an entry of no contest", code: "GC-050-0003", rows: [["b", "5", "5"], ["z", "5", "5"]]),
    Fault(name: "an entry that was not admitted", code: "GC-040-0085", rows: [["b", "5", "5"], ["r", "5", "5"]]),
    Fault(
      name: "a criterion without points", code: "GC-040-0082", rows: [["b", "5", "5"], ["a", "5", ""]], cell: (1, 3)),
    Fault(
      name: "an entry of another juror", code: "GC-040-0088", before: assigned,
      rows: [["b", "5", "5"], ["c", "5", "5"]]),
    Fault(name: "a day to come", code: "GC-040-0065", date: "2999-01-01", cell: (-1, 2), taken: 0),
    Fault(name: "after the jury has ended its work", code: "GC-040-0087", before: closed, taken: 0),
    Fault(name: "after the results", code: "GC-010-0009", before: completed, taken: 0),
  ]

  private let office: Office

  init() throws {
    let contest = try JudgedContest(entries: ["a": "wood", "b": "wood", "c": "clay", "r": "clay"])
    office = contest.office
    try office.laureat.must("entry", "refuse", "fair/4", "--date", "2020-03-26", "--reason", "работы нет")
  }

  private func given() throws -> Value { try office.json("scores", "list", "--contest", "fair") }

  private func prepare(_ fault: Fault) throws -> (events: String, given: Value) {
    for step in fault.before { try office.laureat.must(step) }
    return (try office.laureat.must("history").output, try given())
  }

  @Test(arguments: faults)
  func `a fault in a document is told by line and column, and its record is not taken`(fault: Fault) throws {
    let before = try prepare(fault)
    let sheets = fault.rows.enumerated().map { index, row in
      let points = zip(["idea", "work"], row.dropFirst()).filter { !$0.1.isEmpty }
        .map { "<points criterion=\"\($0)\">\($1)</points>" }.joined()
      return
        "<scoreSheet id=\"s\(index)\" juror=\"\(fault.juror)\" entry=\"\(row[0])\"><date>\(fault.date)</date>\(points)</scoreSheet>"
    }
    let document = Documents.document(
      "scoreSheets", attributes: " contest=\"\(fault.contest)\"", message: 30, count: sheets.count,
      sender: Documents.city, sheets.joined(separator: "\n"))
    try office.laureat.write(document, to: "sheets.xml")
    let result = try office.laureat("import", "sheets.xml", "--json")
    #expect(result.status == (fault.taken == 0 ? 1 : 3), "\(result.output)")
    let found = try result.json()[0]["diagnostics"].first("code", .string(fault.code))
    #expect(found["severity"] == "error", "\(result.output)")
    #expect(try #require(found["line"].int) > 1)
    #expect(try #require(found["column"].int) > 0)
    #expect(try #require(found["message"].string).isEmpty == false)
    #expect(try given().list.count == before.given.list.count + fault.taken)
    if fault.taken == 0 { #expect(try office.laureat.must("history").output == before.events) }
  }

  @Test(arguments: [
    ("juror=\"nobody\" entry=\"a\"><date>2020-04-01</date>", "GC-050-0004"),
    ("juror=\"j1\" entry=\"z\"><date>2020-04-01</date>", "GC-050-0003"),
    ("juror=\"j1\" entry=\"a\"><date>2999-01-01</date>", "GC-040-0065"),
  ])
  func `a wrong recusal in a document is told by line and column, and not taken`(
    recusal: String, code: String
  ) throws {
    let record = "<recusal id=\"r\" \(recusal)<reason>родня</reason></recusal>"
    try office.laureat.write(
      Documents.document(
        "scoreSheets", attributes: " contest=\"fair\"", message: 30, count: 1, sender: Documents.city, record),
      to: "sheets.xml")
    let result = try office.laureat("import", "sheets.xml", "--json")
    #expect(result.status == 1)
    let found = try result.json()[0]["diagnostics"].first("code", .string(code))
    #expect(found["severity"] == "error", "\(result.output)")
    #expect(found["line"] == 5, "\(result.output)")
    #expect(try given() == [])
  }

  @Test(arguments: faults, ["csv", "xlsx"])
  func `a fault in a form is told by its cell, and nothing of the form is taken`(fault: Fault, form: String) throws {
    let before = try prepare(fault)
    let numbers = ["a": "fair/1", "b": "fair/2", "c": "fair/3", "r": "fair/4", "z": "fair/99"]
    let head = [["Конкурс", fault.contest], ["Член жюри", fault.juror], ["Дата", fault.date]]
    let titles = [["Номер", "Идея [idea], от 0 до 10", "Исполнение [work], от 0 до 10"]]
    let rows = head + titles + fault.rows.map { [numbers[$0[0]] ?? ""] + $0.dropFirst() }
    if form == "csv" {
      let wide = rows.map { $0 + Array(repeating: "", count: 3 - $0.count) }
      try office.laureat.write(wide.map { $0.joined(separator: ";") + "\n" }.joined(), to: "form.csv")
    } else {
      let cells = rows.map { row in
        row.map { text -> SampleCell in Int(text).map { .number($0) } ?? SampleCell(stringLiteral: text) }
      }
      try Data(workbook(rows: cells)).write(to: office.laureat.folder.appending(path: "form.xlsx"))
    }
    let result = try office.laureat("scores", "import", "form.\(form)")
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.errors.contains("[\(fault.code)]"), "\(result.errors)")
    let row = fault.cell.0 < 0 ? head.count + 1 + fault.cell.0 : head.count + titles.count + fault.cell.0 + 1
    let place = ":\(row):\(fault.cell.1): "
    let whole = "form.\(form): "
    #expect(
      result.errors.contains(place)
        || ["GC-010-0009", "GC-040-0087"].contains(fault.code) && result.errors.contains(whole), "\(result.errors)")
    #expect(result.errors.contains("→"), "\(result.errors)")
    #expect(try given() == before.given)
    #expect(try office.laureat.must("history").output == before.events)
  }
}
