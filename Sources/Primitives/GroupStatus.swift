/// What became of a message as a whole, as its receipt says.
public enum GroupStatus: String, CaseIterable, Sendable {
  case accepted, acceptedWithWarnings, partial, rejected, duplicate
}
