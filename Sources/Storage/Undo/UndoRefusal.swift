/// Why an event cannot be taken back.
package enum UndoRefusal: Error, Hashable, Sendable {
  case unknown
  /// What was sent, answered, erased or taken back stays so.
  case notUndoable(kind: String)
  case takenBackAlready
  /// Later events that build on it, in order. They can be taken back first.
  case neededBy([Event])
  /// Later exports that told others of it, in order. What others know is not taken back but corrected.
  case sent([Event])
  /// It brought what was erased since.
  case erased
  /// It is from before the store wrote down what events change.
  case beforeLog
}
