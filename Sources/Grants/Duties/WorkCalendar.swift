public import Primitives

/// Which days are worked in Russia: a five-day week, the statutory holidays, and the days a year's decree transfers.
///
/// Source: the Labour Code of the Russian Federation, article 112. Its holidays are 1 to 8 January, 23 February, 8 March,
/// 1 and 9 May, 12 June and 4 November. A day off that falls on one of them, those of January apart, goes over to the
/// next working day after it. Everything else is transferred by a decree of the government for each year.
public struct WorkCalendar: Hashable, Sendable {
  /// Days that a decree makes what the code does not say: true for one that is worked.
  public var decreed: [Day: Bool]

  public init(decreed: [Day: Bool] = [:]) {
    self.decreed = decreed
  }

  public func isWorking(_ day: Day) -> Bool {
    decreed[day] ?? Self.isWorkingByCode(day)
  }

  /// What the code says of a day, without any decree.
  public static func isWorkingByCode(_ day: Day) -> Bool {
    !isHoliday(day) && !day.isWeekend && !isCarriedOver(day)
  }

  /// True for a statutory holiday, whatever day of the week it is.
  public static func isHoliday(_ day: Day) -> Bool {
    switch (day.month, day.day) {
    case (1, 1...8), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4): true
    default: false
    }
  }

  /// True for the first working day after a holiday that fell on a weekend.
  private static func isCarriedOver(_ day: Day) -> Bool {
    // The holiday lies at most two days back: on the Saturday or the Sunday before this Monday.
    guard day.weekday == 1 else { return false }
    return [1, 2].contains { back in
      day.adding(days: -back).map { $0.month != 1 && isHoliday($0) } ?? false
    }
  }

  /// The day that is so many working days after another one.
  ///
  /// - Returns: Nil beyond the year 9999.
  public func day(_ count: Int, workingDaysAfter day: Day) -> Day? {
    var (left, current) = (count, day)
    while left > 0 {
      guard let next = current.adding(days: 1) else { return nil }
      current = next
      if isWorking(current) { left -= 1 }
    }
    return current
  }

  /// The day itself, or the next that is worked: a term that ends on a day off ends on the working day after it (Civil
  /// Code of the Russian Federation, article 193).
  public func workingDay(from day: Day) -> Day? {
    isWorking(day) ? day : self.day(1, workingDaysAfter: day)
  }
}

extension Day {
  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let days = (daysSince1970 + 3) % 7
    return (days < 0 ? days + 7 : days) + 1
  }

  var isWeekend: Bool { weekday > 5 }

  /// - Returns: Nil outside the years 1 to 9999.
  func adding(days: Int) -> Day? { Day(daysSince1970: daysSince1970 + days) }
}
