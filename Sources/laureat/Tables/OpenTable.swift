import Exchange
import Primitives
import Tables

/// A table that is open for reading, and what its places are called.
struct OpenTable {
  let file: TableFile
  let place: TablePlace

  /// - Parameter sheet: The title of a sheet; nil for the first visible one.
  init(_ source: TableSource, sheet: String?) throws(DocumentRefusal) {
    let bytes = source.bytes
    file = try Self.reading(source.place) { () throws(TableProblem) in try TableFile(bytes: bytes, sheet: sheet) }
    place = TablePlace(file: source.place.file, sheet: file.sheet)
  }

  /// The rows from the first; as often as they are asked for.
  func rows() throws(DocumentRefusal) -> LocatedRows {
    let file = file
    return LocatedRows(try Self.reading(place) { () throws(TableProblem) in try file.rows() }, place)
  }

  private static func reading<Result: ~Copyable>(
    _ place: TablePlace, _ body: () throws(TableProblem) -> Result
  ) throws(DocumentRefusal) -> Result {
    do throws(TableProblem) {
      return try body()
    } catch {
      throw DocumentRefusal([error.diagnostic(place)])
    }
  }
}

/// The rows of a table, one by one; what makes them unreadable is said in words.
struct LocatedRows: ~Copyable {
  private var rows: TableRows
  private let place: TablePlace
  private var last = 0

  init(_ rows: consuming TableRows, _ place: TablePlace) {
    self.rows = rows
    self.place = place
  }

  /// The next row; nil after the last.
  mutating func next() throws(DocumentRefusal) -> TableRow? {
    do throws(TableProblem) {
      let row = try rows.next()
      if let row { last = row.number }
      return row
    } catch {
      throw DocumentRefusal([error.diagnostic(place)])
    }
  }

  /// What is wrong with merged cells between the header and the last row, once that was read. In the header they leave
  /// columns without names, below it rows without values.
  func mergedCells(header: Int) -> [(isInHeader: Bool, problem: Diagnostic)] {
    rows.merged.filter { $0.last.row >= header && $0.first.row <= last }.map { range in
      let isInHeader = range.contains(row: header)
      return (isInHeader, .mergedCells(range, inHeader: isInHeader, at: place.location(range.first)))
    }
  }
}
