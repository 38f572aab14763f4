import Glibc

/// A line of straight and curved pieces, open or closed, to be filled or stroked.
package struct PDFPath: Hashable, Sendable {
  enum Element: Hashable, Sendable {
    case move(PDFPoint)
    case line(PDFPoint)
    /// A cubic Bézier curve.
    case curve(PDFPoint, PDFPoint, PDFPoint)
    case close
  }

  private(set) var elements: [Element] = []

  package init() {}

  package init(_ rect: PDFRect) {
    move(to: PDFPoint(x: rect.x, y: rect.y))
    line(to: PDFPoint(x: rect.maxX, y: rect.y))
    line(to: PDFPoint(x: rect.maxX, y: rect.maxY))
    line(to: PDFPoint(x: rect.x, y: rect.maxY))
    close()
  }

  /// A straight line.
  package init(from start: PDFPoint, to end: PDFPoint) {
    move(to: start)
    line(to: end)
  }

  /// A circle, of four curves.
  package init(circle centre: PDFPoint, radius: Double) {
    // How far the handles of a quarter stand off: the curve leaves a circle by less than 0.03 percent.
    let handle = radius * 0.5522847498
    let (x, y) = (centre.x, centre.y)
    move(to: PDFPoint(x: x + radius, y: y))
    for quarter in 0..<4 {
      let angle = Double(quarter) * .pi / 2
      let (c, s) = (cos(angle), sin(angle))
      func at(_ along: Double, _ across: Double) -> PDFPoint {
        PDFPoint(x: x + along * c - across * s, y: y + along * s + across * c)
      }
      curve(at(radius, handle), at(handle, radius), to: at(0, radius))
    }
    close()
  }

  package mutating func move(to point: PDFPoint) { elements.append(.move(point)) }
  package mutating func line(to point: PDFPoint) { elements.append(.line(point)) }
  package mutating func close() { elements.append(.close) }

  package mutating func curve(_ first: PDFPoint, _ second: PDFPoint, to end: PDFPoint) {
    elements.append(.curve(first, second, end))
  }

  package mutating func append(_ other: PDFPath) { elements += other.elements }
}
