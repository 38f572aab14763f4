/// How formulas name cells.
package enum XLSXReference {
  /// `AB` for 28.
  package static func column(_ number: Int) -> String {
    var rest = number
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
