import Foundation
import TableSamples
import Testing

/// `import --preview`: how a table is understood, before anything is taken.
struct TablePreviewTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    try laureat.must("import", "announcement.xml")
  }

  private func preview(_ table: String, _ options: String...) throws -> Command.Result {
    try laureat.write(table, to: "a.csv")
    return try laureat.run(["import", "a.csv", "--contest", "fair", "--preview"] + options)
  }

  @Test func `columns, first rows and their number are shown, and nothing changes`() throws {
    let before = try laureat.state()
    let shown = try preview(TableImportTests.table, "--lang", "ru")
    #expect(shown.status == 0)
    for line in [
      "Строк с заявками: 2", "Количество участников  количество участников", "Строка 2: будет принята",
      "номинация: Дерево", "дата подачи: 10.03.2020", "количество участников: 3", "согласие на обработку: да",
      "Строка 3: будет принята", "номинация: Глина", "дата подачи: 11.03.2020", "тип заявителя: гражданин",
    ] {
      #expect(shown.output.contains(line), "\(line) in \(shown.output)")
    }
    let english = try preview(TableImportTests.table, "--lang", "en")
    for line in ["Rows of applications: 2", "Row 2: would be taken", "submitted: ", "processing consent: yes"] {
      #expect(english.output.contains(line), "\(line) in \(english.output)")
    }
    #expect(try laureat.state() == before)
  }

  @Test func `the same is told as JSON`() throws {
    let verdict = try preview(TableImportTests.table, "--json").json()[0]
    #expect(verdict["status"] == "accepted")
    #expect(verdict["accepted"] == 2)
    let table = verdict["table"]
    #expect(table.keys == ["sheet", "otherSheets", "header", "rows", "columns", "first"])
    #expect(table["sheet"] == .null)
    #expect(table["header"] == 1)
    #expect(table["rows"] == 2)
    #expect(table["columns"].map("column") == ["A", "B", "C", "D", "E", "F", "G"])
    #expect(table["columns"][5] == ["column": "F", "title": "Количество участников", "field": "participants"])
    #expect(table["first"].map("row") == [2, 3])
    #expect(table["first"].map("status") == ["accepted", "accepted"])
    #expect(
      table["first"][0]["fields"] == [
        "id": "з-1", "nomination": "wood", "title": "Шкатулка", "applicant": "Семья Ромашкиных", "kind": "person",
        "submitted": "2020-03-10", "participants": 3, "processingConsent": true,
      ])
    // Without a preview the answer has no more members than before.
    #expect(try laureat.must("check", "a.csv", "--json").json()[0].keys.contains("table") == false)
  }

  @Test func `what is wrong is told as the import would, row by row`() throws {
    let shown = try preview(TableImportTests.table.replacing("2020-03-11", with: "2020-04-11"), "--lang", "ru")
    #expect(shown.status == 3)
    #expect(shown.output.contains("Строка 2: будет принята"))
    #expect(shown.output.contains("Строка 3: будет отклонена"))
    #expect(shown.errors.contains("a.csv:3:5:"))
  }

  @Test func `columns that are not understood are shown with the reason`() throws {
    let table = TableImportTests.table.replacing("Количество участников", with: "Сколько человек")
    let shown = try preview(table, "--lang", "ru")
    #expect(shown.status == 65)
    #expect(shown.output.contains("Сколько человек     не прочитан"), "\(shown.output)")
    #expect(shown.output.contains("Шкатулка") == false)
    #expect(shown.errors.contains("GC-020-0044"))
    let without = try preview(table, "--ignore-unknown-columns", "--json").json()[0]
    #expect(without["accepted"] == 2)
    #expect(without["table"]["columns"][5]["field"] == .null)
    #expect(without["table"]["first"][0]["fields"].keys.contains("participants") == false)
  }

  @Test func `one refused row refuses all that are shown when that is asked for`() throws {
    let table = TableImportTests.table.replacing("2020-03-11", with: "2020-04-11")
    let verdict = try preview(table, "--all-or-nothing", "--json").json()[0]
    #expect(verdict["table"]["first"].map("status") == ["rejected", "rejected"])
  }

  @Test func `a table that was taken in is shown to change nothing`() throws {
    try laureat.write(TableImportTests.table, to: "a.csv")
    try laureat.must("import", "a.csv", "--contest", "fair")
    let again = try preview(TableImportTests.table, "--json").json()[0]
    #expect(again["status"] == "duplicate")
    #expect(again["table"]["first"].map("status") == ["unchanged", "unchanged"])
    let more = try preview(TableImportTests.table + "\nз-3;wood;Ларец;Анна;2020-03-12;1;да\n", "--json").json()[0]
    #expect(more["table"]["first"].map("status") == ["unchanged", "unchanged", "accepted"])
  }

  @Test func `only the first rows are shown of a long table`() throws {
    let rows = (1...200).map { "\($0);wood;Работа \($0);Анна \($0);2020-03-10;1;да" }
    let table = TableImportTests.table.split(separator: "\n")[0] + "\n" + rows.joined(separator: "\n")
    let verdict = try preview(table, "--json").json()[0]
    #expect(verdict["table"]["rows"] == 200)
    #expect(verdict["table"]["first"].map("row") == [2, 3, 4, 5, 6])
  }

  @Test func `a day and an identifier that the program gives are shown`() throws {
    let fields = try preview("Название;Номинация;Организация\nВаза;wood;Лицей\n", "--submitted", "2020-03-05", "--json")
      .json()[0]["table"]["first"][0]["fields"]
    #expect(fields["submitted"] == "2020-03-05")
    #expect(fields["kind"] == "organisation")
    #expect(fields["id"].string?.hasPrefix("row-") == true)
  }

  @Test func `a table is shown before there is a store, and makes none`() throws {
    let laureat = try Command()
    try laureat.write(TableImportTests.table, to: "a.csv")
    let shown = try laureat("import", "a.csv", "--contest", "fair", "--preview", "--lang", "en")
    #expect(shown.status == 1)
    #expect(shown.output.contains("Дата подачи"))
    #expect(shown.errors.contains("GC-050-0001"))
    #expect(!laureat.exists("store.sqlite"))
  }

  @Test func `no receipt is written`() throws {
    #expect(try preview(TableImportTests.table, "--receipt", "receipt.xml").status == 0)
    #expect(!laureat.exists("receipt.xml"))
  }

  @Test func `a document has no columns to show`() throws {
    let result = try laureat("import", "announcement.xml", "--preview")
    #expect(result.status == 65)
    #expect(result.errors.contains("GC-020-0040"))
  }
}
