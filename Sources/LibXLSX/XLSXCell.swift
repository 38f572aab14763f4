/// What a cell of a workbook holds.
package enum XLSXValue: Hashable, Sendable {
  /// Nothing, which a style may still colour or open to the reader.
  case blank
  /// Stays a text whatever it looks like: never a formula, a link or a day. Characters that no workbook can hold are
  /// left out, and what goes beyond 32,767 characters is cut.
  case text(String)
  /// An exact decimal as its digits, with a sign and a point: `-1300000.50`.
  ///
  /// A workbook holds binary fractions, of which spreadsheets show fifteen digits. A decimal of more digits, or what is no
  /// decimal, is written as a text: it can then be read in full, though not calculated with.
  case number(String)
  /// A day that spreadsheets can calculate with. Their calendar is wrong before 1 March 1900: an earlier day is written
  /// as a text.
  case day(year: Int, month: Int, day: Int)
  /// A formula in the English spelling of workbooks, with commas between arguments, and the number it gives; nil where it
  /// gives an empty text. Programs that do not calculate, and ours among them, see that number.
  case formula(String, result: String?)
}

/// A cell of a workbook.
package struct XLSXCell: Hashable, Sendable {
  package var value: XLSXValue
  package var style: XLSXStyle
  /// A remark that shows when the reader points to the cell.
  package var note: String?

  package init(_ value: XLSXValue, _ style: XLSXStyle = XLSXStyle(), note: String? = nil) {
    self.value = value
    self.style = style
    self.note = note
  }
}

/// Digits that a spreadsheet holds, and those it does not.
enum XLSXNumber {
  /// Decimals of so many digits come back from a binary fraction of 64 bits as they went in.
  private static let precision = 15

  /// The number; nil where it would not be exact.
  static func value(_ digits: String) -> Double? {
    let magnitude = digits.utf8.first == UInt8(ascii: "-") ? digits.utf8.dropFirst() : digits.utf8[...]
    let parts = magnitude.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
    let significant = parts.joined().drop { $0 == zero }.reversed().drop { $0 == zero }
    return significant.count <= precision ? Double(digits) : nil
  }

  private static let zero = UInt8(ascii: "0")
  private static func isDigit(_ byte: UInt8) -> Bool { (zero...UInt8(ascii: "9")).contains(byte) }
}
