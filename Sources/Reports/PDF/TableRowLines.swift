internal import LibPDF
internal import Primitives

/// A row of a printed table, its texts set.
struct TableRowLines {
  private struct Printed {
    var lines: TextLines
    var x: Double
    var tag: PDFTag
  }

  private var cells: [Printed] = []
  /// Where the columns of this row end.
  private var edges: [Double] = [0]
  private let isHead: Bool
  private let isTotal: Bool
  let height: Double

  private static let padding = 2.5
  static let partIndent = 10.0

  /// The head of the table.
  init(head table: Table, _ layout: TableLayout, _ typesetter: Typesetter) throws {
    (isHead, isTotal) = (true, false)
    var style = PrintStyle.cell(layout.size)
    style.isBold = true
    var x = 0.0
    for (column, width) in zip(table.columns, layout.widths) {
      style.alignment = column.kind == .figure ? .right : .left
      cells.append(
        try Self.cell(StyledText(column.title), style, x, width, .tableHeader(ofRow: false), typesetter))
      x += width
      edges.append(x)
    }
    height = Self.height(cells)
  }

  init(
    _ row: Table.Row, of table: Table, _ layout: TableLayout, _ language: Language, _ typesetter: Typesetter
  ) throws {
    (isHead, isTotal) = (false, row.kind == .total)
    let isBold = row.kind == .group || row.kind == .total
    let reach = row.reach
    let heading = reach > 1 ? 0 : table.columns.firstIndex { $0.kind == .text }
    var x = 0.0
    for (index, (column, width)) in zip(table.columns, layout.widths).enumerated() {
      if index > 0, index < reach { continue }
      let width = index == 0 ? layout.widths.prefix(reach).reduce(0, +) : width
      var style = PrintStyle.cell(layout.size)
      style.isBold = isBold
      style.alignment = column.kind == .figure && reach == 1 || column.kind == .figure && index > 0 ? .right : .left
      let indent = row.kind == .part && index == 0 ? Self.partIndent : 0
      let cell = index < row.cells.count ? row.cells[index] : .blank
      cells.append(
        try Self.cell(
          cell.styled(language, layout.size), style, x + indent, width - indent,
          index == heading ? .tableHeader(ofRow: true) : .tableCell, typesetter))
      x += width
      edges.append(x)
    }
    height = Self.height(cells)
  }

  private static func cell(
    _ text: StyledText, _ style: TextStyle, _ x: Double, _ width: Double, _ tag: PDFTag, _ typesetter: Typesetter
  ) throws -> Printed {
    let room = max(width - 2 * TableLayout.padding, 1)
    return Printed(
      lines: try TextLines(text, style: style, width: room, by: typesetter), x: x + TableLayout.padding, tag: tag)
  }

  private static func height(_ cells: [Printed]) -> Double {
    (cells.map(\.lines.height).max() ?? 0) + 2 * padding
  }

  /// Draws the row where the page stands, and goes below it.
  func draw(in flow: PageFlow, isTagged: Bool) {
    draw(cells.map { 0..<$0.lines.count }, height: height, in: flow, isTagged: isTagged)
  }

  /// Draws a row that no page holds, as much on each as fits.
  func drawInParts(in flow: PageFlow, turnPage: () throws -> Void) throws {
    var starts = cells.map { _ in 0 }
    while true {
      let room = flow.room - 2 * Self.padding
      let counts = zip(cells, starts).map { $0.lines.fitting(from: $1, into: room) }
      let isLast = zip(zip(cells, starts), counts).allSatisfy { $0.1 + $1 == $0.0.lines.count }
      if counts.allSatisfy({ $0 == 0 }), !isLast, flow.room < flow.area.height / 2 {
        try turnPage()
        continue
      }
      // A letter larger than a page is no letter: at least one line goes on each.
      let ranges = zip(zip(cells, starts), counts).map { part, count in
        part.1..<min(part.1 + max(count, 1), part.0.lines.count)
      }
      let height = zip(cells, ranges).map { $0.lines.height(of: $1) }.max() ?? 0
      flow.file.tag(.tableRow) { draw(ranges, height: height + 2 * Self.padding, in: flow, isTagged: true) }
      starts = ranges.map(\.upperBound)
      if zip(cells, starts).allSatisfy({ $0.lines.count == $1 }) { return }
      try turnPage()
    }
  }

  private func draw(_ ranges: [Range<Int>], height: Double, in flow: PageFlow, isTagged: Bool) {
    let (file, x, y) = (flow.file, flow.area.x, flow.y)
    drawGrid(file.canvas, PDFRect(x: x, y: y, width: edges.last ?? 0, height: height))
    for (cell, range) in zip(cells, ranges) {
      let draw = { cell.lines.draw(range, on: file.canvas, at: PDFPoint(x: x + cell.x, y: y + Self.padding)) }
      if isTagged { file.tag(cell.tag, draw) } else { draw() }
    }
    flow.advance(height)
  }

  private func drawGrid(_ canvas: PDFCanvas, _ rect: PDFRect) {
    if isHead { canvas.fill(PDFPath(rect), PrintStyle.tint) }
    var grid = PDFPath(rect)
    for edge in edges.dropFirst().dropLast() {
      grid.append(
        PDFPath(from: PDFPoint(x: rect.x + edge, y: rect.y), to: PDFPoint(x: rect.x + edge, y: rect.maxY)))
    }
    canvas.stroke(grid, PrintStyle.rule, width: 0.5)
    if isTotal {
      canvas.stroke(
        PDFPath(from: PDFPoint(x: rect.x, y: rect.y), to: PDFPoint(x: rect.maxX, y: rect.y)), PrintStyle.ink, width: 1)
    }
  }
}

extension Cell {
  fileprivate func styled(_ language: Language, _ size: Double) -> StyledText {
    guard case .lines(let text, let more) = self, !more.isEmpty else { return StyledText(text(language)) }
    return StyledText([
      .init(text), .init("\n" + more.joined(separator: "\n"), isBold: false, colour: PrintStyle.soft, size: size - 1),
    ])
  }
}
