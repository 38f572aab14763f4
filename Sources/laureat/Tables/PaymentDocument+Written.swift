import Grants
import Primitives
import Reports

extension PaymentDocument {
  /// Reads a document as an office writes it in one cell: «№ 15», «15/у», «Акт № 3 от 01.02.2024».
  ///
  /// The number stands behind its sign, or begins with the first word that has a digit; the day stands behind «от».
  ///
  /// - Parameter isNumbered: True where the number stands elsewhere, so that only a sign makes one here.
  /// - Returns: Nil where what stands behind «от» is no day, or there are several.
  init?(written text: String, isNumbered: Bool = false) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var day: Day?
    let places = words.indices.dropLast().filter { place in
      ["от", "of", "dated"].contains(words[place].loosened) && words[place + 1].unquoted.first?.isNumber == true
    }
    if places.count > 1 { return nil }
    if let place = places.first {
      let rest = words[(place + 1)...]
      // The number may stand behind the day: «Договор от 01.03.2020 № 12».
      let end = rest.firstIndex(where: \.isNumberSign) ?? rest.endIndex
      day = Day(inWords: rest[..<end])
      if day == nil { return nil }
      words.removeSubrange(place..<end)
    } else if words.count == 1, let alone = Day(written: words[0]) {
      day = alone
      words = []
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
    hasPrefix("№") || hasPrefix("#") ? String(drop { "№#".contains($0) }) : ""
  }

  /// Without the quotes of «05» марта, and what ends a part of a sentence.
  fileprivate var unquoted: String {
    String(filter { !"«»„“”\"".contains($0) }.reversed().drop { ",;".contains($0) }.reversed())
  }

  /// «б/н»: the document bears no number, and says so.
  fileprivate var isUnnumbered: Bool { loosened == "б/н" }
}

extension Day {
  /// Reads `01.02.2024`, «1 февраля 2024 г.», "1 February 2024", and a time of the day behind it.
  fileprivate init?(inWords words: ArraySlice<String>) {
    var words = words.map(\.unquoted.loosened).filter { !$0.isEmpty }
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
      self.init(written: String(words[0].reversed().drop { ".г".contains($0) }.reversed()))
    } else {
      return nil
    }
  }
}
