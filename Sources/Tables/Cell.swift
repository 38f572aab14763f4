package import Primitives

/// A cell that is not empty. Rows and columns count from 1.
package struct Cell: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case text(String)
    /// A decimal number as people write it: no exponent, no needless zeros, a point before the fraction.
    case number(String)
    case day(Day)
    case flag(Bool)
    /// An error that a formula left, such as `#REF!`.
    case fault(String)
    /// A serial number formatted as a date that no calendar has.
    case noDay(String)
  }

  package let place: CellPlace
  package let content: Content
  /// True when a formula computes it: what is stored beside the formula may be out of date.
  package let hasFormula: Bool

  package init(_ place: CellPlace, _ content: Content, hasFormula: Bool = false) {
    self.place = place
    self.content = content
    self.hasFormula = hasFormula
  }
}

/// Where a cell stands.
package struct CellPlace: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let row: Int
  package let column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// `AB12`, as spreadsheets call it.
  package var description: String { "\(Self.letters(column))\(row)" }

  /// Reads `AB12`, with or without `$`.
  package init?(_ reference: some StringProtocol) {
    var (row, column) = (0, 0)
    for byte in reference.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      // A spreadsheet ends at XFD1048576.
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    guard row > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// `AB` for 28.
  package static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(digit))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  package static func < (left: CellPlace, right: CellPlace) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

/// A rectangle of cells, as one that was merged into one.
package struct CellRange: Hashable, Sendable, CustomStringConvertible {
  /// Left above.
  package let first: CellPlace
  /// Right below.
  package let last: CellPlace

  /// Reads `A1:H1`, from whichever corner it is told, or a single place.
  package init?(_ reference: String) {
    let parts = reference.split(separator: ":")
    guard (1...2).contains(parts.count), let one = CellPlace(parts[0]), let other = CellPlace(parts[parts.count - 1])
    else { return nil }
    first = CellPlace(row: min(one.row, other.row), column: min(one.column, other.column))
    last = CellPlace(row: max(one.row, other.row), column: max(one.column, other.column))
  }

  package func contains(_ place: CellPlace) -> Bool {
    contains(row: place.row) && (first.column...last.column).contains(place.column)
  }

  package func contains(row: Int) -> Bool { (first.row...last.row).contains(row) }

  package var description: String { "\(first):\(last)" }
}
