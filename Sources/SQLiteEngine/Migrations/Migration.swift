/// One step from a version of the tables to the next.
///
/// A step that has been released is frozen: stores in the field were made by it. It knows tables, never domain types.
struct Migration: Sendable {
  /// The version of the tables after this step, from 1.
  var version: Int
  var statements: String

  /// All steps in order.
  static let all: [Migration] = [
    migration0001, migration0002, migration0003, migration0004, migration0005, migration0006, migration0007,
    migration0008,
  ]

  /// The version this program writes.
  static var latest: Int { all.last?.version ?? 0 }
}
