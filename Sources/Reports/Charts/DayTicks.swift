internal import Primitives

/// The days that are named under an axis of days: firsts of months or years, as many as their names leave room for.
struct DayTicks {
  let labels: [(day: Day, label: String)]

  /// - Parameter room: In points.
  init(from first: Day, to last: Day, room: Double, language: Language) {
    let length = Double(max(last.daysSince1970 - first.daysSince1970, 1))
    for step in [1, 2, 3, 6, 12, 24, 60, 120, 600] {
      let days = Self.firsts(every: step, from: first, to: last)
      let labels = days.map { ($0, step < 12 ? Self.month($0, language) : "\($0.year)") }
      let widest = labels.map { ChartText.width($0.1, ChartLayout.small) }.max() ?? 0
      let nearest = zip(days, days.dropFirst()).map { $1.daysSince1970 - $0.daysSince1970 }.min() ?? 0
      if days.count > 1, Double(nearest) / length * room >= widest + 8 {
        self.labels = labels
        return
      }
    }
    // Less than two months, or no room for two: the ends say it.
    let ends = first == last ? [first] : [first, last]
    labels = ends.map { ($0, Format.day($0, .table, language)) }
  }

  private static func firsts(every step: Int, from first: Day, to last: Day) -> [Day] {
    let months = (first.year * 12 + first.month - 1)...(last.year * 12 + last.month - 1)
    return months.filter { $0.isMultiple(of: step) }.compactMap { month in
      Day(year: month / 12, month: month % 12 + 1, day: 1)
    }.filter { first <= $0 && $0 <= last }
  }

  /// «04.2020», "Apr 2020".
  private static func month(_ day: Day, _ language: Language) -> String {
    switch language {
    case .russian: String(day.dotted.dropFirst(3))
    case .english: String(Format.day(day, .table, language).dropFirst(2))
    }
  }
}
