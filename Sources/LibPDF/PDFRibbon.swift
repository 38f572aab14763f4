/// A waving line of some width, as an outline to be filled. What is shown on a page cairo measures anew on each: a fill
/// at once, a stroke along its whole length. Ribbons of one path may cross: all of them turn their left to the outside.
struct PDFRibbon {
  /// Where the line turns, and how it goes on there.
  private struct Turn {
    var point: PDFPoint
    /// Of length 1.
    var direction: PDFPoint
    /// How far the handles of the curves on both sides stand off.
    var handle: Double

    /// A point beside this one, to the left of the direction for numbers above zero.
    func beside(_ distance: Double) -> PDFPoint {
      PDFPoint(x: point.x - direction.y * distance, y: point.y + direction.x * distance)
    }

    func along(_ distance: Double, from start: PDFPoint) -> PDFPoint {
      PDFPoint(x: start.x + direction.x * distance, y: start.y + direction.y * distance)
    }
  }

  private let turns: [Turn]

  /// - Parameters:
  ///   - curves: From one turn to the next, such as from a crest to a trough.
  ///   - point: Where the line is, from 0 to 1.
  init(curves: Int, _ point: (Double) -> PDFPoint) {
    let step = 1 / Double(curves)
    turns = (0...curves).map { index in
      let time = Double(index) * step
      let (before, after) = (point(time - step / 1000), point(time + step / 1000))
      let (dx, dy) = (after.x - before.x, after.y - before.y)
      let length = (dx * dx + dy * dy).squareRoot()
      // Half a wave of a sine is met within 0.1 percent of its height.
      return Turn(
        point: point(time), direction: PDFPoint(x: dx / length, y: dy / length), handle: 0.3642 * length * 500)
    }
  }

  /// Along the left, and back along the right; a closed line has an outline on either side.
  func outline(width: Double, isClosed: Bool) -> PDFPath {
    var path = PDFPath()
    let pairs = Array(zip(turns, turns.dropFirst()))
    path.move(to: turns[0].beside(width / 2))
    for (start, end) in pairs {
      let curve = Self.curve(start, end, beside: width / 2)
      path.curve(curve.first, curve.last, to: curve.end)
    }
    let last = turns[turns.count - 1].beside(-width / 2)
    if isClosed {
      path.close()
      path.move(to: last)
    } else {
      path.line(to: last)
    }
    for (start, end) in pairs.reversed() {
      let curve = Self.curve(start, end, beside: -width / 2)
      path.curve(curve.last, curve.first, to: start.beside(-width / 2))
    }
    path.close()
    return path
  }

  private typealias Curve = (first: PDFPoint, last: PDFPoint, end: PDFPoint)

  /// Beside the curve between two turns: as far from it in its middle as at its ends.
  private static func curve(_ start: Turn, _ end: Turn, beside distance: Double) -> Curve {
    let (first, last) = (start.along(start.handle, from: start.point), end.along(-end.handle, from: end.point))
    let (from, to) = (start.beside(distance), end.beside(distance))
    let (dx, dy) = (end.point.x + last.x - first.x - start.point.x, end.point.y + last.y - first.y - start.point.y)
    let length = (dx * dx + dy * dy).squareRoot()
    /// How far something reaches to the left in the middle.
    func across(_ x: Double, _ y: Double) -> Double { (dx * y - dy * x) / length }

    // What longer handles at the start and shorter ones at the end do to the middle of the curve.
    let gain = (
      start: 3 / 8 * across(start.direction.x, start.direction.y),
      end: -3 / 8 * across(end.direction.x, end.direction.y)
    )
    let reached = across(
      (from.x + to.x - start.point.x - end.point.x) / 2, (from.y + to.y - start.point.y - end.point.y) / 2)
    let square = gain.start * gain.start + gain.end * gain.end
    // Where the line is straight nothing is missing, and nothing could be done.
    let change = square > 1e-6 ? (distance - reached) / square : 0
    return (
      start.along(max(start.handle + change * gain.start, 0), from: from),
      end.along(-max(end.handle + change * gain.end, 0), from: to), to
    )
  }
}

extension PDFPath {
  /// A waving line of some width, as an outline to be filled.
  ///
  /// - Parameters:
  ///   - curves: From one turn of the line to the next, such as from a crest to a trough: the line begins at one.
  ///   - isClosed: Whether it ends where it began.
  ///   - point: Where the line is, from 0 to 1.
  package init(ribbon width: Double, curves: Int, isClosed: Bool, _ point: (Double) -> PDFPoint) {
    self = PDFRibbon(curves: curves, point).outline(width: width, isClosed: isClosed)
  }
}
