/// A row with its cells that are not empty, from left to right.
package struct TableRow: Hashable, Sendable {
  /// As spreadsheets count: the first row of the sheet, or of the text, is 1.
  package let number: Int
  package var cells: [Cell]

  package init(number: Int, cells: [Cell] = []) {
    self.number = number
    self.cells = cells
  }

  package subscript(column: Int) -> Cell? { cells.first { $0.place.column == column } }
}
