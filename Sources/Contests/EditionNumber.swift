/// Which time a contest is held, as its edition says it: a number in digits or in Roman ones, alone or with words.
struct EditionNumber {
  /// The edition after this one: «XII» → «XIII», «12» → «13», «12-й городской» → «13-й городской». One that has no
  /// number, or is one of a year («весна 2020»), has the year moved on.
  ///
  /// - Returns: the text as it is where it holds neither.
  static func next(after text: String, from year: Int, to next: Int) -> String {
    let moved = text.movingYear(from: year, to: next)
    if moved != text { return moved }
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first else { return text }
    let rest = text.dropFirst(first.count)
    if let roman = RomanNumeral(first)?.next { return roman.text + rest }
    let digits = first.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number < 999_999, !digits.isEmpty else { return text }
    let suffix = first.dropFirst(digits.count)
    // «12-й», «12th»: what follows the digits stays; letters right after them would be something else, as in 3D.
    guard suffix.isEmpty || suffix.hasPrefix("-") || suffix.hasPrefix(".") else { return text }
    return String(number + 1) + suffix + rest
  }
}

extension String {
  /// With a year that stands by itself in it moved to another: «весна 2020» → «весна 2021».
  func movingYear(from year: Int, to next: Int) -> String {
    guard year != next else { return self }
    var result = ""
    var rest = self[...]
    let old = String(year)
    while let found = rest.firstRange(of: old) {
      let before = rest[..<found.lowerBound].last ?? result.last
      let after = rest[found.upperBound...].first
      let isAlone = before?.isNumber != true && after?.isNumber != true
      result += rest[..<found.lowerBound] + (isAlone ? String(next) : old)
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}

/// A number in Roman digits, from 1 to 3999, also where it was typed with the Russian letters that look like them.
struct RomanNumeral {
  let value: Int

  init?(_ value: Int) {
    guard (1...3999).contains(value) else { return nil }
    self.value = value
  }

  init?(_ text: some StringProtocol) {
    let latin = String(text.map { Self.russian[$0] ?? $0 })
    var value = 0
    var rest = latin[...]
    for (digits, worth) in Self.digits {
      while rest.hasPrefix(digits) {
        value += worth
        rest = rest.dropFirst(digits.count)
      }
    }
    // Only the usual form: IIII and VX are no numbers.
    guard rest.isEmpty, let numeral = RomanNumeral(value), numeral.text == latin else { return nil }
    self = numeral
  }

  var next: RomanNumeral? { RomanNumeral(value + 1) }

  var text: String {
    var text = ""
    var rest = value
    for (digits, worth) in Self.digits {
      while rest >= worth {
        text += digits
        rest -= worth
      }
    }
    return text
  }

  private static let russian: [Character: Character] = ["Х": "X", "С": "C", "М": "M"]
  private static let digits = [
    ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10),
    ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
  ]
}
