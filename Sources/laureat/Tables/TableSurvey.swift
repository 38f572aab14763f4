import Exchange
import Primitives
import Tables

/// What a table is as a spreadsheet, gone through once from its beginning to its end.
struct TableSurvey {
  let place: TablePlace
  /// Visible sheets that are not read.
  let otherSheets: Int
  /// Nil for a table without any row.
  private(set) var header: TableHeader?
  /// Rows below the header.
  private(set) var records = 0
  private(set) var problems: [Diagnostic] = []
  /// Columns with data and without a name that were told already.
  private var nameless: Set<Int> = []
  private var omitted = 0
  private let form: TableFile.Form

  /// More of them do not tell anybody more.
  private static let mostProblems = 200

  /// - Throws: ``DocumentRefusal`` for a table that cannot be read to its end. What can be read and is wrong is among
  ///   the problems.
  init(_ table: OpenTable, _ options: TableReading) throws(DocumentRefusal) {
    place = table.place
    form = table.file.form
    otherSheets = table.file.otherSheets
    if FilledForm.isForm(table) { throw DocumentRefusal([.isScoreForm(at: table.place.location)]) }
    var rows = try table.rows()
    while let row = try rows.next() {
      if let header {
        look(at: row, header, options)
      } else {
        let header = TableHeader(row, options, place)
        self.header = header
        problems += header.problems
      }
    }
    if let header { note(rows.mergedCells(header: header.row)) }
    if records == 0, !problems.hasErrors { problems.append(.noRows(at: place.location)) }
    if omitted > 0 { problems.append(.moreCells(omitted, at: place.location)) }
    if let sheet = place.sheet, otherSheets > 0 {
      problems.append(.otherSheets(otherSheets, read: sheet, at: place.location))
    }
  }

  private mutating func look(at row: TableRow, _ header: TableHeader, _ options: TableReading) {
    records += 1
    let columns = Dictionary(header.columns.map { ($0.value, $0.key) }) { first, _ in first }
    for cell in row.cells {
      let location = place.location(cell.place)
      guard let column = columns[cell.place.column] else {
        if header.titles[cell.place.column] == nil, !options.ignoreUnknownColumns,
          nameless.insert(cell.place.column).inserted
        {
          add(.namelessColumn(at: location))
        }
        continue
      }
      if let fault = Diagnostic.fault(of: cell, at: location) {
        add(fault)
      } else if form == .xlsx, column.isDay, case .text(let text) = cell.content, Day(written: text) != nil {
        add(.dayAsText(column, at: location))
      }
    }
  }

  private mutating func note(_ merged: [(isInHeader: Bool, problem: Diagnostic)]) {
    // What else is wrong with a header that has merged cells follows from them.
    if merged.contains(where: \.isInHeader) { problems = [] }
    for (_, problem) in merged { add(problem) }
  }

  private mutating func add(_ problem: Diagnostic) {
    if problems.count < Self.mostProblems { problems.append(problem) } else { omitted += 1 }
  }
}

extension ApplicationColumn {
  fileprivate var isDay: Bool { self == .submitted || self == .birthDay }
}
