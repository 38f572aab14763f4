/// How figures stand in a text for people.
extension Language {
  /// Digits in groups of three: `1 300 000` with spaces that do not break, `1,300,000`.
  package func grouped(_ digits: some StringProtocol) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(self == .russian ? "\u{A0}" : ",") }
      result.append(digit)
    }
    return result
  }

  package var decimalPoint: String { self == .russian ? "," : "." }
}

extension Amount {
  /// `1 300 000,50`, `1,300,000.50`.
  package func text(_ language: Language) -> String {
    let parts = Amount(minorUnits: Int128(minorUnits.magnitude)).description.split(separator: ".")
    return (minorUnits < 0 ? "−" : "") + language.grouped(parts[0]) + language.decimalPoint + parts[1]
  }

  /// The amount with its currency: `1 300 000,50 ₽`, `1,300,000.50 RUB`.
  package func text(in currency: Currency) -> LocalizedText {
    LocalizedText(
      ru: "\(text(.russian))\u{A0}\(currency.symbol(.russian))",
      en: "\(text(.english))\u{A0}\(currency.symbol(.english))")
  }
}

extension Currency {
  /// The sign Russian offices use for the rouble; the ISO code for everything else.
  package func symbol(_ language: Language) -> String {
    language == .russian && self == .rouble ? "₽" : code
  }
}
