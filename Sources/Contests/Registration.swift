public import Primitives

/// The number an entry is called by: `<contest>/<n>`, given on taking in.
public struct Registration: Hashable, Comparable, Sendable, LosslessStringConvertible {
  public let contest: Identifier
  /// From 1, in the order of taking in; at most nine digits.
  public let number: Int

  /// The largest number there is.
  public static let lastNumber = 999_999_999

  public init(contest: Identifier, number: Int) {
    self.contest = contest
    self.number = number
  }

  /// Reads `teplo-2020/17`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let contest = Identifier(String(parts[0])), let number = Int(parts[1]),
      (1...Self.lastNumber).contains(number), String(number) == parts[1]
    else { return nil }
    self.init(contest: contest, number: number)
  }

  public var description: String { "\(contest)/\(number)" }

  public static func < (left: Registration, right: Registration) -> Bool {
    (left.contest, left.number) < (right.contest, right.number)
  }
}
