internal import LibPDF
internal import Primitives

/// The figures that are looked for first, side by side in boxes.
struct KeyFigures {
  private let figures: [Document.Detail]
  private let language: Language

  init(_ figures: [Document.Detail], _ language: Language) {
    self.figures = figures
    self.language = language
  }

  private static let padding = 7.0
  private static let label = TextStyle(family: PrintStyle.sans, size: 9, colour: PrintStyle.soft)
  private static let sizes = [14.0, 12, 11]

  private static func value(_ size: Double) -> TextStyle {
    TextStyle(family: PrintStyle.serif, size: size, isBold: true, colour: PrintStyle.ink)
  }

  func set(in flow: PageFlow) throws {
    let most = figures.count <= 4 ? figures.count : figures.count <= 6 ? 3 : 4
    let (perLine, size) = try arrangement(upTo: most, in: flow)
    for start in stride(from: 0, to: figures.count, by: perLine) {
      try set(figures[start..<min(start + perLine, figures.count)], of: perLine, size: size, in: flow)
    }
  }

  /// Smaller, then fewer side by side, until no figure is broken.
  private func arrangement(upTo most: Int, in flow: PageFlow) throws -> (perLine: Int, size: Double) {
    for perLine in stride(from: most, to: 1, by: -1) {
      let room = flow.area.width / Double(perLine) - 2 * Self.padding
      for size in Self.sizes {
        let widest = try figures.map { figure in
          try flow.file.typesetter.block(StyledText(figure.value.text(language)), style: Self.value(size)).width
        }.max()
        if widest ?? 0 <= room { return (perLine, size) }
      }
    }
    return (1, Self.sizes[0])
  }

  private func set(_ line: ArraySlice<Document.Detail>, of count: Int, size: Double, in flow: PageFlow) throws {
    let width = flow.area.width / Double(count)
    let texts = try line.map { figure in
      (
        label: try TextLines(
          StyledText(figure.label), style: Self.label, width: width - 2 * Self.padding, by: flow.file.typesetter),
        value: try TextLines(
          StyledText(figure.value.text(language)), style: Self.value(size), width: width - 2 * Self.padding,
          by: flow.file.typesetter)
      )
    }
    let labels = texts.map(\.label.height).max() ?? 0
    let height = labels + (texts.map(\.value.height).max() ?? 0) + 2 * Self.padding
    try flow.need(height)
    for (index, text) in texts.enumerated() {
      let (x, y) = (flow.area.x + Double(index) * width, flow.y)
      flow.file.canvas.stroke(
        PDFPath(PDFRect(x: x, y: y, width: width, height: height)), PrintStyle.rule, width: 0.5)
      flow.file.tag(.paragraph) {
        text.label.draw(
          0..<text.label.count, on: flow.file.canvas, at: PDFPoint(x: x + Self.padding, y: y + Self.padding))
        text.value.draw(
          0..<text.value.count, on: flow.file.canvas, at: PDFPoint(x: x + Self.padding, y: y + Self.padding + labels))
      }
    }
    flow.advance(height)
  }
}
