import Foundation
import Primitives

/// The only place where the program looks at the clock. Rules and reports are given their days.
enum Clock {
  /// This moment, with the offset of the machine's zone, in whole seconds.
  static func now() -> Instant {
    let date = Date()
    let offset = TimeZone.current.secondsFromGMT(for: date) / 60
    let milliseconds = Int64(date.timeIntervalSince1970) * 1000
    // A machine's clock and zone lie within what an instant holds; if not, the epoch is as wrong as they are.
    return Instant(milliseconds: milliseconds, offset: offset) ?? epoch
  }

  private static let epoch: Instant = {
    guard let epoch = Instant(milliseconds: 0) else { preconditionFailure("1970 is between the years 1 and 9999") }
    return epoch
  }()
}
