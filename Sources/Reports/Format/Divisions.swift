package import Contests
package import Primitives

/// How those who compete with one another for places are called.
extension Format {
  /// «Вокал», возрастная группа «Младшие» (7–10 лет); nil in a contest in which all compete with all.
  package static func division(_ division: Division, of contest: Contest, _ language: Language) -> String? {
    let nomination = division.nomination.map { id in
      quoted(contest.nomination(id)?.title ?? id.description, language)
    }
    let parts = [nomination, ageGroup(of: division, in: contest, language)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// «номинация «Вокал», возрастная группа «Младшие» (7–10 лет)», as it stands in a sentence; "the nomination" where
  /// there is but one.
  package static func sentencePart(_ division: Division, of contest: Contest, _ language: Language) -> String {
    let name = self.division(division, of: contest, language)
    let noun = language == .russian ? "номинация" : "the nomination"
    return division.nomination == nil ? name ?? noun : [noun, name].compactMap { $0 }.joined(separator: " ")
  }

  /// «возрастная группа «Младшие» (7–10 лет)», «возрастная группа 11–14 лет»; nil where age groups compete together.
  package static func ageGroup(of division: Division, in contest: Contest, _ language: Language) -> String? {
    division.ageGroup.map { title in
      let group = division.nomination.flatMap { contest.nomination($0)?.ageGroup(titled: title) }
      return (language == .russian ? "возрастная группа " : "age group ")
        + name(group ?? AgeGroup(title: title), language)
    }
  }

  /// «Младшие» (7–10 лет); a title that begins with a figure tells the ages itself.
  package static func name(_ group: AgeGroup, _ language: Language) -> String {
    guard let first = group.title.first, !first.isNumber else { return group.title }
    return quoted(group.title, language) + (ages(of: group, language).map { " (\($0))" } ?? "")
  }

  /// «7–10 лет», «18 лет и старше», «до 6 лет включительно»: full years.
  private static func ages(of group: AgeGroup, _ language: Language) -> String? {
    let isRussian = language == .russian
    switch (group.minimumAge, group.maximumAge) {
    case (let least?, let most?):
      let span = least == most ? "\(most)" : "\(least)–\(most)"
      return isRussian ? "\(span)\(space)\(RussianPlural("год", "года", "лет").form(for: most))" : span
    case (let least?, nil):
      let years = RussianPlural("год", "года", "лет").form(for: least)
      return isRussian ? "\(least)\(space)\(years) и старше" : "\(least) and over"
    case (nil, let most?):
      let years = RussianPlural("года", "лет", "лет").form(for: most)
      return isRussian ? "до \(most)\(space)\(years) включительно" : "up to \(most)"
    case (nil, nil): return nil
    }
  }
}
