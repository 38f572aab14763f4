/// A run of days, both ends included; an end may be open.
public struct Period: Codable, Hashable, Sendable {
  public var start: Day?
  public var end: Day?

  /// Takes the ends as given, in whatever order: ``isInOrder`` tells, and a rule reports it.
  public init(start: Day?, end: Day?) {
    self.start = start
    self.end = end
  }

  /// A calendar year.
  public init(year: Int) {
    self.init(start: .firstDay(of: year), end: .lastDay(of: year))
  }

  /// False when the period ends before it starts.
  public var isInOrder: Bool {
    guard let start, let end else { return true }
    return start <= end
  }

  /// True for a day between the ends, both included.
  public func contains(_ day: Day) -> Bool {
    (start.map { $0 <= day } ?? true) && (end.map { day <= $0 } ?? true)
  }
}
