public import Primitives

/// What an entry reached in an earlier stage before it was sent on.
public struct PreviousStage: Codable, Hashable, Sendable {
  public var contestTitle: String
  public var contest: Identifier?
  public var organiser: String?
  public var entry: Identifier?
  public var place: Int?
  public var prize: String?
  public var minutes: ProtocolReference?

  public init(
    contestTitle: String, contest: Identifier? = nil, organiser: String? = nil, entry: Identifier? = nil,
    place: Int? = nil, prize: String? = nil, minutes: ProtocolReference? = nil
  ) {
    self.contestTitle = contestTitle
    self.contest = contest
    self.organiser = organiser
    self.entry = entry
    self.place = place
    self.prize = prize
    self.minutes = minutes
  }
}
