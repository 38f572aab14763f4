/// Texts as workbooks can hold them.
enum XLSXText {
  /// Characters of a cell, counted in UTF-16 as Excel counts them.
  private static let longest = 32_767

  /// The text without control characters and what XML cannot hold, and no longer than a cell.
  ///
  /// A workbook writes a character it cannot hold as `_x000D_`; a text that says so itself is marked, so that it is not
  /// taken for one (ECMA-376, part 1, section 22.9.2.19).
  static func cell(_ text: String) -> String {
    let clean = needsCleaning(text) ? cleaned(text) : text
    return clean.utf16.count > longest ? clean.cut(to: longest - 1) + "…" : clean
  }

  private static func needsCleaning(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "_") || $0 == 0xEF || $0 == 0x7F || $0 == 0xC2 }
  }

  private static func cleaned(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n")
    let allowed = lines.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x09, 0x0A: true
      case ..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
    let clean = String(String.UnicodeScalarView(allowed))
    // To look for the pattern costs far more than for its beginning, which hardly any text has.
    return clean.contains("_x") ? clean.replacing(/_(x[0-9A-Fa-f]{4}_)/) { "_x005F_\($0.1)" } : clean
  }

  /// What a sheet may be called: 31 characters, none of `[]:*?/\`, no apostrophe at either end, and unlike all titles
  /// before, case aside.
  static func sheetTitle(_ wish: String, taken: inout Set<String>) -> String {
    let plain = cell(wish).map { character in
      "[]:*?/\\".contains(character) || character.isNewline || character == "\t" ? " " : character
    }
    let title = String(plain).trimmed
    let base = title.isEmpty ? "1" : title
    var candidate = base.cut(to: longestTitle).trimmed
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      let end = " \(number)"
      candidate = base.cut(to: longestTitle - end.count).trimmed + end
      number += 1
    }
    return candidate
  }

  private static let longestTitle = 31
}

extension String {
  /// The beginning of the text that takes no more than so many units of UTF-16, whole characters of it.
  fileprivate func cut(to length: Int) -> String {
    guard utf16.count > length else { return self }
    var used = 0
    let kept = prefix { character in
      used += character.utf16.count
      return used <= length
    }
    return String(kept)
  }

  fileprivate var trimmed: String {
    String(drop { $0 == " " || $0 == "'" }.reversed().drop { $0 == " " || $0 == "'" }.reversed())
  }
}
