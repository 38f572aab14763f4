internal import LibPDF

/// The pages of a document while they fill, and where on them the next thing goes.
///
/// Margins are those of ГОСТ Р 7.0.97: 30 mm at the edge that is bound, 10 mm opposite, 20 mm at the others. The number
/// stands in the middle of the upper margin from the second page on.
final class PageFlow {
  let file: PDFFile
  private(set) var area = PDFRect(x: 0, y: 0, width: 0, height: 0)
  private(set) var y = 0.0
  private(set) var isLandscape = false
  /// Of the page, from 1.
  private(set) var number = 0
  private var footer: (height: Double, draw: (PDFFile) throws -> Void)?

  /// - Parameter footer: What stands at the bottom of the first page, and how much it takes of the room for text.
  init(_ file: PDFFile, footer: (height: Double, draw: (PDFFile) throws -> Void)? = nil) throws {
    self.file = file
    self.footer = footer
    try newPage()
  }

  var room: Double { area.maxY - y }
  var isAtTop: Bool { y <= area.y }

  static func area(landscape: Bool) -> PDFRect {
    let page = landscape ? PDFSize.a4.landscape : .a4
    let (left, top, right, bottom) = landscape ? (20.0, 30.0, 20.0, 10.0) : (30.0, 20.0, 10.0, 20.0)
    return PDFRect(
      x: left * millimetre, y: top * millimetre, width: page.width - (left + right) * millimetre,
      height: page.height - (top + bottom) * millimetre)
  }

  func newPage() throws {
    try endFirstPage()
    let size = isLandscape ? PDFSize.a4.landscape : .a4
    try file.newPage(size)
    number += 1
    area = Self.area(landscape: isLandscape)
    if number == 1, let footer { area.height -= footer.height }
    y = area.y
    if number > 1 {
      let block = try file.typesetter.block(StyledText("\(number)"), style: PrintStyle.page)
      file.canvas.draw(block, at: PDFPoint(x: (size.width - block.width) / 2, y: 10 * millimetre))
    }
  }

  /// The foot of the first page is read after what stands above it.
  func endFirstPage() throws {
    guard number == 1, let footer else { return }
    self.footer = nil
    try footer.draw(file)
  }

  /// Goes on upright or across; on a new page, where that is a change.
  func turn(landscape: Bool) throws {
    guard landscape != isLandscape else { return }
    isLandscape = landscape
    try newPage()
  }

  /// Goes on on a new page where less is left than is needed.
  func need(_ height: Double) throws {
    if room < height - 0.01, !isAtTop { try newPage() }
  }

  /// Leaves a gap, but not at the top of a page.
  func skip(_ gap: Double) {
    if !isAtTop { y += gap }
  }

  func advance(_ height: Double) { y += height }

  /// Sets a text over as many pages as it takes. No line of it is left alone at the foot of a page.
  ///
  /// - Parameters:
  ///   - indent: From the left margin, in points.
  ///   - keeping: Room that must be left below the last lines for what follows.
  func set(_ lines: TextLines, indent: Double = 0, as tag: PDFTag, keeping: Double = 0) throws {
    let isShort = lines.count <= 3
    try need(isShort && keeping > 0 ? lines.height + keeping : lines.height(of: 0..<min(2, lines.count)))
    let x = area.x + indent
    if lines.height + keeping <= room + 0.01 || isShort && lines.height <= room + 0.01 {
      file.tag(tag) { lines.draw(0..<lines.count, on: file.canvas, at: PDFPoint(x: x, y: y)) }
      return advance(lines.height)
    }
    try file.tag(tag) {
      var start = 0
      while start < lines.count {
        var count = max(1, lines.fitting(from: start, into: room))
        // Nor is the last line alone at the head of the next.
        if lines.count - start - count == 1, count > 2 { count -= 1 }
        // The last lines go on to where there is room below them, too.
        if start + count == lines.count, count > 3, room < lines.height(of: start..<lines.count) + keeping {
          count -= 2
        }
        let range = start..<start + count
        file.tag(.span) { lines.draw(range, on: file.canvas, at: PDFPoint(x: x, y: y)) }
        advance(lines.height(of: range))
        start += count
        if start < lines.count { try newPage() }
      }
    }
  }

  func lines(_ text: String, _ style: TextStyle, indent: Double = 0) throws -> TextLines {
    try TextLines(StyledText(text), style: style, width: area.width - indent, by: file.typesetter)
  }
}
