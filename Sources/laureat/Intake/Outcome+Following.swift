import Contests
import Foundation

/// What an entry reached elsewhere, where several protocols of the contest tell of it, in any order.
extension Outcome {
  /// This outcome beside what another protocol told before: who decides on a nomination anew says what becomes of its
  /// places; who gives a prize beside, or decides elsewhere, takes nothing away.
  ///
  /// - Parameters:
  ///   - known: Of a protocol with another number; with none, where nobody has decided that it reached nothing.
  ///   - decides: Whether this one decided on the entry's nomination.
  func beside(_ known: Outcome, decides: Bool) -> Outcome {
    let isUndecided = !known.hasReached && known.protocolNumber == nil
    let isLater = decidedOn >= known.decidedOn || isUndecided
    if !hasReached { return isLater && decides ? self : known }
    if !known.hasReached { return isLater ? self : known }
    // A standing place is told again, without its prize.
    if place == known.place, prize == nil { return known }
    if isLater, decides, known.place != nil { return self }
    let (former, latter) = isLater ? (known, self) : (self, known)
    var outcome = latter
    outcome.place = latter.place ?? former.place
    outcome.outOf = latter.outOf ?? former.outOf
    outcome.note = latter.note ?? former.note
    // The prize of a place goes with it, and stands before others.
    if former.place == nil || latter.place == nil { outcome.prize = Self.joined(former.prize, latter.prize) }
    return outcome
  }

  /// Without a place that was taken back, and its prize.
  func without(_ places: some Collection<Int>) -> Outcome {
    guard let place, places.contains(place) else { return self }
    var outcome = self
    outcome.place = nil
    outcome.prize = prize.flatMap { Self.joined($0.components(separatedBy: Self.separator).dropFirst()) }
    return outcome
  }

  static func joined(_ prizes: some Collection<String>) -> String? {
    prizes.isEmpty ? nil : prizes.joined(separator: separator)
  }

  private static func joined(_ first: String?, _ second: String?) -> String? {
    guard let first, let second else { return first ?? second }
    return first.components(separatedBy: separator).contains(second) ? first : first + separator + second
  }

  private static let separator = "; "
}
