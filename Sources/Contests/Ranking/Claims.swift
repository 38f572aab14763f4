public import Primitives

/// Who has won so far, where nobody may win twice.
public struct Claims: Sendable {
  private let participants: [Identifier: Set<ParticipantKey>]
  private var entries: Set<Identifier>
  private var winners: Set<ParticipantKey>

  /// - Parameters:
  ///   - earlier: Entries that have won already.
  ///   - participants: Those behind each entry that may win.
  public init(_ earlier: [Adjudication.Entrant] = [], participants: [Identifier: Set<ParticipantKey>] = [:]) {
    self.participants = participants
    entries = Set(earlier.map(\.entry))
    winners = earlier.reduce(into: []) { $0.formUnion($1.participants) }
  }

  /// True when the entry, or somebody behind it, has won.
  public func hasWon(_ entry: Identifier) -> Bool {
    entries.contains(entry) || participants[entry].map { !winners.isDisjoint(with: $0) } ?? false
  }

  public mutating func win(_ entry: Identifier) {
    entries.insert(entry)
    if let participants = participants[entry] { winners.formUnion(participants) }
  }
}
