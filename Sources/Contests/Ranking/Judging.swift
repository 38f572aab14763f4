public import Primitives

/// The work of a jury on entries that compete with one another: all of a nomination, or of one of its age groups.
public struct Judging: Sendable {
  /// The criteria that apply, in the order announced.
  public var criteria: [Criterion]
  public var rules: ContestRules
  /// Below it no place is given: that of the nomination, or else of the contest.
  public var passMark: Points?
  public var entries: [Identifier]
  public var sheets: [ScoreSheet]
  /// A juror's sheet on an entry he stepped back from does not count.
  public var recusals: [Recusal]
  /// How the chair or a vote has decided between equals.
  public var tieDecisions: [ResultsProtocol.TieDecision]

  public init(
    criteria: [Criterion], rules: ContestRules = ContestRules(), passMark: Points? = nil, entries: [Identifier],
    sheets: [ScoreSheet], recusals: [Recusal] = [], tieDecisions: [ResultsProtocol.TieDecision] = []
  ) {
    self.criteria = criteria
    self.rules = rules
    self.passMark = passMark
    self.entries = entries
    self.sheets = sheets
    self.recusals = recusals
    self.tieDecisions = tieDecisions
  }

  /// The order the rules give, the same in whatever order the sheets and entries stand.
  ///
  /// Exact: no figure in it is ever rounded. Sheets on other entries, of recused jurors, and a second sheet of one
  /// juror on one entry are left out; to report them is the business of the rules on sheets.
  public func ranking() -> Ranking {
    let tallies = tallies()
    let figures = Aggregators.of(rules.aggregation).figures(of: tallies)
    var breaker = TieBreaker(criteria: criteria, methods: rules.tieBreaks, decisions: tieDecisions, tallies: tallies)
    let groups = breaker.order(figures)
    let scores = StandardScores(tallies)

    var standings: [Ranking.Standing] = []
    standings.reserveCapacity(tallies.count)
    for group in groups {
      let rank = standings.count + 1
      for index in group {
        let tally = tallies[index]
        standings.append(
          Ranking.Standing(
            entry: tally.entry, totals: tally.totals, figure: figures[index], rank: figures[index] == nil ? nil : rank,
            isShared: group.count > 1 && figures[index] != nil, decidedBy: breaker.deciders[index],
            passes: passes(tally), standardScore: scores.mean(of: tally)))
      }
    }
    return Ranking(aggregation: rules.aggregation, standings: standings)
  }

  /// The pass mark is one on points: their mean, whatever the figure is that the entries are ranked by.
  private func passes(_ tally: Tally) -> Bool {
    guard let mean = Fraction.mean(of: tally.totals.map(\.total)) else { return false }
    return passMark.map { mean >= Fraction($0) } ?? true
  }

  /// The sheets by entry, each entry once, in an order that does not depend on theirs.
  private func tallies() -> [Tally] {
    let weights = Weights(criteria)
    let recused = Set(recusals.map { Pair(juror: $0.juror, entry: $0.entry) })
    var places: [Identifier: Int] = [:]
    var tallies: [Tally] = []
    for entry in entries.sorted() where places[entry] == nil {
      places[entry] = tallies.count
      tallies.append(Tally(entry: entry))
    }
    for sheet in sheets {
      guard let place = places[sheet.entry], !recused.contains(Pair(juror: sheet.juror, entry: sheet.entry)),
        !tallies[place].totals.contains(where: { $0.juror == sheet.juror })
      else { continue }
      tallies[place].totals.append(weights.total(of: sheet))
    }
    for place in tallies.indices { tallies[place].totals.sort { $0.juror < $1.juror } }
    return tallies
  }

  private struct Pair: Hashable {
    var juror: Identifier
    var entry: Identifier
  }
}

/// An entry with what each juror gave it.
struct Tally: Sendable {
  let entry: Identifier
  /// By the identifier of the juror.
  var totals: [JurorTotal] = []
}

/// What one juror gave one entry.
public struct JurorTotal: Hashable, Sendable {
  public var juror: Identifier
  /// In the order of the criteria; a criterion without a mark counts nothing.
  public var marks: [Points]
  /// The sum of the points, each times the share of its criterion where shares are given.
  public var total: Fraction

  public init(juror: Identifier, marks: [Points], total: Fraction) {
    self.juror = juror
    self.marks = marks
    self.total = total
  }
}

/// The shares of the criteria in the total: percent, which add up to a hundred; without any, points count alike.
private struct Weights {
  private let places: [Identifier: Int]
  private let weights: [Int128]
  private let denominator: Int128

  init(_ criteria: [Criterion]) {
    places = Dictionary(criteria.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let areGiven = criteria.contains { $0.weight != nil }
    weights = criteria.map { areGiven ? Int128($0.weight?.tenThousandths ?? 0) : 1 }
    // Ten-thousandths of points, and of percent.
    denominator = areGiven ? 10_000 * 10_000 * 100 : 10_000
  }

  func total(of sheet: ScoreSheet) -> JurorTotal {
    var marks = [Points](repeating: .zero, count: weights.count)
    for mark in sheet.marks {
      if let place = places[mark.criterion] { marks[place] = mark.points }
    }
    let sum = zip(marks, weights).reduce(Int128(0)) { $0 + Int128($1.0.tenThousandths) * $1.1 }
    return JurorTotal(juror: sheet.juror, marks: marks, total: Fraction(sum, over: denominator))
  }
}
