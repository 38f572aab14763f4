public import Primitives

/// Days that were reported: what the report on them says stays as it is until the period is opened again.
public struct ClosedPeriod: Hashable, Sendable {
  public var id: Identifier
  /// Both ends are given.
  public var period: Period
  public var closedOn: Day

  public init(id: Identifier, period: Period, closedOn: Day) {
    self.id = id
    self.period = period
    self.closedOn = closedOn
  }
}

/// The closed periods of one project.
public struct ClosedPeriods: Hashable, Sendable {
  public var periods: [ClosedPeriod]

  public init(_ periods: [ClosedPeriod]) {
    self.periods = periods
  }

  /// The period that has days in common with another one.
  public func overlapping(_ period: Period) -> ClosedPeriod? {
    periods.first { $0.period.overlaps(period) }
  }
}

extension Period {
  /// True when the two have a day in common.
  public func overlaps(_ other: Period) -> Bool {
    func begins(_ first: Period, by second: Period) -> Bool {
      guard let start = first.start, let end = second.end else { return true }
      return start <= end
    }
    return begins(self, by: other) && begins(other, by: self)
  }
}
