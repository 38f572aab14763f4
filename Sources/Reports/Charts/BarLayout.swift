internal import LibPDF
internal import Primitives

/// Bars from left to right: names at their left, values at their ends.
struct BarLayout {
  private let layout: ChartLayout
  private let scale: ChartScale
  private let names: [[String]]
  private let nameWidth: Double
  /// Where the scale begins and ends.
  private let plot: ClosedRange<Double>

  private static let bar = 9.0
  private static let pitch = 11.0
  private static let gap = 9.0
  private static let axis = 16.0
  /// Of the bars in one picture: two such stand on an A4 page, and one fits where half of it is taken.
  private static let highest = 300.0

  private var chart: Chart { layout.chart }
  private var isStacked: Bool { chart.form == .stackedBars }

  init(_ layout: ChartLayout) {
    self.layout = layout
    let chart = layout.chart
    names = chart.categories.map { category in
      ChartText.lines(category.text(layout.language), ChartLayout.size, width: layout.width * 0.36, most: 3)
    }
    nameWidth = names.joined().map { ChartText.width($0, ChartLayout.size) }.max() ?? 0
    let indices = chart.categories.indices
    let labels: [(Double, String)] =
      chart.form == .stackedBars
      ? indices.map { (0, Self.total(layout, $0)) }
      : indices.flatMap { index in
        chart.series.indices.map { (layout.value($0, index).magnitude ?? 0, layout.label(layout.value($0, index))) }
      }
    func room(_ labels: [(Double, String)]) -> Double {
      (labels.map { ChartText.width($0.1, ChartLayout.small) }.max() ?? 0) + ChartLayout.gap
    }
    let negative = labels.filter { $0.0 < 0 }
    let left = nameWidth + 8 + (negative.isEmpty ? 0 : room(negative))
    // A label of the scale reaches half over its end.
    let right = max(room(labels.filter { $0.0 >= 0 }), 22)
    plot = left...max(layout.width - right, left + 20)
    scale = layout.scale(chart.extents, room: plot.upperBound - plot.lowerBound)
  }

  /// As few as hold all bars, and as even as they come.
  var pictures: [ChartPicture] {
    let heights = names.map(height)
    let fewest = pages(heights, within: Self.highest).count
    var room = heights.reduce(0, +) / Double(max(fewest, 1))
    while room < Self.highest, pages(heights, within: room).count > fewest { room += 1 }
    return pages(heights, within: min(room, Self.highest)).map(picture)
  }

  /// The bars of each picture, of which none is higher than is said but with one bar alone.
  private func pages(_ heights: [Double], within room: Double) -> [[Int]] {
    var pages: [[Int]] = [[]]
    var filled = 0.0
    for (index, height) in heights.enumerated() {
      if filled > 0, filled + height > room + 0.01 {
        pages.append([])
        filled = 0
      }
      pages[pages.count - 1].append(index)
      filled += height
    }
    return pages
  }

  private func height(_ name: [String]) -> Double {
    let bars = isStacked ? Self.pitch + 3 : Self.pitch * Double(chart.series.count)
    return max(bars, Double(name.count) * ChartLayout.lineHeight) + Self.gap
  }

  private func x(_ value: Double) -> Double {
    plot.lowerBound + scale.share(value) * (plot.upperBound - plot.lowerBound)
  }

  private func picture(_ categories: [Int]) -> ChartPicture {
    var picture = ChartPicture(size: PDFSize(width: layout.width, height: 0))
    let top = layout.addLegend(to: &picture)
    let bottom = top + categories.reduce(0) { $0 + height(names[$1]) }
    picture.size.height = bottom + Self.axis
    addTicks(to: &picture, from: top, to: bottom)
    var y = top
    for category in categories {
      add(category, below: y, to: &picture)
      y += height(names[category])
    }
    picture.add(line: PDFPoint(x: x(0), y: top), PDFPoint(x: x(0), y: bottom), .axis)
    return picture
  }

  /// Where two of the labels would stand in each other, which only a few points between zero and an end come to, the
  /// second is left out.
  private func addTicks(to picture: inout ChartPicture, from top: Double, to bottom: Double) {
    var free = 0.0
    for tick in scale.ticks {
      picture.add(line: PDFPoint(x: x(tick), y: top), PDFPoint(x: x(tick), y: bottom), .grid)
      let label = scale.label(tick, layout.language)
      let half = ChartText.width(label, ChartLayout.small) / 2
      guard x(tick) - half >= free, x(tick) + half <= layout.width else { continue }
      free = x(tick) + half + 2
      picture.add(
        label, at: PDFPoint(x: x(tick), y: bottom + 11), size: ChartLayout.small, .middle, ink: .soft)
    }
  }

  private func add(_ category: Int, below top: Double, to picture: inout ChartPicture) {
    let name = names[category]
    let inner = height(name) - Self.gap
    let middle = top + Self.gap / 2 + inner / 2
    var y = middle - Double(name.count) * ChartLayout.lineHeight / 2 + ChartLayout.size
    for line in name {
      picture.add(line, at: PDFPoint(x: nameWidth, y: y), size: ChartLayout.size, .end)
      y += ChartLayout.lineHeight
    }
    if isStacked { return addStack(category, middle, to: &picture) }
    var bar = middle - Self.pitch * Double(chart.series.count) / 2 + (Self.pitch - Self.bar) / 2
    for series in chart.series.indices {
      let value = layout.value(series, category)
      let magnitude = value.magnitude ?? 0
      addBar(magnitude, from: 0, series, y: bar, height: Self.bar, to: &picture)
      let isLeft = magnitude < 0
      picture.add(
        layout.label(value), at: PDFPoint(x: x(magnitude) + (isLeft ? -1 : 1) * ChartLayout.gap, y: bar + 7.5),
        size: ChartLayout.small, isLeft ? .end : .start, ink: value.magnitude == nil ? .soft : .text)
      bar += Self.pitch
    }
  }

  private func addStack(_ category: Int, _ middle: Double, to picture: inout ChartPicture) {
    var (above, below) = (0.0, 0.0)
    for series in chart.series.indices {
      guard let value = layout.value(series, category).magnitude else { continue }
      addBar(
        value, from: value < 0 ? below : above, series, y: middle - 6, height: 12, to: &picture)
      if value < 0 { below += value } else { above += value }
    }
    picture.add(
      Self.total(layout, category), at: PDFPoint(x: x(above) + ChartLayout.gap, y: middle + 3),
      size: ChartLayout.small)
  }

  private func addBar(
    _ value: Double, from start: Double, _ series: Int, y: Double, height: Double, to picture: inout ChartPicture
  ) {
    guard value != 0 else { return }
    let (left, right) = (min(x(start), x(start + value)), max(x(start), x(start + value)))
    picture.shapes.append(
      .rectangle(
        PDFRect(x: left, y: y, width: right - left, height: height), .of(series, outOf: chart.series.count)))
  }

  /// The exact sum of a stacked bar.
  private static func total(_ layout: ChartLayout, _ category: Int) -> String {
    let values = layout.chart.series.indices.map { layout.value($0, category) }
    let amounts = values.compactMap { if case .amount(let amount) = $0 { amount } else { nil } }
    if !amounts.isEmpty { return Cell.amount(amounts.sum()).label(layout.language) }
    let counts = values.compactMap { if case .count(let count) = $0 { count } else { nil } }
    return layout.label(counts.isEmpty ? .missing : .count(counts.reduce(0, +)))
  }
}
