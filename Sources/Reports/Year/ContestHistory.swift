internal import Contests
internal import Primitives

/// The contests of the years up to that of a report.
extension YearReport {
  /// Those that a report on a year looks at: itself and some before.
  package static func years(upTo year: Int) -> ClosedRange<Int> { year - 9...year }

  /// Applications, participants and winners of all contests, from the first year that is known to the last; nil where
  /// only one is known. A year between them of which nothing is known keeps its place, empty.
  func contestYearsChart(_ language: Language) -> Chart? {
    let isRussian = language == .russian
    let held = Dictionary(grouping: earlierContests + contests, by: \.contest.year)
    guard held.count > 1, let first = held.keys.min(), let last = held.keys.max() else { return nil }
    let years = Array(first...last)
    let sums = years.map { held[$0].map { Figures(summing: $0.map(\.total)) } }
    return Chart(
      isRussian ? "Конкурсы по годам" : "Contests over the years", .columns, heading: isRussian ? "Год" : "Year",
      categories: years.map { .text("\($0)") },
      series: [
        .init(isRussian ? "Заявки" : "Applications", sums.map { Cell($0?.applications) }),
        .init(isRussian ? "Участники" : "Participants", sums.map { Cell($0?.participants) }),
        .init(isRussian ? "Победители" : "Winners", sums.map { Cell($0?.winners) }),
      ]
    ).ifItShowsSomething
  }

  /// Applications of the contests that were held before under the same title, in their last years.
  func editionsChart(_ language: Language) -> Chart? {
    let isRussian = language == .russian
    let earlier = Dictionary(grouping: earlierContests, by: \.contest.title.sortKey)
    let repeated = contests.filter { held in
      ([held] + (earlier[held.contest.title.sortKey] ?? [])).count { $0.total.applications > 0 } > 0
        && earlier[held.contest.title.sortKey] != nil
    }
    let years = Set(
      repeated.flatMap { earlier[$0.contest.title.sortKey] ?? [] }.map(\.contest.year)
    ).sorted().suffix(Self.mostEditions - 1)
    func applications(_ title: String, _ held: [ContestFigures], _ year: Int) -> Cell {
      let editions = held.filter { $0.contest.year == year && $0.contest.title.sortKey == title.sortKey }
      return editions.isEmpty ? .missing : .count(editions.map(\.total.applications).reduce(0, +))
    }
    return Chart(
      isRussian ? "Заявки по конкурсам, проводившимся раньше" : "Applications to contests held before", .bars,
      heading: isRussian ? "Конкурс" : "Contest",
      categories: repeated.map { .text(Format.quoted($0.contest.title, language)) },
      series: (years + [year]).map { year in
        Chart.Series(
          "\(year)", repeated.map { applications($0.contest.title, earlierContests + contests, year) })
      }
    ).ifItShowsSomething
  }

  /// More series than that are hard to tell apart.
  private static let mostEditions = 4
}
