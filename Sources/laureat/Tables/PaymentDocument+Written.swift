import Grants
import Primitives
import Reports

extension PaymentDocument {
  /// Reads a document as an office writes it in one cell: «№ 15», «15/у», «Акт № 3 от 01.02.2024».
  ///
  /// The number stands behind its sign, or begins with the first word that has a digit; the day stands behind «от».
  ///
  /// - Parameter isNumbered: True where the number stands elsewhere, so that only a sign makes one here.
  /// - Returns: Nil where what stands behind «от» is no day.
  init?(written text: String, isNumbered: Bool = false) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var day: Day?
    if let place = words.lastIndex(where: { ["от", "of", "dated"].contains($0.loosened) }),
      words.dropFirst(place + 1).first?.first?.isNumber == true
    {
      day = Day(inWords: words.dropFirst(place + 1))
      if day == nil { return nil }
      words.removeSubrange(place...)
    }
    var number: [String] = []
    if let place = words.firstIndex(where: \.isNumberSign) {
      number = [words[place].withoutNumberSign] + words.dropFirst(place + 1)
      words.removeSubrange(place...)
    } else if !isNumbered, let place = words.firstIndex(where: { $0.contains(where: \.isNumber) || $0.isUnnumbered }) {
      number = Array(words.dropFirst(place))
      words.removeSubrange(place...)
    }
    self.init(kind: words.told, number: number.told, date: day)
  }
}

extension [String] {
  /// The words as a text, without the comma before what followed; nil where nothing is said.
  fileprivate var told: String? {
    let text = filter { !$0.isEmpty }.joined(separator: " ").reversed().drop { $0 == "," || $0.isWhitespace }.reversed()
    return text.isEmpty ? nil : String(text)
  }
}

extension String {
  fileprivate var isNumberSign: Bool {
    hasPrefix("№") || hasPrefix("#") || ["n", "no", "no.", "номер"].contains(loosened)
  }

  /// What is glued to the sign; empty where nothing is.
  fileprivate var withoutNumberSign: String {
    hasPrefix("№") || hasPrefix("#") ? String(dropFirst()) : ""
  }

  /// «б/н»: the document bears no number, and says so.
  fileprivate var isUnnumbered: Bool { loosened == "б/н" }
}

extension Day {
  /// Reads `01.02.2024`, «1 февраля 2024 г.», "1 February 2024", and a time of the day behind it.
  fileprivate init?(inWords words: ArraySlice<String>) {
    var words = words.map(\.loosened)
    func isNeedless(_ word: String) -> Bool {
      ["г", "г.", "года"].contains(word) || word.contains(":") && word.allSatisfy { $0.isNumber || $0 == ":" }
    }
    while let last = words.last, isNeedless(last) { words.removeLast() }
    if words.count == 3, let number = Int(words[0]), let year = Int(words[2].prefix { $0.isNumber }) {
      let days = (1...12).compactMap { Day(year: year, month: $0, day: number) }
      let named = days.first { day in
        Language.allCases.contains { Format.day(day, .document, $0).loosened.split(separator: " ")[1] == words[1] }
      }
      guard let named else { return nil }
      self = named
    } else if words.count == 1 {
      self.init(written: words[0].hasSuffix("г.") ? String(words[0].dropLast(2)) : words[0])
    } else {
      return nil
    }
  }
}
