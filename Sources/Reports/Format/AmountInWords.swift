package import Primitives

/// Amounts as agreements write them: figures, words, and the minor units in figures.
package enum AmountInWords {
  /// «1 300 000 (Один миллион триста тысяч) рублей 00 копеек», "1,300,000 (One million three hundred thousand) roubles
  /// 00 kopecks".
  ///
  /// - Returns: Nil for a currency without words here, for an amount below zero and for one of a quadrillion or more.
  package static func contract(_ amount: Amount, _ currency: Currency, _ language: Language) -> String? {
    guard currency == .rouble, amount.minorUnits >= 0, amount.minorUnits / 100 < limit else { return nil }
    let (whole, minor) = amount.minorUnits.quotientAndRemainder(dividingBy: 100)
    let figures = language.grouped(String(whole))
    let words = words(Int(whole), language)
    let cents = (minor < 10 ? "0" : "") + String(minor)
    let (major, small) = units(whole: Int(whole), minor: Int(minor), language)
    return "\(figures) (\(words.capitalised)) \(major)\(Format.space)\(cents)\(Format.space)\(small)"
  }

  /// The same, or in figures where there are no words.
  package static func orFigures(_ amount: Amount, _ currency: Currency, _ language: Language) -> String {
    contract(amount, currency, language) ?? Format.money(amount, currency, language)
  }

  /// A whole number from 0 to below a quadrillion in words; in Russian masculine, as roubles are.
  package static func words(_ number: Int, _ language: Language) -> String {
    if number == 0 { return language == .russian ? "ноль" : "zero" }
    var words: [String] = []
    for (power, divisor) in divisors.enumerated() {
      let group = number / divisor % 1000
      if group == 0 { continue }
      let scale = divisors.count - 1 - power
      switch language {
      case .russian:
        // A thousand is feminine: «одна тысяча», «две тысячи».
        words += russian(group, isFeminine: scale == 1)
        if scale > 0 { words.append(russianScales[scale - 1].form(for: group)) }
      case .english:
        words += english(group)
        if scale > 0 { words.append(englishScales[scale - 1]) }
      }
    }
    return words.joined(separator: " ")
  }

  /// A quadrillion: beyond it the words have no names here.
  private static let limit: Int128 = 1_000_000_000_000_000
  private static let divisors = [1_000_000_000_000, 1_000_000_000, 1_000_000, 1_000, 1]

  private static func units(whole: Int, minor: Int, _ language: Language) -> (String, String) {
    language == .russian
      ? (roubles.form(for: whole), kopecks.form(for: minor))
      : (whole == 1 ? "rouble" : "roubles", minor == 1 ? "kopeck" : "kopecks")
  }

  private static let roubles = RussianPlural("рубль", "рубля", "рублей")
  private static let kopecks = RussianPlural("копейка", "копейки", "копеек")

  private static let russianScales = [
    RussianPlural("тысяча", "тысячи", "тысяч"), RussianPlural("миллион", "миллиона", "миллионов"),
    RussianPlural("миллиард", "миллиарда", "миллиардов"), RussianPlural("триллион", "триллиона", "триллионов"),
  ]
  private static let englishScales = ["thousand", "million", "billion", "trillion"]

  /// The words of a number from 1 to 999.
  private static func russian(_ number: Int, isFeminine: Bool) -> [String] {
    let (hundreds, rest) = (number / 100, number % 100)
    var words = hundreds == 0 ? [] : [russianHundreds[hundreds]]
    if rest >= 20 { words.append(russianTens[rest / 10]) }
    let small = rest < 20 ? rest : rest % 10
    if small == 0 { return words }
    let feminine = [1: "одна", 2: "две"]
    words.append((isFeminine ? feminine[small] : nil) ?? russianSmall[small])
    return words
  }

  private static let russianSmall = [
    "", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать",
    "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать",
    "девятнадцать",
  ]
  private static let russianTens = [
    "", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто",
  ]
  private static let russianHundreds = [
    "", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот",
  ]

  private static func english(_ number: Int) -> [String] {
    let (hundreds, rest) = (number / 100, number % 100)
    var words = hundreds == 0 ? [] : [englishSmall[hundreds], "hundred"]
    if rest == 0 { return words }
    if rest < 20 {
      words.append(englishSmall[rest])
    } else {
      words.append(englishTens[rest / 10] + (rest % 10 == 0 ? "" : "-" + englishSmall[rest % 10]))
    }
    return words
  }

  private static let englishSmall = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let englishTens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
}

extension String {
  /// With a capital letter first.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
