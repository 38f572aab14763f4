import Contests
import Grants
import Primitives
import Testing

@testable import Reports

struct YearReportTests {
  @Test(arguments: [
    "412 заявок, 412 работ, 1125 участников, 95 победителей", "618 заявок", "снежные городки — 81",
    "снежные фигуры — 1015", "украшенные подъезды — 6077", "оформленные балконы и окна — 15 012", "1123 участника",
    "8 заявок", "170 работ", "придомовые территории — 430", "клумбы — 325", "1-е место. Второй год подряд.",
    "3-е место из 15. Впервые.", "подано 5, отобрано 5", "детские игровые и спортивные площадки — 4",
    "привлечено 4 050 000,00 ₽", "освоено за год 2 040 000,00 ₽",
  ])
  func `the figures of the two cities come out in words`(figure: String) throws {
    let text = try Fixture.year().text(.russian, width: 10_000)
    #expect(text.replacing("\u{A0}", with: " ").contains(figure))
  }

  @Test func `a line of text is no wider than asked`() throws {
    let text = try Fixture.year().text(.russian, width: 72)
    #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= 72 })
    #expect(!text.contains(" \n"))
  }

  @Test func `contests and outcomes of other years are left out`() throws {
    let report = YearReport(
      year: 2021, territory: nil, contests: try Fixture.contests(), outcomes: try Fixture.outcomes(), projects: [])
    #expect(report.contests.isEmpty && report.outcomes.isEmpty)
    #expect(report.text(.russian).contains("Сведений за год нет"))
    #expect(report.html(.english).contains("Nothing is recorded for the year"))
  }

  @Test func `outcomes stand from the highest level down`() throws {
    let report = try Fixture.year()
    #expect(report.outcomes.map(\.level) == [.national, .regional, .regional])
    #expect(report.outcomes.map(\.place) == [3, 1, nil])
  }

  @Test func `entries that only took part in a contest elsewhere stand as one line, and count as no result`() throws {
    func outcome(_ number: Int, place: Int?) throws -> Outcome {
      Outcome(
        id: try Fixture.id("r\(number)"), contest: LargerContest(title: "Областной этап"),
        organiser: try Fixture.organisation("region", "Областная комиссия"), level: .regional, nomination: "Экодомик",
        entry: "Скворечник № \(number)", place: place, outOf: 95, decidedOn: try Fixture.day("2020-06-01"))
    }
    let outcomes = try (1...95).map { try outcome($0, place: $0 <= 2 ? $0 : nil) }
    let report = YearReport(year: 2020, territory: nil, contests: [], outcomes: outcomes, projects: [])
    let text = report.text(.russian, width: 10_000).replacing("\u{A0}", with: " ")
    #expect(text.contains("номинация «Экодомик», Скворечник № 2 — 2-е место из 95."))
    #expect(
      text.contains(
        "«Областной этап» (региональный уровень, Областная комиссия) — участие без призовых мест: 93 заявки."))
    #expect(!text.contains("Скворечник № 3"))
    #expect(report.html(.russian).contains("Участие без призовых мест: 93"))
    #expect(YearComparison(of: report, with: report).outcomes.current == .count(2))
  }

  @Test func `sums of what no contest states are not stated`() throws {
    let report = YearReport(
      year: 2020, territory: nil, contests: [try Fixture.contest("c", "К", Figures(applications: 3))], outcomes: [],
      projects: [])
    #expect(report.figures.participants == nil && report.figures.works == nil)
    #expect(report.figures.applications == 3)
  }

  @Test func `a contest with nothing to count is said to have been held`() throws {
    let report = YearReport(
      year: 2020, territory: nil, contests: [try Fixture.contest("c", "Национальная красавица", Figures())],
      outcomes: [], projects: [])
    #expect(report.text(.russian).contains("«Национальная красавица»\n\nКонкурс проведён."))
    #expect(report.text(.russian).contains("Проведён 1\u{A0}конкурс."))
  }

  @Test func `a territory asked for by its code is called by its name where the contests know it`() throws {
    var contest = try Fixture.contest("c", "К", Figures())
    func subtitle() -> String? {
      YearReport(year: 2020, territory: "32701", contests: [contest], outcomes: [], projects: [])
        .document(.russian).subtitle
    }
    #expect(subtitle() == "ОКТМО 32701")
    contest.contest.territory = Territory(oktmo: try OKTMO("32701000"), title: "Кемерово")
    #expect(subtitle() == "Кемерово")
  }

  // MARK: Grants

  private func grants(
    awarded: String?, ended: String? = nil, received: String? = nil, spent: String? = nil, year: Int
  ) throws -> YearGrants {
    var project = try Fixture.project("p", "П", ("f", "Ф"), ("g", "Г"), awarded: "100.00", on: awarded ?? "2018-01-01")
    if awarded == nil { (project.awardedOn, project.history) = (nil, StatusHistory()) }
    if let received {
      project.instalments = [
        Instalment(
          id: try Fixture.id("i"), receivedOn: try Fixture.day(received), received: try Fixture.amount("60.00"))
      ]
    }
    if let spent {
      project.expenses = [
        Expense(id: try Fixture.id("e"), date: try Fixture.day(spent), amount: try Fixture.amount("40.00"))
      ]
    }
    if let awarded, let ended {
      try project.history.apply(StatusChange(.active, on: try Fixture.day(awarded)))
      try project.history.apply(StatusChange(.closed, on: try Fixture.day(ended)))
    }
    return YearGrants([project], year: year)
  }

  @Test(
    arguments: [
      ("2020-12-31", nil, "100.00"), ("2021-01-01", nil, "0.00"), ("2018-05-01", nil, "100.00"),
      ("2018-05-01", "2019-12-31", "0.00"), ("2018-05-01", "2020-01-01", "100.00"),
      ("2018-05-01", "2022-01-01", "100.00"),
    ] as [(String, String?, String)])
  func `an award counts in each year from its day to the project's end`(
    awarded: String, ended: String?, sum: String
  ) throws {
    #expect(try grants(awarded: awarded, ended: ended, year: 2020).total.awarded == Fixture.amount(sum))
  }

  @Test func `money counts in the year it moved`() throws {
    let first = try grants(awarded: "2019-06-01", received: "2019-12-31", spent: "2020-01-01", year: 2019).total
    #expect(
      first == GrantTotals(projects: 1, awarded: try Fixture.amount("100.00"), received: try Fixture.amount("60.00")))
    let second = try grants(awarded: "2019-06-01", received: "2019-12-31", spent: "2020-01-01", year: 2020).total
    #expect(
      second == GrantTotals(projects: 1, awarded: try Fixture.amount("100.00"), spent: try Fixture.amount("40.00")))
  }

  @Test func `money that moves after the end counts without the award`() throws {
    let total = try grants(awarded: "2018-01-01", ended: "2019-12-31", spent: "2020-01-15", year: 2020).total
    #expect(total == GrantTotals(projects: 1, spent: try Fixture.amount("40.00")))
  }

  @Test func `an award that nobody noted counts from the first day its money moved`() throws {
    for (year, sum) in [(2018, "0.00"), (2019, "100.00"), (2020, "100.00")] {
      let grants = try grants(awarded: nil, received: "2019-12-31", year: year)
      #expect(grants.total.awarded == (try Fixture.amount(sum)))
      #expect(grants.byFunder.map(\.totals.awarded).sum() == grants.total.awarded)
      #expect(grants.byFunder.flatMap(\.byStage.values).sum() == grants.total.awarded)
    }
  }

  @Test func `a project that nothing links to the year is not counted`() throws {
    #expect(try grants(awarded: "2021-01-01", year: 2020).byFunder.isEmpty)
  }

  @Test func `the parts by funder and by grantee add up to the whole`() throws {
    let grants = try Fixture.year().grants
    for shares in [grants.byFunder, grants.byGrantee] {
      #expect(shares.map(\.totals.projects).reduce(0, +) == grants.total.projects)
      #expect(shares.map(\.totals.awarded).sum() == grants.total.awarded)
      #expect(shares.map(\.totals.received).sum() == grants.total.received)
      #expect(shares.map(\.totals.spent).sum() == grants.total.spent)
    }
    #expect(grants.total.awarded == (try Fixture.amount("4050000.00")))
    #expect(grants.total.spent == (try Fixture.amount("2040000.00")))
    #expect(grants.byFunder.first?.title == Fixture.childrenFund)
  }

  @Test func `another currency is in no sum, and the report says so`() throws {
    var projects = try Fixture.projects()
    projects[0].currency = try #require(Currency("EUR"))
    let report = YearReport(year: 2020, territory: nil, contests: [], outcomes: [], projects: projects)
    #expect(report.grants.total.awarded == (try Fixture.amount("3200000.00")))
    #expect(report.grants.otherCurrencies == 1)
    let sentence = "1\u{A0}проект в другой валюте в суммы не\u{A0}входит."
    #expect(report.text(.russian).contains(sentence) && report.html(.russian).contains(sentence))
  }

  @Test(
    arguments: [
      ("awarded", nil, nil, nil, .notBegun), ("awarded", "2020-12-31", nil, nil, .running),
      ("awarded", "2021-01-01", nil, nil, .notBegun), ("awarded", nil, "2020-12-31", nil, .running),
      ("awarded", nil, nil, "2020-12-31", .notBegun), ("agreementSigned", nil, nil, "2020-12-31", .running),
      ("agreementSigned", nil, nil, "2021-01-01", .notBegun), ("agreementSigned", nil, nil, nil, .notBegun),
      ("closed", "2020-05-01", "2020-05-02", "2020-03-01", .completed),
      ("terminated", "2020-05-01", "2020-05-02", "2020-03-01", .stopped),
    ] as [(String, String?, String?, String?, ProjectStage)])
  func `a project stands where its money and its days have it, though its status was not kept`(
    status: String, received: String?, spent: String?, starts: String?, stage: ProjectStage
  ) throws {
    var project = try Fixture.project("p", "П", ("f", "Ф"), ("g", "Г"), awarded: "100.00", on: "2020-02-01")
    for next in status == "awarded"
      ? [] : ["agreementSigned"] + (status == "agreementSigned" ? [] : ["active", status])
    {
      try project.history.apply(
        StatusChange(try #require(ProjectStatus(rawValue: next)), on: try Fixture.day("2020-02-10"), reason: "причина"))
    }
    project.instalments =
      try received.map {
        [Instalment(id: try Fixture.id("i"), receivedOn: try Fixture.day($0), received: try Fixture.amount("60.00"))]
      } ?? []
    project.expenses =
      try spent.map {
        [Expense(id: try Fixture.id("e"), date: try Fixture.day($0), amount: try Fixture.amount("40.00"))]
      } ?? []
    project.plannedPeriod = try starts.map { Period(start: try Fixture.day($0), end: nil) }
    let grants = YearGrants([project], year: 2020)
    #expect(grants.byFunder.first?.byStage == [stage: try Fixture.amount("100.00")])
  }
}
