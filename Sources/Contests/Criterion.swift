public import Primitives

/// What the jury gives points for.
public struct Criterion: Codable, Hashable, Sendable {
  public var id: Identifier
  public var title: String
  /// Share in the total, in percent; the weights of a contest total 100 where any is given.
  public var weight: ExactDecimal?
  /// The most points a juror may give.
  public var maximum: Points
  /// Nominations it applies to; empty means all.
  public var nominations: [Identifier]

  public init(
    id: Identifier, title: String, weight: ExactDecimal? = nil, maximum: Points, nominations: [Identifier] = []
  ) {
    self.id = id
    self.title = title
    self.weight = weight
    self.maximum = maximum
    self.nominations = nominations
  }
}
