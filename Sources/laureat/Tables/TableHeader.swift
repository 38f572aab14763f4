import Exchange
import Primitives
import Tables

/// Which column of a table says what, as its first row tells.
struct TableHeader {
  /// The number of the row.
  let row: Int
  let columns: [ApplicationColumn: Int]
  /// The titles as they stand there.
  let titles: [Int: String]
  /// What is wrong with them; a header with errors cannot be read by.
  private(set) var problems: [Diagnostic] = []

  init(_ row: TableRow, _ options: TableReading, _ place: TablePlace) {
    self.row = row.number
    var columns: [ApplicationColumn: Int] = [:]
    var titles: [Int: String] = [:]
    var unknown: [(Int, String)] = []
    var twice: [Diagnostic] = []
    for cell in row.cells {
      let title = cell.title
      titles[cell.place.column] = title
      if let column = ApplicationColumn(named: title) {
        if let first = columns[column] {
          twice.append(.columnTwice(title, first: first, at: place.location(cell.place)))
        } else {
          columns[column] = cell.place.column
        }
      } else {
        unknown.append((cell.place.column, title))
      }
    }
    self.columns = columns
    self.titles = titles
    // Where few names are known this is no header but a row of data, and it is nobody's business what stands there.
    guard columns.count >= 2, options.ignoreUnknownColumns || columns.count >= unknown.count else {
      problems = [.noHeader(at: place.location(row: row.number))]
      return
    }
    problems = twice
    if !options.ignoreUnknownColumns {
      problems += unknown.map { column, title in
        .unknownColumn(
          title, nearest: ApplicationColumn.nearest(to: title),
          at: place.location(CellPlace(row: row.number, column: column)))
      }
    }
    problems += Self.missing(columns, options).map { .columnMissing($0, at: place.location(row: row.number)) }
  }

  private static func missing(_ columns: [ApplicationColumn: Int], _ options: TableReading) -> [ApplicationColumn] {
    var missing: [ApplicationColumn] = columns[.title] == nil ? [.title] : []
    if columns[.applicant] == nil, columns[.organisation] == nil { missing.append(.applicant) }
    if columns[.submitted] == nil, options.submitted == nil { missing.append(.submitted) }
    return missing
  }
}

extension Cell {
  /// What a cell of the header is called.
  var title: String {
    switch content {
    case .text(let text): text
    case .number(let number), .noDay(let number): number
    case .day(let day): day.description
    case .flag(let flag): String(flag)
    case .fault(let fault): fault
    }
  }
}
