/// Reads separated values row by row (RFC 4180, and what spreadsheets and accounting programs make of it): a quotation
/// mark opens a cell only at its beginning, elsewhere it is text.
struct CSVRows {
  private let text: CSVText
  private var place: Int
  private var row = 0

  init(_ text: CSVText) {
    self.text = text
    place = text.start
    row = text.start > 0 ? 1 : 0
  }

  /// The next row that is not empty; nil at the end.
  mutating func next() throws(TableProblem) -> TableRow? {
    while let fields = try nextFields() {
      var cells: [Cell] = []
      for (index, field) in fields.enumerated() where !field.allSatisfy(Self.isBlank) {
        let place = CellPlace(row: row, column: index + 1)
        if place.column > text.limits.columns { throw TableProblem(.limit(.columns), at: place) }
        cells.append(try cell(field, at: place))
      }
      if cells.isEmpty { continue }
      if row > text.limits.rows { throw TableProblem(.limit(.rows), at: CellPlace(row: row, column: 1)) }
      return TableRow(number: row, cells: cells)
    }
    return nil
  }

  private func cell(_ field: ArraySlice<UInt8>, at place: CellPlace) throws(TableProblem) -> Cell {
    let text = String(decoding: field, as: UTF8.self)
    if field.count > self.text.limits.cellLength, text.unicodeScalars.count > self.text.limits.cellLength {
      throw TableProblem(.limit(.cellLength), at: place)
    }
    // With an apostrophe a spreadsheet is told that no formula follows; our own tables have it too.
    if text.hasPrefix("'"), let second = text.dropFirst().first, "=+-@".contains(second) {
      return Cell(place, .text(String(text.dropFirst())))
    }
    return Cell(place, .text(text), hasFormula: text.hasPrefix("=") && text.count > 1)
  }

  /// The fields of the next row, empty ones too; nil at the end.
  mutating func nextFields() throws(TableProblem) -> [ArraySlice<UInt8>]? {
    let bytes = text.bytes
    guard place < bytes.count else { return nil }
    row += 1
    var fields: [ArraySlice<UInt8>] = []
    while true {
      let isQuoted = place < bytes.count && bytes[place] == UInt8(ascii: "\"")
      fields.append(isQuoted ? try quotedField(column: fields.count + 1) : plainField())
      guard place < bytes.count, bytes[place] == text.separator else { break }
      place += 1
    }
    skipLineBreak()
    return fields
  }

  private mutating func plainField() -> ArraySlice<UInt8> {
    let bytes = text.bytes
    let start = place
    while place < bytes.count, bytes[place] != text.separator, !Self.isLineBreak(bytes[place]) { place += 1 }
    return bytes[start..<place]
  }

  private mutating func quotedField(column: Int) throws(TableProblem) -> ArraySlice<UInt8> {
    let bytes = text.bytes
    let cell = CellPlace(row: row, column: column)
    var field: [UInt8] = []
    place += 1
    while true {
      let start = place
      while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += 1 }
      guard place < bytes.count else { throw TableProblem(.openQuote, at: cell) }
      field += bytes[start..<place]
      place += 1
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { break }
      field.append(UInt8(ascii: "\""))
      place += 1
    }
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
    guard place == bytes.count || bytes[place] == text.separator || Self.isLineBreak(bytes[place]) else {
      throw TableProblem(.textAfterQuote, at: cell)
    }
    return field[...]
  }

  private mutating func skipLineBreak() {
    guard place < text.bytes.count else { return }
    let isTwo = text.bytes[place] == UInt8(ascii: "\r") && text.bytes[(place + 1)...].first == UInt8(ascii: "\n")
    place += isTwo ? 2 : 1
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || isLineBreak(byte)
  }
}
