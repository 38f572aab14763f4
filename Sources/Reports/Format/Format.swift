package import Primitives

/// How figures, money and days are written for a reader of a language.
package enum Format {
  /// U+00A0: keeps the parts of a figure on one line.
  static let space: Character = "\u{A0}"

  /// A whole number in groups of three: «15 012», "15,012". A Russian number of four digits is not grouped («1125»).
  package static func number(_ value: Int, _ language: Language) -> String {
    let digits = String(value.magnitude)
    let sign = value < 0 ? "−" : ""
    return sign + (language == .russian && digits.count <= 4 ? digits : language.grouped(digits))
  }

  /// An exact decimal: «1,5», "1.5".
  package static func decimal(_ value: ExactDecimal, _ language: Language) -> String {
    let parts = value.description.split(separator: ".", maxSplits: 1)
    let isNegative = parts[0].hasPrefix("-")
    let digits = isNegative ? String(parts[0].dropFirst()) : String(parts[0])
    let whole = language == .russian && digits.count <= 4 ? digits : language.grouped(digits)
    let fraction = parts.count == 2 ? language.decimalPoint + parts[1] : ""
    return (isNegative ? "−" : "") + whole + fraction
  }

  /// A figure that was rounded for a table, and has a full stop: «8,4000», «+0,71», «−1,41».
  package static func rounded(_ figure: String, _ language: Language) -> String {
    figure.replacing(".", with: language.decimalPoint).replacing("-", with: "−")
  }

  /// An amount without its currency: «1 300 000,50», "1,300,000.50".
  package static func amount(_ amount: Amount, _ language: Language) -> String {
    amount.text(language)
  }

  /// An amount with its currency: «1 300 000,50 ₽», "1,300,000.50 RUB".
  package static func money(_ amount: Amount, _ currency: Currency = .rouble, _ language: Language) -> String {
    amount.text(in: currency)[language]
  }

  package static func money(_ money: Money, _ language: Language) -> String {
    Self.money(money.amount, money.currency, language)
  }

  /// The sign Russian offices use for the rouble; the ISO code for everything else.
  package static func symbol(_ currency: Currency, _ language: Language) -> String {
    currency.symbol(language)
  }
}
