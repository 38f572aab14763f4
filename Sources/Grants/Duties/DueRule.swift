public import Primitives

/// When a report is due.
public enum DueRule: Hashable, Sendable {
  /// On a day that the agreement names, whatever day it is.
  case on(Day)
  /// So many days after the end of the period; a day off moves to the next working day.
  case days(Int)
  /// So many working days after the end of the period.
  case workingDays(Int)
  /// On this day of the month after the end of the period, the last of the month where it has none; a day off moves to
  /// the next working day.
  case dayOfMonth(Int)

  /// The numbers that make sense in a rule.
  public static let counts = 1...366
  public static let daysOfMonth = 1...31

  /// The day by a calendar; nil beyond the year 9999.
  public func day(after end: Day, by calendar: WorkCalendar) -> Day? {
    switch self {
    case .on(let day): day
    case .days(let count): end.adding(days: count).flatMap(calendar.workingDay(from:))
    case .workingDays(let count): calendar.day(count, workingDaysAfter: end)
    case .dayOfMonth(let number):
      end.firstOfNextMonth.flatMap { first in
        (0..<3).lazy.compactMap { Day(year: first.year, month: first.month, day: number - $0) }.first
      }.flatMap(calendar.workingDay(from:))
    }
  }

  /// The rule in words.
  public var title: LocalizedText {
    switch self {
    case .on(let day): LocalizedText(ru: "не позднее \(day.dotted)", en: "by \(day.worded)")
    case .days(let count):
      LocalizedText(
        ru: "\(count) календ. дн. после периода", en: "\(count) days after the period")
    case .workingDays(let count):
      LocalizedText(ru: "\(count) раб. дн. после периода", en: "\(count) working days after the period")
    case .dayOfMonth(let number):
      LocalizedText(ru: "до \(number)-го числа следующего месяца", en: "by day \(number) of the next month")
    }
  }
}

extension DueRule: LosslessStringConvertible {
  /// Reads `on:2020-07-15`, `days:30`, `workingDays:10`, `dayOfMonth:15`.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let count = Int(parts[1]).flatMap { Self.counts.contains($0) ? $0 : nil }
    switch (parts[0], count) {
    case ("on", _):
      guard let day = Day(parts[1]) else { return nil }
      self = .on(day)
    case ("days", let count?): self = .days(count)
    case ("workingDays", let count?): self = .workingDays(count)
    case ("dayOfMonth", let number?) where Self.daysOfMonth.contains(number): self = .dayOfMonth(number)
    default: return nil
    }
  }

  public var description: String {
    switch self {
    case .on(let day): "on:\(day)"
    case .days(let count): "days:\(count)"
    case .workingDays(let count): "workingDays:\(count)"
    case .dayOfMonth(let number): "dayOfMonth:\(number)"
    }
  }
}

extension DueRule: CodedAsText {}

/// How often a report is owed.
public enum ReportSchedule: String, CaseIterable, Sendable {
  case once, month, quarter, year

  private var months: Int {
    switch self {
    case .once: 0
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// The periods that make up a stretch of days: calendar months, quarters or years, the first and the last cut off at
  /// its ends. Nothing for a stretch that is open or out of order.
  public func periods(of stretch: Period) -> [Period] {
    guard let first = stretch.start, let last = stretch.end, first <= last else { return [] }
    guard self != .once else { return [stretch] }
    var periods: [Period] = []
    var start = first
    while start <= last {
      // The months of a period end with a multiple of its length.
      let lastMonth = (start.month + months - 1) / months * months
      let end = Day(year: start.year, month: lastMonth, day: 1)?.firstOfNextMonth?.adding(days: -1)
      periods.append(Period(start: start, end: min(end ?? last, last)))
      guard let end, let next = end.adding(days: 1) else { break }
      start = next
    }
    return periods
  }
}

extension Day {
  /// Nil after December 9999.
  public var firstOfNextMonth: Day? {
    month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
  }
}
