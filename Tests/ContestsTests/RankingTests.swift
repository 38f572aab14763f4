import Contests
import Primitives
import SeededGenerator
import Testing

/// Places by the jury's points: the figures computed by hand, and what holds for any points.
struct RankingTests {
  private func id(_ text: String) throws -> Identifier { try #require(Identifier(text)) }

  /// Criteria `k0`, `k1`… with these weights.
  private func criteria(_ weights: [Int32?]) throws -> [Criterion] {
    try weights.enumerated().map { index, weight in
      Criterion(
        id: try id("k\(index)"), title: "Критерий", weight: weight.map { ExactDecimal($0) }, maximum: ExactDecimal(10))
    }
  }

  /// - Parameter points: juror by juror, for each entry its points by criterion; nil where the juror gave none.
  private func judging(
    _ points: [String: [[Int32]?]], weights: [Int32?] = [nil], rules: ContestRules = ContestRules(),
    decisions: [ResultsProtocol.TieDecision] = [], passMark: Int32? = nil
  ) throws -> Judging {
    let criteria = try criteria(weights)
    let count = points.values.map(\.count).max() ?? 0
    let entries = try (0..<count).map { try id("e\($0)") }
    let day = Day("2020-03-01")
    var sheets: [ScoreSheet] = []
    for (juror, given) in points {
      for (entry, marks) in zip(entries, given) {
        guard let marks else { continue }
        sheets.append(
          ScoreSheet(
            id: try id("\(juror)-\(entry)"), juror: try id(juror), entry: entry, date: day,
            marks: zip(criteria, marks).map { .init(criterion: $0.id, points: ExactDecimal($1)) }))
      }
    }
    return Judging(
      criteria: criteria, rules: rules, passMark: passMark.map { ExactDecimal($0) }, entries: entries, sheets: sheets,
      tieDecisions: decisions)
  }

  private func order(_ ranking: Ranking) -> [[String]] { ranking.groups.map { $0.map(\.entry.description) } }
  private func figures(_ ranking: Ranking) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: ranking.standings.map { ($0.entry.description, $0.figure?.description ?? "—") })
  }

  // MARK: By hand

  @Test func `the mean is over the jurors who scored`() throws {
    let ranking = try judging(["a": [[9], [7], nil], "b": [[8], nil, [8]], "c": [[8], [8], nil]]).ranking()
    #expect(figures(ranking) == ["e0": "25/3", "e1": "15/2", "e2": "8"])
    #expect(order(ranking) == [["e0"], ["e2"], ["e1"]])
    #expect(ranking.standings.map(\.rank) == [1, 2, 3])
  }

  @Test func `weights are shares in percent`() throws {
    let ranking = try judging(["a": [[10, 0], [0, 10], [5, 6]]], weights: [60, 40]).ranking()
    #expect(figures(ranking) == ["e0": "6", "e1": "4", "e2": "27/5"])
  }

  @Test func `the sum adds up, and the trimmed mean leaves out the highest and the lowest`() throws {
    let points: [String: [[Int32]?]] = ["a": [[10], [7]], "b": [[6], [7]], "c": [[6], [7]], "d": [[1], [7]]]
    #expect(figures(try judging(points, rules: ContestRules(aggregation: .sum)).ranking()) == ["e0": "23", "e1": "28"])
    let trimmed = try judging(points, rules: ContestRules(aggregation: .trimmedMean)).ranking()
    #expect(figures(trimmed) == ["e0": "6", "e1": "7"])
    let two = try judging(["a": [[10]], "b": [[6]]], rules: ContestRules(aggregation: .trimmedMean)).ranking()
    #expect(figures(two) == ["e0": "8"])
  }

  @Test func `Borda counts the rivals below, equals half`() throws {
    let rules = ContestRules(aggregation: .borda)
    let ranking = try judging(["a": [[9], [5], [5]], "b": [[1], [2], [3]]], rules: rules).ranking()
    // a: 1, 1/4, 1/4; b: 0, 1/2, 1.
    #expect(figures(ranking) == ["e0": "1/2", "e1": "3/8", "e2": "5/8"])
    #expect(order(ranking) == [["e2"], ["e0"], ["e1"]])
  }

  @Test func `Schulze ranks as many as his method is told to, and nobody beyond that`() throws {
    let limit = try #require(ContestRules.Aggregation.schulze.limit)
    let rules = ContestRules(aggregation: .schulze)
    func ranked(_ count: Int) throws -> [Int?] {
      try judging(["a": (0..<count).map { [Int32($0 % 7)] }], rules: rules).ranking().standings.map(\.rank)
    }
    #expect(try Set(ranked(300)).count == 7)
    #expect(try ranked(limit + 1).allSatisfy { $0 == nil })
    var contest = Contest.open
    contest.rules = rules
    contest.nominations = [Nomination(id: "n", title: "Н"), Nomination(id: "m", title: "М")]
    var entrants = (0...limit).map { Adjudication.Entrant(entry: Identifier("e\($0)") ?? "e", nomination: "n") }
    #expect(EntriesWithinAggregation().findings(for: entrants, in: contest).map(\.code) == [ContestCode.tooManyToRank])
    entrants[0].nomination = "m"
    #expect(EntriesWithinAggregation().findings(for: entrants, in: contest).isEmpty)
    contest.rules.aggregation = .mean
    entrants[0].nomination = "n"
    #expect(EntriesWithinAggregation().findings(for: entrants, in: contest).isEmpty)
  }

  @Test func `entries that nobody scored, or only somebody who stepped back, do not count towards the limit`() throws {
    let limit = try #require(ContestRules.Aggregation.schulze.limit)
    var contest = Contest.open
    contest.rules = ContestRules(aggregation: .schulze)
    contest.criteria = [Criterion(id: "k0", title: "К", maximum: ExactDecimal(10))]
    contest.nominations = [Nomination(id: "n", title: "Н"), Nomination(id: "m", title: "М")]
    var adjudication = Adjudication(contest: contest, entrants: [], sheets: [])
    let date = Day("2020-03-01")
    for (nomination, number) in ["n", "m"].flatMap({ nomination in (0...limit + 5).map { (nomination, $0) } }) {
      let entry = try id("\(nomination)\(number)")
      adjudication.entrants.append(.init(entry: entry, nomination: try id(nomination)))
      // In one nomination five are left out; in the other three are scored, and the sheets on a hundred do not count.
      if nomination == "n" ? number < 5 : number > 102 { continue }
      let points: Int32 = number == 2 ? 9 : 5
      adjudication.sheets.append(
        ScoreSheet(
          id: entry, juror: "a", entry: entry, date: date,
          marks: [.init(criterion: "k0", points: ExactDecimal(points))]))
      if nomination == "m", number > 2 {
        adjudication.recusals.append(Recusal(id: entry, juror: "a", entry: entry, date: date, reason: "Родственник."))
      }
    }
    let results = adjudication.results()
    #expect(results.map(\.ranking.scoredCount) == [limit + 1, 3])
    #expect(results.map { $0.obstacles.map(\.code) } == [[ContestCode.tooManyToRank], []])
    #expect(results.map { $0.proposal.awards.first?.entry } == [nil, "m2"])
    let oneLess = Ranking(aggregation: .schulze, standings: results[0].ranking.standings.filter { $0.entry != "n9" })
    #expect(EntriesWithinAggregation().findings(in: oneLess, of: contest).isEmpty)
  }

  /// The example of Schulze's paper (2011, section 3.1): 21 votes on four candidates, of whom d wins before a, c and b.
  @Test func `Schulze's own example comes out as in his paper`() throws {
    let votes: [(Int, [Int32])] = [
      (8, [4, 1, 3, 2]), (2, [3, 4, 1, 2]), (4, [1, 2, 4, 3]), (4, [2, 3, 1, 4]), (3, [1, 2, 3, 4]),
    ]
    var points: [String: [[Int32]?]] = [:]
    for (kind, (count, marks)) in votes.enumerated() {
      for voter in 0..<count { points["v\(kind)-\(voter)"] = marks.map { [$0] } }
    }
    let ranking = try judging(points, rules: ContestRules(aggregation: .schulze)).ranking()
    #expect(order(ranking) == [["e3"], ["e0"], ["e2"], ["e1"]])
  }

  @Test func `equals share their rank, and the one after them counts on`() throws {
    let ranking = try judging(["a": [[7], [9], [7], [5]]]).ranking()
    #expect(ranking.standings.map(\.rank) == [1, 2, 2, 4])
    #expect(ranking.standings.map(\.isShared) == [false, true, true, false])
  }

  @Test func `equals are told apart by the criteria in their order`() throws {
    let rules = ContestRules(tieBreaks: [.criterionOrder])
    let ranking = try judging(["a": [[5, 3, 2], [5, 2, 3], [4, 4, 2]]], weights: [nil, nil, nil], rules: rules)
      .ranking()
    #expect(order(ranking) == [["e0"], ["e1"], ["e2"]])
    #expect(
      ranking.standings.map(\.decidedBy) == [
        .criterion(try id("k1")), .criterion(try id("k1")), .criterion(try id("k0")),
      ])
  }

  @Test func `the chair decides where a decision is recorded, and only then`() throws {
    let rules = ContestRules(tieBreaks: [.vote, .chair])
    let points: [String: [[Int32]?]] = ["a": [[5], [5], [5], [1]]]
    #expect(try judging(points, rules: rules).ranking().standings.map(\.rank) == [1, 1, 1, 4])
    let decision = ResultsProtocol.TieDecision(
      method: .chair, entries: [try id("e2"), try id("e0")], reason: "оригинальность")
    let ranking = try judging(points, rules: rules, decisions: [decision]).ranking()
    #expect(order(ranking) == [["e2"], ["e0"], ["e1"], ["e3"]])
    #expect(ranking.standings[0].decidedBy == .decision(.chair, reason: "оригинальность"))
    #expect(ranking.standings[3].decidedBy == nil)
    // A method that the rules do not name decides nothing.
    #expect(try judging(points, decisions: [decision]).ranking().standings.map(\.rank) == [1, 1, 1, 4])
  }

  @Test func `of several decisions the one that fits the equals best holds, whichever was recorded first`() throws {
    let rules = ContestRules(tieBreaks: [.vote])
    let points: [String: [[Int32]?]] = ["a": [[5], [5], [5], [1]]]
    func decision(_ entries: String...) throws -> ResultsProtocol.TieDecision {
      ResultsProtocol.TieDecision(method: .vote, entries: try entries.map { try id($0) }, reason: nil)
    }
    let pair = try decision("e1", "e0")
    let exact = try decision("e2", "e1", "e0")
    let wide = try decision("e0", "e3", "e1", "e2")
    for decisions in [[pair, wide, exact], [exact, pair, wide], [wide, exact, pair]] {
      let ranking = try judging(points, rules: rules, decisions: decisions).ranking()
      #expect(order(ranking) == [["e2"], ["e1"], ["e0"], ["e3"]])
    }
    #expect(
      order(try judging(points, rules: rules, decisions: [pair, wide]).ranking()) == [["e0"], ["e1"], ["e2"], ["e3"]])
  }

  @Test func `an entry nobody scored has no rank, and one below the mark does not pass`() throws {
    let ranking = try judging(["a": [[9], nil, [4]]], passMark: 5).ranking()
    #expect(ranking.standings.map(\.rank) == [1, 2, nil])
    #expect(ranking.standings.map(\.passes) == [true, false, false])
    #expect(ranking.groups.count == 2)
  }

  @Test func `a recused juror's sheet and a second sheet do not count`() throws {
    var judging = try judging(["a": [[9], [1]], "b": [[1], [5]]])
    let day = Day("2020-03-01")
    judging.recusals = [
      Recusal(id: try id("r"), juror: try id("b"), entry: try id("e0"), date: day, reason: "родственник")
    ]
    judging.sheets += judging.sheets.filter { $0.juror.description == "a" }
    #expect(figures(judging.ranking()) == ["e0": "9", "e1": "3"])
  }

  @Test func `standard scores show a severe juror and decide nothing`() throws {
    let ranking = try judging(["kind": [[9], [10]], "hard": [[3], [1]], "flat": [[5], [5]]]).ranking()
    #expect(order(ranking) == [["e0"], ["e1"]])
    #expect(ranking.standings.map(\.standardScore) == [0, 0])
    #expect(try judging(["flat": [[5], [5]]]).ranking().standings.map(\.standardScore) == [nil, nil])
  }

  // MARK: For any points

  private func random(_ generator: inout SplitMix64, rules: ContestRules) throws -> Judging {
    let criteria = Int.random(in: 1...3, using: &generator)
    let entries = Int.random(in: 1...9, using: &generator)
    var points: [String: [[Int32]?]] = [:]
    for juror in 0..<Int.random(in: 1...5, using: &generator) {
      points["j\(juror)"] = (0..<entries).map { _ in
        Int.random(in: 0..<5, using: &generator) == 0
          ? nil : (0..<criteria).map { _ in Int32.random(in: 0...6, using: &generator) }
      }
    }
    return try judging(points, weights: Array(repeating: nil, count: criteria), rules: rules)
  }

  @Test(arguments: ContestRules.Aggregation.allCases)
  func `a ranking is a total order with equals, whatever the order of its input`(
    aggregation: ContestRules.Aggregation
  ) throws {
    var generator = SplitMix64(seed: 20)
    for _ in 0..<200 {
      let rules = ContestRules(
        aggregation: aggregation, tieBreaks: Bool.random(using: &generator) ? [.criterionOrder] : [])
      var judging = try random(&generator, rules: rules)
      let ranking = judging.ranking()
      judging.sheets.shuffle(using: &generator)
      judging.entries.shuffle(using: &generator)
      #expect(judging.ranking() == ranking)
      #expect(Set(ranking.standings.map(\.entry)) == Set(judging.entries))
      // Ranks count those before; figures never rise.
      var before = 0
      for group in ranking.groups {
        #expect(group.allSatisfy { $0.rank == before + 1 && $0.isShared == (group.count > 1) })
        before += group.count
      }
      let figures = ranking.standings.compactMap(\.figure)
      #expect(zip(figures, figures.dropFirst()).allSatisfy { $0 >= $1 })
    }
  }

  @Test(arguments: [ContestRules.Aggregation.mean, .sum, .trimmedMean])
  func `weights that are all scaled alike give the same order`(aggregation: ContestRules.Aggregation) throws {
    var generator = SplitMix64(seed: 21)
    for _ in 0..<100 {
      var judging = try random(&generator, rules: ContestRules(aggregation: aggregation))
      for index in judging.criteria.indices { judging.criteria[index].weight = ExactDecimal(Int32(10 * (index + 1))) }
      let order = order(judging.ranking())
      for index in judging.criteria.indices { judging.criteria[index].weight = ExactDecimal(Int32(30 * (index + 1))) }
      #expect(self.order(judging.ranking()) == order)
    }
  }

  @Test(arguments: ContestRules.Aggregation.allCases)
  func `more points never make an entry's standing worse`(aggregation: ContestRules.Aggregation) throws {
    var generator = SplitMix64(seed: 22)
    for _ in 0..<200 {
      var judging = try random(&generator, rules: ContestRules(aggregation: aggregation))
      guard let index = judging.sheets.indices.randomElement(using: &generator) else { continue }
      let entry = judging.sheets[index].entry
      func rank(_ ranking: Ranking) -> Int? { ranking.standings.first { $0.entry == entry }?.rank }
      let before = rank(judging.ranking())
      judging.sheets[index].marks[0].points = ExactDecimal(10)
      let after = rank(judging.ranking())
      #expect(try #require(after) <= #require(before))
    }
  }
}
