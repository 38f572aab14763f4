import Contests
import Grants
import Primitives
import Testing

@testable import Reports

/// Where pictures stand in reports, and what of them is told in words.
struct ChartDocumentTests {
  private func charts(_ sections: [Document.Section]) -> [Chart] {
    sections.flatMap { section in
      section.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } } + charts(section.subsections)
    }
  }

  @Test func `the report to a funder shows plan and fact, and the money over time`() throws {
    let charts = charts(try Fixture.funderReport().document(.russian).sections)
    #expect(
      charts.map { $0.title.replacing("\u{A0}", with: " ") } == [
        "Сумма гранта и освоено по проектам, ₽", "Гранты по состоянию проектов, ₽",
        "Поступило и освоено с начала проекта, ₽", "План и факт по статьям, ₽",
      ])
    let money = charts[2]
    #expect(money.categories.map { $0.text(.russian) } == ["06.04.2020", "12.05.2020", "15.06.2020", "08.10.2020"])
    #expect(money.series[1].values.last == .amount(try Fixture.amount("400000.00")))
    #expect(money.level?.value == .amount(try Fixture.amount("700000.00")))
  }

  @Test func `refunds go down again, and what was before the period counts`() throws {
    var project = try Fixture.project("p", "П", ("f", "Ф"), ("g", "Г"), awarded: "900.00", on: "2019-01-01")
    func expense(_ id: String, _ day: String, _ amount: String) throws -> Expense {
      Expense(id: try Fixture.id(id), date: try Fixture.day(day), amount: try Fixture.amount(amount))
    }
    project.instalments = [
      Instalment(
        id: try Fixture.id("i"), receivedOn: try Fixture.day("2019-02-01"), received: try Fixture.amount("500.00"))
    ]
    project.expenses = [try expense("e1", "2019-03-01", "100.00"), try expense("e2", "2020-03-01", "200.00")]
    project.refunds = [
      Refund(
        id: try Fixture.id("r1"), direction: .fromPayee, date: try Fixture.day("2020-04-01"),
        amount: try Fixture.amount("50.00")),
      Refund(
        id: try Fixture.id("r2"), direction: .toFunder, date: try Fixture.day("2020-05-01"),
        amount: try Fixture.amount("250.00")),
    ]
    let chart = try #require(ReportedProject(project, in: Period(year: 2020)).moneyChart(.russian))
    #expect(chart.series[0].values.map { $0.text(.russian) } == ["500,00", "500,00", "250,00"])
    #expect(chart.series[1].values.map { $0.text(.russian) } == ["300,00", "250,00", "250,00"])
  }

  @Test func `the picture has every day, its table the months where there are many`() throws {
    var project = try Fixture.project("p", "П", ("f", "Ф"), ("g", "Г"), awarded: "900.00", on: "2020-01-01")
    project.expenses = try (1...60).map { number in
      Expense(
        id: try Fixture.id("e\(number)"), date: try #require(Day(daysSince1970: 18_262 + number * 3)),
        amount: try Fixture.amount("1.00"))
    }
    let chart = try #require(ReportedProject(project, in: Period(year: 2020)).moneyChart(.russian))
    #expect(chart.categories.count == 60)
    #expect(
      chart.table.rows.map { $0.cells[0].text(.russian) } == [
        "31.01.2020", "27.02.2020", "31.03.2020", "30.04.2020", "30.05.2020", "29.06.2020",
      ])
    #expect(chart.table.rows.last?.cells[2] == .amount(try Fixture.amount("60.00")))
  }

  @Test func `contests over the years are shown where more than one year is known`() throws {
    func chart(_ years: [Int]) throws -> Chart? {
      let contests = try years.map { year in
        var held = try Fixture.contest("c\(year)", "Тепло твоих рук", Figures(applications: year - 2000, winners: 3))
        held.contest.year = year
        return held
      }
      let report = YearReport(year: 2020, territory: nil, contests: contests, outcomes: [], projects: [])
      let editions = report.editionsChart(.russian)
      #expect((editions == nil) == (years.count == 1))
      #expect(editions?.series.map(\.title) ?? [] == (years.count == 1 ? [] : years.suffix(4).map(String.init)))
      return report.contestYearsChart(.russian)
    }
    #expect(try chart([2020]) == nil)
    let five = try #require(try chart([2011, 2015, 2018, 2019, 2020]))
    // A year without contests keeps its place: those around it are not neighbours.
    #expect(five.categories == (2011...2020).map { .text("\($0)") })
    #expect(five.series[0].values == [11, nil, nil, nil, 15, nil, nil, 18, 19, 20].map { Cell($0) })
    #expect(five.series[1].values.allSatisfy { $0 == .missing })
  }

  @Test func `grants stand by how far their projects had come at the end of the year`() throws {
    let chart = try #require(Fixture.year().grants.portfolioChart(.russian))
    #expect(chart.series.map(\.title) == ["Не начаты", "Реализуются или отчитываются"])
    let sums = chart.series.map { series in
      series.values.map { if case .amount(let amount) = $0 { amount } else { Amount.zero } }.sum()
    }
    #expect(sums.sum() == (try Fixture.year().grants.total.awarded))
  }

  @Test(arguments: Language.allCases)
  func `a picture on a page has a title, words and a table, and loads nothing`(language: Language) throws {
    for html in [try Fixture.year().html(language), try Fixture.funderReport().html(language)] {
      let pictures = html.ranges(of: "<svg viewBox").count
      #expect(pictures > 0)
      #expect(html.ranges(of: "role=\"img\" aria-labelledby=").count == pictures)
      #expect(html.ranges(of: "<title id=").count == pictures && html.ranges(of: "<desc id=").count == pictures)
      let names = html.matches(of: /aria-(?:labelledby|describedby)="([^"]+)"/).flatMap { $0.1.split(separator: " ") }
      for name in names { #expect(html.ranges(of: "id=\"\(name)\"").count == 1, "\(name)") }
      #expect(!html.contains("<script") && !html.contains("http") && !html.contains("url("))
    }
  }

  @Test func `a hostile name in a picture is shown, not run`() {
    let hostile = "</svg><script>alert('x')</script>\" onload=\"y"
    let chart = Chart(
      hostile, .bars, heading: hostile, categories: [.text(hostile)],
      series: [.init(hostile, [.count(1)]), .init("Б", [.count(2)])])
    let html = Document(language: .russian, title: "Отчёт", sections: [.init("Раздел", [.chart(chart)])]).html
    #expect(!html.contains("<script") && !html.contains("\" onload"))
    #expect(html.ranges(of: "</svg>").count == 1)
  }

  @Test func `figures are not said twice where the next table has them`() throws {
    var chart = Chart(
      "План, ₽", .bars, heading: "Статья", categories: [.text("Аренда")], series: [.init("План", [.count(7)])])
    func html() -> String {
      Document(
        language: .russian, title: "Отчёт", sections: [.init("Раздел", [.chart(chart), .table(chart.table)])]
      ).html
    }
    #expect(html().contains("<details>") && html().ranges(of: "<table").count == 2)
    chart.isToldByNextTable = true
    #expect(!html().contains("<details>") && html().ranges(of: "<table").count == 1)
    #expect(html().contains("aria-describedby=\"part-1-chart-1-data\""))
    #expect(html().contains("<table id=\"part-1-chart-1-data\">"))
  }
}
