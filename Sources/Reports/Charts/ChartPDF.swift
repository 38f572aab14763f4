internal import LibPDF

extension ChartPicture {
  /// Draws the picture, its top left at a point.
  func draw(on canvas: PDFCanvas, at origin: PDFPoint, _ typesetter: Typesetter) throws {
    func moved(_ point: PDFPoint) -> PDFPoint { PDFPoint(x: origin.x + point.x, y: origin.y + point.y) }
    func stroke(_ lines: [[PDFPoint]], _ stroke: ChartStroke) {
      var path = PDFPath()
      for line in lines {
        for (index, point) in line.enumerated() {
          if index == 0 { path.move(to: moved(point)) } else { path.line(to: moved(point)) }
        }
      }
      canvas.stroke(path, stroke.ink.colour, width: stroke.width, dashes: stroke.dashes)
    }
    for shape in shapes {
      switch shape {
      case .rectangle(let rect, let fill):
        let path = PDFPath(
          PDFRect(x: origin.x + rect.x, y: origin.y + rect.y, width: rect.width, height: rect.height))
        canvas.fill(path, fill.inside.colour)
        stroke(fill.hatching(of: rect), ChartStroke(ink: fill.edge, width: 0.8))
        canvas.stroke(path, fill.edge.colour, width: 0.8)
      case .lines(let lines, let look): if !lines.isEmpty { stroke(lines, look) }
      case .dot(let centre, let radius, let ink):
        canvas.fill(PDFPath(circle: moved(centre), radius: radius), ink.colour)
      case .text(let text): try draw(text, on: canvas, at: moved(text.point), typesetter)
      }
    }
  }

  private func draw(
    _ text: Text, on canvas: PDFCanvas, at point: PDFPoint, _ typesetter: Typesetter
  ) throws {
    let style = TextStyle(
      family: PrintStyle.sans, size: text.size, colour: text.ink.colour, wrap: .never)
    let block = try typesetter.block(StyledText(text.text), style: style)
    let x =
      switch text.anchor {
      case .start: point.x
      case .middle: point.x - block.width / 2
      case .end: point.x - block.width
      }
    canvas.draw(block, at: PDFPoint(x: x, y: point.y - (block.lines.first?.baseline ?? 0)), lines: 0..<1)
  }
}
