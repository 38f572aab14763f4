package import Contests
package import Grants
package import Primitives

/// What a city did in a year: contests it held, what its entries reached in contests of higher bodies, grants.
package struct YearReport: Hashable, Sendable {
  package var year: Int
  /// Name or ОКТМО of the city, where the report is on one.
  package var territory: String?
  package var contests: [ContestFigures]
  /// Those of the years before.
  package var earlierContests: [ContestFigures]
  /// The highest level first, within it the best place.
  package var outcomes: [Outcome]
  package var grants: YearGrants

  /// Takes of what is given that which belongs to the year: contests by their year, outcomes by the day of the decision,
  /// projects by the rule of ``YearGrants``.
  package init(
    year: Int, territory: String?, contests: [ContestFigures], outcomes: [Outcome], projects: [Project],
    currency: Currency = .rouble
  ) {
    self.year = year
    self.territory = territory
    self.contests = contests.filter { $0.contest.year == year }
    earlierContests = contests.filter { Self.years(upTo: year).contains($0.contest.year) && $0.contest.year != year }
    self.outcomes = outcomes.filter { $0.decidedOn.year == year }.sorted {
      $0.order.lexicographicallyPrecedes($1.order)
    }
    grants = YearGrants(projects, year: year, currency: currency)
  }

  /// The sums over all contests.
  package var figures: Figures { Figures(summing: contests.map(\.total)) }
}

extension Figures {
  init(summing figures: [Figures]) {
    self.init(
      applications: figures.map(\.applications).reduce(0, +), participants: figures.compactMap(\.participants).sumOrNil,
      works: figures.compactMap(\.works).sumOrNil, winners: figures.map(\.winners).reduce(0, +))
  }
}

extension [Int] {
  /// Nothing stated is not zero.
  fileprivate var sumOrNil: Int? { isEmpty ? nil : reduce(0, +) }
}

extension YearReport {
  /// Contests in which entries took part and reached nothing that could be named, and how many.
  struct Participation: Hashable {
    var contest: LargerContest
    var organiser: Organisation
    var level: Level
    var decidedOn: Day
    var entries: Int
  }

  /// The outcomes that tell of a place, a prize or something else that was reached.
  var reached: [Outcome] { outcomes.filter(\.hasReached) }

  /// The others, contest by contest.
  var participations: [Participation] {
    outcomes.filter { !$0.hasReached }.reduce(into: []) { all, outcome in
      let one = Participation(
        contest: outcome.contest, organiser: outcome.organiser, level: outcome.level, decidedOn: outcome.decidedOn,
        entries: 1)
      if let index = all.firstIndex(where: { $0.isOf(one) }) {
        all[index].entries += 1
        all[index].decidedOn = max(all[index].decidedOn, one.decidedOn)
      } else {
        all.append(one)
      }
    }
  }
}

extension YearReport.Participation {
  fileprivate func isOf(_ other: Self) -> Bool {
    contest == other.contest && organiser.id == other.organiser.id && level == other.level
  }
}

extension Outcome {
  fileprivate var order: [Int] {
    let level =
      switch level {
      case .national: 0
      case .regional: 1
      case .municipal: 2
      }
    return [level, place ?? .max, decidedOn.daysSince1970]
  }
}

extension YearReport {
  /// What `report year` prints; a comparison is one key more.
  package func json(_ comparison: YearComparison? = nil) -> JSON {
    let report: JSON = [
      "year": .integer(year), "contests": .array(contests.map(\.json)), "outcomes": .array(outcomes.map(\.json)),
      "grants": grants.json,
    ]
    return report.adding(comparison.map { ["comparison": $0.json] } ?? [:])
  }

  /// What a department pastes into its own report: headings, short paragraphs and lists.
  package func text(_ language: Language, _ comparison: YearComparison? = nil, width: Int = 100) -> String {
    narrative(language, comparison).text(width: width)
  }

  package func html(_ language: Language, _ comparison: YearComparison? = nil) -> String {
    document(language, comparison).html
  }
}

extension YearGrants {
  fileprivate var json: JSON {
    [
      "awarded": JSON(total.awarded), "received": JSON(total.received), "spent": JSON(total.spent),
      "byFunder": .array(byFunder.map { $0.json("funder") }),
      "byGrantee": .array(byGrantee.map { $0.json("grantee") }),
    ]
  }
}

extension YearGrants.Share {
  fileprivate func json(_ key: String) -> JSON {
    .object([
      key: .string(title), "projects": .integer(totals.projects), "awarded": JSON(totals.awarded),
      "received": JSON(totals.received), "spent": JSON(totals.spent),
    ])
  }
}
