/// A day of the Gregorian calendar, with no clock and no zone: what deadlines, protocols and payments are dated by.
public struct Day: Hashable, Comparable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// - Returns: nil for a day that the calendar does not have; years run from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(of: month, in: year)
    else { return nil }
    self.init(checkedYear: year, month: month, day: day)
  }

  private init(checkedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// 1 January of a year from 1 to 9999; a year outside is brought to the nearest of the two.
  public static func firstDay(of year: Int) -> Day {
    Day(checkedYear: min(max(year, 1), 9999), month: 1, day: 1)
  }

  /// 31 December of a year from 1 to 9999; a year outside is brought to the nearest of the two.
  public static func lastDay(of year: Int) -> Day {
    Day(checkedYear: min(max(year, 1), 9999), month: 12, day: 31)
  }

  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: LosslessStringConvertible {
  /// Reads `YYYY-MM-DD` (ISO 8601 calendar date, extended format), nothing else.
  public init?(_ text: String) {
    self.init(text.utf8Span.span)
  }

  init?(_ bytes: Span<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Int(digits: bytes.extracting(0..<4)), let month = Int(digits: bytes.extracting(5..<7)),
      let day = Int(digits: bytes.extracting(8..<10))
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    String(unsafeUninitializedCapacity: 10) { write(to: $0) }
  }

  /// Writes the ten characters, and tells how many they are.
  func write(to text: UnsafeMutableBufferPointer<UInt8>) -> Int {
    text.write(year, 0..<4)
    text[4] = UInt8(ascii: "-")
    text.write(month, 5..<7)
    text[7] = UInt8(ascii: "-")
    text.write(day, 8..<10)
    return 10
  }

  /// `20.12.2020`, as Russian offices write a day.
  package var dotted: String { "\(day.padded(to: 2)).\(month.padded(to: 2)).\(year.padded(to: 4))" }

  /// `20 December 2020`, as a day stands in an English sentence; it is not parted at the end of a line.
  package var worded: String { "\(day)\u{A0}\(Self.englishMonths[month - 1])\u{A0}\(year)" }

  package static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

extension Day {
  /// The number of days since 1970-01-01, negative before it (H. Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms", `days_from_civil`).
  public var daysSince1970: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day so many days after 1970-01-01; nil outside the years 1 to 9999 (`civil_from_days` of the same source).
  public init?(daysSince1970 days: Int) {
    guard (-719_162...2_932_896).contains(days) else { return nil }
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }
}

extension Int {
  /// Reads ASCII digits only; so few that they fit.
  init?(digits: Span<UInt8>) {
    var value = 0
    for index in digits.indices {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digits[index]) else { return nil }
      value = value * 10 + Int(digits[index] - UInt8(ascii: "0"))
    }
    self = value
  }

  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Writes a number that is not negative with as many digits as there are places.
  func write(_ number: Int, _ places: Range<Int>) {
    var rest = number
    for place in places.reversed() {
      self[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}
