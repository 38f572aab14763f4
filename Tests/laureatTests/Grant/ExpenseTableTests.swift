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

  private func take(_ text: String, _ options: String...) throws -> Command.Result { try take(text, options) }

  private func take(_ text: String, _ options: [String]) throws -> Command.Result {
    try Data(text.utf8).write(to: laureat.folder.appending(path: "spent.csv"))
    return try laureat.run(["grant", "expense", "import", "garden", "spent.csv"] + options)
  }

  private func project() throws -> Value { try laureat.must("grant", "show", "garden", "--json").json() }

  @Test func `a document is told from a table, and what takes it`() throws {
    let result = try take("<?xml version=\"1.0\"?><grants/>")
    #expect(result.status == 65)
    #expect(result.errors.contains("laureat import"), "\(result.errors)")
  }

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
    ("01.04.2020;5;\n02.04.2020;34995;", "3:2", "GC-040-0102"), ("01.04.2020;5;\n01.04.2999;5;", "3:1", "GC-040-0120"),
    ("19.01.2020;5;", "2:1", "GC-040-0122"), ("01.04.2020;5;7\n01.04.2020;5;№ 7", "3:2", "GC-040-0108"),
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

  // MARK: What is not understood

  @Test(arguments: [
    ("Дата;Сумма;Cтатья\n02.04.2020;7;plants\n", "1:3", "«статья»"),
    ("Дата;Сумма;Курс\n02.04.2020;7;3\n", "1:3", "--ignore-unknown-columns"),
    ("Дата;Сумма;2020\n02.04.2020;7;3\n", "1:3", "--ignore-unknown-columns"),
    ("Дата\tСумма\n02.04.2020\t1\n03.04.2020\t1\t2\n", "3:3", "у столбца с данными нет названия"),
    ("Дата;Сумма;;Статья\n02.04.2020;7;x;plants\n", "2:3", "у столбца с данными нет названия"),
  ])
  func `a column that is not known stops the table, unless it is to be left out`(
    table: String, place: String, part: String
  ) throws {
    let before = try laureat.state()
    for options in [["--lang", "ru"], ["--lang", "ru", "--preview"]] {
      let result = try take(table, options)
      #expect(result.status == 65, "\(result.errors)")
      #expect(result.errors.contains("spent.csv:\(place):"), "\(result.errors)")
      #expect(result.errors.contains(part), "\(result.errors)")
    }
    #expect(try laureat.state() == before)
    let ignored = try take(table, ["--ignore-unknown-columns"])
    #expect(ignored.status == 0, "\(ignored.errors)")
  }

  @Test func `rows may be numbered`() throws {
    let result = try take("№ п/п;Дата;Сумма\n1;02.04.2020;7\n2;;\n", "--json")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try result.json()["rows"] == 1)
  }

  @Test(arguments: ["Валюта", "Валюта платежа", "Код валюты", "Currency", "валюта документа"])
  func `another currency is refused however its column is called`(title: String) throws {
    let result = try take("Дата;Сумма;\(title)\n02.04.2020;7;EUR\n")
    #expect(result.status == 65 || result.status == 1)
    #expect(result.errors.contains("spent.csv:2:3:"), "\(result.errors)")
    #expect(result.errors.contains("GC-040-0201"), "\(result.errors)")
  }

  @Test func `an amount in roubles is none of a project in another currency`() throws {
    try laureat.must("organisation", "add", "--id", "school", "--title", "Школа")
    try laureat.must(
      "grant", "create", "--id", "euro", "--title", "Обмен", "--funder", "fund", "--grantee", "school", "--currency",
      "EUR")
    try Data("Дата;Сумма, руб.;Источник\n02.04.2020;7;свои\n".utf8).write(
      to: laureat.folder.appending(path: "spent.csv"))
    let result = try laureat("grant", "expense", "import", "euro", "spent.csv")
    #expect(result.errors.contains("spent.csv:1:2:"), "\(result.errors)")
    #expect(result.errors.contains("GC-040-0201"), "\(result.errors)")
  }

  @Test(arguments: ["xml", "csv"])
  func `an exchange document is sent to the command that takes it`(ending: String) throws {
    try laureat.write(Documents.portfolio(Documents.project(), message: 9), to: "spent.\(ending)")
    let result = try laureat("grant", "expense", "import", "garden", "spent.\(ending)")
    #expect(result.status == 65)
    #expect(result.errors.contains("laureat import"), "\(result.errors)")
  }

  // MARK: Documents in one cell

  static let documents: [(String, kind: Value, number: Value, day: Value)] = [
    ("№ 15", .null, "15", .null), ("15/у", .null, "15/у", .null), ("чек", "чек", .null, .null),
    ("чек 7", "чек", "7", .null), ("Акт № 3 от 01.02.2020", "Акт", "3", "2020-02-01"),
    ("п/п №17, от 2020-02-01 г.", "п/п", "17", "2020-02-01"),
    ("Акт КС-2 № 3 от 1 февраля 2020 г.", "Акт КС-2", "3", "2020-02-01"), ("Акт б/н", "Акт", "б/н", .null),
    ("Договор от поставщика", "Договор от поставщика", .null, .null), ("от 01.02.2020", .null, .null, "2020-02-01"),
    ("Счёт № 17 от «05» марта 2020 года", "Счёт", "17", "2020-03-05"),
    ("Договор от 01.03.2020 № 12", "Договор", "12", "2020-03-01"), ("Чек № 1 от 01.03.2020г", "Чек", "1", "2020-03-01"),
    ("ПП №№ 5, 6 от 07.03.2020", "ПП", "5, 6", "2020-03-07"), ("01.02.2020", .null, .null, "2020-02-01"),
    ("invoice No. 5 of 1 February 2020", "invoice", "5", "2020-02-01"),
  ]

  @Test(arguments: documents)
  func `a document in one cell is its kind, number and day`(
    cell: String, kind: Value, number: Value, day: Value
  ) throws {
    let result = try take("Дата;Сумма;Документ\n02.04.2020;7;\(cell)\n")
    #expect(result.status == 0, "\(result.errors)")
    let expense = try project()["expenses"][1]
    #expect(expense["documentKind"] == kind)
    #expect(expense["document"] == number)
    #expect(expense["documentDate"] == day)
  }

  @Test func `what a cell says of the document is shown, and tells one payment from another`() throws {
    let table = "Дата;Сумма;Документ;Получатель\n02.04.2020;7;Акт № 3 от 01.02.2020;x\n02.04.2020;7;№3;X\n"
    let result = try take(table, "--lang", "ru")
    #expect(result.errors.contains("строка 3 повторяет строку 2"), "\(result.errors)")
    let preview = try take("Дата;Сумма;Документ\n02.04.2020;7;Акт 3 от 01.02.2020\n", "--preview", "--lang", "ru")
    for part in ["документ (вид, номер, дата)", "Акт № 3 от 01.02.2020"] {
      #expect(preview.output.plain.contains(part), "\(preview.output)")
    }
  }

  @Test func `parts of a document keep their columns, and agree with the cell that has all of it`() throws {
    #expect(try take("Дата;Сумма;Документ;Номер документа\n02.04.2020;7;Чек ККМ-2;15\n").status == 0)
    let expense = try project()["expenses"][1]
    #expect(expense["documentKind"] == "Чек ККМ-2")
    #expect(expense["document"] == "15")
    let before = try laureat.state()
    for (cells, place) in [
      ("Чек № 7;15;", "2:4"), ("Чек от 01.02.2020;;02.02.2020", "2:5"), ("Чек от 31.02.2020;;", "2:3"),
      ("Чек № 1 от 01.02.2020 и чек № 2 от 02.02.2020;;", "2:3"), ("Чек № 1 от 01.02.2999;;", "2:5"),
    ] {
      let result = try take("Дата;Сумма;Документ;Номер документа;Дата документа\n02.04.2020;7;\(cells)\n")
      #expect([1, 65].contains(result.status))
      #expect(result.errors.contains("spent.csv:\(place):"), "\(result.errors)")
    }
    #expect(try laureat.state() == before)
  }

  @Test func `a kind or number that no document could hold is named by the cell they stand in`() throws {
    let (long, longer) = (String(repeating: "а", count: 100), String(repeating: "а", count: 101))
    let before = try laureat.state()
    for cell in ["\(longer) № 3 от 01.02.2020", "Акт № 3\(longer)"] {
      let result = try take("Дата;Сумма;Документ\n02.04.2020;7;\(cell)\n")
      #expect(result.status == 65)
      #expect(result.errors.contains("spent.csv:2:3:"), "\(result.errors)")
    }
    #expect(try laureat.state() == before)
    #expect(try take("Дата;Сумма;Документ\n02.04.2020;7;\(long) № \(long)\n").status == 0)
    let portfolio = try laureat.must("export", "grants").output
    try Command().must("import", "-", input: portfolio)
  }

  // MARK: Findings in words of the table

  @Test func `a row that repeats another, or what is recorded, says which`() throws {
    let header = "дата;сумма;номер документа;получатель\n"
    #expect(try take(header + "01.04.2020;5;№ 1г;ИП «Ёлкин»\n").status == 0)
    let recorded = try take(header + "02.04.2020;5;2;x\n01.04.2020;5;1Г;ип елкин\n", "--lang", "ru")
    #expect(recorded.status == 1)
    #expect(recorded.errors.contains("строка 3 повторяет записанный расход «e2» от 01.04.2020"), "\(recorded.errors)")
    let within = try take(
      header + "02.04.2020;5;номер 7;ООО \"Парус\"\n03.04.2020;5;;\n02.04.2020;5;№7;ооо «Парус»\n", "--lang", "ru")
    #expect(within.status == 1)
    #expect(within.errors.contains("строка 4 повторяет строку 2"), "\(within.errors)")
    #expect(within.errors.contains("spent.csv:4:2:"), "\(within.errors)")
    #expect(!within.errors.contains("«e"), "\(within.errors)")
    #expect(try take(header + "02.04.2020;5;7/1;x\n02.04.2020;5;71;x\n").status == 0)
  }

  @Test func `a table without documents is not taken in again, and a row that may be a repeat is asked about`() throws {
    let table = "дата;сумма;получатель\n01.04.2020;5;ИП Ель\n01.04.2020;6;\n"
    #expect(try take(table).errors.isEmpty)
    let before = try laureat.state()
    let again = try take(table, "--lang", "ru")
    #expect(again.status == 1)
    #expect(again.errors.contains("GC-040-0108"), "\(again.errors)")
    #expect(again.errors.contains("уже записаны"), "\(again.errors)")
    #expect(try laureat.state() == before)
    let longer = try take(table + "02.04.2020;7;\n", "--lang", "ru")
    #expect(longer.status == 0)
    #expect(longer.errors.contains("spent.csv:2"), "\(longer.errors)")
    #expect(longer.errors.contains("spent.csv:3"), "\(longer.errors)")
    #expect(!longer.errors.contains("spent.csv:4"), "\(longer.errors)")
    #expect(longer.errors.contains("GC-040-0111"), "\(longer.errors)")
    #expect(longer.errors.contains("уже есть расход «e2»"), "\(longer.errors)")
  }

  @Test func `a row is not told by an identifier that it never gets, and a line by its title`() throws {
    let early = try take("дата;сумма\n19.01.2020;5\n", "--lang", "ru")
    #expect(early.errors.contains("GC-040-0122"))
    #expect(!early.errors.contains("«e2»"), "\(early.errors)")
    try laureat.must("grant", "line", "edit", "garden", "plants", "--planned", "25010")
    let over = try take(
      "дата;сумма;статья\n02.04.2020;5;plants\n03.04.2020;6;plants\n04.04.2020;1;plants\n", "--lang", "ru")
    #expect(over.status == 0, "\(over.errors)")
    #expect(over.errors.contains("spent.csv:3:2:"), "\(over.errors)")
    #expect(over.errors.contains("GC-040-0142"))
    #expect(over.errors.contains("по статье «Саженцы»"), "\(over.errors)")
  }
}
