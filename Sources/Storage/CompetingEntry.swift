package import Contests
package import Primitives

/// What a ranking shows of an entry.
package struct CompetingEntry: Hashable, Sendable {
  package var registration: Registration
  /// By which it goes within its contest.
  package var exchangeID: Identifier
  package var nomination: Identifier?
  package var ageGroup: String?
  package var title: String
}
