import Foundation
import TableSamples
import Testing

/// `winner record --from`: the tables of the office.
struct WinnerTableTests {
  let laureat: Command

  init() throws {
    laureat = try Command(.admitted)
  }

  private func record(_ bytes: Data) throws -> Command.Result {
    try bytes.write(to: laureat.folder.appending(path: "winners.csv"))
    return try laureat.run(
      ["winner", "record", "--contest", "fair", "--from", "winners.csv", "--protocol", "4", "--date", "2020-04-10"])
  }

  private func record(_ text: String) throws -> Command.Result {
    try record(Data(text.utf8))
  }

  private func winners() throws -> Value { try laureat.must("winner", "list", "--contest", "fair", "--json").json() }

  static let russian = "Заявка;Номинация;Место;Приз\nfair/1;;1;Диплом I степени\n2;;2;\nc;jury;;Приз жюри\n"

  @Test(arguments: [
    Data(russian.utf8), Data([0xEF, 0xBB, 0xBF]) + Data(russian.utf8),
    russian.data(using: .windowsCP1251) ?? Data(), Data(russian.replacing("\n", with: "\r\n").utf8),
    Data(russian.replacing(";", with: ",").utf8), Data(russian.replacing(";", with: "\t").utf8),
    Data("entry,nomination,place,prize\nfair/1,,1,\"Диплом I степени\"\n2,,2,\nc,jury,,Приз жюри".utf8),
    Data(
      "приз;место;участник;номер заявки;номинация\nДиплом I степени;1;кто-то;1;\n;2;;2;\nПриз жюри;;;3;jury\n\n".utf8),
  ])
  func `a table is read as the office saves it`(table: Data) throws {
    let result = try record(table)
    #expect(result.status == 0, "\(result.errors)")
    let winners = try winners()
    #expect(Set(winners.map("entry")) == ["fair/1", "fair/2", "fair/3"])
    #expect(winners.first("entry", "fair/1")["place"] == 1)
    #expect(winners.first("entry", "fair/1")["prize"] == "Диплом I степени")
    #expect(winners.first("entry", "fair/2")["prize"] == .null)
    #expect(winners.first("entry", "fair/3")["nomination"] == "jury")
    #expect(winners.first("entry", "fair/3")["prize"] == "Приз жюри")
  }

  @Test func `quoted cells hold separators, quotes and lines`() throws {
    #expect(try record("entry;place;prize\n1;1;\"Диплом; «первый» \"\"особый\"\"\"\n").status == 0)
    #expect(try winners()[0]["prize"] == "Диплом; «первый» \"особый\"")
  }

  @Test func `every bad cell is named by its row and column, and nothing is recorded`() throws {
    let result = try record("Заявка;Номинация;Место;Приз\n1;;1;\n;;2;\n3;a b;x;Приз\n")
    #expect(result.status == 65)
    for place in ["winners.csv:3:1", "winners.csv:4:2", "winners.csv:4:3"] {
      #expect(result.errors.contains(place), "\(place) in \(result.errors)")
    }
    #expect(try winners() == [])
  }

  @Test func `a row that a rule forbids is named, and nothing is recorded`() throws {
    let before = try laureat.state()
    let result = try record("entry;place\n1;1\n2;1\n99;2\n")
    #expect(result.status == 1)
    #expect(result.errors.contains("winners.csv:3"))
    #expect(result.errors.contains("GC-040-0043"))
    #expect(result.errors.contains("winners.csv:4"))
    #expect(result.errors.contains("GC-050-0003"))
    #expect(try laureat.state() == before)
  }

  @Test(arguments: ["entry;note\n1;x\n", "place;prize\n1;x\n", "", "entry;place\n", "entry;place\n\n\n"])
  func `a table without its columns or rows is invalid`(table: String) throws {
    let result = try record(table)
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.errors.contains("winners.csv"))
    #expect(try winners() == [])
  }

  @Test func `a table that is not there cannot be read`() throws {
    let result = try laureat(
      "winner", "record", "--contest", "fair", "--from", "nowhere.csv", "--protocol", "4", "--date", "2020-04-10")
    #expect(result.status == 66)
    #expect(result.errors.contains("GC-020-0001"))
  }

  @Test func `a table is taken from standard input`() throws {
    try laureat.must(
      "winner", "record", "--contest", "fair", "--from", "-", "--protocol", "4", "--date", "2020-04-10",
      input: "entry,place\n1,1\n")
    #expect(try winners().list.count == 1)
  }

  @Test(arguments: ["openpyxl", "xlsxwriter", "libreoffice"])
  func `a workbook of another program is read by its sheet`(program: String) throws {
    try Data(foreignWorkbook("applications-\(program).xlsx")).write(to: laureat.folder.appending(path: "book.xlsx"))
    try laureat.must(
      "winner", "record", "--contest", "fair", "--from", "book.xlsx", "--sheet", "Победители", "--protocol", "4",
      "--date",
      "2020-04-10")
    let winners = try winners()
    #expect(winners.first("entry", "fair/1")["place"] == 1)
    #expect(winners.first("entry", "fair/1")["prize"] == "Диплом I степени")
    #expect(winners.first("entry", "fair/2")["place"] == 2)
    #expect(winners.first("entry", "fair/2")["prize"] == .null)
  }

  @Test func `a place that a formula gives is not taken`() throws {
    let bytes = try workbook(rows: [["entry", "place", "note"], [.number(1), .formula("1", 1), .formula("2", 2)]])
    let result = try record(Data(bytes))
    #expect(result.status == 65)
    #expect(result.errors.contains("GC-020-0048"))
    #expect(result.errors.contains("winners.csv:2:2: "))
    #expect(!result.errors.contains("winners.csv:2:3: "))
    #expect(try winners() == [])
  }

  @Test(arguments: ["applications.xls", "applications.ods", "protected.xlsx"])
  func `spreadsheets of another form are told apart`(name: String) throws {
    let result = try record(Data(foreignWorkbook(name)))
    #expect(result.status == 65)
    #expect(result.errors.contains("GC-020-0040"))
  }

  @Test func `a dry run of a table records nothing`() throws {
    let before = try laureat.bytes("store.sqlite")
    try Data("entry,place\n1,1\n".utf8).write(to: laureat.folder.appending(path: "winners.csv"))
    try laureat.must(
      "winner", "record", "--contest", "fair", "--from", "winners.csv", "--protocol", "4", "--date", "2020-04-10",
      "--dry-run")
    #expect(try laureat.bytes("store.sqlite") == before)
  }
}
