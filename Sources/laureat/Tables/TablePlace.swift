import Primitives
import Tables

/// The file and sheet that the cells of a table stand in, as findings name them.
struct TablePlace: Sendable {
  let file: String
  let sheet: String?

  func location(_ place: CellPlace) -> Diagnostic.Location {
    Diagnostic.Location(file: file, line: place.row, column: place.column, path: path(place.description))
  }

  func location(row: Int) -> Diagnostic.Location {
    Diagnostic.Location(file: file, line: row, path: sheet.map { "\($0)!\(row):\(row)" })
  }

  var location: Diagnostic.Location { Diagnostic.Location(file: file) }

  /// As spreadsheets name a cell of another sheet.
  private func path(_ reference: String) -> String { sheet.map { "\($0)!\(reference)" } ?? reference }
}
