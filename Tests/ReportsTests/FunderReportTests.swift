import Grants
import Primitives
import Reports
import Testing

struct FunderReportTests {
  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

  @Test func `one project makes a report on a grant, several on grants`() throws {
    var report = try Fixture.funderReport()
    #expect(report.document(.russian).title == "Отчёт об использовании средств грантов")
    report.projects.removeFirst()
    #expect(report.document(.russian).title == "Отчёт об использовании средств гранта")
  }

  @Test func `what went back to the funder lowers what was received and is shown for itself`() throws {
    var project = try Fixture.project(
      "p", "П", ("f", "Ф"), ("g", "Г"), awarded: "1000.00", on: "2020-01-01", received: "900.00", spent: "500.00")
    project.refunds = [
      Refund(
        id: try Fixture.id("r"), direction: .toFunder, date: try Fixture.day("2020-12-01"),
        amount: try Fixture.amount("150.00"), reason: "неиспользованный остаток")
    ]
    let report = GrantReport(
      kind: .final, on: [project], of: project.funder, period: Period(year: 2020))
    let text = plain(report.text(.russian))
    #expect(text.contains("Поступило за период: 750,00 ₽"))
    #expect(text.contains("Остаток на конец периода: 250,00 ₽"))
    #expect(text.contains("Возвращено грантодателю       150,00            150,00"))
    #expect(text.contains("неиспользованный остаток"))
    #expect(
      String(decoding: report.csv(.english), as: UTF8.self).contains(",RUB,1000.00,750.00,500.00,750.00,500.00,250.00"))
  }

  @Test func `the balance a period begins with is that of the day before`() throws {
    let project = try Fixture.project(
      "p", "П", ("f", "Ф"), ("g", "Г"), awarded: "1000.00", on: "2020-01-01", received: "900.00", spent: "500.00")
    let period = Period(start: try Fixture.day("2020-05-01"), end: try Fixture.day("2020-12-31"))
    let text = plain(GrantReport(kind: .period, on: [project], of: project.funder, period: period).text(.russian))
    #expect(text.contains("Остаток на начало периода     900,00"))
    #expect(text.contains("Остаток на конец периода      400,00            400,00"))
  }

  @Test func `an expense of no budget line does not show its identifier`() throws {
    var project = try Fixture.project(
      "p", "П", ("f", "Ф"), ("g", "Г"), awarded: "1000.00", on: "2020-01-01", received: "900.00", spent: "0.00")
    project.expenses = [
      Expense(
        id: try Fixture.id("internal-17"), date: try Fixture.day("2020-05-01"), amount: try Fixture.amount("100.00"),
        payee: "ООО «Ромашка»")
    ]
    let text = GrantReport(kind: .final, on: [project], of: project.funder, period: Period(year: 2020)).text(.russian)
    #expect(!text.contains("internal-17"))
    #expect(text.contains("01.05.2020  —"))
    #expect(text.contains("ООО «Ромашка»"))
  }

  @Test func `each currency has sums of its own`() throws {
    var report = try Fixture.funderReport()
    report.projects[0].project.currency = try #require(Currency("EUR"))
    let captions = report.document(.russian).sections[0].blocks.compactMap { block in
      if case .table(let table) = block { table.caption } else { nil }
    }
    #expect(captions == ["Средства по проектам, EUR", "Средства по проектам, ₽"])
    #expect(report.document(.russian).figures.count == 8)
  }

  @Test func `a period without projects is said to have none`() throws {
    var report = try Fixture.funderReport()
    report.projects = []
    #expect(report.text(.russian).contains("Проектов за период нет."))
    #expect(report.html(.english).contains("There are no projects in the period."))
  }

  @Test func `a correction carries its number`() throws {
    var report = try Fixture.funderReport()
    #expect(!report.text(.russian).contains("Корректировка"))
    report.correctionNumber = 2
    #expect(plain(report.text(.russian)).contains("Корректировка: № 2"))
  }
}
