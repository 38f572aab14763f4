internal import Primitives

/// In what form the names of an entry may stand in a public document.
enum PublicName: Sendable {
  case full
  /// Given name and initial.
  case minimised
  case none

  /// Nothing is published without the consent to it, whatever the contest's rules allow.
  init(_ rule: ContestRules.Publication, given consent: Consent?) {
    guard consent?.isGiven == true else {
      self = .none
      return
    }
    self =
      switch rule {
      case .full: .full
      case .minimised: .minimised
      case .none: .none
      }
  }

  /// - Returns: nil where the name is not told.
  func form(of name: String) -> String? {
    switch self {
    case .full: name
    case .minimised: Neutral.isName(name) || PersonalNames.isTitle(name) ? name : Self.minimised(name)
    case .none: nil
    }
  }

  /// «Мария Т.» for «Тайнова Мария Петровна», «Мария Петровна Тайнова» and «Тайнова Мария». Where neither a patronymic nor
  /// a well-known given name shows which of the words is the surname, initials alone: a surname must not stand by mistake.
  static func minimised(_ name: String) -> String {
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.count == 3 {
      if isPatronymic(words[2]) { return "\(words[1]) \(initial(words[0]))" }
      if isPatronymic(words[1]) { return "\(words[0]) \(initial(words[2]))" }
    }
    if words.count == 2 {
      switch (GivenNames.contain(words[0]), GivenNames.contain(words[1])) {
      case (false, true): return "\(words[1]) \(initial(words[0]))"
      case (true, false): return "\(words[0]) \(initial(words[1]))"
      default: break
      }
    }
    return words.map(initial).joined(separator: " ")
  }

  /// True for a text that seems to spell out somebody's name.
  static func holdsPatronymic(_ text: String) -> Bool {
    text.split { !$0.isLetter }.contains { $0.first?.isUppercase == true && isPatronymic(String($0)) }
  }

  private static func initial(_ word: String) -> String { word.drop { !$0.isLetter }.prefix(1) + "." }

  static func isPatronymic(_ word: String) -> Bool {
    ["вич", "вна", "ична", "ьич", "мич", "кич", "оглы", "кызы"].contains { word.lowercased().hasSuffix($0) }
  }
}
