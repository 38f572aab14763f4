package import Primitives

extension Format {
  /// Where a day stands.
  package enum DayStyle: Sendable {
    /// In a column: «01.03.2025», "1 Mar 2025".
    case table
    /// In a sentence or a heading: «1 марта 2025 г.», "1 March 2025".
    case document
  }

  package static func day(_ day: Day, _ style: DayStyle, _ language: Language) -> String {
    switch (style, language) {
    case (.table, .russian): day.dotted
    case (.table, .english): "\(day.day)\(space)\(Day.englishMonths[day.month - 1].prefix(3))\(space)\(day.year)"
    case (.document, .russian): "\(day.day)\(space)\(russianMonths[day.month - 1])\(space)\(day.year)\(space)г."
    case (.document, .english): day.worded
    }
  }

  /// «за 2020 год», «за период с 1 января по 31 марта 2020 г.», "for the year 2020".
  package static func period(_ period: Period, _ language: Language) -> String {
    let russian = language == .russian
    switch (period.start, period.end) {
    case (let start?, let end?) where start == .firstDay(of: end.year) && end == .lastDay(of: end.year):
      return russian ? "за\(space)\(end.year)\(space)год" : "for the year \(end.year)"
    case (let start?, let end?):
      return russian
        ? "за период с\(space)\(dayWithin(end, start)) по\(space)\(day(end, .document, language))"
        : "for the period from \(day(start, .document, language)) to \(day(end, .document, language))"
    case (let start?, nil):
      return (russian ? "за период с\(space)" : "since ") + day(start, .document, language)
    case (nil, let end?):
      return (russian ? "за период по\(space)" : "up to ") + day(end, .document, language)
    case (nil, nil):
      return russian ? "за всё время" : "over the whole time"
    }
  }

  /// Days of a project or a contest, in a table: «01.03.2025 – 30.11.2025».
  package static func span(_ period: Period, _ language: Language) -> String {
    let ends = [period.start, period.end].map { $0.map { day($0, .table, language) } ?? "…" }
    return "\(ends[0])\(space)– \(ends[1])"
  }

  /// The moment as its writer's clock showed it: «05.03.2020, 14:07».
  package static func moment(_ instant: Instant, _ language: Language) -> String {
    let clock = instant.description.dropFirst(11).prefix(5)
    return "\(day(instant.day, .table, language)), \(clock)"
  }

  /// The first day of a period, without the year when the last day says it.
  private static func dayWithin(_ end: Day, _ start: Day) -> String {
    start.year == end.year
      ? "\(start.day)\(space)\(russianMonths[start.month - 1])" : day(start, .document, .russian)
  }

  private static let russianMonths = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
  ]
}
