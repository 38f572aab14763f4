internal import LibPDF
internal import Primitives

/// What the layouts of all forms share.
struct ChartLayout {
  let chart: Chart
  let language: Language
  let width: Double

  static let size = 9.0
  static let small = 8.0
  static let lineHeight = size * ChartText.leading
  /// Between a value and what it stands at.
  static let gap = 4.0

  init(_ chart: Chart, width: Double, _ language: Language) {
    self.chart = chart
    self.width = width
    self.language = language
  }

  var magnitudes: [Double] { chart.magnitudes }

  /// True where every figure is a count.
  var isWhole: Bool {
    chart.series.allSatisfy { series in
      series.values.allSatisfy { if case .count = $0 { true } else { $0.magnitude == nil } }
    }
  }

  func value(_ series: Int, _ category: Int) -> Cell { chart.series[series].value(category) }

  /// What stands beside a bar.
  func label(_ value: Cell) -> String {
    value.magnitude == nil ? Cell.missing.text(language) : value.label(language)
  }

  /// With as many intervals as their labels leave room for.
  ///
  /// - Parameter room: For the distances between them, in points.
  func scale(_ values: [Double], room: Double) -> ChartScale {
    for intervals in [6, 5, 4, 3, 2] {
      let scale = ChartScale(values, isWhole: isWhole, intervals: intervals)
      let widest = scale.ticks.map { ChartText.width(scale.label($0, language), Self.small) }.max() ?? 0
      if Double(scale.ticks.count - 1) * (widest + 10) <= room { return scale }
    }
    return ChartScale(values, isWhole: isWhole, intervals: 1)
  }

  /// Says which series looks how; nothing for one alone, which the title of the chart names. The parts of bars are named
  /// even so: the title tells only what they are parts of.
  ///
  /// - Returns: Where what comes below begins.
  func addLegend(to picture: inout ChartPicture) -> Double {
    var items = chart.series.enumerated().map { ($1.title, Optional($0)) }
    if let level = chart.level { items.append((level.title, nil)) }
    guard items.count > 1 || chart.form == .stackedBars else { return 2 }
    let isLines = chart.form == .steps
    let sample = isLines ? 22.0 : 10
    var (x, y) = (0.0, 0.0)
    for (title, series) in items {
      let text = ChartText.lines(title, Self.size, width: width - sample - 5, most: 1).first ?? ""
      let taken = sample + 5 + ChartText.width(text, Self.size)
      if x > 0, x + taken > width { (x, y) = (0, y + Self.lineHeight + 2) }
      if isLines || series == nil {
        picture.add(
          line: PDFPoint(x: x, y: y + 6), PDFPoint(x: x + sample, y: y + 6), series.map(ChartStroke.of) ?? .level)
      } else if let series {
        picture.shapes.append(
          .rectangle(
            PDFRect(x: x + 0.5, y: y + 1.5, width: sample - 1, height: 9),
            .of(series, outOf: chart.series.count)))
      }
      picture.add(text, at: PDFPoint(x: x + sample + 5, y: y + 9), size: Self.size)
      x += taken + 18
    }
    return y + Self.lineHeight + 8
  }
}

extension Chart {
  /// The chart as pictures of a width, in points, each no higher than a page: bars that one does not hold go on in the
  /// next, on the same scale.
  func pictures(width: Double, _ language: Language) -> [ChartPicture] {
    guard hasSomethingToShow else { return [] }
    let layout = ChartLayout(self, width: width, language)
    return switch form {
    case .bars, .stackedBars: BarLayout(layout).pictures
    case .columns: [ColumnLayout(layout).picture]
    case .steps: [StepLayout(layout).picture]
    }
  }
}
