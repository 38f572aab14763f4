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

extension XLSXCell {
  /// How many lines the cell takes in a column of so many characters.
  func lines(width: Double) -> Int {
    guard style.isWrapped, case .text(let text) = value else { return 1 }
    // A width is counted in digits, which letters are as wide as on the whole; bold ones are wider.
    let room = max(Int((width - 1) / (style.isBold ? 1.1 : 1)), 1)
    var lines = 0
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var taken = 0
      lines += 1
      for word in paragraph.split(separator: " ") {
        if taken > 0, taken + 1 + word.count > room { (lines, taken) = (lines + 1, 0) }
        // A word that no line holds is broken.
        lines += taken == 0 ? max(word.count - 1, 0) / room : 0
        taken = taken == 0 ? (word.count - 1) % room + 1 : taken + 1 + word.count
      }
    }
    return lines
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
