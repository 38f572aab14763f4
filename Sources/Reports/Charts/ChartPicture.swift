internal import LibPDF

/// A chart laid out: shapes in points from the top left, for a page of HTML and one of PDF alike.
struct ChartPicture: Hashable {
  enum Shape: Hashable {
    case rectangle(PDFRect, ChartFill)
    /// Lines through points, each on its own.
    case lines([[PDFPoint]], ChartStroke)
    case dot(PDFPoint, radius: Double, ChartInk)
    case text(Text)
  }

  struct Text: Hashable {
    enum Anchor: Hashable { case start, middle, end }

    var text: String
    /// On the line that the letters stand on.
    var point: PDFPoint
    var size: Double
    var anchor = Anchor.start
    var ink = ChartInk.text

    /// The room the letters take.
    var box: PDFRect {
      let width = ChartText.width(text, size)
      let x =
        switch anchor {
        case .start: point.x
        case .middle: point.x - width / 2
        case .end: point.x - width
        }
      return PDFRect(
        x: x, y: point.y - ChartText.ascent * size, width: width,
        height: (ChartText.ascent + ChartText.descent) * size)
    }
  }

  var size: PDFSize
  var shapes: [Shape] = []

  mutating func add(
    _ text: String, at point: PDFPoint, size: Double, _ anchor: Text.Anchor = .start, ink: ChartInk = .text
  ) {
    shapes.append(.text(Text(text: text, point: point, size: size, anchor: anchor, ink: ink)))
  }

  mutating func add(line start: PDFPoint, _ end: PDFPoint, _ stroke: ChartStroke) {
    shapes.append(.lines([[start, end]], stroke))
  }
}

/// The colours of pictures: none is nearer than 3:1 to the paper where it alone says something.
enum ChartInk: String {
  case text = "#1b1f24"
  case soft = "#4d545d"
  case grid = "#d0d7de"
  case blue = "#1d4f7c"
  case lightBlue = "#cfdcea"
  case rust = "#b3500f"
  case grey = "#7a828c"
  case paper = "#ffffff"

  var colour: PDFColour { PDFColour(hex: rawValue) ?? .black }
}

/// How a bar is filled. They are told apart without colour too: light with an edge, dark, hatched, grey.
enum ChartFill: CaseIterable, Hashable {
  case light, dark, hatched, grey

  static func of(_ series: Int, outOf count: Int) -> ChartFill {
    count == 1 ? .dark : allCases[series % allCases.count]
  }

  var inside: ChartInk {
    switch self {
    case .light: .lightBlue
    case .dark: .blue
    case .hatched: .paper
    case .grey: .grey
    }
  }

  var edge: ChartInk {
    switch self {
    case .light, .dark: .blue
    case .hatched: .rust
    case .grey: .grey
    }
  }

  /// The lines across a hatched rectangle.
  func hatching(of rect: PDFRect) -> [[PDFPoint]] {
    guard self == .hatched, rect.width > 0, rect.height > 0 else { return [] }
    let gap = 4.0
    // Lines x + y = sum, each from one edge of the rectangle to another.
    return stride(from: gap, to: rect.width + rect.height, by: gap).map { sum in
      let right = min(sum, rect.width)
      let low = min(sum, rect.height)
      return [
        PDFPoint(x: rect.x + right, y: rect.y + sum - right), PDFPoint(x: rect.x + sum - low, y: rect.y + low),
      ]
    }
  }
}

/// How a line is drawn.
struct ChartStroke: Hashable {
  var ink: ChartInk
  var width: Double
  var dashes: [Double] = []

  static let grid = ChartStroke(ink: .grid, width: 0.5)
  static let axis = ChartStroke(ink: .soft, width: 0.8)
  static let level = ChartStroke(ink: .soft, width: 1, dashes: [1.5, 2.5])

  private static let all = [
    ChartStroke(ink: .blue, width: 1.8), ChartStroke(ink: .rust, width: 1.8, dashes: [6, 3]),
    ChartStroke(ink: .grey, width: 1.8, dashes: [2, 2]), ChartStroke(ink: .text, width: 1, dashes: [9, 2, 2, 2]),
  ]

  static func of(_ series: Int) -> ChartStroke { all[series % all.count] }
}
