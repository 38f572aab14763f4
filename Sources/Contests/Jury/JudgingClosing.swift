public import Primitives

/// That the jury has ended its work: no sheet is taken afterwards.
public struct JudgingClosing: Hashable, Sendable {
  public var date: Day
  /// Why it was ended although sheets were missing.
  public var reason: String?
  /// How many sheets were missing then.
  public var missing: Int

  public init(date: Day, reason: String? = nil, missing: Int = 0) {
    self.date = date
    self.reason = reason
    self.missing = missing
  }
}
