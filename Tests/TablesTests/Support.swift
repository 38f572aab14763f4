import Primitives
import Tables
import Testing

/// All the rows of a table, and what was merged in it.
func rows(
  _ bytes: [UInt8], sheet: String? = nil, limits: TableLimits = TableLimits()
) throws -> (rows: [TableRow], merged: [CellRange]) {
  var rows = try TableFile(bytes: bytes, sheet: sheet, limits: limits).rows()
  var all: [TableRow] = []
  while let row = try rows.next() { all.append(row) }
  return (all, rows.merged)
}

/// What a table holds, as `A1=text` and the like; a formula ends in `(=)`.
func contents(_ bytes: [UInt8], sheet: String? = nil) throws -> [[String]] {
  try rows(bytes, sheet: sheet).rows.map { $0.cells.map(\.summary) }
}

func problem(_ bytes: [UInt8], sheet: String? = nil, limits: TableLimits = TableLimits()) -> TableProblem? {
  do {
    _ = try rows(bytes, sheet: sheet, limits: limits)
    return nil
  } catch {
    return error as? TableProblem
  }
}

extension Cell {
  var summary: String {
    let content =
      switch content {
      case .text(let text): text
      case .number(let number): "#\(number)"
      case .day(let day): day.description
      case .flag(let flag): flag ? "TRUE" : "FALSE"
      case .fault(let fault): "!\(fault)"
      case .noDay(let number): "?\(number)"
      }
    return "\(place)=\(content)\(hasFormula ? "(=)" : "")"
  }
}
