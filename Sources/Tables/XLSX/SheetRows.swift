import LibXML
import Primitives

/// Reads the rows of a sheet as its XML comes.
final class SheetRows {
  private let reader: SheetReader
  private let stream: PartStream
  private var waiting: ArraySlice<TableRow> = []

  init(_ workbook: Workbook) throws(TableProblem) {
    reader = SheetReader(workbook)
    stream = try workbook.package.stream(workbook.part, reader)
  }

  /// The next row that is not empty; nil after the last.
  func next() throws(TableProblem) -> TableRow? {
    while waiting.isEmpty {
      let isMore = try stream.advance()
      if let problem = reader.problem { throw problem }
      waiting = reader.takeRows()[...]
      if !isMore, waiting.isEmpty { return nil }
    }
    return waiting.popFirst()
  }

  var merged: [CellRange] { reader.merged }
}

/// Takes the rows from the XML of a sheet.
private final class SheetReader: XMLEventHandler {
  private(set) var problem: TableProblem?
  private(set) var merged: [CellRange] = []
  private let workbook: Workbook
  private var rows: [TableRow] = []
  private var row = TableRow(number: 0)
  private var cell: OpenCell?
  private var column = 0
  private var text = RichText()
  private var value = ""
  private var isInValue = false
  private var isInFormula = false
  /// Where one formula fills many cells, of which only the first says so.
  private var filled: [CellRange] = []

  private struct OpenCell {
    let place: CellPlace
    let type: String
    let format: Int?
    /// The text of its formula; empty for one that is told in another cell.
    var formula: String?

    /// LibreOffice writes a plain yes or no as the formula that gives it.
    var isComputed: Bool {
      guard let formula else { return false }
      return type != "b" || !["TRUE()", "FALSE()"].contains(formula)
    }
  }

  /// The most merges, and the most filled ranges, that are kept: more do not make a message any clearer.
  private static let mostMerges = 1000
  private static let mostFilled = 100
  private var cells = 0

  init(_ workbook: Workbook) { self.workbook = workbook }

  func takeRows() -> [TableRow] {
    defer { rows = [] }
    return rows
  }

  func start(_ tag: ForeignTag) {
    guard problem == nil else { return }
    switch tag.name {
    case "v": isInValue = true
    case "c": startCell(tag)
    case "row": startRow(tag)
    case "f":
      isInFormula = true
      cell?.formula = ""
      if let range = tag["ref"].flatMap({ CellRange($0) }), filled.count < Self.mostFilled { filled.append(range) }
    case "mergeCell":
      if let range = tag["ref"].flatMap({ CellRange($0) }), merged.count < Self.mostMerges { merged.append(range) }
    case let name: text.start(name)
    }
  }

  func text(_ text: String) {
    guard problem == nil else { return }
    if isInValue {
      value += text
    } else if isInFormula {
      cell?.formula? += text
    } else if cell != nil {
      self.text.add(text)
    }
  }

  func end(_ name: String) {
    guard problem == nil else { return }
    switch name {
    case "v": isInValue = false
    case "f": isInFormula = false
    case "c": endCell()
    case "row":
      if row.cells.isEmpty { return }
      if row.number > workbook.limits.rows {
        problem = TableProblem(.limit(.rows), at: CellPlace(row: row.number, column: 1))
      }
      rows.append(row)
    default: text.end(name)
    }
  }

  private func startRow(_ tag: ForeignTag) {
    // Written out or counted, rows and cells come in their order.
    let number = tag["r"].flatMap { Int($0) } ?? row.number + 1
    guard number > row.number, number <= 1_048_576 else { return problem = TableProblem(.damaged) }
    row = TableRow(number: number)
    column = 0
  }

  private func startCell(_ tag: ForeignTag) {
    let place = tag["r"].map { CellPlace($0) } ?? CellPlace(row: row.number, column: column + 1)
    guard let place, place.row == row.number, place.column > column else { return problem = TableProblem(.damaged) }
    column = place.column
    cell = OpenCell(place: place, type: tag["t"] ?? "n", format: tag["s"].flatMap { Int($0) })
    value = ""
    text = RichText()
  }

  private func endCell() {
    guard let cell else { return }
    self.cell = nil
    let content: Cell.Content
    do throws(TableProblem) {
      guard let found = try self.content(of: cell) else { return }
      content = found
    } catch {
      return problem = error
    }
    cells += 1
    if cells > workbook.limits.cells {
      problem = TableProblem(.limit(.cells), at: cell.place)
    } else if cell.place.column > workbook.limits.columns {
      problem = TableProblem(.limit(.columns), at: cell.place)
    } else if case .text(let text) = content, text.utf8.count > workbook.limits.cellLength,
      text.unicodeScalars.count > workbook.limits.cellLength
    {
      problem = TableProblem(.limit(.cellLength), at: cell.place)
    }
    let hasFormula = cell.isComputed || filled.contains { $0.contains(cell.place) }
    row.cells.append(Cell(cell.place, content, hasFormula: hasFormula))
  }

  /// What a cell holds; nil for one that is only formatted.
  private func content(of cell: OpenCell) throws(TableProblem) -> Cell.Content? {
    switch cell.type {
    case "inlineStr": return text(text.text, cell)
    case "s":
      if value.isEmpty { return text("", cell) }
      guard let index = Int(value), workbook.shared.indices.contains(index) else {
        throw TableProblem(.damaged, at: cell.place)
      }
      return text(workbook.shared[index], cell)
    case "str": return text(value, cell)
    case "b": return value.isEmpty ? text("", cell) : .flag(value == "1" || value == "true")
    case "e": return .fault(value)
    case "d": return Day(String(value.prefix(10))).map { .day($0) } ?? .noDay(value)
    default: break
    }
    if value.isEmpty { return text("", cell) }
    guard let number = PlainNumber.text(value) else { throw TableProblem(.damaged, at: cell.place) }
    guard workbook.formats.isDay(cell.format) else { return .number(number) }
    return SerialDay.day(number, workbook.epoch).map { .day($0) } ?? .noDay(number)
  }

  /// A text of white space is none; that of a formula is told all the same.
  private func text(_ text: String, _ cell: OpenCell) -> Cell.Content? {
    text.allSatisfy(\.isWhitespace) && !cell.isComputed ? nil : .text(text)
  }
}
