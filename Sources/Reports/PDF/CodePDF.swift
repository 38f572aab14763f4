internal import LibPDF
internal import LibQR

extension Document.Code {
  /// The code with its caption at the bottom right of an upright page, half of it in the margin; nil for a text that no
  /// code holds.
  var footer: (height: Double, draw: (PDFFile) throws -> Void)? {
    guard let code = QRCode(text) else { return nil }
    let side = 22 * millimetre
    let corner = PDFPoint(
      x: PDFSize.a4.width - 10 * millimetre - side, y: PDFSize.a4.height - 8 * millimetre - side)
    let area = PageFlow.area(landscape: false)
    return (
      area.maxY - corner.y + 2 * millimetre,
      { file in
        let square = side / Double(code.size)
        var squares = PDFPath()
        for row in 0..<code.size {
          for column in 0..<code.size where code.isDark(row: row, column: column) {
            squares.append(
              PDFPath(
                PDFRect(
                  x: corner.x + Double(column) * square, y: corner.y + Double(row) * square, width: square,
                  height: square)))
          }
        }
        file.tag(.figure(alternative: text)) { file.canvas.fill(squares, .black) }
        var style = PrintStyle.note
        (style.size, style.alignment) = (8, .right)
        let width = area.width - side - 5 * millimetre
        let block = try file.typesetter.block(StyledText(caption), style: style, width: width)
        file.tag(.paragraph) {
          file.canvas.draw(block, at: PDFPoint(x: area.x, y: corner.y + side - block.height))
        }
      }
    )
  }
}
