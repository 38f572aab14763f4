import Foundation
import LibXLSX
import LibZip
import Primitives
import Tables
import Testing

/// Workbooks as they go out, read again by what reads those that come in.
struct XLSXWriterTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "xlsx-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private static let properties = XLSXProperties(title: "Проба", author: "Администрация", created: 1_600_000_000)

  private func bytes(_ fill: (inout XLSXWriter) throws -> Void) throws -> [UInt8] {
    let path = folder.appending(path: "\(UUID().uuidString).xlsx")
    var writer = try XLSXWriter(path: path.path, Self.properties)
    try fill(&writer)
    try writer.finish()
    return Array(try Data(contentsOf: path))
  }

  private func read(_ bytes: [UInt8], sheet: String? = nil) throws -> (TableFile, [TableRow]) {
    let file = try TableFile(bytes: bytes, sheet: sheet)
    var rows = try file.rows()
    var read: [TableRow] = []
    while let row = try rows.next() { read.append(row) }
    return (file, read)
  }

  /// What a single cell comes back as.
  private func cell(_ value: XLSXValue, _ style: XLSXStyle = XLSXStyle()) throws -> Tables.Cell? {
    let bytes = try bytes { writer in
      try writer.beginSheet("Лист", widths: [10])
      try writer.add([XLSXCell(value, style)])
    }
    return try read(bytes).1.first?.cells.first
  }

  @Test(arguments: [
    "=1+1", "+7 900", "-5", "@SUM(A1)", "http://example.org", "mailto:a@b.ru", "0012", "{=1}", " с краями ",
    "<b>&\"'", "строка\nстрока", "_x000D_", "№ 5 — «ёж»", "日本 🏆",
  ])
  func `a text stays the text it is`(text: String) throws {
    let cell = try #require(try cell(.text(text)))
    #expect(cell.content == .text(text))
    #expect(!cell.hasFormula)
  }

  @Test func `what no workbook can hold is left out of a text`() throws {
    #expect(try cell(.text("а\u{0}б\u{1B}\u{FFFF}в\u{9F}\r\nг"))?.content == .text("абв\nг"))
  }

  @Test func `a text beyond the length of a cell is cut`() throws {
    let content = try #require(try cell(.text(String(repeating: "ё", count: 40_000)))).content
    #expect(content == .text(String(repeating: "ё", count: 32_766) + "…"))
    // Excel counts what takes two units of UTF-16 twice; half of one is never written.
    let flags = try #require(try cell(.text(String(repeating: "🏆", count: 20_000)))).content
    #expect(flags == .text(String(repeating: "🏆", count: 16_383) + "…"))
  }

  @Test(arguments: [
    "0", "1", "-1", "0.1", "0.3", "8.5", "12.0625", "1300000.5", "-1300000.51", "999999999999.999", "123456789012345",
    "0.000000000000123456789012345", "99999999999999.9", "123456789012345000",
  ])
  func `a decimal of up to fifteen digits is an exact number`(digits: String) throws {
    #expect(try cell(.number(digits))?.content == .number(digits))
  }

  @Test(arguments: ["1234567890123456", "0.1234567890123456", "-9999999999999999.99", "1e5", "", "1.", ".5", "пять"])
  func `what a binary fraction cannot hold is a text, in full`(digits: String) throws {
    #expect(try cell(.number(digits))?.content == (digits.isEmpty ? nil : .text(digits)))
  }

  @Test(arguments: [(2020, 2, 29), (1900, 3, 1), (9999, 12, 31), (1970, 1, 1)])
  func `a day is a day`(year: Int, month: Int, day: Int) throws {
    let expected = try #require(Day(year: year, month: month, day: day))
    #expect(try cell(.day(year: year, month: month, day: day), XLSXStyle(.day))?.content == .day(expected))
  }

  @Test(arguments: [(1900, 2, 28, "28.02.1900"), (1861, 2, 19, "19.02.1861"), (988, 8, 1, "01.08.0988")])
  func `a day before spreadsheets count rightly is a text`(year: Int, month: Int, day: Int, text: String) throws {
    #expect(try cell(.day(year: year, month: month, day: day), XLSXStyle(.day))?.content == .text(text))
  }

  @Test func `a formula has its value beside it`() throws {
    let cell = try #require(try cell(.formula("SUM(B1:C1)", result: "12.5")))
    #expect(cell.hasFormula)
    #expect(cell.content == .number("12.5"))
  }

  @Test func `the same content is the same file`() throws {
    func write() throws -> [UInt8] {
      try bytes { writer in
        try writer.beginSheet("Один", widths: [10, 20])
        try writer.add([XLSXCell(.text("а"), .header, note: "примечание"), XLSXCell(.number("1"), XLSXStyle(.money))])
        try writer.beginSheet("Два", widths: [])
        try writer.add([XLSXCell(.day(year: 2020, month: 1, day: 2), XLSXStyle(.day))])
      }
    }
    let first = try write()
    Thread.sleep(forTimeInterval: 1.1)
    #expect(try write() == first)
  }

  @Test(arguments: [
    (["Заявки", "заявки", "ЗАЯВКИ"], ["Заявки", "заявки 2", "ЗАЯВКИ 3"]),
    (["а[б]в:г*д?е/ж\\з"], ["а б в г д е ж з"]), (["'имя'"], ["имя"]), (["", " "], ["1", "1 2"]),
    (["History"], ["History 2"]),
    (
      [String(repeating: "д", count: 40), String(repeating: "д", count: 35)],
      [String(repeating: "д", count: 31), String(repeating: "д", count: 29) + " 2"]
    ),
    ([String(repeating: "🏆", count: 20)], [String(repeating: "🏆", count: 15)]),
  ])
  func `sheets get titles that spreadsheets take`(wishes: [String], titles: [String]) throws {
    let bytes = try bytes { writer in
      for wish in wishes {
        try writer.beginSheet(wish, widths: [10])
        try writer.add([XLSXCell(.text(wish))])
      }
    }
    for (wish, title) in zip(wishes, titles) {
      let (file, rows) = try read(bytes, sheet: title)
      #expect(file.sheet == title)
      #expect(file.otherSheets == wishes.count - 1)
      #expect(rows.first?.cells.first?.content == (wish.allSatisfy(\.isWhitespace) ? nil : .text(wish)))
    }
  }

  @Test(arguments: [
    ("слово", 1), ("слово слово слово слово", 2), ("первая\nвторая\nтретья", 3), ("", 1),
    (String(repeating: "ы", count: 100), 5), (String(repeating: "слово ", count: 5000), 28),
  ])
  func `a row is as high as its wrapped texts need, up to the highest there is`(text: String, lines: Int) throws {
    let bytes = try bytes { writer in
      try writer.beginSheet("Лист", widths: [22])
      try writer.add([XLSXCell(.text(text), .wrapped)])
      try writer.add([XLSXCell(.text(text))])
    }
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
    let heights = sheet.matches(of: /<row r="(\d+)"[^>]* ht="(\d+)"/).map { "\($0.1): \($0.2)" }
    #expect(heights == (lines == 1 ? [] : ["1: \(min(lines * 15, 409))"]))
  }

  @Test(
    arguments: [
      (.bars, "<c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>"),
      (.stackedBars, "<c:grouping val=\"stacked\"/>"), (.columns, "<c:barDir val=\"col\"/>"),
      (.steps, "<c:scatterStyle val=\"lineMarker\"/>"),
    ] as [(XLSXChart.Form, String)])
  func `a chart draws the columns it is given`(form: XLSXChart.Form, type: String) throws {
    let bytes = try bytes { writer in
      try writer.beginSheet("План и факт, ₽", widths: [10, 10, 10])
      try writer.add(["Статья", "План", "Факт"].map { XLSXCell(.text($0), .header) })
      try writer.add([XLSXCell(.text("Аренда")), XLSXCell(.number("7.50")), XLSXCell(.number("3"))])
      try writer.add(
        [
          XLSXChart(
            form, title: "План & факт", rows: 2...2,
            series: [.init(column: 2, colour: 0x9DB8D2), .init(column: 3, colour: 0x1D4F7C)])
        ], printing: 3)
    }
    let chart = try part("xl/charts/chart1.xml", of: bytes)
    for piece in [
      type, "План &amp; факт", "'План и факт, ₽'!$A$2", "'План и факт, ₽'!$B$2", "'План и факт, ₽'!$C$1",
      "9DB8D2", "1D4F7C",
    ] {
      #expect(chart.contains(piece), "\(piece) in \(chart)")
    }
  }

  @Test func `steps lie over the days they are told, an axis with days on it`() throws {
    let bytes = try bytes { writer in
      try writer.beginSheet("Деньги", widths: [10, 10])
      try writer.add(["День", "Освоено"].map { XLSXCell(.text($0), .header) })
      for (day, sum) in [(1, "0"), (9, "0"), (9, "5")] {
        try writer.add([XLSXCell(.day(year: 2020, month: 4, day: day), XLSXStyle(.day)), XLSXCell(.number(sum))])
      }
      // 1 and 9 April 2020.
      try writer.add(
        [
          XLSXChart(
            .steps, title: "Освоено", rows: 2...4, series: [.init(column: 2, colour: 0x1D4F7C, isDashed: true)],
            days: 18_353...18_361)
        ], printing: 2)
    }
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
    let chart = try part("xl/charts/chart1.xml", of: bytes)
    for serial in ["43922", "43930"] { #expect(sheet.contains("<v>\(serial)</v>"), "\(sheet)") }
    for piece in [
      "<c:min val=\"43922\"/>", "<c:max val=\"43930\"/>", "<c:majorUnit val=\"2\"/>", "dd\\.mm\\.yyyy",
      "<a:prstDash val=\"dash\"/>", "'Деньги'!$A$2:$A$4",
    ] {
      #expect(chart.contains(piece) || chart.contains(piece.replacing("'", with: "")), "\(piece) in \(chart)")
    }
  }

  @Test(
    arguments: [(.bars, true), (.stackedBars, true), (.columns, true), (.columns, false)] as [(XLSXChart.Form, Bool)])
  func `the axis of the values begins where it is told to`(form: XLSXChart.Form, isTold: Bool) throws {
    let bytes = try bytes { writer in
      try writer.beginSheet("Л", widths: [10, 10])
      try writer.add([XLSXCell(.text("Фонд")), XLSXCell(.text("План"))])
      try writer.add([XLSXCell(.text("А")), XLSXCell(.number("990"))])
      let series = [XLSXChart.Series(column: 2, colour: 0x9DB8D2)]
      try writer.add(
        [XLSXChart(form, title: "План", rows: 2...2, series: series, minimum: isTold ? 0 : nil)], printing: 2)
    }
    let chart = try part("xl/charts/chart1.xml", of: bytes)
    #expect(chart.ranges(of: "<c:min val=\"0\"/>").count == (isTold ? 1 : 0))
    let values = try #require(chart.firstRange(of: "<c:valAx>"))
    #expect(chart[values.upperBound...].contains("<c:min val=") == isTold)
  }

  @Test func `charts that a page does not hold begin pages, and names right of the print are not printed`() throws {
    let bytes = try bytes { writer in
      try writer.beginSheet("Л", widths: [60, 20, 40])
      try writer.add(["Статья", "План", "Подпись"].map { XLSXCell(.text($0)) })
      for number in 2...31 {
        try writer.add([XLSXCell(.text("Длинное имя")), XLSXCell(.number("\(number)")), XLSXCell(.text("Имя"))])
      }
      let series = [XLSXChart.Series(column: 2, colour: 0x9DB8D2)]
      try writer.add(
        [
          XLSXChart(.bars, title: "План", rows: 2...16, names: 3, series: series, maximum: 40, unit: 10),
          XLSXChart(.bars, title: "План", rows: 17...31, names: 3, series: series, maximum: 40, unit: 10),
        ], printing: 2)
    }
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(sheet.contains("<rowBreaks count=\"2\" manualBreakCount=\"2\"><brk id=\"32\""))
    #expect(try part("xl/workbook.xml", of: bytes).contains("_xlnm.Print_Area\" localSheetId=\"0\">'Л'!$A$1:$B$"))
    let chart = try part("xl/charts/chart2.xml", of: bytes)
    for piece in ["'Л'!$C$17:$C$31", "<c:max val=\"40\"/>", "<c:majorUnit val=\"10\"/>", "formatCode=\"#,##0\""] {
      #expect(chart.contains(piece), "\(piece) in \(chart)")
    }
  }

  @Test func `a sheet has its titles in sight, chooses rows, takes only points and keeps the rest`() throws {
    var open = XLSXStyle()
    open.isUnlocked = true
    let bytes = try bytes { writer in
      try writer.beginSheet("Лист", widths: [10, 12.5])
      writer.freeze(rows: 1, columns: 1)
      try writer.add([XLSXCell(.text("Название"), .header), XLSXCell(.text("Баллы"), .header, note: "до десяти")])
      try writer.add([XLSXCell(.text("а")), XLSXCell(.blank, open)])
      writer.filter(rows: 1...2, columns: 2)
      try writer.limit(
        rows: 2...2, column: 2, to: XLSXLimit(maximum: 10, title: "Баллы", message: "От 0 до 10"))
      try writer.limit(
        rows: 2...2, column: 1, to: XLSXLimit(maximum: 5, isWhole: true, title: "Число", message: "Целое"))
      writer.layOutPages(repeating: 1...1, title: "Дом & сад")
      writer.protect()
    }
    let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
    for piece in [
      "<pane xSplit=\"1\" ySplit=\"1\"", "state=\"frozen\"", "<autoFilter ref=\"A1:B2\"",
      "<sheetProtection sheet=\"1\"",
      "type=\"decimal\"", "type=\"whole\"", "<formula2>10</formula2>", "error=\"От 0 до 10\"",
      "orientation=\"landscape\"",
      "fitToHeight=\"0\"", "&amp;LДом &amp;&amp; сад",
    ] {
      #expect(sheet.contains(piece), "\(piece) in \(sheet)")
    }
    #expect(try part("xl/styles.xml", of: bytes).contains("<protection locked=\"0\"/>"))
    #expect(try part("xl/comments1.xml", of: bytes).contains("до десяти"))
    #expect(try part("xl/workbook.xml", of: bytes).contains("_xlnm.Print_Titles"))
    #expect(try part("docProps/core.xml", of: bytes).contains("2020-09-13T12:26:40Z"))
  }

  @Test func `a folder that is not there, and a disk that is full, are told`() throws {
    #expect(throws: XLSXProblem.cannotWrite) {
      var writer = try XLSXWriter(path: folder.appending(path: "none/a.xlsx").path, Self.properties)
      try writer.beginSheet("Лист", widths: [])
      try writer.finish()
    }
    #expect(throws: XLSXProblem.cannotWrite) {
      var writer = try XLSXWriter(path: "/dev/full", Self.properties)
      try writer.beginSheet("Лист", widths: [])
      for number in 0..<20_000 { try writer.add([XLSXCell(.text("строка \(number * 7919)"))]) }
      try writer.finish()
    }
  }

  @Test func `a row wider than a sheet is refused, and a writer may be given up`() throws {
    let path = folder.appending(path: "wide.xlsx").path
    #expect(throws: XLSXProblem.sheetIsFull) {
      var writer = try XLSXWriter(path: path, Self.properties)
      try writer.beginSheet("Лист", widths: [])
      try writer.add(Array(repeating: XLSXCell(.blank), count: XLSXWriter.mostColumns + 1))
      try writer.finish()
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `columns are named as in formulas`() {
    #expect([1, 26, 27, 52, 702, 703, 16_384].map(XLSXReference.column) == ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"])
  }

  private func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try ZipArchive(bytes: bytes)
    let entry = try #require(archive[name])
    return String(decoding: try archive.bytes(of: entry), as: UTF8.self)
  }
}
