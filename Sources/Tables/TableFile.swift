import LibZip

/// A table that people keep in a spreadsheet: a sheet of a workbook (XLSX), or separated values (CSV). What it is shows
/// in its content, never in its name.
package struct TableFile {
  package enum Form: Hashable, Sendable {
    case csv, xlsx
  }

  package let form: Form
  /// The title of the sheet that is read; nil where there are no sheets.
  package let sheet: String?
  /// Visible sheets beside it, which are not read.
  package let otherSheets: Int
  private let source: Source

  private enum Source {
    case text(CSVText)
    case workbook(Workbook)
  }

  /// - Parameter sheet: The title of a sheet, case aside; nil for the first one that is visible.
  package init(
    bytes: [UInt8], sheet: String? = nil, limits: TableLimits = TableLimits()
  ) throws(TableProblem) {
    if bytes.isEmpty { throw TableProblem(.empty) }
    if bytes.count > limits.bytes { throw TableProblem(.limit(.bytes)) }
    if Self.isCompound(bytes) { throw TableProblem(.otherFormat(CompoundFile.format(of: bytes))) }
    if Self.isArchive(bytes) {
      let workbook = try Workbook(bytes: bytes, sheet: sheet, limits: limits)
      form = .xlsx
      self.sheet = workbook.sheet
      otherSheets = workbook.otherSheets
      source = .workbook(workbook)
    } else {
      form = .csv
      self.sheet = nil
      otherSheets = 0
      source = .text(try CSVText(bytes: bytes, limits: limits))
    }
  }

  /// The rows from the first; as often as they are asked for.
  package func rows() throws(TableProblem) -> TableRows {
    switch source {
    case .text(let text): TableRows(.text(CSVRows(text)))
    case .workbook(let workbook): TableRows(.sheet(try SheetRows(workbook)))
    }
  }

  /// True for the first bytes of an archive, as XLSX is one.
  package static func isArchive(_ bytes: some Collection<UInt8>) -> Bool {
    ZipArchive.isBegun(by: bytes)
  }

  /// True for the first bytes of a compound file, in which Excel kept its workbooks up to 2003 and still keeps those
  /// behind a password.
  package static func isCompound(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: CompoundFile.signature)
  }
}

/// The rows of a table, one by one. Empty rows are not handed out.
package struct TableRows: ~Copyable {
  enum Source {
    case text(CSVRows)
    case sheet(SheetRows)
  }

  private var source: Source

  init(_ source: Source) { self.source = source }

  /// The next row; nil after the last.
  package mutating func next() throws(TableProblem) -> TableRow? {
    switch source {
    case .text(var rows):
      defer { source = .text(rows) }
      return try rows.next()
    case .sheet(let rows): return try rows.next()
    }
  }

  /// The merged cells of a sheet; complete after the last row, behind which they are listed.
  package var merged: [CellRange] {
    switch source {
    case .text: []
    case .sheet(let rows): rows.merged
    }
  }
}
