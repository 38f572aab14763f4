internal import LibXLSX

extension Chart {
  /// The chart as spreadsheets draw it, over the rows of a table with its figures; nil where the table has them not in
  /// plain rows under the titles of the series, and for steps: spreadsheets draw no line that stays level until the next
  /// day.
  func xlsx(over table: Table) -> XLSXChart? {
    func plain(_ title: String) -> String { title.replacing("\u{A0}", with: " ") }
    let rows = table.rows.prefix { $0.kind == .plain }
    guard rows.count == table.rows.count(where: { $0.kind != .total }), !rows.isEmpty else { return nil }
    let titles = series.map(\.title) + [level?.title].compactMap { $0 }
    let columns = titles.compactMap { title in
      table.columns.firstIndex { $0.kind == .figure && plain($0.title) == plain(title) }
    }
    guard columns.count == titles.count else { return nil }
    let drawn: XLSXChart.Form
    switch form {
    case .bars: drawn = .bars
    case .stackedBars: drawn = .stackedBars
    case .columns: drawn = .columns
    case .steps: return nil
    }
    return XLSXChart(
      drawn, title: title, rows: 2...rows.count + 1,
      series: columns.enumerated().map { .init(column: $1 + 1, colour: Self.fills[$0 % Self.fills.count]) },
      minimum: magnitudes.contains { $0 < 0 } ? nil : 0)
  }

  /// As in the pictures, but that a light one is not lost without its edge.
  private static let fills: [UInt32] = [0x9DB8D2, 0x1D4F7C, 0xB3500F, 0x7A828C]
}
