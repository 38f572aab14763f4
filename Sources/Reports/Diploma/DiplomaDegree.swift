import Primitives

/// What stands below «ДИПЛОМ» where it is given for a place: the prize as the minutes name it, so that the two agree.
package struct DiplomaDegree: Hashable, Sendable {
  private enum Kind: Hashable {
    case place(Int)
    /// Of a «Диплом N степени», which need not be the place.
    case degree(Int)
    case title(String)
  }

  private let kind: Kind
  private let place: Int

  /// - Parameters:
  ///   - prize: The title of the prize; nil where it has none.
  ///   - place: The place it is given for.
  package init(of prize: String?, place: Int) {
    self.place = place
    // The heading says that it is a diploma.
    let words = (prize ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    let rest =
      words.first.map { ["диплом", "diploma"].contains($0.lowercased()) } == true ? words.dropFirst() : words[...]
    if rest.isEmpty {
      kind = .place(place)
    } else if rest.count < words.count, rest.count == 2, rest.last?.lowercased() == "степени",
      let degree = rest.first.flatMap(Self.number)
    {
      kind = .degree(degree)
    } else {
      kind = .title(rest.joined(separator: " "))
    }
  }

  /// True where it says more than the place does.
  package var isNamed: Bool { kind != .place(place) && kind != .degree(place) }

  func text(_ language: Language) -> String {
    switch (kind, language) {
    case (.title(let title), _): title
    case (.place(let place), .russian):
      Self.numerals.indices.contains(place - 1) ? "\(Self.numerals[place - 1]) степени" : "за \(place)-е место"
    case (.place(let place), .english): Self.capitalised(Self.merit(place, .english))
    case (.degree(let degree), .russian): "\(Self.numerals[degree - 1]) степени"
    case (.degree(let degree), .english):
      degree == place
        ? Self.capitalised(Self.merit(place, .english)) : "\(Self.capitalised(Self.ordinals[degree - 1])) degree"
    }
  }

  /// «победу», «2-е место»; "first place".
  static func merit(_ place: Int, _ language: Language) -> String {
    switch language {
    case .russian: place == 1 ? "победу" : "\(place)-е место"
    case .english: ordinals.indices.contains(place - 1) ? "\(ordinals[place - 1]) place" : "place \(place)"
    }
  }

  private static let numerals = ["I", "II", "III"]
  private static let ordinals = ["first", "second", "third"]

  /// «II», «2», «2-й» or «второй»; nil for another word.
  private static func number(_ word: String) -> Int? {
    let word = word.lowercased()
    let spellings = [["i", "1", "1-й", "первой"], ["ii", "2", "2-й", "второй"], ["iii", "3", "3-й", "третьей"]]
    return spellings.firstIndex { $0.contains(word) }.map { $0 + 1 }
  }

  private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
