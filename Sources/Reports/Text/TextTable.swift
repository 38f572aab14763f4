package import Primitives

/// A table for a terminal or a plain text.
package struct TextTable: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable {
    case left, right
  }

  package struct Column: Hashable, Sendable {
    package var title: String
    package var alignment: Alignment
    /// May be cut with `…` when the table is wider than the terminal.
    package var isFlexible: Bool

    package init(_ title: String, _ alignment: Alignment = .left, isFlexible: Bool = false) {
      self.title = title
      self.alignment = alignment
      self.isFlexible = isFlexible
    }

    /// A column of figures.
    package static func number(_ title: String) -> Column { Column(title, .right) }
    /// A column of long names.
    package static func flexible(_ title: String) -> Column { Column(title, isFlexible: true) }
  }

  /// What becomes of a text that is wider than its flexible column.
  package enum Overflow: Hashable, Sendable {
    /// It ends in `…`, so that a row stays one line.
    case cut
    /// It goes on in the next line; a line break in the text is kept.
    case wrap
  }

  package var columns: [Column]
  package var rows: [[String]]
  /// A last row set off by a line.
  package var totals: [[String]]
  package var overflow: Overflow

  package init(
    _ columns: [Column], rows: [[String]] = [], totals: [[String]] = [], overflow: Overflow = .cut
  ) {
    self.columns = columns
    self.rows = rows
    self.totals = totals
    self.overflow = overflow
  }

  package mutating func append(_ row: [String]) { rows.append(row) }

  /// The table as lines, each ending in a newline and none in a blank.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal; nil where nothing is to be cut, as in a file or a pipe.
  ///   - language: of the sentence that stands for an empty table.
  ///   - header: puts a line of titles into bold or colour.
  package func render(
    width: Int? = nil, language: Language = .russian, header: (String) -> String = { $0 }
  ) -> String {
    guard !rows.isEmpty else { return language == .russian ? "Записей нет.\n" : "Nothing to show.\n" }
    let body = rows.map(cells)
    let last = totals.map(cells)
    let widths = fit(contentWidths(of: body + last), into: width)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)

    var lines = titleLines(widths).map(header) + [rule]
    lines += body.flatMap { self.lines($0, widths) }
    if !last.isEmpty { lines += [rule] + last.flatMap { self.lines($0, widths) } }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let gap = "  "

  /// A flexible column is not made narrower than this.
  private var narrowest: Int { overflow == .cut ? 8 : 16 }

  /// Exactly one printable text for each column, as the lines it has of itself.
  private func cells(_ row: [String]) -> [[String]] {
    columns.indices.map { index in
      guard index < row.count else { return [""] }
      guard overflow == .wrap else { return [row[index].printable] }
      return row[index].split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }
    }
  }

  private func contentWidths(of rows: [[[String]]]) -> [Int] {
    columns.indices.map { column in rows.flatMap { $0[column].map(\.displayWidth) }.max() ?? 0 }
  }

  /// Finds what is too much first in titles longer than what stands under them, then in the flexible columns, always in
  /// the widest.
  private func fit(_ content: [Int], into width: Int?) -> [Int] {
    let titles = columns.map { $0.title.displayWidth }
    var widths = zip(content, titles).map(max)
    guard let width else { return widths }
    let words = columns.map { $0.title.split(separator: " ").map { String($0).displayWidth }.max() ?? 0 }
    var excess = widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1) - width
    func narrow(_ room: (Int) -> Int) {
      while excess > 0 {
        let candidates = columns.indices.filter { room($0) > 0 }
        guard let widest = candidates.max(by: { room($0) < room($1) }) else { return }
        widths[widest] -= 1
        excess -= 1
      }
    }
    narrow { widths[$0] - max(content[$0], words[$0]) }
    narrow { columns[$0].isFlexible ? widths[$0] - max(narrowest, words[$0]) : 0 }
    return widths
  }

  /// The titles, broken into lines where the column is narrower; short ones stand at the bottom.
  private func titleLines(_ widths: [Int]) -> [String] {
    let titles = columns.indices.map { column in
      columns[column].title.wrapped(to: widths[column]).split(separator: "\n").map(String.init)
    }
    let height = titles.map(\.count).max() ?? 0
    return join(titles.map { Array(repeating: "", count: height - $0.count) + $0 }, widths)
  }

  private func lines(_ cells: [[String]], _ widths: [Int]) -> [String] {
    guard overflow == .wrap else { return join(cells, widths) }
    let wrapped = columns.indices.map { column in
      cells[column].flatMap { $0.wrapped(to: widths[column]).split(separator: "\n").map(String.init) }
    }
    return join(wrapped, widths)
  }

  private func join(_ cells: [[String]], _ widths: [Int]) -> [String] {
    (0..<(cells.map(\.count).max() ?? 0)).map { line in
      let padded = columns.indices.map { column in
        let text = (line < cells[column].count ? cells[column][line] : "").truncated(to: widths[column])
        let blanks = String(repeating: " ", count: widths[column] - text.displayWidth)
        return columns[column].alignment == .right ? blanks + text : text + blanks
      }
      return padded.joined(separator: Self.gap).trimmingTrailingBlanks
    }
  }
}
