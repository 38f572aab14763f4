import Contests
import Primitives
import Testing

/// Which places a ranking gives, by the rules and prizes of a contest.
struct ProposalTests {
  private func id(_ number: Int) throws -> Identifier { try #require(Identifier("e\(number)")) }

  /// A ranking of entries `e0`, `e1`… with these figures, best first.
  private func ranking(_ figures: [Int32?], failing: Set<Int> = []) throws -> Ranking {
    var standings: [Ranking.Standing] = []
    for (number, figure) in figures.enumerated() {
      let rank = figure.map { figure in figures.count { ($0 ?? -1) > figure } + 1 }
      standings.append(
        Ranking.Standing(
          entry: try id(number), totals: [], figure: figure.map { Fraction(Int128($0)) }, rank: rank,
          isShared: figure != nil && figures.count { $0 == figure } > 1, passes: !failing.contains(number)))
    }
    return Ranking(aggregation: .mean, standings: standings)
  }

  private static let degrees = [
    Prize(rank: 1, title: "I степени"), Prize(rank: 2, title: "II степени", quantity: 2),
    Prize(rank: 3, title: "III степени"), Prize(title: "Приз жюри"),
  ]

  private func places(_ proposal: Proposal) -> [String] {
    proposal.awards.map { "\($0.entry) \($0.place)\($0.isShared ? " shared" : "")" }
  }

  @Test func `each place is given as often as there are prizes for it`() throws {
    let proposal = Proposal(
      try ranking([9, 8, 7, 6, 5]), in: Proposal.Field(prizes: Self.degrees, rules: ContestRules()))
    #expect(places(proposal) == ["e0 1", "e1 2", "e2 2", "e3 3"])
    #expect(proposal.awards.map(\.prize) == ["I степени", "II степени", "II степени", "III степени"])
    #expect(proposal.outcome == .decided)
  }

  @Test func `three places are given where none are declared`() throws {
    #expect(
      places(Proposal(try ranking([9, 8, 7, 6]), in: Proposal.Field(prizes: [], rules: ContestRules()))) == [
        "e0 1", "e1 2", "e2 3",
      ])
  }

  @Test func `equals that fit into one place need no decision`() throws {
    let proposal = Proposal(try ranking([9, 8, 8, 5]), in: Proposal.Field(prizes: Self.degrees, rules: ContestRules()))
    #expect(places(proposal) == ["e0 1", "e1 2", "e2 2", "e3 3"])
  }

  @Test func `equals across places wait for a decision, and the next are not held up`() throws {
    let rules = ContestRules(tieBreaks: [.criterionOrder, .vote, .chair])
    let proposal = Proposal(try ranking([9, 9, 8, 7]), in: Proposal.Field(prizes: Self.degrees, rules: rules))
    #expect(proposal.undecided == [.init(entries: [try id(0), try id(1)], places: [1, 2], methods: [.vote, .chair])])
    #expect(places(proposal) == ["e2 2", "e3 3"])
    let last = Proposal(try ranking([9, 8, 7, 6, 6]), in: Proposal.Field(prizes: Self.degrees, rules: rules))
    #expect(last.undecided.map(\.places) == [[3]])
  }

  @Test func `equals share the better place where the rules let them`() throws {
    let proposal = Proposal(
      try ranking([9, 9, 8, 8, 8, 7]), in: Proposal.Field(prizes: Self.degrees, rules: ContestRules(sharesPlaces: true))
    )
    #expect(places(proposal) == ["e0 1 shared", "e1 1 shared", "e2 2 shared", "e3 2 shared", "e4 2 shared", "e5 3"])
  }

  @Test func `an entry below the mark, and one that nobody scored, get no place`() throws {
    let proposal = Proposal(
      try ranking([9, 8, nil], failing: [1]), in: Proposal.Field(prizes: Self.degrees, rules: ContestRules()))
    #expect(places(proposal) == ["e0 1"])
    #expect(proposal.omitted == [try id(1): .belowPassMark])
    let none = Proposal(
      try ranking([2, 1], failing: [0, 1]), in: Proposal.Field(prizes: Self.degrees, rules: ContestRules()))
    #expect(none.outcome == .noWinner)
    #expect(none.awards.isEmpty)
  }

  @Test func `a nomination with too few entries is void`() throws {
    let proposal = Proposal(
      try ranking([9, 8]), in: Proposal.Field(prizes: Self.degrees, rules: ContestRules(), minimumEntries: 3))
    #expect(proposal.outcome == .tooFewEntries)
    #expect(proposal.awards.isEmpty)
  }

  @Test func `who has won elsewhere is passed over where the rules say so`() throws {
    let earlier = [Adjudication.Entrant(entry: try id(0), nomination: nil)]
    var claims = Claims(earlier)
    let once = Proposal(
      try ranking([9, 8]),
      in: Proposal.Field(prizes: Self.degrees, rules: ContestRules(oneWinPerParticipant: true)), claims: &claims)
    #expect(places(once) == ["e1 1"])
    #expect(once.omitted == [try id(0): .hasWonElsewhere])
    #expect(claims.hasWon(try id(1)))
    claims = Claims(earlier)
    let often = Proposal(
      try ranking([9, 8]), in: Proposal.Field(prizes: Self.degrees, rules: ContestRules()), claims: &claims)
    #expect(places(often) == ["e0 1", "e1 2"])
  }

  @Test func `of two entries of one participant on the same rank one gets a place`() throws {
    let key = ParticipantKey(Organisation(id: try id(99), title: "Школа № 1"))
    var claims = Claims(participants: [try id(0): [key], try id(1): [key]])
    let proposal = Proposal(
      try ranking([9, 9, 8]),
      in: Proposal.Field(prizes: Self.degrees, rules: ContestRules(oneWinPerParticipant: true)), claims: &claims)
    #expect(places(proposal) == ["e0 1", "e2 2"])
    #expect(proposal.omitted == [try id(1): .anotherCounts])
    #expect(proposal.undecided.isEmpty)
  }

  @Test func `of equals of one participant the one submitted first counts, whatever it is called`() throws {
    let key = ParticipantKey(Organisation(id: try id(99), title: "Школа № 1"))
    var field = Proposal.Field(prizes: Self.degrees, rules: ContestRules(oneWinPerParticipant: true))
    field.precedence = [try id(1): 0, try id(0): 1, try id(2): 2]
    var claims = Claims(participants: [try id(0): [key], try id(1): [key]])
    let proposal = Proposal(try ranking([9, 9, 8]), in: field, claims: &claims)
    #expect(places(proposal) == ["e1 1", "e2 2"])
    #expect(proposal.omitted == [try id(0): .anotherCounts])
  }

  @Test func `a vacant place is kept for whom it was taken from, whatever was won since`() throws {
    let key = ParticipantKey(Organisation(id: try id(99), title: "Школа № 1"))
    var field = Proposal.Field(prizes: Self.degrees, rules: ContestRules(oneWinPerParticipant: true))
    let earlier = [Adjudication.Entrant(entry: try id(98), nomination: nil, participants: [key])]
    var claims = Claims(earlier, participants: [try id(0): [key]])
    #expect(places(Proposal(try ranking([9, 8, 7]), in: field, claims: &claims)) == ["e1 1", "e2 2"])
    field.vacated = [try id(0)]
    claims = Claims(earlier, participants: [try id(0): [key]])
    #expect(places(Proposal(try ranking([9, 8, 7]), in: field, claims: &claims)) == ["e0 1", "e1 2", "e2 2"])
  }

  @Test func `a withheld place is given to nobody, and the best gets the next`() throws {
    let field = Proposal.Field(prizes: Self.degrees, rules: ContestRules(), withheld: [1])
    #expect(places(Proposal(try ranking([9, 8, 7, 6]), in: field)) == ["e0 2", "e1 2", "e2 3"])
  }

  @Test func `a nomination that the jury leaves without a winner gives no place`() throws {
    let field = Proposal.Field(prizes: Self.degrees, rules: ContestRules(), outcome: .noWinner)
    let proposal = Proposal(try ranking([9, 8]), in: field)
    #expect(proposal.outcome == .noWinner)
    #expect(proposal.awards.isEmpty)
  }
}
