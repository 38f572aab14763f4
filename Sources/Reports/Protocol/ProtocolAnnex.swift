internal import Contests
internal import Primitives

// What would make the minutes of a large contest too long to be read before they are signed.
extension ProtocolView {
  /// True where so many entries are not named one by one.
  func isLong(_ count: Int) -> Bool { count > 20 }

  /// Of those in their order, down to the last that got a place; none where there is no order.
  func leading(_ part: Part) -> [Standing] {
    guard part.standings.contains(where: { $0.rank != nil }) else { return [] }
    let last = part.standings.lastIndex { $0.place != nil }
    return Array(part.standings.prefix(last.map { $0 + 1 } ?? 0))
  }

  /// Of many equals that a criterion told apart, those of whom one got a place.
  func deciding(_ part: Part) -> [CriterionTie] {
    guard isLong(part.standings.count) else { return part.ties }
    let placed = Set(part.awards.filter { $0.place != nil }.map(\.number))
    return part.ties.filter { !placed.isDisjoint(with: $0.numbers) }
  }

  /// The numbers of those refused for each reason, the most frequent first.
  func byReason(_ refused: [Entry], _ words: ProtocolWords) -> [String] {
    Dictionary(grouping: refused) { $0.reason ?? "" }.sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }.map { reason, entries in
      let count = Noun.applications.counted(entries.count, words.language)
      return (reason.isEmpty ? "" : "\(reason): ") + "\(count), \(words.ranges(entries.map(\.number)))"
    }
  }

  /// The order of all the entries of those nominations that have many.
  func annex(_ words: ProtocolWords) -> Document.Section? {
    let sections = parts.filter { isLong($0.standings.count) && !$0.isUntouched }.map { part in
      Document.Section(
        heading(part.division, words),
        [.table(table(part.standings, words, of: part, withJurors: showsJurors))])
    }
    guard !sections.isEmpty else { return nil }
    let day = Format.day(minutes.date, .document, words.language)
    return .init(
      words(
        "Приложение к протоколу от \(day) №\(Format.space)\(minutes.number)",
        "Annex to the minutes No.\(Format.space)\(minutes.number) of \(day)"),
      subsections: sections)
  }
}
