import Primitives

/// Days as spreadsheets number them.
enum SerialDay {
  /// What day 0, or 1, is.
  enum Epoch {
    /// 1 is 1900-01-01. After Lotus 1-2-3 the system has a 29 February 1900, number 60, that never was.
    case year1900
    /// 0 is 1904-01-01, as Excel for the Mac began.
    case year1904
  }

  /// The day of a serial number, the time of the day aside; nil for one that the calendar does not have.
  static func day(_ number: String, _ epoch: Epoch) -> Day? {
    guard let serial = Int(number.prefix { $0 != "." }), (0...2_958_465).contains(serial) else { return nil }
    switch (epoch, serial) {
    case (.year1904, _): return Day(daysSince1970: serial - 24_107)
    case (.year1900, 0), (.year1900, 60): return nil
    case (.year1900, ..<60): return Day(daysSince1970: serial - 25_568)
    case (.year1900, _): return Day(daysSince1970: serial - 25_569)
    }
  }
}
