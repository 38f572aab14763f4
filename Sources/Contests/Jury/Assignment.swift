public import Primitives

/// That a juror is to judge an entry. A contest without any assignment is judged by all: every juror judges every entry
/// of his nominations.
public struct Assignment: Hashable, Sendable {
  public var juror: Identifier
  public var entry: Identifier

  public init(juror: Identifier, entry: Identifier) {
    self.juror = juror
    self.entry = entry
  }
}

extension Assignment: Comparable {
  /// By entry, then by juror.
  public static func < (one: Assignment, other: Assignment) -> Bool {
    (one.entry, one.juror) < (other.entry, other.juror)
  }
}
