import Exchange
import Primitives
import Tables

/// A table of winners: one row each, columns found by their names in Russian or English; others are not read.
enum WinnerTable {
  private typealias Cells = RowCells<WinnerColumn>

  /// - Parameter sheet: The title of a sheet of a workbook; nil for the first visible one.
  /// - Throws: ``DocumentRefusal`` for a file that is no table, ``Failure`` that names the row and column of every cell
  ///   that cannot be read.
  static func read(_ path: String, sheet: String?) throws -> [WinnerLine] {
    let table = try OpenTable(try TableSource(path: path), sheet: sheet)
    var rows = try table.rows()
    guard let header = try rows.next() else { throw Failure(.invalid, [.noRows(at: table.place.location)]) }
    var problems: [Diagnostic] = []
    let columns = try columns(header, table.place, &problems)
    var lines: [WinnerLine] = []
    while let row = try rows.next() {
      if let line = line(row, columns, table.place, &problems) { lines.append(line) }
    }
    problems += rows.mergedCells(header: header.number).map(\.problem)
    if lines.isEmpty, problems.isEmpty { problems = [.noRows(at: table.place.location)] }
    if !problems.isEmpty { throw Failure(.invalid, problems) }
    return lines
  }

  /// - Throws: ``Failure`` when those are missing without which no row says anything.
  private static func columns(
    _ header: TableRow, _ place: TablePlace, _ problems: inout [Diagnostic]
  ) throws -> [WinnerColumn: Int] {
    var columns: [WinnerColumn: Int] = [:]
    for cell in header.cells {
      guard case .text(let title) = cell.content, let column = WinnerColumn(named: title) else { continue }
      if let first = columns[column] {
        problems.append(.columnTwice(title, first: first, at: place.location(cell.place)))
      } else {
        columns[column] = cell.place.column
      }
    }
    guard columns[.entry] != nil, columns[.place] != nil || columns[.prize] != nil else {
      throw Failure(.invalid, [.columnsMissing(at: place.location(row: header.number))])
    }
    return columns
  }

  /// Nil for a row without anything in the columns that are read.
  private static func line(
    _ row: TableRow, _ columns: [WinnerColumn: Int], _ place: TablePlace, _ problems: inout [Diagnostic]
  ) -> WinnerLine? {
    let numbers = Set(columns.values)
    let read = row.cells.filter { numbers.contains($0.place.column) }
    if read.isEmpty { return nil }
    let faults = read.compactMap { Diagnostic.fault(of: $0, at: place.location($0.place)) }
    if !faults.isEmpty {
      problems += faults
      return nil
    }
    var cells = Cells(row, columns, place)
    let line = WinnerLine(
      entry: entry(&cells), nomination: cells.identifier(.nomination), place: self.place(&cells),
      prize: cells.text(.prize, .line), location: place.location(row: row.number),
      cells: columns.filter { cells.has($0.key) }.mapValues { place.location(CellPlace(row: row.number, column: $0)) })
    problems += cells.problems
    return line
  }

  private static func entry(_ cells: inout Cells) -> String {
    if let entry = cells.text(.entry, .line) { return entry }
    if !cells.has(.entry) {
      cells.report(
        .entry, ru: "не указана заявка", en: "the entry is missing",
        advice: LocalizedText(
          ru: "впишите номер заявки; список: laureat entry list", en: "write its number; list them: laureat entry list")
      )
    }
    return ""
  }

  private static func place(_ cells: inout Cells) -> Int? {
    guard let place = cells.count(.place) else { return nil }
    if TypedNumber.counts.contains(place) { return place }
    cells.report(
      .place, ru: "место — целое число от 1", en: "a place is a whole number from 1 on",
      advice: LocalizedText(ru: "впишите место цифрой", en: "write the place as a figure"))
    return nil
  }
}

/// What a column of a table of winners says.
enum WinnerColumn: FixedTableColumn {
  case entry, nomination, place, prize

  var name: LocalizedText {
    switch self {
    case .entry: LocalizedText(ru: "заявка", en: "entry")
    case .nomination: LocalizedText(ru: "номинация", en: "nomination")
    case .place: LocalizedText(ru: "место", en: "place")
    case .prize: LocalizedText(ru: "приз", en: "prize")
    }
  }

  var names: Set<String> {
    switch self {
    case .entry: ["entry", "заявка", "номер", "номер заявки"]
    case .nomination: ["nomination", "номинация"]
    case .place: ["place", "место"]
    case .prize: ["prize", "приз"]
    }
  }
}

extension Diagnostic {
  fileprivate static func columnsMissing(at place: Location) -> Diagnostic {
    Diagnostic(
      ExchangeCode.missingElement,
      LocalizedText(
        ru: "нужны столбцы «заявка» и «место» или «приз»", en: "the columns entry and place or prize are needed"),
      advice: LocalizedText(
        ru: "назовите их в первой строке", en: "name them in the first row"), location: place)
  }
}
