public import Primitives

/// Everything that decides who gets which place in a contest, and the places that follow from it.
///
/// It needs no store: the same places come out of a protocol that carries the sheets as out of the office that drew it
/// up.
public struct Adjudication: Sendable {
  /// An entry that competes.
  public struct Entrant: Hashable, Sendable {
    /// By its identifier within the contest.
    public var entry: Identifier
    public var nomination: Identifier?
    public var ageGroup: String?
    /// Those behind it, as far as they can be told from others.
    public var participants: Set<ParticipantKey>

    public init(
      entry: Identifier, nomination: Identifier?, ageGroup: String? = nil, participants: Set<ParticipantKey> = []
    ) {
      self.entry = entry
      self.nomination = nomination
      self.ageGroup = ageGroup
      self.participants = participants
    }
  }

  /// The order of those who competed with one another, and the places it gives.
  public struct Result: Hashable, Sendable {
    public var division: Division
    public var ranking: Ranking
    public var proposal: Proposal
    /// Why those who competed could not be put in order; nobody wins anything then.
    public var obstacles: [Diagnostic] = []
  }

  public var contest: Contest
  public var entrants: [Entrant]
  public var sheets: [ScoreSheet]
  public var recusals: [Recusal]
  public var tieDecisions: [ResultsProtocol.TieDecision]
  /// What the jury has decided on nominations and their age groups, beside the points: places it withholds, where it
  /// leaves nobody a winner.
  public var decisions: [ResultsProtocol.Decision]
  /// Entries that have won by another decision, and whoever stands behind them.
  public var earlierWinners: [Entrant]
  /// The nominations whose places are to be given; nil for all. In the others nobody wins by this.
  public var nominations: Set<Identifier?>?
  /// Entries that lost a place in a nomination, and compete for none there.
  public var excluded: [Identifier?: Set<Identifier>]
  /// Entries whose place in a nomination was taken back and stays vacant: it goes to nobody else, and is no win of theirs.
  public var vacated: [Identifier?: Set<Identifier>]
  /// Entries in the order in which they count among equals of a participant who may win once: as they were submitted. Those
  /// not named follow by their identifiers.
  public var precedence: [Identifier]

  public init(
    contest: Contest, entrants: [Entrant], sheets: [ScoreSheet], recusals: [Recusal] = [],
    tieDecisions: [ResultsProtocol.TieDecision] = [], decisions: [ResultsProtocol.Decision] = [],
    earlierWinners: [Entrant] = [], nominations: Set<Identifier?>? = nil,
    excluded: [Identifier?: Set<Identifier>] = [:], vacated: [Identifier?: Set<Identifier>] = [:],
    precedence: [Identifier] = []
  ) {
    self.contest = contest
    self.entrants = entrants
    self.sheets = sheets
    self.recusals = recusals
    self.tieDecisions = tieDecisions
    self.decisions = decisions
    self.earlierWinners = earlierWinners
    self.nominations = nominations
    self.excluded = excluded
    self.vacated = vacated
    self.precedence = precedence
  }

  /// The results in the order of the announcement. Who may win only once wins where the announcement names it first, but
  /// for nominations in which a place stays vacant: there nothing changes, and they come before the others.
  public func results() -> [Result] {
    let sheets = Dictionary(grouping: sheets, by: \.entry)
    let recusals = Dictionary(grouping: recusals, by: \.entry)
    let fields = Dictionary(grouping: entrants) {
      contest.division(nomination: $0.nomination, ageGroup: $0.ageGroup)
    }
    let counts = Dictionary(grouping: entrants, by: \.nomination).mapValues(\.count)
    let participants = Dictionary(
      entrants.map { ($0.entry, $0.participants) }, uniquingKeysWith: { first, _ in first })
    let precedence = Dictionary(
      precedence.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var claims = Claims(earlierWinners, participants: participants)
    // Nobody else's place changes beside a vacant one: within its nomination it counts as it did when it was given.
    var within: [Identifier?: Claims] = [:]
    let divisions = contest.divisions(of: entrants)
    let unchanged = divisions.filter { vacated[$0.nomination] != nil }
    var results: [Division: Result] = [:]
    for division in unchanged + divisions.filter({ vacated[$0.nomination] == nil }) {
      let nomination = division.nomination.flatMap { contest.nomination($0) }
      let entries = (fields[division] ?? []).map(\.entry)
      let ranking = Judging(
        criteria: contest.criteria.filter { $0.applies(to: division.nomination) }, rules: contest.rules,
        passMark: nomination?.passMark ?? contest.rules.passMark, entries: entries,
        sheets: entries.flatMap { sheets[$0] ?? [] }, recusals: entries.flatMap { recusals[$0] ?? [] },
        tieDecisions: tieDecisions.filter { $0.nomination == nil || $0.nomination == division.nomination }
      ).ranking()
      let field = field(of: division, nomination, count: counts[division.nomination] ?? 0, precedence)
      var trial = within[division.nomination] ?? claims
      let proposal = Proposal(ranking, in: field, claims: &trial)
      if nominations?.contains(division.nomination) ?? true {
        within[division.nomination] = trial
        for award in proposal.awards where !field.vacated.contains(award.entry) { claims.win(award.entry) }
      }
      results[division] = Result(
        division: division, ranking: ranking, proposal: proposal,
        obstacles: EntriesWithinAggregation().findings(in: ranking, of: contest))
    }
    return divisions.compactMap { results[$0] }
  }

  private func field(
    of division: Division, _ nomination: Nomination?, count: Int, _ precedence: [Identifier: Int]
  ) -> Proposal.Field {
    let decision = decisions.applying(to: division)
    return Proposal.Field(
      prizes: contest.prizes(in: division.nomination), rules: contest.rules, entries: count,
      minimumEntries: nomination?.minimumEntries ?? contest.rules.minimumEntries,
      withheld: Set(decision?.withheld ?? []), excluded: excluded[division.nomination] ?? [],
      vacated: vacated[division.nomination] ?? [], precedence: precedence,
      outcome: decision.flatMap { $0.outcome == .noWinner || $0.outcome == .cancelled ? $0.outcome : nil })
  }
}
