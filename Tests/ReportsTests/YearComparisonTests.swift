import Contests
import Grants
import Primitives
import Testing

@testable import Reports

struct YearComparisonTests {
  /// 2020 as it was, and of 2019 one contest of the same title and the projects' money.
  private static func comparison(with year: Int = 2019) throws -> YearComparison {
    var before = try Fixture.contest(
      "teplo-2019", "«Тепло твоих рук»", Figures(applications: 400, participants: 1130, works: 400, winners: 90))
    before.contest.year = 2019
    func report(_ year: Int) throws -> YearReport {
      YearReport(
        year: year, territory: "Кемерово", contests: try Fixture.contests() + [before],
        outcomes: try Fixture.outcomes(), projects: try Fixture.projects())
    }
    return YearComparison(of: try report(2020), with: try report(year))
  }

  private static func text(_ pair: YearComparison.Pair) -> [String] {
    [pair.earlier, pair.current, pair.change].map { $0.text(.russian).replacing("\u{A0}", with: " ") }
  }

  @Test func `each figure stands beside that of the earlier year, with the change`() throws {
    let comparison = try Self.comparison()
    #expect(Self.text(comparison.contests) == ["1", "6", "+5"])
    #expect(Self.text(comparison.contestFigure(\.applications)) == ["400", "1272", "+872"])
    #expect(Self.text(comparison.projects) == ["2", "5", "+3"])
    #expect(Self.text(comparison.money[0]) == ["1 550 000,00", "4 050 000,00", "+2 500 000,00"])
    #expect(Self.text(comparison.money[2]) == ["0,00", "2 040 000,00", "+2 040 000,00"])
  }

  @Test func `contests of one title are one, whatever quotation marks it has`() throws {
    let share = try #require(try Self.comparison().byContest.first)
    #expect(share.title == "Тепло твоих рук")
    #expect(share.pairs.map(Self.text) == [["400", "412", "+12"], ["1130", "1125", "−5"], ["90", "95", "+5"]])
  }

  @Test func `what a year has no records of is missing, not zero`() throws {
    let comparison = try Self.comparison()
    #expect(comparison.outcomes.earlier == .missing && comparison.outcomes.change == .missing)
    let table = comparison.figuresTable(.russian)
    let row = try #require(table.rows.first { $0.cells[0].text(.russian).hasPrefix("Результаты") })
    #expect(row.cells.dropFirst().map { $0.text(.russian) } == ["нет данных", "3", "—"])
  }

  @Test(arguments: Language.allCases)
  func `an empty year is said to be empty`(language: Language) throws {
    let comparison = try Self.comparison(with: 2012)
    let said = language == .russian ? "За\u{A0}2012\u{A0}год в учёте ничего нет" : "Nothing is recorded for 2012"
    #expect(comparison.current.text(language, comparison).contains(said))
    #expect(comparison.current.html(language, comparison).contains(said))
    #expect(comparison.money.allSatisfy { $0.earlier == .missing && $0.change == .missing })
  }

  @Test func `two funders of one title are added up`() throws {
    var projects = try Fixture.projects()
    projects[0].funder.id = try Fixture.id("other")
    let report = YearReport(year: 2020, territory: nil, contests: [], outcomes: [], projects: projects)
    let shares = YearComparison(of: report, with: report).byFunder
    #expect(shares.count == 3)
    let share = try #require(shares.first { $0.title == Fixture.timchenko })
    #expect(Self.text(share.pairs[0]) == ["1 550 000,00", "1 550 000,00", "0,00"])
  }

  @Test func `the parts by funder and grantee add up to the whole in both years`() throws {
    let comparison = try Self.comparison()
    func sum(_ cells: [Cell]) -> Amount {
      cells.map { if case .amount(let amount) = $0 { amount } else { Amount.zero } }.sum()
    }
    for shares in [comparison.byFunder, comparison.byGrantee] {
      for (index, total) in comparison.money.enumerated() {
        #expect(Cell.amount(sum(shares.map { $0.pairs[index].earlier })) == total.earlier)
        #expect(Cell.amount(sum(shares.map { $0.pairs[index].current })) == total.current)
      }
    }
  }

  @Test func `the comparison is one key more, and leaves the others as they are`() throws {
    let comparison = try Self.comparison()
    guard case .object(let plain) = comparison.current.json(),
      case .object(let more) = comparison.current.json(comparison)
    else { return #expect(Bool(false)) }
    #expect(plain.keys.sorted() == ["contests", "grants", "outcomes", "year"])
    #expect(more.filter { $0.key != "comparison" } == plain)
    let json = try #require(more["comparison"])
    #expect(json.text.contains("\"year\" : 2019"))
    guard case .object(let members) = json, case .object(let grants)? = members["grants"] else {
      return #expect(Bool(false))
    }
    #expect(grants["awarded"] == ["earlier": "1550000.00", "current": "4050000.00", "change": "2500000.00"])
  }

  @Test(arguments: Language.allCases)
  func `both years stand in every form`(language: Language) throws {
    let comparison = try Self.comparison()
    let title = comparison.title(language)
    let document = comparison.current.document(language, comparison)
    #expect(document.sections.first?.title == title)
    #expect(comparison.current.text(language, comparison).contains(title))
    #expect(comparison.current.html(language, comparison).contains(title))
  }
}
