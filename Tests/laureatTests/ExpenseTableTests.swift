import Foundation
import TableSamples
import Testing

/// `grant expense import`: the payments of a project as an accountant exports them.
struct ExpenseTableTests {
  let laureat: Command

  /// A project with 60,000.00 received and 25,000.50 spent.
  init() throws {
    laureat = try Command(.garden)
  }

  private func take(_ bytes: Data, _ options: String...) throws -> Command.Result {
    try bytes.write(to: laureat.folder.appending(path: "spent.csv"))
    return try laureat.run(["grant", "expense", "import", "garden", "spent.csv"] + options)
  }

  private func take(_ text: String, _ options: String...) throws -> Command.Result {
    try Data(text.utf8).write(to: laureat.folder.appending(path: "spent.csv"))
    return try laureat.run(["grant", "expense", "import", "garden", "spent.csv"] + options)
  }

  private func project() throws -> Value { try laureat.must("grant", "show", "garden", "--json").json() }

  static let russian = """
    Дата;Сумма, руб.;Статья расходов;Контрагент;Номер документа;Вид документа;Источник
    01.04.2020;"1 300,50";Саженцы;ООО «Парус»;17;чек;
    2020-04-02;900;plants;ИП Ель;18;чек;собственные
    03.04.2020;0,49 руб.;;;;;грант
    Итого;2200,99;;;;;

    """

  @Test(arguments: [
    Data(russian.utf8), Data([0xEF, 0xBB, 0xBF]) + Data(russian.utf8), russian.data(using: .windowsCP1251) ?? Data(),
    Data(russian.replacing("\n", with: "\r\n").utf8), Data(russian.replacing(";", with: "\t").utf8),
    Data(
      """
      date,amount,line,payee,document number,document kind,source
      2020-04-01,1300.50,Саженцы,ООО «Парус»,17,чек,grant
      2020-04-02,900,plants,ИП Ель,18,чек,own
      2020-04-03,0.49,,,,,
      """.utf8),
  ])
  func `a table is read as the office saves it, exact to the kopeck`(table: Data) throws {
    let result = try take(table)
    #expect(result.status == 0, "\(result.errors)")
    let project = try project()
    #expect(project["spent"] == "26301.49")
    #expect(project["balance"] == "33698.51")
    let expenses = project["expenses"]
    #expect(expenses.map("id") == ["e1", "e2", "e3", "e4"])
    #expect(expenses.map("amount") == ["25000.50", "1300.50", "900.00", "0.49"])
    #expect(expenses.map("source") == ["grant", "grant", "own", "grant"])
    #expect(expenses.map("line") == ["plants", "plants", "plants", .null])
    #expect(expenses[1]["payee"] == "ООО «Парус»")
    #expect(expenses[1]["document"] == "17")
  }

  @Test func `a workbook is read by its sheet, numbers and days as they are`() throws {
    let bytes = try workbook(rows: [
      [.text("Дата"), .text("Сумма"), .text("Статья")], [.day(43922), .number(1300), .text("plants")],
    ])
    try Data(bytes).write(to: laureat.folder.appending(path: "spent.xlsx"))
    try laureat.must("grant", "expense", "import", "garden", "spent.xlsx")
    #expect(try project()["expenses"][1]["amount"] == "1300.00")
    let unknown = try laureat("grant", "expense", "import", "garden", "spent.xlsx", "--sheet", "нет")
    #expect(unknown.status == 65)
  }

  @Test func `a preview shows what would be, and records nothing`() throws {
    let before = try laureat.bytes("store.sqlite")
    let page = try take(Self.russian, "--preview", "--lang", "ru")
    #expect(page.status == 0)
    let text = page.output.plain
    for part in ["Сумма, руб.", "сумма", "Контрагент", "получатель", "1 300,50", "33 698,51"] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
    let json = try take(Self.russian, "--preview", "--json").json()
    #expect(json["rows"] == 3)
    #expect(json["total"] == "2200.99")
    #expect(json["spent"] == "26301.49")
    #expect(json["columns"].map("field") == ["date", "amount", "line", "payee", "number", "kind", "source"])
    #expect(try laureat.bytes("store.sqlite") == before)
  }

  @Test func `every bad cell is named by its row and column, and nothing is recorded`() throws {
    let before = try laureat.state()
    let result = try take(
      """
      дата;сумма;статья;валюта;источник
      01.04.2020;1,300;plants;;
      31.02.2020;100;plants;;
      02.04.2020;;plants;;
      ;5;plants;;
      02.04.2020;-5;plants;;
      02.04.2020;5 USD;plants;;
      02.04.2020;5;plants;EUR;
      02.04.2020;5;стулья;;
      02.04.2020;5;plants;;чужие
      02.04.2020;5;plants;RUB;грант
      """)
    #expect(result.status == 65)
    for place in ["2:2", "3:1", "4:2", "5:1", "6:2", "7:2", "8:4", "9:3", "10:5"] {
      #expect(result.errors.contains("spent.csv:\(place):"), "\(place) in \(result.errors)")
    }
    for code in ["GC-040-0201", "GC-050-0020"] { #expect(result.errors.contains(code)) }
    #expect(!result.errors.contains("spent.csv:11:"))
    #expect(try laureat.state() == before)
  }

  @Test(arguments: [
    ("01.04.2020;5;\n02.04.2020;34995;", "3", "GC-040-0102"), ("01.04.2020;5;\n01.04.2999;5;", "3:1", "GC-040-0120"),
    ("19.01.2020;5;", "2:1", "GC-040-0122"), ("01.04.2020;5;7\n01.04.2020;5;7", "3", "GC-040-0108"),
  ])
  func `a row that a rule forbids is named, and nothing is recorded`(rows: String, place: String, code: String) throws {
    let before = try laureat.state()
    let result = try take("дата;сумма;номер документа\n\(rows)\n")
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.errors.contains("spent.csv:\(place)"), "\(result.errors)")
    #expect(result.errors.contains(code), "\(result.errors)")
    #expect(try laureat.state() == before)
  }

  @Test func `a row in a closed period is named, and so is the table that comes again`() throws {
    #expect(try take("дата;сумма;номер документа\n01.04.2020;5;7\n").status == 0)
    let again = try take("дата;сумма;номер документа\n01.04.2020;5;7\n")
    #expect(again.status == 1)
    #expect(again.errors.contains("GC-040-0108"))
    try laureat.must("grant", "close", "garden", "--from", "2020-04-01", "--to", "2020-04-30", "--date", "2020-05-10")
    let before = try laureat.state()
    let late = try take("дата;сумма\n02.05.2020;5\n30.04.2020;5\n")
    #expect(late.status == 1)
    #expect(late.errors.contains("spent.csv:3"))
    #expect(late.errors.contains("GC-040-0125"))
    #expect(try laureat.state() == before)
  }

  @Test(arguments: [
    ("01.04.2020;5;\nИтого;5,01;", "3:2"), ("01.04.2020;5;\n02.04.2020;6;\nВсего:;6;\nИтого;12;", "4:2"),
    ("01.04.2020;5;\nИтого;1,300;", "3:2"), ("01.04.2020;5;\nИтого;5 USD;", "3:2"),
  ])
  func `a total that is not the sum of its rows is named, and nothing is recorded`(rows: String, place: String) throws {
    let before = try laureat.state()
    let result = try take("дата;сумма;примечание\n\(rows)\n")
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.errors.contains("spent.csv:\(place)"), "\(result.errors)")
    #expect(try laureat.state() == before)
  }

  @Test(arguments: [
    "01.04.2020;5;\nИтого;5;", "01.04.2020;5;\nИтого;;",
    "01.04.2020;5;\nитого:;5;\n02.04.2020;6;\nитого:;6;\nВсего;11;",
  ])
  func `a total agrees with all rows above it, or with those since the last`(rows: String) throws {
    #expect(try take("дата;сумма;примечание\n\(rows)\n").status == 0)
  }

  @Test(arguments: ["дата;примечание\n01.04.2020;x\n", "", "дата;сумма\n", "дата;сумма;сумма\n01.04.2020;1;1\n"])
  func `a table without its columns or rows is invalid`(table: String) throws {
    #expect(try take(table).status == 65)
    #expect(try project()["expenses"].list.count == 1)
  }

  @Test func `a table that is not there cannot be read`() throws {
    #expect(try laureat("grant", "expense", "import", "garden", "nowhere.csv").status == 66)
  }
}
