package import LibXLSX
package import Primitives

extension XLSXWriter {
  /// Writes a table as a sheet of its own: titles that stay in sight and choose rows, figures and days to calculate
  /// with, totals in bold.
  ///
  /// What is not stated is an empty cell, which no formula takes for a zero.
  mutating func add(
    _ title: String, columns: [Table.Column], rows: some Collection<Table.Row>, _ language: Language
  ) throws(XLSXProblem) {
    try beginSheet(title, widths: ColumnWidths(columns, rows.prefix(ColumnWidths.sample), language).widths)
    freeze(rows: 1)
    layOutPages(repeating: 1...1, title: title)
    try add(
      columns.map { column in
        var style = XLSXStyle.header
        style.isRight = column.kind == .figure
        return XLSXCell(.text(column.title), style)
      })
    var summed = SummedRows()
    var last = 1
    for row in rows {
      try add(row, columns, summed, language)
      summed.note(row.kind, number: self.row)
      // Totals stay below whatever the reader chooses.
      if row.kind != .total { last = self.row }
    }
    filter(rows: 1...last, columns: columns.count)
  }

  private mutating func add(
    _ row: Table.Row, _ columns: [Table.Column], _ summed: SummedRows, _ language: Language
  ) throws(XLSXProblem) {
    var cells: [XLSXCell] = []
    for (index, value) in row.cells.enumerated() {
      var cell = value.xlsx(language)
      cell.style.isBold = row.kind == .total || row.kind == .group
      // A word in place of a figure stands where the figure would.
      if index < columns.count, columns[index].kind == .figure, case .text = cell.value { cell.style.isRight = true }
      cell.style.isAtTop = cell.value != .blank
      cell.style.isIndented = row.kind == .part && index == 0
      let formula =
        row.isSum
        ? summed.formula(column: index + 1)
        : columns.indices.contains(index) ? columns[index].balance?.formula(row: self.row + 1) : nil
      if case .number(let digits) = cell.value, let formula { cell.value = .formula(formula, result: digits) }
      cells.append(cell)
    }
    try add(cells)
  }
}

extension Table.Column.Balance {
  /// `B2+C2-D2`.
  fileprivate func formula(row: Int) -> String {
    func cell(_ column: Int) -> String { "\(XLSXReference.column(column + 1))\(row)" }
    return adding.map(cell).joined(separator: "+") + taking.map { "-" + cell($0) }.joined()
  }
}

/// The rows that a sum is made of, as ranges.
private struct SummedRows {
  private var ranges: [ClosedRange<Int>] = []

  mutating func note(_ kind: Table.Row.Kind, number: Int) {
    guard kind == .plain || kind == .group else { return }
    if let last = ranges.last, last.upperBound == number - 1 {
      ranges[ranges.count - 1] = last.lowerBound...number
    } else {
      ranges.append(number...number)
    }
  }

  /// A function takes 255 arguments; nil beyond them, and where there is nothing to sum.
  func formula(column: Int) -> String? {
    guard (1...255).contains(ranges.count) else { return nil }
    let letters = XLSXReference.column(column)
    let terms = ranges.map { "\(letters)\($0.lowerBound):\(letters)\($0.upperBound)" }
    return "SUM(\(terms.joined(separator: ",")))"
  }
}

/// How wide columns are to be for what stands in them.
private struct ColumnWidths {
  /// Rows that are looked at.
  static let sample = 500
  private static let bounds = 8...60

  /// In characters.
  let widths: [Double]

  init(_ columns: [Table.Column], _ rows: some Collection<Table.Row>, _ language: Language) {
    var widths = columns.map { column in
      column.title.split(separator: " ").map { String($0).displayWidth }.max() ?? 0
    }
    for row in rows where row.kind != .total {
      for (index, cell) in row.cells.enumerated() where index < widths.count {
        let width = cell.text(language).displayWidth
        widths[index] = max(widths[index], row.kind == .group ? width + width / 9 : width)
      }
    }
    // Beside the text stands the button that chooses rows.
    self.widths = widths.map { Double(min(max($0 + 3, Self.bounds.lowerBound), Self.bounds.upperBound)) }
  }
}

extension Cell {
  /// The value as a workbook holds it.
  func xlsx(_ language: Language) -> XLSXCell {
    switch self {
    case .missing, .blank: XLSXCell(.blank)
    case .text(let text): XLSXCell(.text(text), .wrapped)
    case .lines(let text, let more): XLSXCell(.text(([text] + more).joined(separator: "\n")), .wrapped)
    case .count(let count): XLSXCell(.number(String(count)), XLSXStyle(.whole))
    case .decimal(let decimal): XLSXCell(.number(decimal.description))
    case .amount(let amount): XLSXCell(.number(amount.description), XLSXStyle(.money))
    case .money(let money):
      XLSXCell(
        .number(money.amount.description), XLSXStyle(.currency(Format.symbol(money.currency, language))))
    case .day(let day): XLSXCell(.day(day), XLSXStyle(.day))
    case .span: XLSXCell(.text(text(language)), .wrapped)
    case .change(.count(let count)): XLSXCell(.number(String(count)), XLSXStyle(.change))
    case .change(.amount(let amount)): XLSXCell(.number(amount.description), XLSXStyle(.moneyChange))
    }
  }
}

extension XLSXValue {
  package static func day(_ day: Day) -> XLSXValue { .day(year: day.year, month: day.month, day: day.day) }
}
