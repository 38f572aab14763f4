public import Primitives

/// The minutes (протокол) a decision stands in.
public struct ProtocolReference: Codable, Hashable, Sendable {
  public var number: String
  public var date: Day

  public init(number: String, date: Day) {
    self.number = number
    self.date = date
  }
}

/// A place or a prize given to an entry. One entry may hold several.
public struct Winner: Hashable, Sendable {
  public var contest: Identifier
  /// The entry by its identifier within the contest.
  public var entry: Identifier
  /// The nomination it won in, which may be another than it applied to; nil in a contest without nominations.
  public var nomination: Identifier?
  /// From 1; nil for a special prize.
  public var place: Int?
  public var prize: String?
  public var minutes: ProtocolReference

  /// At least one of `place` and `prize` is meant to be given; a rule reports where neither is.
  public init(
    contest: Identifier, entry: Identifier, nomination: Identifier? = nil, place: Int? = nil, prize: String? = nil,
    minutes: ProtocolReference
  ) {
    self.contest = contest
    self.entry = entry
    self.nomination = nomination
    self.place = place
    self.prize = prize
    self.minutes = minutes
  }
}
