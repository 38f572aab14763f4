public import Primitives

/// How many applied, took part and won.
public struct Figures: Hashable, Sendable {
  /// Registered applications, without superseded versions and withdrawals.
  public var applications: Int
  /// Sum over the applications that state it, a person counted as often as named; nil when none does.
  public var participants: Int?
  /// Sum over the applications that state it; nil when none does.
  public var works: Int?
  /// Distinct entries with an unrevoked place or prize.
  public var winners: Int

  public init(applications: Int = 0, participants: Int? = nil, works: Int? = nil, winners: Int = 0) {
    self.applications = applications
    self.participants = participants
    self.works = works
    self.winners = winners
  }
}

/// A contest with its figures, as a whole and by nomination.
public struct ContestFigures: Hashable, Sendable {
  public var contest: Contest
  public var total: Figures
  /// By nomination; a nomination that nobody entered may be missing and counts as zero.
  public var byNomination: [Identifier: Figures]

  public init(contest: Contest, total: Figures, byNomination: [Identifier: Figures]) {
    self.contest = contest
    self.total = total
    self.byNomination = byNomination
  }
}
