internal import Contests
internal import Grants
internal import Primitives

/// A year beside an earlier one: what each has, and by how much it has changed.
///
/// What a year holds no records of is missing from it, not zero: nobody knows whether there was none.
package struct YearComparison: Hashable, Sendable {
  /// A figure of one year, or why there is none.
  enum Figure: Hashable, Sendable {
    /// A count or an amount.
    case known(Cell)
    /// The year has records of this kind, but none of them states it.
    case notStated
    /// The year has contests, but not this one.
    case notHeld
    /// The year has no records of this kind.
    case noRecords

    init(_ cell: Cell) { self = cell == .missing ? .notStated : .known(cell) }

    var cell: Cell { if case .known(let cell) = self { cell } else { .missing } }
  }

  /// One figure in both years.
  struct Pair: Hashable, Sendable {
    var before: Figure
    var now: Figure

    /// A count, an amount or missing.
    var earlier: Cell { before.cell }
    var current: Cell { now.cell }

    var isMissing: Bool { earlier == .missing && current == .missing }

    /// Missing where either year has no figure.
    var change: Cell {
      switch (earlier, current) {
      case (.count(let before), .count(let now)): .change(.count(now - before))
      case (.amount(let before), .amount(let now)): .change(.amount(now - before))
      default: .missing
      }
    }
  }

  /// Figures of a funder, a grantee or a contest.
  struct Share: Hashable {
    var title: String
    var pairs: [Pair]
  }

  let earlier: YearReport
  let current: YearReport

  /// - Parameters:
  ///   - current: The year that is reported on.
  ///   - earlier: The year it is held against, of the same territory and currency.
  package init(of current: YearReport, with earlier: YearReport) {
    self.current = current
    self.earlier = earlier
  }

  /// True where nothing is known of the earlier year.
  var hasNothingEarlier: Bool {
    earlier.contests.isEmpty && earlier.outcomes.isEmpty && earlier.grants.total.projects == 0
  }

  private func pair(_ figure: (YearReport) -> Figure) -> Pair { Pair(before: figure(earlier), now: figure(current)) }

  private func pair(_ isKnown: (YearReport) -> Bool, _ value: (YearReport) -> Cell) -> Pair {
    pair { isKnown($0) ? Figure(value($0)) : .noRecords }
  }

  private func hasContests(_ report: YearReport) -> Bool { !report.contests.isEmpty }
  private func hasOutcomes(_ report: YearReport) -> Bool { !report.outcomes.isEmpty }
  private func hasProjects(_ report: YearReport) -> Bool { report.grants.total.projects > 0 }

  // MARK: Contests

  var contests: Pair { pair(hasContests) { .count($0.contests.count) } }

  func contestFigure(_ value: (Figures) -> Int?) -> Pair {
    pair(hasContests) { Cell(value($0.figures)) }
  }

  /// Applications, participants and winners of each contest; those of one title are one contest.
  var byContest: [Share] {
    func held(_ report: YearReport, _ title: String) -> [ContestFigures] {
      report.contests.filter { $0.contest.title.sortKey == title.sortKey }
    }
    return titles { $0.contests.map(\.contest.title) }.map { title in
      func figure(_ value: (Figures) -> Int?) -> Pair {
        pair { report in
          if report.contests.isEmpty { return .noRecords }
          let figures = held(report, title).map(\.total)
          return figures.isEmpty ? .notHeld : Figure(Cell(value(Figures(summing: figures))))
        }
      }
      return Share(title: title, pairs: [figure(\.applications), figure(\.participants), figure(\.winners)])
    }
  }

  // MARK: Outcomes

  /// How often something was reached; who only took part is not counted.
  var outcomes: Pair { pair(hasOutcomes) { .count($0.reached.count) } }

  func outcomes(of level: Level) -> Pair {
    pair(hasOutcomes) { report in .count(report.reached.count { $0.level == level }) }
  }

  /// First, second and third places.
  var places: Pair {
    pair(hasOutcomes) { report in .count(report.outcomes.count { $0.place.map { $0 <= 3 } ?? false }) }
  }

  /// From the highest down, those at which something was reached in either year.
  var levels: [Level] {
    [.national, .regional, .municipal].filter { level in
      (earlier.reached + current.reached).contains { $0.level == level }
    }
  }

  // MARK: Grants

  var projects: Pair { pair(hasProjects) { .count($0.grants.total.projects) } }
  /// Awarded, received, spent.
  var money: [Pair] { amounts { $0.grants.total } }
  var byFunder: [Share] { shares(\.byFunder) }
  var byGrantee: [Share] { shares(\.byGrantee) }

  /// Funders of one title are one: the identifiers are not what a reader compares.
  private func shares(_ part: (YearGrants) -> [YearGrants.Share]) -> [Share] {
    titles { part($0.grants).map(\.title) }.map { title in
      Share(
        title: title,
        pairs: amounts { report in
          part(report.grants).filter { $0.title.sortKey == title.sortKey }.map(\.totals).reduce(GrantTotals(), +)
        })
    }
  }

  private func amounts(_ totals: (YearReport) -> GrantTotals) -> [Pair] {
    [\GrantTotals.awarded, \.received, \.spent].map { amount in
      pair(hasProjects) { .amount(totals($0)[keyPath: amount]) }
    }
  }

  /// Those of the year in its order, then those that only the earlier year has.
  private func titles(_ of: (YearReport) -> [String]) -> [String] {
    var known: Set<String> = []
    return (of(current) + of(earlier)).filter { known.insert($0.sortKey).inserted }
  }
}

extension GrantTotals {
  fileprivate static func + (left: GrantTotals, right: GrantTotals) -> GrantTotals {
    GrantTotals(
      projects: left.projects + right.projects, awarded: left.awarded + right.awarded,
      received: left.received + right.received, spent: left.spent + right.spent)
  }
}
