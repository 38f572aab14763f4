import Foundation
import Primitives
import Reports
import Testing

/// Reports as pages, read back with the tools of poppler.
struct PDFTests {
  private static func pdf(_ document: Document) throws -> PDF {
    try PDF(document.pdf(madeOn: try Fixture.day("2020-12-31"), by: "Laureat"))
  }

  private static func document(_ blocks: Document.Block..., signatures: [Document.Signature] = []) -> Document {
    Document(
      language: .russian, title: "Отчёт", subtitle: "за 2020 год", sections: [.init("Раздел", blocks)],
      signatures: signatures)
  }

  private static func table(rows: Int, total: Bool = false) -> Table {
    var lines = (0..<rows).map { Table.Row(.plain, [.text("строка \($0)"), .count($0)]) }
    if total { lines.append(Table.Row(.total, [.text("Итого"), .count(rows)])) }
    return Table("Таблица", columns: [.text("Название"), .figure("Число")], rows: lines)
  }

  @Test func `the parts of a report are tagged as what they are`() throws {
    let pdf = try Self.pdf(
      Self.document(
        .paragraph("Абзац."), .list(lead: "Решили:", ["первое", "второе"]),
        .table(
          Table(
            "Деньги", columns: [.text("Проект"), .figure("Сумма")],
            rows: [
              .init(.plain, [.text("Сад"), .count(5)]), .init(.total, [.text("Итого"), .count(5)]),
            ]))))
    #expect(
      pdf.structure == """
        Document
          H1 (block)
            "Отчёт"
          P (block)
            "за 2020 год"
          H2 (block)
            "Раздел"
          P (block)
            "Абзац."
          P (block)
            "Решили:"
          L (block)
            LI (block)
              Lbl (block)
                "—"
              LBody (block)
                "первое"
            LI (block)
              Lbl (block)
                "—"
              LBody (block)
                "второе"
          Table (block)
            Caption
              "Деньги"
            TR
              TH:
                 /Scope /Column
                "Проект"
              TH:
                 /Scope /Column
                "Сумма"
            TR
              TH:
                 /Scope /Row
                "Сад"
              TD
                "5"
            TR
              TH:
                 /Scope /Row
                "Итого"
              TD
                "5"

        """)
  }

  @Test func `a chart is a figure with its table, unless the next table tells the same`() throws {
    var chart = Chart(
      "План, ₽", .bars, heading: "Статья", categories: [.text("Аренда")], series: [.init("План", [.count(7)])])
    func outline() throws -> [Substring] {
      let pdf = try Self.pdf(Self.document(.chart(chart), .paragraph("Далее.")))
      #expect(String(decoding: pdf.bytes, as: UTF8.self).ranges(of: "/Alt <").count == 1)
      return pdf.structure.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
    }
    let texts = ["  H1 (block)", "  P (block)", "  H2 (block)", "  P (block)", "  Figure"]
    #expect(try outline().map(String.init) == texts + ["  Table (block)", "  P (block)"])
    chart.isToldByNextTable = true
    #expect(try outline().map(String.init) == texts + ["  P (block)"])
  }

  @Test func `forty bars of a chart go on over pages, their heading with the first`() throws {
    let lines = (1...40).map { Cell.text("Статья\($0)") }
    let chart = Chart(
      "План, ₽", .bars, heading: "Статья", categories: lines,
      series: [.init("План", lines.indices.map { .count($0 + 1) }), .init("Факт", lines.indices.map { .count($0) })],
      isToldByNextTable: true)
    let pdf = try Self.pdf(Self.document(.table(Self.table(rows: 20)), .chart(chart)))
    let words = pdf.pages.joined(separator: "\n")
    for number in 1...40 { #expect(words.contains("Статья\(number)")) }
    #expect(try #require(pdf.pages.first { $0.contains("План, ₽") }).contains("Статья1"))
  }

  @Test func `each picture of a chart says what it shows, and so does its table on another page`() throws {
    let lines = (1...40).map { Cell.text("Статья \($0)") }
    let chart = Chart(
      "План, ₽", .bars, heading: "Статья", categories: lines,
      series: [.init("План", lines.indices.map { .count($0 + 1) })])
    let pages = try Self.pdf(Self.document(.chart(chart))).pages
    // Three pictures, of which two stand on the first page, and the table below the third or on a page of its own.
    #expect(pages.joined().ranges(of: "План, ₽ (продолжение)").count == 2)
    let table = try #require(pages.first { $0.contains(/Статья +План\n/) })
    let head = try #require(table.firstMatch(of: /Статья +План\n/))
    #expect(table[..<head.range.lowerBound].contains("План, ₽"))
  }

  @Test func `a table of a chart is named once on one page`() throws {
    let chart = Chart(
      "План, ₽", .bars, heading: "Статья", categories: [.text("А"), .text("Б")],
      series: [.init("План", [.count(1), .count(2)])])
    let pages = try Self.pdf(Self.document(.chart(chart))).pages
    #expect(pages.count == 1 && pages[0].ranges(of: "План, ₽").count == 1)
  }

  @Test func `key figures of billions are not broken`() throws {
    let figures = ["Привлечено", "Поступило", "Освоено", "Остаток"].map {
      Document.Detail($0, .money(Money(Amount(minorUnits: 1_200_000_000_050), .rouble)))
    }
    let pdf = try Self.pdf(Document(language: .russian, title: "Отчёт", figures: figures))
    #expect(pdf.structure.ranges(of: "12\u{A0}000\u{A0}000\u{A0}000,50").count == 4)
    #expect(pdf.pages[0].replacing("\u{A0}", with: " ").ranges(of: "12 000 000 000,50 ₽").count == 4)
  }

  @Test(arguments: Language.allCases)
  func `the yearly report stands on pages with all it says`(language: Language) throws {
    let document = try Fixture.year().document(language)
    let pdf = try Self.pdf(document)
    let words = pdf.pages.joined(separator: " ").words
    for section in document.sections { #expect(words.contains(section.title.words)) }
    #expect(pdf.info.contains("Tagged:          yes"))
    #expect(pdf.info.contains("2020"))
    #expect(try Self.pdf(document).bytes == pdf.bytes)
  }

  @Test func `pages are numbered from the second on, and the head of a table stands on each`() throws {
    let pdf = try Self.pdf(Self.document(.table(Self.table(rows: 120, total: true))))
    #expect(pdf.pages.count > 2)
    for (index, page) in pdf.pages.enumerated() {
      #expect(page.contains("Название"))
      #expect(page.split(separator: "\n").first == (index == 0 ? "Отчёт" : "\(index + 1)"))
    }
    // Whoever listens hears the head once, and no numbers of pages.
    #expect(pdf.structure.ranges(of: "\"Название\"").count == 1)
    #expect(pdf.structure.ranges(of: "\n    TR").count == 122)
    #expect(pdf.pages.last?.contains("строка 119") == true)
    #expect(pdf.pages.last?.contains("Итого") == true)
  }

  @Test func `a heading stands with what it heads, and a table of few rows whole`() throws {
    for rows in 38...46 {
      let pdf = try Self.pdf(
        Document(
          language: .russian, title: "Отчёт",
          sections: [
            .init("Первый", [.table(Self.table(rows: rows))]),
            .init("Второй", [.table(Self.table(rows: 9, total: true))]),
          ]))
      let page = try #require(pdf.pages.first { $0.contains("Второй") })
      #expect(page.contains("Итого"), "\(rows) rows")
    }
  }

  @Test func `totals stand together with the last row above them`() throws {
    for rows in 30...50 {
      var table = Self.table(rows: rows)
      table.rows += ["всего", "из них гранта", "из них своих"].map { .init(.total, [.text($0), .count(rows)]) }
      let pdf = try Self.pdf(Self.document(.table(table)))
      let page = try #require(pdf.pages.last { $0.contains("всего") })
      #expect(page.contains("строка \(rows - 1)") && page.contains("из них своих"), "\(rows) rows")
    }
  }

  @Test func `a table that is too wide for an upright page lies across`() throws {
    let titles = (1...14).map { "Показатель\($0)" }
    let wide = Table(
      "Широкая", columns: titles.map { .figure($0) },
      rows: [.init(.plain, titles.map { _ in .text("1 300 000,50".replacing(" ", with: "\u{A0}")) })])
    let pdf = try Self.pdf(Self.document(.paragraph("До."), .table(wide), .paragraph("После.")))
    #expect(pdf.sizes == ["595.276 x 841.89", "841.89 x 595.276", "595.276 x 841.89"])
    #expect(pdf.pages.map { $0.contains("Широкая") } == [false, true, false])
  }

  @Test func `nobody signs on a page without the last lines it is for`() throws {
    let signatures = ["Руководитель", "Бухгалтер"].map { Document.Signature($0) }
    for rows in 20...44 {
      let table = try Self.pdf(Self.document(.table(Self.table(rows: rows)), signatures: signatures))
      let signed = try #require(table.pages.first { $0.contains("Руководитель") })
      #expect(signed.contains("строка \(rows - 1)") && signed.contains("Бухгалтер"), "\(rows) rows")
      for block in [
        Document.Block.list((1..<rows).map { "слово \($0)" } + ["конец"]),
        .paragraph(String(repeating: "слово ", count: rows * 14) + "конец"),
        .details((1..<rows).map { .init("слово \($0)", .count($0)) } + [.init("конец", .count(0))]),
      ] {
        let pages = try Self.pdf(Self.document(block, signatures: signatures)).pages
        let page = try #require(pages.first { $0.contains("Руководитель") })
        #expect(page.contains("конец"), "\(rows) lines")
        #expect(pages.filter { $0.contains("слово") || $0.contains("конец") }.count == pages.count)
      }
    }
  }

  @Test func `a table of few rows is parted rather than half a page left empty`() throws {
    let pdf = try Self.pdf(
      Document(
        language: .russian, title: "Отчёт",
        sections: [
          .init("Первый", [.table(Self.table(rows: 24))]), .init("Второй", [.table(Self.table(rows: 12))]),
        ]))
    #expect(pdf.pages.map { $0.contains("Второй") } == [true, false], "\(pdf.pages)")
  }

  @Test func `all sign on one page, each with post and name`() throws {
    let signatures = (1...8).map { Document.Signature("Член жюри \($0)", name: "И. О. Фамилия") }
    for rows in [5, 30, 38] {
      let pdf = try Self.pdf(Self.document(.table(Self.table(rows: rows)), signatures: signatures))
      let signed = pdf.pages.filter { $0.contains("Член жюри") }
      #expect(signed.count == 1)
      #expect(signed.first?.ranges(of: "И. О. Фамилия").count == 8)
    }
  }

  @Test func `a text as long as pages goes on over them as one paragraph`() throws {
    let text = (1...3000).map { "слово\($0)" }.joined(separator: " ")
    let pdf = try Self.pdf(
      Self.document(
        .paragraph(text),
        .table(
          Table("Т", columns: [.text("А"), .text("Б")], rows: [.init(.plain, [.text(text), .text("один")])]))))
    #expect(pdf.structure.ranges(of: "\n  P (block)").count == 2)
    #expect(pdf.structure.contains("Span (inline)"))
    let words = pdf.pages.joined(separator: " ").words
    for number in [1, 1500, 2999] { #expect(words.ranges(of: "слово\(number) ").count == 2) }
  }

  @Test(arguments: [
    String(repeating: "щ", count: 5000), "а\u{0}б\u{1B}[31mв\u{7F}", String(repeating: "e\u{301}", count: 3000),
    "e" + String(repeating: "\u{301}", count: 70_000), "\n\n\n", "", " ", "\u{202E}справа", "日本語👍🏽", "a\r\nb\tc",
  ])
  func `no text breaks the file`(text: String) throws {
    var document = Self.document(
      .paragraph(text), .note(text), .list(lead: text, [text]), .details([.init(text, .text(text))]),
      .table(Table(text, columns: [.text(text), .figure(text)], rows: [.init(.plain, [.text(text), .text(text)])])),
      signatures: [.init(text, name: text)])
    document.title = text
    document.dateline = .init(try Fixture.day("2020-03-30"), place: text)
    document.details = [.init(text, .lines(text, [text]))]
    document.figures = [.init(text, .text(text))]
    #expect(try Self.pdf(document).info.contains("Tagged:          yes"))
  }

  @Test func `the code stands on the first page and says its text`() throws {
    var document = Self.document(.table(Self.table(rows: 100)))
    document.code = .init("laureat protocol contest=fair number=4", caption: "Проверка: код протокола")
    let pdf = try Self.pdf(document)
    #expect(pdf.pages.map { $0.contains("код протокола") } == [true, false, false])
    #expect(pdf.structure.contains("Figure"))
    #expect(document.html.contains("aria-label=\"laureat protocol contest=fair number=4\""))
    #expect(document.text().contains("laureat protocol contest=fair number=4"))
    document.code = .init(String(repeating: "я", count: 3000), caption: "слишком много")
    #expect(try !Self.pdf(document).pages[0].contains("слишком много"))
  }
}

extension String {
  /// The words with one space between any two.
  fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// A file as poppler reads it.
private struct PDF {
  let bytes: [UInt8]
  let pages: [String]
  let structure: String
  let info: String

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    let file = FileManager.default.temporaryDirectory.appending(path: "laureat-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    pages = try Self.run("pdftotext", ["-layout", "-enc", "UTF-8", file.path, "-"]).split(separator: "\u{C}").map {
      $0.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
        .trimmingCharacters(in: .newlines)
    }
    structure = try Self.run("pdfinfo", ["-struct-text", file.path])
    info = try Self.run("pdfinfo", ["-l", "-1", file.path])
  }

  var sizes: [String] {
    info.matches(of: /Page +\d+ size: +([\d.]+ x [\d.]+)/).map { String($0.1) }
  }

  private static func run(_ tool: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
