import CXLSXWriter

/// A chart in a sheet, over columns of a table that stand in it.
package struct XLSXChart: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    /// From left to right, the first at the top.
    case bars
    case stackedBars
    case columns
  }

  package struct Series: Hashable, Sendable {
    /// Where the values stand, their name in the first row; counted from 1.
    package var column: Int
    /// `0xRRGGBB`.
    package var colour: UInt32

    package init(column: Int, colour: UInt32) {
      self.column = column
      self.colour = colour
    }
  }

  package var form: Form
  package var title: String
  /// What is drawn: names in the first column, values in those of the series.
  package var rows: ClosedRange<Int>
  package var series: [Series]
  /// Where the axis of the values begins; nil leaves it to the spreadsheet, which may cut off what all bars have.
  package var minimum: Double?

  package init(_ form: Form, title: String, rows: ClosedRange<Int>, series: [Series], minimum: Double? = nil) {
    self.form = form
    self.title = title
    self.rows = rows
    self.series = series
    self.minimum = minimum
  }

  var type: lxw_chart_type {
    switch form {
    case .bars: LXW_CHART_BAR
    case .stackedBars: LXW_CHART_BAR_STACKED
    case .columns: LXW_CHART_COLUMN
    }
  }

  /// Of the height that a chart has where it does not say: as much as its bars need.
  var heightScale: Double {
    guard form == .bars || form == .stackedBars else { return 1 }
    let bars = rows.count * (form == .bars ? series.count : 1)
    return min(max(Double(bars) * 16 + 110, 288) / 288, 8)
  }
}
