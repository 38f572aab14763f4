package import LibXLSX
package import Primitives

/// A list that a command prints: for a terminal, and as a file to go on working with.
package struct Listing {
  package struct Column {
    package var title: String
    package var kind: Kind
    /// True for what only files show: a line of a terminal has no room for it.
    package var isInFilesOnly: Bool

    package enum Kind: Hashable, Sendable {
      case text
      /// A long name, cut where a terminal is too narrow.
      case name
      /// Set to the right, digits under digits.
      case figure
    }

    package init(_ title: String, _ kind: Kind = .text, isInFilesOnly: Bool = false) {
      self.title = title
      self.kind = kind
      self.isInFilesOnly = isInFilesOnly
    }
  }

  private let title: String
  private let columns: [Column]
  private let count: Int
  private let cells: (Int) -> [Cell]
  private let total: [Cell]?
  private let language: Language

  /// - Parameters:
  ///   - title: What a sheet is called.
  ///   - cells: The cells of a row by its number, counted from 0. Rows are made when they are needed: a long list is not
  ///     twice in memory.
  ///   - total: Sums of the figures, as a workbook ends.
  package init(
    _ title: String, columns: [Column], count: Int, total: [Cell]? = nil, _ language: Language,
    cells: @escaping (Int) -> [Cell]
  ) {
    self.title = title
    self.columns = columns
    self.count = count
    self.total = total
    self.language = language
    self.cells = cells
  }

  /// - Parameter width: Columns of the terminal; nil where nothing is to be cut.
  package func text(width: Int?) -> String {
    let shown = columns.indices.filter { !columns[$0].isInFilesOnly }
    return TextTable(
      shown.map { columns[$0].text },
      rows: (0..<count).map { row in
        let cells = cells(row)
        return shown.map { cells[$0].text(language) }
      }
    ).render(width: width, language: language)
  }

  package var csv: [UInt8] {
    var rows: [[CSV.Field]] = [columns.map { .text($0.title) }]
    rows.reserveCapacity(count + 1)
    for row in 0..<count { rows.append(cells(row).map { $0.field(language) }) }
    return CSV.bytes(rows, language)
  }

  /// Writes the list as a workbook of one sheet.
  ///
  /// - Parameter created: The moment the workbook says it was made: the same list is then the same file.
  package func writeWorkbook(to path: String, created: Instant) throws(XLSXProblem) {
    var writer = try XLSXWriter(
      path: path, XLSXProperties(title: title, created: Int(created.milliseconds / 1000)))
    let rows = (0..<count + (total == nil || count == 0 ? 0 : 1)).lazy.map { row in
      row < count ? Table.Row(.plain, cells(row)) : Table.Row(.total, total ?? [], isSum: true)
    }
    try writer.add(title, columns: columns.map(\.table), rows: rows, language)
    try writer.finish()
  }
}

extension Listing.Column {
  fileprivate var text: TextTable.Column {
    switch kind {
    case .text: TextTable.Column(title)
    case .name: .flexible(title)
    case .figure: .number(title)
    }
  }

  fileprivate var table: Table.Column { kind == .figure ? .figure(title) : .text(title) }
}

extension Cell {
  fileprivate func field(_ language: Language) -> CSV.Field {
    switch self {
    case .missing, .blank: .text("")
    case .text(let text): .text(text)
    case .lines(let text, let more): .text(([text] + more).joined(separator: "\n"))
    case .count(let count): .count(count)
    case .decimal(let decimal): .decimal(decimal)
    case .amount(let amount): .amount(amount)
    case .money(let money): .amount(money.amount)
    case .day(let day): .day(day)
    case .span: .text(text(language))
    case .change(.count(let count)): .count(count)
    case .change(.amount(let amount)): .amount(amount)
    }
  }
}
