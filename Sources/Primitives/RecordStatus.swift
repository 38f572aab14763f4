/// What became of one record of a message, as its receipt says.
public enum RecordStatus: String, CaseIterable, Sendable {
  case accepted, updated, unchanged, rejected
}
