public import Primitives

/// What a text of the narrative part tells.
public enum NarrativeSection: String, CaseIterable, Sendable {
  case done, results, conclusions
  /// What a title of its own names.
  case other

  public var title: LocalizedText {
    switch self {
    case .done: LocalizedText(ru: "Что сделано", en: "What was done")
    case .results: LocalizedText(ru: "Результаты", en: "Results")
    case .conclusions: LocalizedText(ru: "Выводы", en: "Conclusions")
    case .other: LocalizedText(ru: "Прочее", en: "Further")
    }
  }
}

/// A text of the narrative part of a report.
public struct Narrative: Hashable, Sendable {
  public var section: NarrativeSection
  /// Nil for the title of the section.
  public var title: String?
  /// The days it is about, where they are only a part of the report's.
  public var period: Period?
  /// A paragraph on each line.
  public var text: String

  public init(
    section: NarrativeSection = .other, title: String? = nil, period: Period? = nil, text: String
  ) {
    self.section = section
    self.title = title
    self.period = period
    self.text = text
  }

  public func heading(_ language: Language) -> String { title ?? section.title[language] }
}

/// A text that a project keeps for its reports.
public struct ProjectText: Hashable, Sendable {
  public var id: Identifier
  /// The days it is about; both ends are given.
  public var period: Period
  public var section: NarrativeSection
  /// Nil for the title of the section.
  public var title: String?
  /// A paragraph on each line.
  public var text: String

  public init(id: Identifier, period: Period, section: NarrativeSection, title: String? = nil, text: String) {
    self.id = id
    self.period = period
    self.section = section
    self.title = title
    self.text = text
  }

  fileprivate var firstDay: Day { period.start ?? .firstDay(of: 1) }

  /// Where it stands in which report.
  public struct Place: Hashable, Sendable {
    let period: Period
    let section: NarrativeSection
    let title: String?
  }

  public var place: Place { Place(period: period, section: section, title: title) }
}

extension Project {
  /// What a report on a period tells, section by section: the texts on just these days, and where a section has none,
  /// those on parts of them in their order.
  func narrative(in period: Period) -> [Narrative] {
    NarrativeSection.allCases.flatMap { section in
      let told = texts.filter { $0.section == section }
      let whole = told.filter { $0.period == period }
      if !whole.isEmpty {
        return whole.map { Narrative(section: section, title: $0.title, text: $0.text) }
      }
      return told.filter { period.contains($0.period) }
        .sorted { ($0.firstDay, $0.id) < ($1.firstDay, $1.id) }
        .map { Narrative(section: section, title: $0.title, period: $0.period, text: $0.text) }
    }
  }
}

extension Period {
  /// True when every day of another period is one of its own; an open one is in none that has an end.
  fileprivate func contains(_ other: Period) -> Bool {
    guard let first = other.start, let last = other.end else { return false }
    return contains(first) && contains(last)
  }
}
