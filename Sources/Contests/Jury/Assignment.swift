public import Primitives

/// That a juror is to judge an entry; what it means for the others, ``JuryDistribution`` says.
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
