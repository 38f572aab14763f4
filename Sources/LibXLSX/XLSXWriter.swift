import CXLSXWriter
import Glibc

/// What a workbook says about itself.
package struct XLSXProperties: Hashable, Sendable {
  package var title: String
  package var author: String?
  /// Seconds since 1970: a fixed moment, so that the same content is the same file.
  package var created: Int

  package init(title: String, author: String? = nil, created: Int) {
    self.title = title
    self.author = author
    self.created = created
  }
}

/// Writes a workbook row by row: memory stays flat, and the same content gives the same bytes.
///
/// It appears at its path when it is finished; a caller to whom it must not replace anything halfway gives a path of its
/// own and moves the file. Rows and columns count from 1. Of its rows only the last is in memory, so a sheet is written
/// from top to bottom, and one sheet after the other.
@safe package struct XLSXWriter: ~Copyable {
  let workbook: UnsafeMutablePointer<lxw_workbook>
  private var isOpen = true
  private(set) var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private var formats: [XLSXStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  /// In small letters. Excel keeps one for itself.
  private var titles: Set<String> = ["history"]
  /// Of the sheet.
  private(set) var name = ""
  /// Of the columns of the sheet, in characters.
  private(set) var widths: [Double] = []
  /// Of the rows of the sheet so far, in pixels.
  private(set) var height = 0.0
  /// The row that was written last.
  package private(set) var row = 0

  package static let mostRows = 1_048_576
  package static let mostColumns = 16_384

  package init(path: String, _ properties: XLSXProperties) throws(XLSXProblem) {
    var options = unsafe lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
    guard let workbook = unsafe workbook_new_opt(path, &options) else { throw .cannotWrite }
    unsafe self.workbook = workbook
    let title = XLSXText.cell(properties.title)
    let author = XLSXText.cell(properties.author ?? "")
    // Of a zero the library would make the present moment.
    let created = properties.created == 0 ? 1 : properties.created
    unsafe title.withCString { title in
      unsafe author.withCString { author in
        var said = unsafe lxw_doc_properties()
        unsafe said.title = UnsafeMutablePointer(mutating: title)
        unsafe said.author = UnsafeMutablePointer(mutating: author)
        unsafe said.created = time_t(created)
        _ = unsafe workbook_set_properties(workbook, &said)
      }
    }
  }

  deinit {
    if isOpen { unsafe lxw_workbook_free(workbook) }
  }

  // MARK: Sheets

  /// Begins a sheet; rows go into it from now on.
  ///
  /// - Parameters:
  ///   - title: What the sheet is to be called; what no sheet may be called is mended.
  ///   - widths: Of the columns from the first, in characters.
  package mutating func beginSheet(_ title: String, widths: [Double]) throws(XLSXProblem) {
    try checkSheet()
    let name = XLSXText.sheetTitle(title, taken: &titles)
    guard let sheet = unsafe workbook_add_worksheet(workbook, name) else { throw .cannotWrite }
    unsafe self.sheet = unsafe sheet
    self.name = name
    self.widths = widths
    row = 0
    height = 0
    for (column, width) in widths.prefix(Self.mostColumns).enumerated() {
      _ = unsafe worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
    }
  }

  /// The library does not look whether its temporary file took what it wrote.
  private func checkSheet() throws(XLSXProblem) {
    guard let file = unsafe sheet?.pointee.optimize_tmpfile else { return }
    if unsafe fflush(file) != 0 || ferror(file) != 0 { throw .cannotWrite }
  }

  /// Writes the next row.
  package mutating func add(_ cells: [XLSXCell]) throws(XLSXProblem) {
    guard row < Self.mostRows, cells.count <= Self.mostColumns else { throw .sheetIsFull }
    row += 1
    makeRoom(for: cells)
    for (column, cell) in cells.enumerated() {
      try write(cell, lxw_row_t(row - 1), lxw_col_t(column))
    }
  }

  /// Spreadsheets do not agree on whether a row that says no height grows with its texts: one that needs more lines says
  /// so.
  private mutating func makeRoom(for cells: [XLSXCell]) {
    guard let sheet = unsafe sheet else { return }
    let lines = zip(cells, widths).map { cell, width in cell.lines(width: width) }.max() ?? 1
    height += min(Double(lines) * 20, 545)
    if lines > 1 {
      // A row is no higher than 409 points.
      _ = unsafe worksheet_set_row(sheet, lxw_row_t(row - 1), min(Double(lines) * 15, 409), nil)
    }
  }

  private mutating func write(_ cell: XLSXCell, _ row: lxw_row_t, _ column: lxw_col_t) throws(XLSXProblem) {
    guard let sheet = unsafe sheet else { return }
    let format = unsafe try format(cell.style)
    let error =
      switch cell.value {
      case .blank: unsafe worksheet_write_blank(sheet, row, column, format)
      case .text(let text): unsafe worksheet_write_string(sheet, row, column, XLSXText.cell(text), format)
      case .number(let digits):
        if let number = XLSXNumber.value(digits) {
          unsafe worksheet_write_number(sheet, row, column, number, format)
        } else {
          unsafe worksheet_write_string(sheet, row, column, XLSXText.cell(digits), format)
        }
      case .day(let year, let month, let day):
        if (year, month) >= (1900, 3) {
          unsafe Self.write(year, month, day, sheet, row, column, format)
        } else {
          unsafe worksheet_write_string(sheet, row, column, Self.dotted(year, month, day), format)
        }
      case .formula(let formula, let result):
        if let number = result.flatMap(Double.init) {
          unsafe worksheet_write_formula_num(sheet, row, column, formula, format, number)
        } else {
          unsafe worksheet_write_formula_str(sheet, row, column, formula, format, "")
        }
      }
    if error != LXW_NO_ERROR { throw .cannotWrite }
    if let note = cell.note, unsafe worksheet_write_comment(sheet, row, column, XLSXText.cell(note)) != LXW_NO_ERROR {
      throw .cannotWrite
    }
  }

  private static func write(
    _ year: Int, _ month: Int, _ day: Int, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t,
    _ column: lxw_col_t, _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    var moment = lxw_datetime(year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
    return unsafe worksheet_write_datetime(sheet, row, column, &moment, format)
  }

  private static func dotted(_ year: Int, _ month: Int, _ day: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(day, 2)).\(padded(month, 2)).\(padded(year, 4))"
  }

  /// Nil for a cell that looks like any other.
  private mutating func format(_ style: XLSXStyle) throws(XLSXProblem) -> UnsafeMutablePointer<lxw_format>? {
    if style == XLSXStyle() { return nil }
    if let known = unsafe formats[style] { return unsafe known }
    guard let format = unsafe workbook_add_format(workbook) else { throw .cannotWrite }
    unsafe style.apply(to: format)
    unsafe formats[style] = unsafe format
    return unsafe format
  }

  // MARK: Around the cells

  /// Keeps the rows above, and the columns to the left, in sight.
  package mutating func freeze(rows: Int, columns: Int = 0) {
    guard let sheet = unsafe sheet else { return }
    unsafe worksheet_freeze_panes(sheet, lxw_row_t(rows), lxw_col_t(columns))
  }

  /// Lets the reader choose rows by what stands in their columns.
  ///
  /// - Parameters:
  ///   - rows: From the row of the titles to the last that is chosen from.
  ///   - columns: How many, from the first.
  package mutating func filter(rows: ClosedRange<Int>, columns: Int) {
    guard let sheet = unsafe sheet, columns > 0 else { return }
    _ = unsafe worksheet_autofilter(
      sheet, lxw_row_t(rows.lowerBound - 1), 0, lxw_row_t(rows.upperBound - 1), lxw_col_t(columns - 1))
  }

  /// On paper: as wide as the page, on its long side, the titles of the columns on every page, and a line above and below.
  ///
  /// - Parameters:
  ///   - repeated: The rows that stand on every page.
  ///   - title: Above the page; below stands its number.
  package mutating func layOutPages(repeating repeated: ClosedRange<Int>, title: String) {
    guard let sheet = unsafe sheet else { return }
    unsafe worksheet_set_landscape(sheet)
    unsafe worksheet_set_paper(sheet, 9)  // A4
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    _ = unsafe worksheet_repeat_rows(sheet, lxw_row_t(repeated.lowerBound - 1), lxw_row_t(repeated.upperBound - 1))
    // An ampersand begins a code there, and 255 characters are all a line takes.
    let line = String(XLSXText.cell(title).prefix(100)).replacing("&", with: "&&")
    _ = unsafe worksheet_set_header(sheet, "&L\(line)")
    _ = unsafe worksheet_set_footer(sheet, "&R&P / &N")
  }

  /// Keeps the reader from changing cells that are not unlocked. It takes no password to change that: it guards against
  /// slips of the hand.
  package mutating func protect() {
    guard let sheet = unsafe sheet else { return }
    var allowed = lxw_protection()
    allowed.format_cells = 1
    allowed.format_columns = 1
    allowed.format_rows = 1
    unsafe worksheet_protect(sheet, nil, &allowed)
  }

  /// Lets the reader type into cells only numbers from 0 to a maximum.
  package mutating func limit(
    rows: ClosedRange<Int>, column: Int, to limit: XLSXLimit
  ) throws(XLSXProblem) {
    guard let sheet = unsafe sheet else { return }
    let title = String(limit.title.prefix(32))
    let message = String(limit.message.prefix(255))
    let error = unsafe title.withCString { title in
      unsafe message.withCString { message in
        var rule = unsafe lxw_data_validation()
        unsafe rule.validate = UInt8(
          (limit.isWhole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL).rawValue)
        unsafe rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
        unsafe rule.minimum_number = 0
        unsafe rule.maximum_number = limit.maximum
        unsafe rule.error_title = UnsafeMutablePointer(mutating: title)
        unsafe rule.error_message = UnsafeMutablePointer(mutating: message)
        return unsafe worksheet_data_validation_range(
          sheet, lxw_row_t(rows.lowerBound - 1), lxw_col_t(column - 1), lxw_row_t(rows.upperBound - 1),
          lxw_col_t(column - 1), &rule)
      }
    }
    if error != LXW_NO_ERROR { throw .cannotWrite }
  }

  /// Writes the workbook to its path.
  package consuming func finish() throws(XLSXProblem) {
    try checkSheet()
    isOpen = false
    // Frees the workbook, also where it cannot be written.
    if unsafe workbook_close(workbook) != LXW_NO_ERROR { throw .cannotWrite }
  }
}

/// What may be typed into a cell, and what is said where it is something else.
package struct XLSXLimit: Hashable, Sendable {
  package var maximum: Double
  package var isWhole: Bool
  /// At most 32 characters of it are shown.
  package var title: String
  /// At most 255 characters of it are shown.
  package var message: String

  package init(maximum: Double, isWhole: Bool = false, title: String, message: String) {
    self.maximum = maximum
    self.isWhole = isWhole
    self.title = title
    self.message = message
  }
}
