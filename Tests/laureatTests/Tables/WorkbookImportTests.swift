import Foundation
import TableSamples
import Testing

/// Applications from workbooks of Excel, as other programs write them and as they go wrong.
struct WorkbookImportTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    try laureat.must("import", "announcement.xml")
  }

  private func take(_ bytes: [UInt8], as name: String = "a.xlsx", _ options: String...) throws -> Command.Result {
    try Data(bytes).write(to: laureat.folder.appending(path: name))
    return try laureat.run(["import", name, "--contest", "fair"] + options)
  }

  /// Takes a workbook that must be refused as a whole.
  private func refused(_ bytes: [UInt8], _ code: String, at place: String = "a.xlsx", _ options: String...) throws
    -> String
  {
    let before = try laureat.state()
    try Data(bytes).write(to: laureat.folder.appending(path: "a.xlsx"))
    let result = try laureat.run(["import", "a.xlsx", "--contest", "fair"] + options)
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.errors.contains(code), "\(result.errors)")
    #expect(result.errors.contains("\(place): "), "\(result.errors)")
    #expect(result.errors.contains("→"))
    #expect(try laureat.state() == before)
    return result.errors
  }

  static let header: [SampleCell] = ["id", "title", "nomination", "applicant", "submitted", "participants", "consent"]
  static let row: [SampleCell] = ["a", "Ваза", "wood", "Анна", .day(43900), .number(1), "yes"]

  // MARK: Other programs

  @Test(arguments: ["openpyxl", "xlsxwriter", "libreoffice"])
  func `the workbook of another program is taken`(program: String) throws {
    let verdict = try take(foreignWorkbook("applications-\(program).xlsx"), "--json").json()[0]
    #expect(verdict["status"] == "accepted", "\(verdict)")
    #expect(verdict["accepted"] == 3)
    // That there is another sheet is told.
    #expect(verdict["diagnostics"].map("code") == ["GC-020-0050"])
    let entries = try laureat.must("entry", "list", "--contest", "fair", "--json").json()
    #expect(entries.map("id") == ["1", "2", "3"])
    #expect(entries.map("nomination") == ["wood", "clay", "wood"])
    #expect(entries.map("applicant") == ["Ромашкина Анна", "Дом творчества", "Васильков Иван"])
    #expect(entries.map("participants") == [1, 12, .null])
    #expect(
      entries.map("submittedAt") == ["2020-03-10T12:00:00Z", "2020-03-11T12:00:00Z", "2020-03-31T12:00:00Z"])
    let export = try laureat.must("export", "applications", "--contest", "fair").output
    // The zero that a spreadsheet takes from a number is put back.
    #expect(export.contains("<inn>0105012349</inn>"))
    #expect(export.contains("<birthDay>2010-02-01</birthDay>"))
    #expect(export.contains("<class>3 Б</class>") || export.contains("3 Б"))
  }

  @Test func `what the three programs write of one table is the same`() throws {
    let exports = try ["openpyxl", "xlsxwriter", "libreoffice"].map { program in
      let laureat = try Command()
      try laureat.write(Documents.announcement(), to: "announcement.xml")
      try laureat.must("import", "announcement.xml")
      try Data(foreignWorkbook("applications-\(program).xlsx")).write(to: laureat.folder.appending(path: "a.xlsx"))
      try laureat.must("import", "a.xlsx", "--contest", "fair")
      let export = try laureat.must("export", "applications", "--contest", "fair").output
      return export.replacing(#/<header>(.|\n)*</header>/#, with: "")
    }
    #expect(Set(exports).count == 1)
  }

  @Test(arguments: ["faulty.xlsx", "libreoffice-faulty.xlsx"])
  func `a merged title above the header is named`(name: String) throws {
    let errors = try refused(foreignWorkbook(name), "GC-020-0047", at: "a.xlsx:1:1")
    #expect(errors.contains("A1:C1"))
  }

  @Test(arguments: [
    ("applications.xls", ".xls"), ("applications.ods", ".ods"), ("protected.xlsx", "password"),
  ])
  func `spreadsheets of another form are told apart, with what to do`(name: String, word: String) throws {
    let errors = try refused(foreignWorkbook(name), "GC-020-0040")
    #expect(errors.contains(word), "\(errors)")
    #expect(errors.contains("save it"))
  }

  @Test func `a sheet is read by its name, and an unknown one is refused`() throws {
    let bytes = try foreignWorkbook("applications-openpyxl.xlsx")
    #expect(try take(bytes, "--sheet", "заявки").status == 0)
    // Whether it was named or found first, it is the same message.
    #expect(try take(bytes, "--json").json()[0]["status"] == "duplicate")
    _ = try refused(bytes, "GC-020-0049", "--sheet", "Лист7")
    // The winners are no applications.
    _ = try refused(bytes, "GC-020-0044", at: "a.xlsx:1:4", "--sheet", "Победители")
  }

  @Test func `a workbook comes through a pipe, and is checked without a store`() throws {
    try Data(foreignWorkbook("applications-xlsxwriter.xlsx")).write(to: laureat.folder.appending(path: "a.xlsx"))
    let piped = try laureat.shell("cat a.xlsx | $laureat import - --contest fair --json")
    #expect(try piped.json()[0]["accepted"] == 3)
    #expect(try laureat("check", "a.xlsx").status == 0)
  }

  @Test func `the receipt of a workbook names sheet and cell, and is a sound document`() throws {
    let other = Self.row.enumerated().map { [0: "b", 2: "stone"][$0] ?? $1 }
    let result = try take(workbook(rows: [Self.header, Self.row, other]), "--receipt", "receipt.xml")
    #expect(result.status == 3)
    #expect(result.errors.contains("a.xlsx:3:3: "), "\(result.errors)")
    #expect(try laureat("check", "receipt.xml").status == 0)
    #expect(try laureat.xmllint("receipt.xml", "receipt").status == 0)
    #expect(try laureat.text("receipt.xml").contains("Лист1!C3"))
    #expect(try laureat.must("receipt", "show", "receipt.xml", "--lang", "ru").output.contains("a.xlsx"))
  }

  // MARK: What goes wrong in them

  @Test func `merged cells, formulas, errors and days typed as text refuse the workbook, each by its cell`() throws {
    let text = Self.row.enumerated().map { $0 == 4 ? SampleCell.text("10.03.2020") : $1 }
    let formula = Self.row.enumerated().map { $0 == 5 ? SampleCell.formula("1+1", 2) : $1 }
    let fault = Self.row.enumerated().map { $0 == 1 ? SampleCell.fault("#REF!") : $1 }
    let never = Self.row.enumerated().map { $0 == 4 ? SampleCell.day(99_999_999) : $1 }
    let bytes = try workbook(rows: [Self.header, text, formula, fault, never, Self.row], merged: ["D5:D6"])
    let errors = try refused(bytes, "GC-030-0040", at: "a.xlsx:2:5")
    for (code, place) in [
      ("GC-020-0048", "a.xlsx:3:6"), ("GC-030-0041", "a.xlsx:4:2"), ("GC-030-0041", "a.xlsx:5:5"),
      ("GC-020-0047", "a.xlsx:5:4"),
    ] {
      #expect(
        errors.split(separator: "\n").contains { $0.contains("\(place): ") && $0.contains(code) },
        "\(place) in \(errors)")
    }
    #expect(errors.contains("Лист1!F3"))
  }

  @Test func `a merged header is all that is said about it`() throws {
    let header: [SampleCell] = ["id", "title", "", "applicant", "submitted", "participants", "consent"]
    let errors = try refused(
      try workbook(rows: [header, Self.row], merged: ["B1:C1"]), "GC-020-0047", at: "a.xlsx:1:2")
    #expect(!errors.contains("GC-020-0044"))
  }

  @Test func `merged cells count from whichever corner they are told, and not above or below the table`() throws {
    _ = try refused(workbook(rows: [Self.header, Self.row], merged: ["B2:A2"]), "GC-020-0047", at: "a.xlsx:2:1")
    _ = try refused(workbook(rows: [Self.header, Self.row], merged: ["C2:B1"]), "GC-020-0047", at: "a.xlsx:1:2")
    #expect(try take(workbook(rows: [[], Self.header, Self.row], merged: ["A1:C1", "A7:C7"])).status == 0)
  }

  @Test func `of a thousand formulas the first are named and the others counted`() throws {
    let rows = (0..<1000).map { _ in Self.row.enumerated().map { $0 == 5 ? SampleCell.formula("1", 1) : $1 } }
    let verdict = try take(workbook(rows: [Self.header] + rows), "--json").json()[0]
    #expect(verdict["diagnostics"].list.count < 210)
    #expect(verdict["diagnostics"].list.first?["code"] == "GC-020-0048")
    #expect(verdict["diagnostics"].list.last?["code"] == "GC-040-0207")
  }

  @Test func `a damaged workbook is refused`() throws {
    let bytes = try foreignWorkbook("applications-openpyxl.xlsx")
    _ = try refused(Array(bytes.dropLast(30)), "GC-020-0041")
    // The name of the sheet stands before its content, and once more in the list at the end.
    let name = try #require(Data(bytes).range(of: Data("xl/worksheets/sheet1.xml".utf8)))
    var broken = bytes
    for index in name.upperBound + 20..<name.upperBound + 60 { broken[index] ^= 0x5A }
    #expect(try take(broken).status == 65)
    _ = try refused(bareArchive([("notes.txt", "x")]), "GC-020-0040")
    _ = try refused(workbook("<sheetData><row>"), "GC-020-0042")
  }

  @Test func `a bomb is refused before it is unpacked`() throws {
    let zeros = String(repeating: "0", count: 32 << 20)
    _ = try refused(workbook("", parts: [("xl/worksheets/sheet1.xml", zeros)]), "GC-020-0041")
  }

  @Test func `entities and names that lead out of the archive are refused`() throws {
    let bad = "<!DOCTYPE a [<!ENTITY x SYSTEM \"/etc/passwd\">]><worksheet>&x;</worksheet>"
    let errors = try refused(workbook("", parts: [("xl/worksheets/sheet1.xml", bad)]), "GC-020-0042")
    #expect(!errors.contains("root:"))
  }

  @Test func `what people wrote is not repeated in messages`() throws {
    let row: [SampleCell] = [
      "Иванова Мария", "Ваза", "stone", "Иванова", .day(43900), "+79131234567", "может быть",
    ]
    let fault: [SampleCell] = ["b", .fault("Иванова"), "wood", "Анна", .day(43900), .number(1), "yes"]
    for rows in [[Self.header, row], [Self.header, fault]] {
      let result = try take(workbook(rows: rows))
      #expect(result.status == 65)
      for value in ["Иванов", "Мария", "9131234567", "может"] {
        #expect(!result.errors.contains(value), "\(result.errors)")
      }
    }
  }
}
