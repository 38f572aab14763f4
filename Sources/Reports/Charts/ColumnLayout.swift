internal import LibPDF
internal import Primitives

/// Columns side by side over the categories, values above them.
struct ColumnLayout {
  private let layout: ChartLayout
  private let scale: ChartScale
  private let left: Double

  private static let height = 150.0
  private static let widest = 46.0

  private var chart: Chart { layout.chart }

  init(_ layout: ChartLayout) {
    self.layout = layout
    scale = ChartScale(layout.magnitudes, isWhole: layout.isWhole, intervals: 5)
    left =
      (scale.ticks.map { [scale] in ChartText.width(scale.label($0, layout.language), ChartLayout.small) }.max() ?? 0)
      + 6
  }

  var picture: ChartPicture {
    var picture = ChartPicture(size: PDFSize(width: layout.width, height: 0))
    let top = layout.addLegend(to: &picture) + 10
    let bottom = top + Self.height
    // Values stand above the highest column, and below the lowest that goes down.
    let names = bottom + (layout.magnitudes.contains { $0 < 0 } ? 22.0 : 13)
    picture.size.height = names + 4
    func y(_ value: Double) -> Double { bottom - scale.share(value) * Self.height }

    for tick in scale.ticks {
      picture.add(line: PDFPoint(x: left, y: y(tick)), PDFPoint(x: layout.width, y: y(tick)), .grid)
      picture.add(
        scale.label(tick, layout.language), at: PDFPoint(x: left - 6, y: y(tick) + 3), size: ChartLayout.small, .end,
        ink: .soft)
    }
    let group = (layout.width - left) / Double(max(chart.categories.count, 1))
    let width = min(group * 0.8 / Double(max(chart.series.count, 1)), Self.widest)
    let labels = chart.series.indices.flatMap { series in
      chart.categories.indices.map { layout.value(series, $0).label(layout.language) }
    }
    let hasValues = labels.allSatisfy { ChartText.width($0, ChartLayout.small) <= width - 2 }
    for category in chart.categories.indices {
      var x = left + group * (Double(category) + 0.5) - width * Double(chart.series.count) / 2
      for series in chart.series.indices {
        let cell = layout.value(series, category)
        let value = cell.magnitude ?? 0
        if value != 0 {
          let (high, low) = (min(y(value), y(0)), max(y(value), y(0)))
          picture.shapes.append(
            .rectangle(
              PDFRect(x: x + 1, y: high, width: max(width - 2, 0.5), height: low - high),
              .of(series, outOf: chart.series.count)))
        }
        if hasValues {
          picture.add(
            cell.label(layout.language),
            at: PDFPoint(x: x + width / 2, y: value < 0 ? y(value) + 9 : y(value) - 3), size: ChartLayout.small, .middle
          )
        }
        x += width
      }
    }
    picture.add(line: PDFPoint(x: left, y: y(0)), PDFPoint(x: layout.width, y: y(0)), .axis)
    addNames(to: &picture, group: group, at: names)
    return picture
  }

  /// Where they are too many to stand side by side, only every second, third …
  private func addNames(to picture: inout ChartPicture, group: Double, at y: Double) {
    let names = chart.categories.map { category in
      ChartText.lines(category.text(layout.language), ChartLayout.size, width: max(group - 4, 30), most: 1).first ?? ""
    }
    // One at an edge may be moved inwards by half of itself.
    let widest = (names.map { ChartText.width($0, ChartLayout.size) }.max() ?? 0) * 1.5 + 4
    let every = max(Int((widest / group).rounded(.up)), 1)
    // The last is always named; counted from it.
    for (index, name) in names.enumerated() where (names.count - 1 - index).isMultiple(of: every) {
      let half = ChartText.width(name, ChartLayout.size) / 2
      let middle = left + group * (Double(index) + 0.5)
      picture.add(
        name, at: PDFPoint(x: min(max(middle, half), layout.width - half), y: y), size: ChartLayout.size, .middle)
    }
  }
}
