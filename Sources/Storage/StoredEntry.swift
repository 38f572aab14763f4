package import Contests
package import Primitives

/// An entry with what the store knows about it.
package struct StoredEntry: Hashable, Sendable {
  package var registration: Registration
  /// The identifier it goes by within its contest, in exports and protocols. It is the sender's own, unless another
  /// sender's entry was there first under the same one.
  package var exchangeID: Identifier
  package var sender: Identifier
  package var entry: Entry
  package var history: StatusHistory<EntryStatus>
  package var changedAt: Instant
  /// The row of the message that brought it, or its last correction; nil for one typed in.
  package var message: Int64?

  package var status: EntryStatus { history.current }
}

/// Which entries to list; nil does not narrow.
package struct EntryFilter: Hashable, Sendable {
  package var contest: Identifier?
  package var nomination: Identifier?
  package var status: EntryStatus?
  /// The district as stated, whatever the case of its letters.
  package var district: String?
  /// The age group as stated, whatever the case of its letters.
  package var ageGroup: String?

  package init(
    contest: Identifier? = nil, nomination: Identifier? = nil, status: EntryStatus? = nil, district: String? = nil,
    ageGroup: String? = nil
  ) {
    self.contest = contest
    self.nomination = nomination
    self.status = status
    self.district = district
    self.ageGroup = ageGroup
  }
}

/// The row number of an entry: the contest's row in the upper half, the registration number in the lower.
enum EntryKey {
  /// More than a registration's nine digits.
  static let numbers: Int64 = 1 << 32

  static func row(contest: Int64, number: Int) -> Int64 { contest * numbers + Int64(number) }
  static func number(of row: Int64) -> Int { Int(row % numbers) }

  /// The rows of a contest's entries, for a `BETWEEN`.
  static func rows(of contest: Int64) -> [Value] {
    [.integer(contest * numbers), .integer(contest * numbers + numbers - 1)]
  }
}
