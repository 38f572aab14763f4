import CXLSXWriter

extension XLSXWriter {
  /// Draws columns of the sheet as charts, one below another, below its last row; where a page does not hold one with what
  /// stands above it, it begins a page of its own. Once for a sheet.
  ///
  /// - Parameter columns: How many of the sheet are printed; what stands right of them is there for the charts alone.
  package mutating func add(_ charts: [XLSXChart], printing columns: Int) throws(XLSXProblem) {
    guard let sheet = unsafe sheet, !charts.isEmpty else { return }
    let printed = widths.prefix(columns).reduce(0) { $0 + $1 * 7 + 5 }
    let hides = columns < widths.count
    // What is not printed would cut off what reaches over it.
    let width = hides ? min(Self.chartWidth, printed) : Self.chartWidth
    // The sheet is made to fit a page in its width.
    let page = Self.page.height * max(printed / Self.page.width, 1)
    // A table of about a page may be broken anywhere: what follows it then begins a page in any case.
    var taken = height
    var (next, breaks) = (row + 1, [lxw_row_t]())
    for chart in charts {
      taken += chart.height + Self.rowHeight
      if taken > page {
        breaks.append(lxw_row_t(next))
        taken = chart.height
      }
      var options = unsafe lxw_chart_options()
      // The library draws 480 by 288 pixels.
      unsafe options.x_scale = width / 480
      unsafe options.y_scale = chart.height / 288
      let drawn = unsafe try draw(chart)
      if unsafe worksheet_insert_chart_opt(sheet, lxw_row_t(next), 0, drawn, &options) != LXW_NO_ERROR {
        throw .cannotWrite
      }
      next += Int((chart.height / Self.rowHeight).rounded(.up)) + 1
    }
    if !breaks.isEmpty {
      // A zero ends the list.
      breaks.append(0)
      _ = unsafe worksheet_set_h_pagebreaks(sheet, &breaks)
    }
    if hides { _ = unsafe worksheet_print_area(sheet, 0, 0, lxw_row_t(next), lxw_col_t(columns - 1)) }
  }

  private static let chartWidth = 720.0
  private static let rowHeight = 20.0
  /// A4 on its long side without its margins, in pixels.
  private static let page = (width: 985.0, height: 640.0)

  private func draw(_ chart: XLSXChart) throws(XLSXProblem) -> UnsafeMutablePointer<lxw_chart> {
    guard let drawn = unsafe workbook_add_chart(workbook, UInt8(chart.type.rawValue)) else { throw .cannotWrite }
    unsafe chart_title_set_name(drawn, String(XLSXText.cell(chart.title).prefix(200)))
    var font = unsafe lxw_chart_font()
    unsafe font.size = 11
    unsafe font.bold = 1
    unsafe chart_title_set_name_font(drawn, &font)
    let (first, last) = (lxw_row_t(chart.rows.lowerBound - 1), lxw_row_t(chart.rows.upperBound - 1))
    let names = lxw_col_t(chart.names - 1)
    for series in chart.series {
      guard let added = unsafe chart_add_series(drawn, nil, nil) else { throw .cannotWrite }
      let column = lxw_col_t(series.column - 1)
      unsafe chart_series_set_categories(added, name, first, names, last, names)
      unsafe chart_series_set_values(added, name, first, column, last, column)
      unsafe chart_series_set_name_range(added, name, 0, column)
      if chart.form == .steps {
        var line = lxw_chart_line()
        line.color = series.colour
        line.width = 2
        if series.isDashed { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
        unsafe chart_series_set_line(added, &line)
      } else {
        var fill = lxw_chart_fill()
        fill.color = series.colour
        unsafe chart_series_set_fill(added, &fill)
      }
    }
    if let days = chart.days { unsafe setDays(days, of: drawn.pointee.x_axis) }
    // The library calls the axis that lies x.
    let isLying = chart.form == .bars || chart.form == .stackedBars
    if isLying {
      unsafe chart_axis_set_reverse(drawn.pointee.y_axis)
      unsafe chart_axis_set_interval_unit(drawn.pointee.y_axis, 1)
    }
    let values = unsafe isLying ? drawn.pointee.x_axis : drawn.pointee.y_axis
    unsafe chart_axis_set_num_format(values, "#,##0")
    if let minimum = chart.minimum { unsafe chart_axis_set_min(values, minimum) }
    if let maximum = chart.maximum { unsafe chart_axis_set_max(values, maximum) }
    if let unit = chart.unit { unsafe chart_axis_set_major_unit(values, unit) }
    // Of bars put together the title names the whole, not its parts.
    let isNamed = chart.series.count == 1 && chart.form != .stackedBars
    let legend = isNamed ? LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_BOTTOM
    unsafe chart_legend_set_position(drawn, UInt8(legend.rawValue))
    return unsafe drawn
  }

  /// Spreadsheets count days from 30 December 1899, and would name any that falls on a round number.
  private func setDays(_ days: ClosedRange<Int>, of axis: UnsafeMutablePointer<lxw_chart_axis>) {
    let (first, last) = (Double(days.lowerBound + 25_569), Double(days.upperBound + 25_569))
    unsafe chart_axis_set_num_format(axis, "dd\\.mm\\.yyyy")
    unsafe chart_axis_set_min(axis, first)
    unsafe chart_axis_set_max(axis, max(last, first + 1))
    unsafe chart_axis_set_major_unit(axis, max(((last - first) / 6).rounded(.up), 1))
  }
}
