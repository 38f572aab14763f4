/// Whether a number format of a workbook shows days (ECMA-376, part 1, sections 18.8.30 and 18.8.31).
enum NumberFormat {
  /// The built-in formats that show a day. 18 to 21 and 45 to 47 show a time of the day alone.
  static func isDay(builtIn id: Int) -> Bool {
    switch id {
    // 27 to 36 and 50 to 58 are the days of East Asian calendars.
    case 14...17, 22, 27...36, 50...58: true
    default: false
    }
  }

  /// True for a format such as `dd/mm/yyyy`, `[$-419]d mmmm yyyy;@`; false for times, figures and texts in quotes.
  static func isDay(_ code: String) -> Bool {
    var (hasDayOrYear, hasMonth, hasTime) = (false, false, false)
    var rest = code.lowercased().unicodeScalars[...]
    scan: while let scalar = rest.popFirst() {
      switch scalar {
      // The first section is that of positive numbers.
      case ";": break scan
      case "\"":
        rest = rest.drop { $0 != "\"" }.dropFirst()
      // A character as such, one whose width is kept free, and one that fills the cell.
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let bracket = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(bracket.count + 1)
        // [h], [mm]: hours and minutes beyond a day. Anything else is a colour, a condition or a language.
        if !bracket.isEmpty, bracket.allSatisfy({ "hms".unicodeScalars.contains($0) }) { hasTime = true }
      case "d", "y": hasDayOrYear = true
      case "m": hasMonth = true
      case "h", "s": hasTime = true
      case "g" where rest.starts(with: "eneral".unicodeScalars): rest = rest.dropFirst(6)
      default: break
      }
    }
    return hasDayOrYear || hasMonth && !hasTime
  }
}
