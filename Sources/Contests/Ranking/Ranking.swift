public import Primitives

/// The order of the entries of a nomination, best first, with what it follows from.
public struct Ranking: Hashable, Sendable {
  /// What has put one of several equals where it stands.
  public enum Decider: Hashable, Sendable {
    /// The first criterion in which they differ.
    case criterion(Identifier)
    /// The chair, or a vote, as the protocol records it.
    case decision(ContestRules.TieBreak, reason: String?)
  }

  /// Where an entry stands, and why.
  public struct Standing: Hashable, Sendable {
    public var entry: Identifier
    /// What each juror gave, by the juror's identifier.
    public var totals: [JurorTotal]
    /// What it is ranked by: the mean or the sum of the totals, the share of rivals it was put before, or for Schulze
    /// the number of levels below it. Nil where nobody scored it.
    public var figure: Fraction?
    /// One more than the number of entries before it: after two on the first rank comes the third. Nil where nobody
    /// scored it.
    public var rank: Int?
    /// True when others stand on the same rank.
    public var isShared: Bool
    /// Nil where the figure alone decided.
    public var decidedBy: Decider?
    /// True when the mean of its points comes up to the pass mark, or none is set.
    public var passes: Bool
    /// The mean of how many standard deviations each juror's total lies above that juror's own mean. It shows a severe
    /// or a generous juror and decides nothing. Nil where no juror has told entries apart.
    public var standardScore: Double?

    public init(
      entry: Identifier, totals: [JurorTotal], figure: Fraction?, rank: Int?, isShared: Bool,
      decidedBy: Ranking.Decider? = nil, passes: Bool, standardScore: Double? = nil
    ) {
      self.entry = entry
      self.totals = totals
      self.figure = figure
      self.rank = rank
      self.isShared = isShared
      self.decidedBy = decidedBy
      self.passes = passes
      self.standardScore = standardScore
    }
  }

  public var aggregation: ContestRules.Aggregation
  public var standings: [Standing]

  public init(aggregation: ContestRules.Aggregation, standings: [Standing]) {
    self.aggregation = aggregation
    self.standings = standings
  }

  /// Entries that somebody scored, whether or not they could be put in order.
  public var scoredCount: Int { standings.count { !$0.totals.isEmpty } }

  /// Equals together, best first; entries that nobody scored are left out.
  public var groups: [[Standing]] {
    var groups: [[Standing]] = []
    for standing in standings where standing.rank != nil {
      if groups.last?.first?.rank == standing.rank {
        groups[groups.count - 1].append(standing)
      } else {
        groups.append([standing])
      }
    }
    return groups
  }
}
