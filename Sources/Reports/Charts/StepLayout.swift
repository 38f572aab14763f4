internal import LibPDF
internal import Primitives

/// What was reached by each day: a line that rises where something happened.
struct StepLayout {
  private let layout: ChartLayout
  private let scale: ChartScale
  /// Nil for what is no day.
  private let days: [Int]
  private let left: Double
  private let right: Double

  private static let height = 160.0
  private static let mostDots = 24

  private var chart: Chart { layout.chart }

  init(_ layout: ChartLayout) {
    self.layout = layout
    let chart = layout.chart
    scale = ChartScale(layout.magnitudes, isWhole: layout.isWhole, intervals: 5)
    days = chart.categories.map { if case .day(let day) = $0 { day.daysSince1970 } else { 0 } }
    left =
      (scale.ticks.map { [scale] in ChartText.width(scale.label($0, layout.language), ChartLayout.small) }.max() ?? 0)
      + 6
    let ends = Self.ends(layout).map { ChartText.width($0.label, ChartLayout.small) }
    right = layout.width - (ends.max() ?? 0) - 8
  }

  /// The last value of each line, and the level.
  private static func ends(_ layout: ChartLayout) -> [(value: Double, label: String, ink: ChartInk)] {
    let last = layout.chart.series.enumerated().map { index, series in
      (series.values.last { $0.magnitude != nil } ?? .missing, ChartStroke.of(index).ink)
    }
    let level = layout.chart.level.map { [($0.value, ChartStroke.level.ink)] } ?? []
    return (last + level).compactMap { cell, ink in
      cell.magnitude.map { ($0, cell.label(layout.language), ink) }
    }
  }

  private func x(_ day: Int) -> Double {
    guard let first = days.first, let last = days.last, last > first else { return (left + right) / 2 }
    return left + (right - left) * Double(day - first) / Double(last - first)
  }

  var picture: ChartPicture {
    var picture = ChartPicture(size: PDFSize(width: layout.width, height: 0))
    let top = layout.addLegend(to: &picture) + 4
    let bottom = top + Self.height
    picture.size.height = bottom + 18
    func y(_ value: Double) -> Double { bottom - scale.share(value) * Self.height }

    for tick in scale.ticks {
      picture.add(line: PDFPoint(x: left, y: y(tick)), PDFPoint(x: right, y: y(tick)), .grid)
      picture.add(
        scale.label(tick, layout.language), at: PDFPoint(x: left - 6, y: y(tick) + 3), size: ChartLayout.small, .end,
        ink: .soft)
    }
    picture.add(line: PDFPoint(x: left, y: y(0)), PDFPoint(x: right, y: y(0)), .axis)
    if let level = chart.level?.value.magnitude {
      picture.add(line: PDFPoint(x: left, y: y(level)), PDFPoint(x: right, y: y(level)), .level)
    }
    for series in chart.series.indices { add(series, y, to: &picture) }
    addEnds(to: &picture, within: top...bottom, y)
    addDays(to: &picture, at: bottom)
    return picture
  }

  private func add(_ series: Int, _ y: (Double) -> Double, to picture: inout ChartPicture) {
    var lines: [[PDFPoint]] = []
    var isOpen = false
    var dots: [PDFPoint] = []
    for category in chart.categories.indices {
      guard let value = layout.value(series, category).magnitude else {
        isOpen = false
        continue
      }
      let point = PDFPoint(x: x(days[category]), y: y(value))
      if isOpen, let last = lines.last?.last {
        lines[lines.count - 1] += [PDFPoint(x: point.x, y: last.y), point]
      } else {
        lines.append([point])
        isOpen = true
      }
      dots.append(point)
    }
    let stroke = ChartStroke.of(series)
    picture.shapes.append(.lines(lines.filter { $0.count > 1 }, stroke))
    // Where they would run together they are left out, but for a point with no line to it.
    let shown = dots.count <= Self.mostDots ? dots : lines.filter { $0.count == 1 }.flatMap { $0 }
    picture.shapes += shown.map { .dot($0, radius: 2.2, stroke.ink) }
  }

  /// The values at the right, moved apart where they would stand in each other.
  private func addEnds(to picture: inout ChartPicture, within plot: ClosedRange<Double>, _ y: (Double) -> Double) {
    var ends = Self.ends(layout).map { (y: y($0.value), label: $0.label, ink: $0.ink) }.sorted { $0.y < $1.y }
    // What two lines end on is said once.
    ends = ends.indices.filter { $0 == 0 || ends[$0 - 1].label != ends[$0].label }.map { ends[$0] }
    let pitch = ChartLayout.small * 1.2
    for index in ends.indices.dropFirst() { ends[index].y = max(ends[index].y, ends[index - 1].y + pitch) }
    var lowest = plot.upperBound
    for index in ends.indices.reversed() {
      ends[index].y = min(ends[index].y, lowest)
      lowest = ends[index].y - pitch
    }
    for end in ends {
      picture.add(end.label, at: PDFPoint(x: right + 6, y: end.y + 3), size: ChartLayout.small, ink: end.ink)
    }
  }

  private func addDays(to picture: inout ChartPicture, at bottom: Double) {
    guard let first = days.first.flatMap(Day.init(daysSince1970:)),
      let last = days.last.flatMap(Day.init(daysSince1970:))
    else { return }
    let ticks = DayTicks(from: first, to: last, room: right - left, language: layout.language)
    for (day, label) in ticks.labels {
      let middle = x(day.daysSince1970)
      picture.add(line: PDFPoint(x: middle, y: bottom), PDFPoint(x: middle, y: bottom + 3), .axis)
      let half = ChartText.width(label, ChartLayout.small) / 2
      picture.add(
        label, at: PDFPoint(x: min(max(middle, half), layout.width - half), y: bottom + 13), size: ChartLayout.small,
        .middle, ink: .soft)
    }
  }
}
