import Glibc
import LibPDF

/// What stands around a diploma and behind its text, drawn once for all of them.
struct DiplomaFrame {
  private let page: PDFRect
  private let colour: PDFColour
  /// How much larger or smaller than on A4 everything is.
  private let unit: Double

  static func stamp(_ design: DiplomaDesign, unit: Double) throws -> PDFStamp? {
    if design.frame == .none { return nil }
    let frame = DiplomaFrame(page: PDFRect(design.size), colour: design.frameColour, unit: unit)
    return try PDFStamp(size: design.size) { canvas in
      switch design.frame {
      case .ornament: try frame.ornament(canvas)
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

  /// What is there several times is drawn once and shown again.
  private func ornament(_ canvas: PDFCanvas) throws {
    canvas.fill(background, colour.paler(0.82))
    lines([(Self.outer, 1.4), (Self.outer + Self.band, 0.7), (Self.outer + Self.band + 4, 0.35)], canvas)
    let middle = page.inset(by: (Self.outer + Self.band / 2) * unit)
    let corner = 25 * unit
    let height = Self.band * unit
    let across = try PDFDrawing(size: PDFSize(width: middle.width, height: height)) {
      $0.fill(braid(middle.width, without: corner) { PDFPoint(x: $0, y: height / 2 + $1) }, colour)
    }
    let down = try PDFDrawing(size: PDFSize(width: height, height: middle.height)) {
      $0.fill(braid(middle.height, without: corner) { PDFPoint(x: height / 2 - $1, y: $0) }, colour)
    }
    let rosette = try rosette(radius: corner)
    for y in [middle.y, middle.maxY] { canvas.draw(across, at: PDFPoint(x: middle.x, y: y - height / 2)) }
    for x in [middle.x, middle.maxX] { canvas.draw(down, at: PDFPoint(x: x - height / 2, y: middle.y)) }
    for x in [middle.x, middle.maxX] {
      for y in [middle.y, middle.maxY] {
        canvas.draw(rosette, at: PDFPoint(x: x - rosette.size.width / 2, y: y - rosette.size.height / 2))
      }
    }
  }

  /// Waves that cross each other along a side, and meet its corners at rest.
  ///
  /// - Parameter place: A point so far from the start of the side, and so far to its right.
  private func braid(
    _ side: Double, without corner: Double, _ place: (_ along: Double, _ across: Double) -> PDFPoint
  ) -> PDFPath {
    let length = side - 2 * corner
    let periods = (length / (30 * unit)).rounded()
    var path = PDFPath()
    for (height, phase) in [(8.6, 0.0), (8.6, 0.5), (5.6, 0.25), (5.6, 0.75), (2.6, 0.0), (2.6, 0.5)] {
      // From crest to crest: those that are not at one begin and end a quarter of a period under the corners.
      let margin = phase == 0 || phase == 0.5 ? 0.25 : 0
      let count = periods + 2 * margin
      path.append(
        PDFPath(ribbon: 0.5 * unit, curves: Int(2 * count), isClosed: false) { time in
          let period = time * count - margin
          return place(corner + period / periods * length, height * unit * sin(2 * .pi * (period + phase)))
        })
    }
    return path
  }

  /// A flower of circles that breathe.
  private func rosette(radius: Double) throws -> PDFDrawing {
    let half = radius + unit
    let centre = PDFPoint(x: half, y: half)
    return try PDFDrawing(size: PDFSize(width: 2 * half, height: 2 * half)) { canvas in
      canvas.fill(PDFPath(circle: centre, radius: radius), .white)
      var path = PDFPath()
      for (inner, outer, petals, curves) in [(0.62, 0.97, 12, 4), (0.3, 0.66, 8, 4), (0.06, 0.32, 6, 3)] {
        path.append(
          flower(
            centre, from: inner * radius, to: outer * radius, petals: petals, curves: curves, width: 0.5 * unit))
      }
      canvas.fill(path, colour)
      canvas.stroke(PDFPath(circle: centre, radius: radius), colour, width: 1 * unit)
    }
  }

  private func flower(
    _ centre: PDFPoint, from inner: Double, to outer: Double, petals: Int, curves: Int, width: Double
  ) -> PDFPath {
    let (middle, swing) = ((inner + outer) / 2, (outer - inner) / 2)
    var path = PDFPath()
    for curve in 0..<curves {
      path.append(
        PDFPath(ribbon: width, curves: petals * 2, isClosed: true) { time in
          let angle = 2 * .pi * (time - Double(curve) / Double(curves * petals))
          let radius = middle + swing * cos(2 * .pi * time * Double(petals))
          return PDFPoint(x: centre.x + radius * cos(angle), y: centre.y + radius * sin(angle))
        })
    }
    return path
  }

  /// A large flower behind the text, so pale that it is seen and not read.
  private var background: PDFPath {
    let centre = PDFPoint(x: page.midX, y: page.midY)
    let radius = min(page.width, page.height) * 0.36
    var path = PDFPath()
    for (inner, outer, petals, curves) in [(0.66, 1.0, 24, 6), (0.34, 0.7, 16, 6), (0.1, 0.38, 12, 4)] {
      path.append(
        flower(centre, from: inner * radius, to: outer * radius, petals: petals, curves: curves, width: 0.4 * unit))
    }
    return path
  }
}

extension PDFColour {
  /// Mixed with white: 0 as it is, 1 white.
  func paler(_ share: Double) -> PDFColour {
    PDFColour(red: red + (1 - red) * share, green: green + (1 - green) * share, blue: blue + (1 - blue) * share)
  }
}
