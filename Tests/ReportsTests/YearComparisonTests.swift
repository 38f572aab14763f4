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

  /// 2020 beside 2019: one contest of both years, one that is new, one that is held no more.
  private static func contests(_ before: [(String, Figures)], _ now: [(String, Figures)]) throws -> YearComparison {
    func report(_ year: Int, _ held: [(String, Figures)]) throws -> YearReport {
      let contests = try held.enumerated().map { index, held in
        var contest = try Fixture.contest("c\(index)", held.0, held.1)
        contest.contest.year = year
        return contest
      }
      return YearReport(year: year, territory: nil, contests: contests, outcomes: [], projects: [])
    }
    return YearComparison(of: try report(2020, now), with: try report(2019, before))
  }

  @Test func `a contest that a year did not have is said not to have been held`() throws {
    let comparison = try Self.contests(
      [("Каток", Figures(applications: 4)), ("Ёлка", Figures(applications: 7, winners: 2))],
      [("Каток", Figures(applications: 5, participants: 9)), ("Двор", Figures(applications: 3)), ("Сад", Figures())])
    let text = comparison.current.text(.russian, comparison, width: 1000).replacing("\u{A0}", with: " ")
    for line in [
      "— «Каток»: заявки 4 → 5 (+1), участники — 9 (за 2019 год не указаны)",
      "— «Двор»: в 2019 году не проводился, в 2020 году заявки — 3",
      "— «Сад»: в 2019 году не проводился, в 2020 году проведён",
      "— «Ёлка»: в 2019 году заявки — 7, победители — 2, в 2020 году не проводился",
    ] {
      #expect(text.contains(line + "\n"), "\(line)")
    }
    let tables = comparison.section(.russian).blocks.compactMap {
      if case .table(let table) = $0 { table } else { nil }
    }
    let yard = try #require(tables[1].rows.first { $0.cells[0].text(.russian) == "«Двор»" })
    #expect(
      yard.cells.dropFirst() == [
        .text("не проводился"), .count(3), .missing, .blank, .text("не указано"), .missing, .blank, .count(0), .missing,
      ])
  }

  @Test func `money of the one year that has it is told alone`() throws {
    let contest = [("Каток", Figures(applications: 4))]
    var comparison = try Self.contests(contest, contest)
    comparison = YearComparison(
      of: YearReport(
        year: 2020, territory: nil, contests: comparison.current.contests, outcomes: [],
        projects: try Fixture.projects()), with: comparison.earlier)
    let text = comparison.current.text(.russian, comparison, width: 1000).replacing("\u{A0}", with: " ")
    #expect(text.contains(": за 2019 год данных нет, в 2020 году привлечено "))
    #expect(!text.contains("нет данных →"))
  }

  @Test func `what neither year has is left out of the table`() throws {
    let comparison = try Self.contests(
      [("Каток", Figures(applications: 4))], [("Каток", Figures(applications: 5))])
    #expect(
      comparison.figuresTable(.english).rows.map { $0.cells[0].text(.english) } == [
        "Contests", "Applications", "Winners",
      ])
  }

  @Test(arguments: Language.allCases)
  func `an empty year is said to be empty`(language: Language) throws {
    let comparison = try Self.comparison(with: 2012)
    let said = language == .russian ? "За\u{A0}2012\u{A0}год в учёте ничего нет" : "Nothing is recorded for 2012"
    #expect(comparison.current.text(language, comparison).contains(said))
    #expect(comparison.current.html(language, comparison).contains(said))
    #expect(comparison.money.allSatisfy { $0.earlier == .missing && $0.change == .missing })
    // A table of one year is no comparison.
    #expect(comparison.section(language).blocks.count == 1 && comparison.narrative(language).blocks.count == 1)
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
