internal import Contests
internal import Grants
internal import Primitives

/// A year beside an earlier one: what each has, and by how much it has changed.
///
/// What a year holds no records of is missing from it, not zero: nobody knows whether there was none.
package struct YearComparison: Hashable, Sendable {
  /// One figure in both years; each a count, an amount or missing.
  struct Pair: Hashable, Sendable {
    var earlier: Cell
    var current: Cell

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

  private func pair(_ value: (YearReport) -> Cell) -> Pair { Pair(earlier: value(earlier), current: value(current)) }

  // MARK: Contests

  var contests: Pair { pair { $0.contests.isEmpty ? .missing : .count($0.contests.count) } }

  func contestFigure(_ value: (Figures) -> Int?) -> Pair {
    pair { $0.contests.isEmpty ? .missing : Cell(value($0.figures)) }
  }

  /// Applications, participants and winners of each contest; those of one title are one contest.
  var byContest: [Share] {
    func held(_ report: YearReport, _ title: String) -> [ContestFigures] {
      report.contests.filter { $0.contest.title.sortKey == title.sortKey }
    }
    return titles { $0.contests.map(\.contest.title) }.map { title in
      func figure(_ value: (Figures) -> Int?) -> Pair {
        pair { report in
          let figures = held(report, title).map(\.total)
          return figures.isEmpty ? .missing : Cell(value(Figures(summing: figures)))
        }
      }
      return Share(title: title, pairs: [figure(\.applications), figure(\.participants), figure(\.winners)])
    }
  }

  // MARK: Outcomes

  var outcomes: Pair { pair { $0.outcomes.isEmpty ? .missing : .count($0.outcomes.count) } }

  func outcomes(of level: Level) -> Pair {
    pair { report in
      report.outcomes.isEmpty ? .missing : .count(report.outcomes.count { $0.level == level })
    }
  }

  /// First, second and third places.
  var places: Pair {
    pair { report in
      report.outcomes.isEmpty ? .missing : .count(report.outcomes.count { $0.place.map { $0 <= 3 } ?? false })
    }
  }

  /// From the highest down, those at which something was reached in either year.
  var levels: [Level] {
    [.national, .regional, .municipal].filter { level in
      (earlier.outcomes + current.outcomes).contains { $0.level == level }
    }
  }

  // MARK: Grants

  var projects: Pair { pair { $0.grants.total.projects == 0 ? .missing : .count($0.grants.total.projects) } }
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
      pair { $0.grants.total.projects == 0 ? .missing : .amount(totals($0)[keyPath: amount]) }
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
