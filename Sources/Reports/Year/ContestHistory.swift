internal import Contests
internal import Primitives

/// The contests of the years up to that of a report.
extension YearReport {
  /// Those that a report on a year looks at: itself and some before.
  package static func years(upTo year: Int) -> ClosedRange<Int> { year - 9...year }

  /// Applications, participants and winners of all contests, year by year; nil where only one year is known.
  func contestYearsChart(_ language: Language) -> Chart? {
    let isRussian = language == .russian
    let years = Dictionary(grouping: earlierContests + contests, by: \.contest.year).sorted { $0.key < $1.key }
    guard years.count > 1 else { return nil }
    let sums = years.map { Figures(summing: $0.value.map(\.total)) }
    return Chart(
      isRussian ? "Конкурсы по годам" : "Contests over the years", .columns, heading: isRussian ? "Год" : "Year",
      categories: years.map { .text("\($0.key)") },
      series: [
        .init(isRussian ? "Заявки" : "Applications", sums.map { .count($0.applications) }),
        .init(isRussian ? "Участники" : "Participants", sums.map { Cell($0.participants) }),
        .init(isRussian ? "Победители" : "Winners", sums.map { .count($0.winners) }),
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
