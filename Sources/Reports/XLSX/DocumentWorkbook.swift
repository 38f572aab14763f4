package import LibXLSX
package import Primitives

extension Document {
  /// Writes the report as a workbook: what it says on the first sheet, and each of its tables on one of its own.
  ///
  /// - Parameters:
  ///   - path: Where the workbook is to be; a file that is there is replaced.
  ///   - created: The moment it says it was made: the same report is then the same file.
  package func writeWorkbook(to path: String, created: Instant) throws(XLSXProblem) {
    var writer = try XLSXWriter(
      path: path, XLSXProperties(title: title, created: Int(created.milliseconds / 1000)))
    var page = SummaryPage(language)
    page.add(self)
    try writer.beginSheet(language == .russian ? "Сводка" : "Summary", widths: SummaryPage.widths)
    writer.layOutPages(repeating: 1...1, title: title)
    for row in page.rows { try writer.add(row) }
    for (table, chart) in page.tables {
      let isDrawn = chart.map { !$0.xlsx(over: table, language).isEmpty } ?? false
      let sheet = isDrawn ? table.addingNames(language) ?? table : table
      try writer.add(sheet.caption, columns: sheet.columns, rows: sheet.rows, language)
      try writer.add(chart?.xlsx(over: sheet, language) ?? [], printing: table.columns.count)
    }
    try writer.finish()
  }
}

/// The sheet with all that is no table: a label and a value in each row.
private struct SummaryPage {
  static let widths: [Double] = [48, 60]

  private let language: Language
  private(set) var rows: [[XLSXCell]] = []
  /// Those that get sheets of their own, in their order.
  private(set) var tables: [(Table, Chart?)] = []
  /// What is drawn of the next table.
  private var chart: Chart?

  init(_ language: Language) {
    self.language = language
  }

  mutating func add(_ document: Document) {
    heading(document.title)
    if let subtitle = document.subtitle { line(subtitle) }
    details(document.details)
    details(document.figures)
    for section in document.sections { add(section) }
    for signature in document.signatures {
      let line = "____________________"
      rows.append([XLSXCell(.text(signature.post)), XLSXCell(.text(line)), XLSXCell(.text(signature.name ?? line))])
    }
    if let annex = document.annex { add(annex) }
  }

  private mutating func add(_ section: Document.Section) {
    heading(section.title)
    for block in section.blocks { add(block) }
    for subsection in section.subsections { add(subsection) }
  }

  private mutating func add(_ block: Document.Block) {
    switch block {
    case .paragraph(let text), .note(let text): line(text)
    case .list(let lead, let items):
      if let lead { line(lead) }
      for item in items { line("— " + item) }
    case .details(let said): details(said)
    case .table(let table):
      tables.append((table, chart))
      chart = nil
      line(
        language == .russian
          ? "Отдельный лист: \(Format.quoted(table.caption, language))"
          : "A sheet of its own: \(Format.quoted(table.caption, language))")
    case .chart(let chart):
      self.chart = chart
      if !chart.isToldByNextTable { add(.table(chart.sheetTable(language))) }
    }
  }

  private mutating func details(_ details: [Document.Detail]) {
    for detail in details {
      var values = detail.value.parts.map { $0.xlsx(language) }
      for index in values.indices { values[index].style.isAtTop = true }
      rows.append([XLSXCell(.text(detail.label), .wrapped)] + values)
    }
  }

  private mutating func heading(_ text: String) { rows.append([XLSXCell(.text(text), .bold)]) }

  /// A text of more than a line goes on in the rows below: one that reached far to the right would make all of the page
  /// small.
  private mutating func line(_ text: String) {
    let width = Int(Self.widths.reduce(0, +)) - 8
    for line in text.wrapped(to: width).split(separator: "\n") { rows.append([XLSXCell(.text(String(line)))]) }
  }
}

extension Cell {
  /// What stands in cells of its own: one calculates with each end of a period.
  fileprivate var parts: [Cell] {
    if case .span(let period) = self { [Cell(period.start), Cell(period.end)] } else { [self] }
  }
}
