import CXLSXWriter

/// A chart in a sheet, over columns of a table that stand in it.
package struct XLSXChart: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    /// From left to right, the first at the top.
    case bars
    case stackedBars
    case columns
    /// Lines over days: from point to point, so that a day with two values is a step.
    case steps
  }

  package struct Series: Hashable, Sendable {
    /// Where the values stand, their name in the first row; counted from 1.
    package var column: Int
    /// `0xRRGGBB`.
    package var colour: UInt32
    /// Of a line.
    package var isDashed: Bool

    package init(column: Int, colour: UInt32, isDashed: Bool = false) {
      self.column = column
      self.colour = colour
      self.isDashed = isDashed
    }
  }

  package var form: Form
  package var title: String
  /// What is drawn.
  package var rows: ClosedRange<Int>
  /// The column with the names of the rows, counted from 1.
  package var names: Int
  /// How many lines the longest of the names takes beside its bars.
  package var nameLines: Int
  package var series: [Series]
  /// Where the axis of the values begins and ends; nil leaves it to the spreadsheet, which may cut off what all bars
  /// have.
  package var minimum: Double?
  package var maximum: Double?
  /// From one line of that axis to the next; nil leaves it to the spreadsheet.
  package var unit: Double?
  /// The first and the last day of the axis of steps, counted from 1 January 1970.
  package var days: ClosedRange<Int>?

  package init(
    _ form: Form, title: String, rows: ClosedRange<Int>, names: Int = 1, nameLines: Int = 1, series: [Series],
    minimum: Double? = nil, maximum: Double? = nil, unit: Double? = nil, days: ClosedRange<Int>? = nil
  ) {
    self.form = form
    self.title = title
    self.rows = rows
    self.names = names
    self.nameLines = nameLines
    self.series = series
    self.minimum = minimum
    self.maximum = maximum
    self.unit = unit
    self.days = days
  }

  var type: lxw_chart_type {
    switch form {
    case .bars: LXW_CHART_BAR
    case .stackedBars: LXW_CHART_BAR_STACKED
    case .columns: LXW_CHART_COLUMN
    case .steps: LXW_CHART_SCATTER_STRAIGHT
    }
  }

  /// As much as its bars and their names need, in pixels.
  var height: Double {
    switch form {
    case .columns: Self.least
    case .steps: Self.tall
    case .bars, .stackedBars: max(Double(rows.count) * pitch + Self.around, Self.least)
    }
  }

  /// From the bars of one name to those of the next.
  private var pitch: Double { max(Double(form == .bars ? series.count : 1) * 16, Double(nameLines) * 14) + 8 }

  /// How many names a page holds with their bars.
  package var rowsOnPage: Int { Int((Self.most - Self.around) / pitch) }

  /// Of title, axis and legend.
  private static let around = 110.0
  private static let least = 288.0
  private static let tall = 400.0
  /// A page of A4 on its long side, within its margins.
  private static let most = 600.0
}
