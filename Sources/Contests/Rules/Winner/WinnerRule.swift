public import Primitives

/// A rule a place or prize must keep before it is recorded.
public protocol WinnerRule: Sendable {
  /// What the rule finds; nothing where it is kept. A finding names its `field` below the record, and the rulebook
  /// adds which record.
  func findings(for winner: Winner, by candidate: Candidate, in context: WinnerContext) -> [Diagnostic]
}

/// The rules a decision is checked by.
public struct WinnerRules: Sendable {
  public var rules: [any WinnerRule]

  public init(_ rules: [any WinnerRule]) {
    self.rules = rules
  }

  /// The rules in force.
  public static let all = WinnerRules([
    PlaceOrPrizeGiven(), WinnerWasAdmitted(), NominationAllowsWinner(), NotDecidedTwice(), EnoughEntries(),
    PlacesWithinPrizes(), SpecialPrizesWithinQuantity(), OnePlacePerEntry(), OneWinPerParticipant(),
    ProtocolAfterClosing(),
  ])

  /// Everything the rules find, each finding with the entry's identifier as its record.
  public func findings(for winner: Winner, by candidate: Candidate, in context: WinnerContext) -> [Diagnostic] {
    rules.flatMap { $0.findings(for: winner, by: candidate, in: context) }.about(winner.entry)
  }
}
