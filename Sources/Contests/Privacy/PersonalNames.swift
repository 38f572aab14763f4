internal import Primitives

/// The names of people and how they are reached, to be found again in free texts.
///
/// It errs on the side of finding: a namesake, or a common word that begins like a name, is taken for the name.
public struct PersonalNames: Sendable {
  /// Words of names, loosened.
  private var words: Set<String> = []
  /// Names of two letters, as they are written: «Ли» is a surname, «ли» a particle.
  private var shortWords: Set<String> = []
  /// Telephones, addresses and the like, loosened.
  private var phrases: Set<String> = []

  public init(_ names: [String] = [], phrases: [String] = []) {
    for name in names { add(name) }
    self.phrases = Set(phrases.map(\.loosened).filter { $0.count >= Self.shortestPhrase })
  }

  private static let shortestPhrase = 5

  private mutating func add(_ name: String) {
    for word in name.split(whereSeparator: { !$0.isLetter }) {
      switch word.count {
      case ..<2: break
      case 2: if word.first?.isUppercase == true, word != "ИП" { shortWords.insert(String(word)) }
      default:
        let loosened = String(word).loosened
        if !Self.common.contains(loosened) { words.insert(loosened) }
      }
    }
  }

  public func union(_ other: PersonalNames) -> PersonalNames {
    var names = self
    names.words.formUnion(other.words)
    names.shortWords.formUnion(other.shortWords)
    names.phrases.formUnion(other.phrases)
    return names
  }

  /// True when the text names one of them, or holds something shaped like a telephone number, an e-mail address or a
  /// number of a document.
  public func occur(in text: String) -> Bool { text.seemsToHoldPersonalData || areNamed(in: text) }

  /// True when the text names one of them, in whatever case of the declension.
  public func areNamed(in text: String) -> Bool {
    let loosened = text.loosened
    if phrases.contains(where: { loosened.contains($0) }) { return true }
    if !shortWords.isEmpty {
      let written = text.split { !$0.isLetter }
      if written.contains(where: { shortWords.contains(String($0)) }) { return true }
    }
    guard !words.isEmpty else { return false }
    return loosened.split { !$0.isLetter }.contains { word in
      words.contains { Self.isForm(word, of: $0) }
    }
  }

  /// The text, unless it names one of them.
  func cleared(_ text: String?) -> String? {
    text.flatMap { occur(in: $0) ? nil : $0 }
  }

  /// «Зарубиной», «Зарубиным» and «Зарубин» are forms of «Зарубина»: they share all but the last two letters.
  private static func isForm(_ word: Substring, of name: String) -> Bool {
    if word == name { return true }
    let endsInVowel = name.last.map { "аеиоуыэюяьй".contains($0) } ?? false
    let dropped =
      switch name.count {
      case ...3: endsInVowel ? 1 : 0
      case 4: 1
      default: 2
      }
    let longestEnding = name.count <= 4 ? 2 : 3
    return word.count <= name.count + longestEnding && word.hasPrefix(name.dropLast(dropped))
  }

  /// True for what a group is called, and nobody in it: «Ансамбль «Каблучок»».
  static func isTitle(_ name: String) -> Bool {
    guard let quoted = name.firstIndex(where: { "«“„\"".contains($0) }) else { return false }
    let words = name[..<quoted].split { !$0.isLetter }.map { String($0).loosened }
    return !words.isEmpty && words.allSatisfy(collectives.contains) && !PublicName.holdsPatronymic(name)
  }

  /// What is called by a title between quotation marks; a family is called by its surname.
  private static let collectives: Set<String> = [
    "ансамбль", "вокальный", "группа", "детский", "коллектив", "команда", "кружок", "народный", "образцовый",
    "объединение", "оркестр", "студия", "танцевальный", "театр", "театральный", "творческий", "творческое", "хор",
    "хореографический", "choir", "ensemble", "group", "studio", "team",
  ]

  /// Words that stand beside names and name nobody.
  private static let common: Set<String> = [
    "семья", "семьи", "жители", "жильцы", "дом", "дома", "двор", "двора", "подъезд", "подъезда", "улица", "улицы",
    "коллектив", "команда", "группа", "класс", "класса", "кружок", "студия", "ансамбль", "совет", "объединение",
    "творческое", "творческий", "учитель", "учителя", "педагог", "воспитатель", "руководитель", "тренер", "мама",
    "папа", "мать", "отец", "бабушка", "дедушка", "опекун", "family", "индивидуальный", "предприниматель", "глава",
    "хозяйства", "residents", "group", "team", "class", "teacher",
  ]
}

extension Entry {
  /// Everyone the entry names, and how they are reached. The name of an organisation is not personal, unless it is an
  /// entrepreneur.
  public var personalNames: PersonalNames {
    var named = participants?.people ?? []
    var names = [leader]
    var contacts: [Contact?] = []
    switch applicant {
    case .organisation(let organisation):
      if organisation.isPerson { names.append(organisation.title) }
      contacts.append(organisation.contact)
    case .person(let person): named.append(person)
    case .group(let title, let contact):
      names.append(title)
      contacts.append(contact)
    }
    names += named.flatMap { [$0.name, $0.leader, $0.representative] }
    contacts += named.map(\.contact)
    return PersonalNames(
      names.compactMap { $0 },
      phrases: contacts.flatMap { [$0?.phone, $0?.email, $0?.address] }.compactMap { $0 })
  }
}
