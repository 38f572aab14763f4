import Glibc
import LibPDF

/// What stands around a diploma and behind its text, drawn once for all of them.
struct DiplomaFrame {
  private let page: PDFRect
  private let colour: PDFColour
  /// How much larger or smaller than on A4 everything is.
  private let unit: Double

  static func drawing(_ design: DiplomaDesign, unit: Double) throws -> PDFDrawing? {
    if design.frame == .none { return nil }
    let frame = DiplomaFrame(page: PDFRect(design.size), colour: design.frameColour, unit: unit)
    return try PDFDrawing(size: design.size) { canvas in
      switch design.frame {
      case .ornament: frame.ornament(canvas)
      case .double: frame.lines([(26, 1.8), (31, 0.6)], canvas)
      case .thin: frame.lines([(28, 0.8)], canvas)
      case .none: break
      }
    }
  }

  /// From the edge of the paper to where text may stand, in units.
  static func margin(_ frame: DiplomaDesign.Frame) -> Double {
    switch frame {
    case .ornament: 74
    case .double, .thin: 60
    case .none: 48
    }
  }

  /// Rectangles, each so far from the edge and so thick.
  private func lines(_ lines: [(inset: Double, width: Double)], _ canvas: PDFCanvas) {
    for (inset, width) in lines {
      canvas.stroke(PDFPath(page.inset(by: inset * unit)), colour, width: width * unit)
    }
  }

  // MARK: Ornament

  private static let outer = 24.0
  private static let band = 22.0

  private func ornament(_ canvas: PDFCanvas) {
    background(canvas)
    lines([(Self.outer, 1.4), (Self.outer + Self.band, 0.7), (Self.outer + Self.band + 4, 0.35)], canvas)
    let middle = page.inset(by: (Self.outer + Self.band / 2) * unit)
    let corner = 25 * unit
    for (start, end) in [
      (PDFPoint(x: middle.x, y: middle.y), PDFPoint(x: middle.maxX, y: middle.y)),
      (PDFPoint(x: middle.maxX, y: middle.y), PDFPoint(x: middle.maxX, y: middle.maxY)),
      (PDFPoint(x: middle.maxX, y: middle.maxY), PDFPoint(x: middle.x, y: middle.maxY)),
      (PDFPoint(x: middle.x, y: middle.maxY), PDFPoint(x: middle.x, y: middle.y)),
    ] {
      braid(from: start, to: end, without: corner, canvas)
    }
    for x in [middle.x, middle.maxX] {
      for y in [middle.y, middle.maxY] { rosette(PDFPoint(x: x, y: y), radius: corner, canvas) }
    }
  }

  /// Waves that cross each other between the lines of a side, and meet its corners at rest.
  private func braid(from start: PDFPoint, to end: PDFPoint, without corner: Double, _ canvas: PDFCanvas) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let whole = (dx * dx + dy * dy).squareRoot()
    let (ux, uy) = (dx / whole, dy / whole)
    let length = whole - 2 * corner
    let periods = (length / (30 * unit)).rounded()
    for (height, phase) in [(8.6, 0.0), (8.6, 0.5), (5.6, 0.25), (5.6, 0.75), (2.6, 0.0), (2.6, 0.5)] {
      let path = PDFPath(curves: Int(periods) * 4) { time in
        let across = height * unit * sin(2 * .pi * (time * periods + phase))
        let distance = corner + time * length
        return PDFPoint(x: start.x + ux * distance - uy * across, y: start.y + uy * distance + ux * across)
      }
      canvas.stroke(path, colour, width: 0.5 * unit)
    }
  }

  /// A flower of circles that breathe.
  private func rosette(_ centre: PDFPoint, radius: Double, _ canvas: PDFCanvas) {
    canvas.fill(PDFPath(circle: centre, radius: radius), .white)
    for (inner, outer, petals, curves) in [(0.62, 0.97, 12, 4), (0.3, 0.66, 8, 4), (0.06, 0.32, 6, 3)] {
      flower(
        centre, from: inner * radius, to: outer * radius, petals: petals, curves: curves, width: 0.5 * unit,
        colour: colour, canvas)
    }
    canvas.stroke(PDFPath(circle: centre, radius: radius), colour, width: 1 * unit)
  }

  private func flower(
    _ centre: PDFPoint, from inner: Double, to outer: Double, petals: Int, curves: Int, width: Double,
    colour: PDFColour, _ canvas: PDFCanvas
  ) {
    let (middle, swing) = ((inner + outer) / 2, (outer - inner) / 2)
    for curve in 0..<curves {
      var path = PDFPath(curves: petals * 4) { time in
        let angle = 2 * .pi * time
        let radius = middle + swing * cos(Double(petals) * angle + 2 * .pi * Double(curve) / Double(curves))
        return PDFPoint(x: centre.x + radius * cos(angle), y: centre.y + radius * sin(angle))
      }
      path.close()
      canvas.stroke(path, colour, width: width)
    }
  }

  /// A large flower behind the text, so pale that it is seen and not read.
  private func background(_ canvas: PDFCanvas) {
    let centre = PDFPoint(x: page.midX, y: page.midY)
    let radius = min(page.width, page.height) * 0.36
    for (inner, outer, petals, curves) in [(0.66, 1.0, 24, 6), (0.34, 0.7, 16, 6), (0.1, 0.38, 12, 4)] {
      flower(
        centre, from: inner * radius, to: outer * radius, petals: petals, curves: curves, width: 0.4 * unit,
        colour: colour.paler(0.82), canvas)
    }
  }
}

extension PDFColour {
  /// Mixed with white: 0 as it is, 1 white.
  func paler(_ share: Double) -> PDFColour {
    PDFColour(red: red + (1 - red) * share, green: green + (1 - green) * share, blue: blue + (1 - blue) * share)
  }
}
