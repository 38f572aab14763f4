import Glibc
import Testing

@testable import LibPDF

/// Outlines of waving lines.
struct PDFRibbonTests {
  /// Points of an outline, so many on each of its curves.
  private func points(_ elements: some Sequence<PDFPath.Element>, each count: Int) -> [PDFPoint] {
    var points: [PDFPoint] = []
    var last = PDFPoint(x: 0, y: 0)
    for element in elements {
      switch element {
      case .move(let point), .line(let point): last = point
      case .curve(let first, let second, let end):
        for time in stride(from: 0, through: 1, by: 1 / Double(count)) {
          let rest = 1 - time
          let weights = [rest * rest * rest, 3 * rest * rest * time, 3 * rest * time * time, time * time * time]
          let all = [last, first, second, end]
          points.append(
            PDFPoint(
              x: zip(weights, all).reduce(0) { $0 + $1.0 * $1.1.x },
              y: zip(weights, all).reduce(0) { $0 + $1.0 * $1.1.y }))
        }
        last = end
      case .close: break
      }
    }
    return points
  }

  /// How far each of some points is from the nearest of others.
  private func distances(_ points: [PDFPoint], to others: [PDFPoint]) -> [Double] {
    points.map { point in others.map { hypot($0.x - point.x, $0.y - point.y) }.min() ?? .infinity }
  }

  @Test(arguments: [0.0, 2.6, 8.6]) func `a wave is as wide on its slopes as at its crests`(height: Double) {
    func wave(_ time: Double) -> PDFPoint { PDFPoint(x: 90 * time, y: height * cos(6 * .pi * time)) }
    let outline = points(PDFPath(ribbon: 0.5, curves: 6, isClosed: false, wave).elements, each: 8)
    let middle = (-200...4200).map { wave(Double($0) / 4000) }
    for distance in distances(outline, to: middle) { #expect(abs(distance - 0.25) < 0.06) }
  }

  @Test func `a closed line has an outline on either side, and is as wide all round`() {
    func flower(_ time: Double) -> PDFPoint {
      let (angle, radius) = (2 * .pi * time, 20 + 4 * cos(16 * .pi * time))
      return PDFPoint(x: radius * cos(angle), y: radius * sin(angle))
    }
    let elements = PDFPath(ribbon: 0.5, curves: 16, isClosed: true, flower).elements
    let sides = elements.split { if case .close = $0 { true } else { false } }
    #expect(sides.count == 2)
    for distance in distances(points(sides[0], each: 8), to: points(sides[1], each: 64)) {
      #expect(abs(distance - 0.5) < 0.03)
    }
  }
}
