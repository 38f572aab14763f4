internal import LibPDF
internal import Primitives

/// How wide the columns of a table are, and in which size it is set.
struct TableLayout {
  let size: Double
  let widths: [Double]
  /// False where the widest words do not fit: some are broken.
  let fits: Bool

  var width: Double { widths.reduce(0, +) }

  /// On each side of a text.
  static let padding = 4.0
  /// A longer word is broken: it is an address or a slip, and would starve the other columns.
  private static let widestWord = 130.0

  /// The layout in an area: as large as it fits, from 10 points down to 8; nil where it does not fit even so.
  static func fitting(_ table: Table, _ width: Double, _ language: Language, _ typesetter: Typesetter) throws
    -> TableLayout?
  {
    for size in [10.0, 9, 8] {
      let layout = try TableLayout(table, width, size: size, language, typesetter)
      if layout.fits { return layout }
    }
    return nil
  }

  init(_ table: Table, _ width: Double, size: Double, _ language: Language, _ typesetter: Typesetter) throws {
    self.size = size
    var columns = [Column](repeating: Column(), count: table.columns.count)
    let style = PrintStyle.cell(size)
    var bold = style
    bold.isBold = true
    let plainWidths = try LetterWidths(style, typesetter)
    let boldWidths = try LetterWidths(bold, typesetter)
    for (index, column) in table.columns.enumerated() {
      let title = try boldWidths.measure(column.title)
      // The head of a figure column is broken sooner than the texts beside it.
      columns[index].take(column.kind == .figure ? (title.word, title.word) : title, wraps: true)
    }
    for row in table.rows {
      let widths = row.kind == .group || row.kind == .total ? boldWidths : plainWidths
      let reach = row.reach
      for (index, cell) in row.cells.enumerated() where index < columns.count && !(reach > 1 && index < reach) {
        let indent = row.kind == .part && index == 0 ? TableRowLines.partIndent : 0
        let isFigure = table.columns[index].kind == .figure
        for line in cell.printed(language) {
          columns[index].take(try widths.measure(line), wraps: !isFigure, indent: indent)
        }
      }
    }
    let least = columns.map { $0.least + 2 * Self.padding }
    let most = zip(columns, least).map { max(min($0.most, width * 0.7) + 2 * Self.padding, $1) }
    let (leastSum, mostSum) = (least.reduce(0, +), most.reduce(0, +))
    fits = leastSum <= width
    if !fits {
      widths = least.map { $0 * width / leastSum }
    } else if mostSum <= width {
      // What is left over goes to the columns of text: figures stand close to what they belong to.
      let texts = zip(table.columns, most).map { $0.kind == .text ? $1 : 0 }
      let shares = texts.contains { $0 > 0 } ? texts : most
      let total = shares.reduce(0, +)
      widths = zip(most, shares).map { total > 0 ? $0 + (width - mostSum) * $1 / total : $0 }
    } else {
      let share = (width - leastSum) / (mostSum - leastSum)
      widths = zip(least, most).map { $0 + ($1 - $0) * share }
    }
  }

  private struct Column {
    var least = 0.0
    var most = 0.0

    /// - Parameter wraps: False for a figure, which stands on one line where it is of a length that figures have.
    mutating func take(_ text: (line: Double, word: Double), wraps: Bool, indent: Double = 0) {
      // Kerning sets letters a little closer or wider than their widths say.
      let line = text.line * 1.01 + 0.5 + indent
      most = max(most, line)
      least = max(least, min(wraps ? text.word * 1.01 + 0.5 + indent : line, TableLayout.widestWord))
    }
  }
}

extension Table.Row {
  /// Over how many columns the first cell of a total reaches.
  var reach: Int { kind == .total ? 1 + cells.dropFirst().prefix { $0 == .blank }.count : 1 }
}

extension Cell {
  /// The lines the cell is printed in before any is broken.
  func printed(_ language: Language) -> [String] {
    if case .lines(let text, let more) = self { return [text] + more }
    return [text(language)]
  }
}
