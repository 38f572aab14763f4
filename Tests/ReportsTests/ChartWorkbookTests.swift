import LibXLSX
import Primitives
import Testing

@testable import Reports

/// Charts as a workbook has them.
struct ChartWorkbookTests {
  private let chart = Chart(
    "Гранты, ₽", .bars, heading: "Фонд", categories: [.text("А"), .text("Б")],
    series: [.init("Освоено за\u{A0}год", [.count(3), .count(5)])])

  @Test func `a chart finds its series among the columns of a table, without the total`() throws {
    let table = Table(
      "Гранты", columns: [.text("Фонд"), .figure("Проекты"), .figure("Освоено за год")],
      rows: [
        .init(.plain, [.text("А"), .count(1), .count(3)]), .init(.plain, [.text("Б"), .count(2), .count(5)]),
        .init(.total, [.text("Всего"), .count(3), .count(8)]),
      ])
    let drawn = try #require(chart.xlsx(over: table))
    #expect(drawn.rows == 2...3 && drawn.series.map(\.column) == [3])
    #expect(chart.xlsx(over: chart.table)?.series.map(\.column) == [2])
  }

  @Test func `bars begin at zero, unless one of them goes below it`() {
    var chart = chart
    #expect(chart.xlsx(over: chart.table)?.minimum == 0)
    chart.series[0].values[1] = .count(-5)
    #expect(chart.xlsx(over: chart.table)?.minimum == nil)
  }

  @Test func `what rises in steps is not drawn as slopes`() {
    var steps = chart
    steps.form = .steps
    #expect(steps.xlsx(over: steps.table) == nil)
  }

  @Test func `a funder's workbook has no sheets project by project, and the whole before its parts`() throws {
    let sections = try Fixture.funderReport().sheets(.russian).sections
    let sheets = sections.flatMap(\.all).flatMap(\.blocks).compactMap { block -> String? in
      switch block {
      case .table(let table): table.caption
      case .chart(let chart): chart.isToldByNextTable ? nil : chart.title
      default: nil
      }
    }
    #expect(sheets.count == Set(sheets).count)
    #expect(
      sheets.prefix(2).map { $0.replacing("\u{A0}", with: " ") } == [
        "Средства по проектам, ₽", "Гранты по состоянию проектов, ₽",
      ])
    #expect(!sheets.contains { $0.hasPrefix("Поступило и освоено") })
  }

  @Test func `a table that has not what the chart shows gets none`() {
    let other = Table(
      "Гранты", columns: [.text("Фонд"), .figure("Проекты")], rows: [.init(.plain, [.text("А"), .count(1)])])
    #expect(chart.xlsx(over: other) == nil)
    var grouped = chart.table
    grouped.rows.insert(.init(.group, [.text("Все"), .blank]), at: 0)
    #expect(chart.xlsx(over: grouped) == nil)
    var empty = chart.table
    empty.rows = []
    #expect(chart.xlsx(over: empty) == nil)
  }
}

extension Document.Section {
  fileprivate var all: [Document.Section] { [self] + subsections.flatMap(\.all) }
}
