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
    let drawn = try #require(chart.xlsx(over: table, .russian).first)
    #expect(drawn.rows == 2...3 && drawn.series.map(\.column) == [3])
    #expect(chart.xlsx(over: chart.table, .russian).first?.series.map(\.column) == [2])
  }

  @Test func `bars begin at zero, unless one of them goes below it`() {
    var chart = chart
    #expect(chart.xlsx(over: chart.table, .russian).first?.minimum == 0)
    chart.series[0].values[1] = .count(-5)
    #expect(chart.xlsx(over: chart.table, .russian).first?.minimum == nil)
  }

  @Test func `long names have a column of short ones beside them, each its own`() throws {
    let long = "Социально-психологическая поддержка семей с детьми, находящихся в трудной жизненной ситуации"
    var table = chart.table
    #expect(table.addingNames(.russian) == nil)
    table.rows = [long, long, "Школа"].map { .init(.plain, [.lines($0, ["Центр"]), .count(1)]) }
    table.rows.append(.init(.total, [.text("Всего"), .count(3)]))
    let named = try #require(table.addingNames(.russian))
    #expect(named.columns.last == .text("Подпись на диаграмме"))
    #expect(
      named.rows.map { $0.cells[2].text(.russian) } == [
        "Социально-психологическая поддержка семей с…", "Социально-психологическая поддержка семей с… (2)", "Школа", "",
      ])
    #expect(chart.xlsx(over: named, .russian).first?.names == 3)
  }

  @Test func `bars that a page does not hold go on in the next chart, on the same scale`() {
    let names = (1...60).map { Cell.text("Статья \($0)") }
    let chart = Chart(
      "План, ₽", .bars, heading: "Статья", categories: names,
      series: [.init("План", names.indices.map { .count($0 + 1) }), .init("Факт", names.indices.map { .count($0) })])
    let drawn = chart.xlsx(over: chart.table, .russian)
    #expect(drawn.map(\.rows) == [2...13, 14...25, 26...37, 38...49, 50...61])
    #expect(drawn.allSatisfy { $0.minimum == 0 && $0.maximum == 60 && $0.unit == 10 })
    #expect(drawn.map(\.title) == ["План, ₽"] + Array(repeating: "План, ₽ (продолжение)", count: 4))
  }

  @Test func `what rises in steps has each day twice, before it and at its end`() throws {
    let days = ["2020-04-01", "2020-04-09", "2020-05-20"]
    let steps = Chart(
      "Деньги, ₽", .steps, heading: "По состоянию на", categories: try days.map { .day(try Fixture.day($0)) },
      series: [
        .init("Поступило", [.count(5), .count(5), .count(9)]), .init("Освоено", [.count(0), .count(3), .count(4)]),
      ],
      level: .init("Грант", .count(10)), told: [2])
    let table = steps.sheetTable(.russian)
    #expect(
      table.rows.map { $0.cells.dropFirst().map { $0.text(.russian) } } == [
        ["на конец дня", "5", "0", "10"], ["на начало дня", "5", "0", "10"], ["на конец дня", "5", "3", "10"],
        ["на начало дня", "5", "3", "10"], ["на конец дня", "9", "4", "10"],
      ])
    #expect(table.rows.map(\.cells[0]) == [0, 1, 1, 2, 2].map { steps.categories[$0] })
    let drawn = try #require(steps.xlsx(over: table, .russian).first)
    #expect(drawn.form == .steps && drawn.rows == 2...6 && drawn.names == 1)
    #expect(drawn.series.map(\.column) == [3, 4, 5])
    #expect(drawn.series.map(\.isDashed) == [false, false, true])
    #expect(drawn.days == (try Fixture.day(days[0])).daysSince1970...(try Fixture.day(days[2])).daysSince1970)
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
    #expect(sheets.count { $0.hasPrefix("Поступило и освоено") } == 1)
  }

  @Test func `a table that has not what the chart shows gets none`() {
    let other = Table(
      "Гранты", columns: [.text("Фонд"), .figure("Проекты")], rows: [.init(.plain, [.text("А"), .count(1)])])
    #expect(chart.xlsx(over: other, .russian).isEmpty)
    var grouped = chart.table
    grouped.rows.insert(.init(.group, [.text("Все"), .blank]), at: 0)
    #expect(chart.xlsx(over: grouped, .russian).isEmpty)
    var empty = chart.table
    empty.rows = []
    #expect(chart.xlsx(over: empty, .russian).isEmpty)
  }
}

extension Document.Section {
  fileprivate var all: [Document.Section] { [self] + subsections.flatMap(\.all) }
}
