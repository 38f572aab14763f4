internal import LibXLSX
internal import Primitives

extension Chart {
  /// The chart as spreadsheets draw it, over the rows of a table with its figures: bars that one page does not hold go on
  /// in the next chart, on the same scale.
  ///
  /// None where the table has them not in plain rows under the titles of the series. Steps are drawn over the table of
  /// ``sheetTable(_:)``.
  func xlsx(over table: Table, _ language: Language) -> [XLSXChart] {
    func plain(_ title: String) -> String { title.replacing("\u{A0}", with: " ") }
    let rows = table.rows.prefix { $0.kind == .plain }
    guard rows.count == table.rows.count(where: { $0.kind != .total }), !rows.isEmpty else { return [] }
    let columns = series.compactMap { series in
      table.columns.firstIndex { $0.kind == .figure && plain($0.title) == plain(series.title) }
    }
    guard columns.count == series.count else { return [] }
    let drawn: XLSXChart.Form
    switch form {
    case .bars: drawn = .bars
    case .stackedBars: drawn = .stackedBars
    case .columns: drawn = .columns
    case .steps: return [steps(columns, rows.count)].compactMap { $0 }
    }
    let names = table.columns.lastIndex { $0.title == Table.nameTitle(language) } ?? 0
    let longest = rows.map { $0.cells[names].text(language).count }.max() ?? 0
    var chart = XLSXChart(
      drawn, title: title, rows: 2...rows.count + 1, names: names + 1,
      nameLines: (longest + Self.nameLine - 1) / Self.nameLine,
      series: columns.enumerated().map { .init(column: $1 + 1, colour: Self.fills[$0 % Self.fills.count]) },
      minimum: extents.contains { $0 < 0 } ? nil : 0)
    guard form != .columns, rows.count > chart.rowsOnPage else { return [chart] }
    let scale = ChartScale(extents, isWhole: false, intervals: 6)
    (chart.minimum, chart.maximum, chart.unit) = (scale.ticks.first, scale.ticks.last, scale.step)
    let count = (rows.count + chart.rowsOnPage - 1) / chart.rowsOnPage
    return (0..<count).map { index in
      var part = chart
      part.rows = 2 + rows.count * index / count...1 + rows.count * (index + 1) / count
      if index > 0 { part.title = continuedTitle(language) }
      return part
    }
  }

  /// Nil where the categories are no days.
  private func steps(_ columns: [Int], _ rows: Int) -> XLSXChart? {
    guard case .day(let first)? = categories.first, case .day(let last)? = categories.last else { return nil }
    var lines = columns.enumerated().map { XLSXChart.Series(column: $1 + 1, colour: Self.lines[$0 % Self.lines.count]) }
    // Right of the series, see the table.
    if level != nil, let last = columns.last {
      lines.append(.init(column: last + 2, colour: Self.lines[2], isDashed: true))
    }
    return XLSXChart(
      .steps, title: title, rows: 2...rows + 1, series: lines, minimum: extents.contains { $0 < 0 } ? nil : 0,
      days: first.daysSince1970...max(first.daysSince1970, last.daysSince1970))
  }

  /// The table that a sheet has of the chart. Spreadsheets draw no line that stays level until the next day: where it
  /// rises in steps, each day has what was reached before it and by its end.
  func sheetTable(_ language: Language) -> Table {
    guard form == .steps else { return table }
    let isRussian = language == .russian
    let moments = isRussian ? ["на начало дня", "на конец дня"] : ["at its beginning", "at its end"]
    var table = Table(
      title,
      columns: [.text(heading), .text(isRussian ? "Момент" : "When")]
        + (series.map(\.title) + [level?.title].compactMap { $0 }).map { .figure($0) }, rows: [])
    for index in categories.indices {
      for (moment, offset) in zip(moments, [1, 0]) where index >= offset {
        table.rows.append(
          Table.Row(
            .plain,
            [categories[index], .text(moment)] + series.map { $0.value(index - offset) }
              + [level?.value].compactMap { $0 }))
      }
    }
    return table
  }

  /// As many characters of a name as spreadsheets set on a line beside the bars.
  private static let nameLine = 28
  /// As in the pictures, but that a light one is not lost without its edge.
  private static let fills: [UInt32] = [0x9DB8D2, 0x1D4F7C, 0xB3500F, 0x7A828C]
  private static let lines: [UInt32] = [0x1D4F7C, 0xB3500F, 0x7A828C]
}

extension Table {
  /// With a column of short names at its end, for the bars of a chart: texts of more than a line push the bars aside, and
  /// spreadsheets leave out those they find no room for. Nil where the first column is short enough.
  func addingNames(_ language: Language) -> Table? {
    let titles = rows.map { row -> String? in
      switch row.cells.first {
      case .text(let text)? where row.kind == .plain: text
      case .lines(let text, _)? where row.kind == .plain: text
      default: nil
      }
    }
    let isLong = zip(rows, titles).contains { row, title in
      if case .lines? = row.cells.first { return true }
      return title.map { $0.count > Self.longestName } ?? false
    }
    guard isLong else { return nil }
    var table = self
    table.columns.append(.text(Self.nameTitle(language)))
    var used: [String: Int] = [:]
    for (index, title) in titles.enumerated() {
      let name = title.map { title in
        let name = title.shortened(to: Self.longestName)
        let number = used[name, default: 0] + 1
        used[name] = number
        return number == 1 ? name : "\(name) (\(number))"
      }
      table.rows[index].cells.append(name.map(Cell.text) ?? .blank)
    }
    return table
  }

  static func nameTitle(_ language: Language) -> String {
    language == .russian ? "Подпись на диаграмме" : "Name in the chart"
  }

  /// In characters: two lines beside the bars.
  private static let longestName = 48
}

extension String {
  /// At most so many characters, whole words of them where that leaves half; what is cut off ends in «…».
  func shortened(to length: Int) -> String {
    guard count > length else { return self }
    let cut = prefix(length - 1)
    let words = cut.lastIndex(of: " ").map { cut[..<$0] }.flatMap { $0.count > length / 2 ? $0 : nil } ?? cut
    var text = String(words)
    while let last = text.last, " ,.;:—«(".contains(last) { text.removeLast() }
    return text + "…"
  }
}
