import Grants
import Primitives
import Testing

struct NarrativeTests {
  private static let year = Period(year: 2020)
  private static let halves = [
    Period(start: "2020-01-01", end: "2020-06-30"), Period(start: "2020-07-01", end: "2020-12-31"),
  ]

  private func text(
    _ id: Identifier, _ period: Period, _ section: NarrativeSection = .done, title: String? = nil
  ) -> ProjectText {
    ProjectText(id: id, period: period, section: section, title: title, text: "Текст \(id).")
  }

  private func narrative(_ texts: [ProjectText], in period: Period = year) -> [Narrative] {
    ReportedProject(Project.clean.with { $0.texts = texts }, in: period).narrative
  }

  @Test func `a report tells what was written for just its days, section by section`() {
    let told = narrative([
      text("t-1", Self.year, .conclusions), text("t-2", Self.year), text("t-3", Self.halves[0]),
      text("t-4", Period(year: 2019)),
    ])
    #expect(told.map(\.text) == ["Текст t-2.", "Текст t-1."])
    #expect(told.allSatisfy { $0.period == nil })
  }

  @Test func `a section without a text on just these days tells of their parts, in order`() {
    let told = narrative([text("t-1", Self.halves[1]), text("t-2", Self.halves[0]), text("t-3", Self.year, .results)])
    #expect(told.map(\.text) == ["Текст t-2.", "Текст t-1.", "Текст t-3."])
    #expect(told.map(\.period) == [Self.halves[0], Self.halves[1], nil])
    #expect(narrative([text("t-1", Self.year)], in: Self.halves[0]).isEmpty)
  }

  @Test func `a heading is the text's own, or that of its section`() {
    #expect(Narrative(section: .results, text: "x").heading(.russian) == "Результаты")
    #expect(Narrative(section: .results, title: "Что вышло", text: "x").heading(.english) == "Что вышло")
  }

  @Test func `a text has a title, days in order, and a place of its own`() {
    func codes(_ texts: ProjectText...) -> [Diagnostic.Code] {
      let findings = TextsAreTold().findings(in: Project.clean.with { $0.texts = texts }, today: "2020-12-31")
      findings.forEach { $0.checkStyle() }
      return findings.map(\.code)
    }
    #expect(codes(text("t-1", Self.year), text("t-2", Self.year, .other, title: "Сайт")) == [])
    #expect(codes(text("t-1", Self.year, .other)) == [GrantCode.textWithoutTitle])
    #expect(codes(text("t-1", Period(start: "2020-02-01", end: "2020-01-01"))) == [GrantCode.periodReversed])
    #expect(codes(text("t-1", Self.year), text("t-2", Self.year)) == [GrantCode.doubledText])
    #expect(codes(text("t-1", Self.year), text("t-2", Self.year, title: "Ещё")) == [])
  }
}

struct InstalmentShareTests {
  private func project(_ shares: [InstalmentShare], refunded: Amount? = nil) -> Project {
    Project.clean.with { project in
      project.instalments[0].shares = shares
      if let refunded {
        project.refunds = [
          Refund(id: "r-1", direction: .toFunder, date: "2020-06-01", amount: refunded, line: "l-1")
        ]
      }
    }
  }

  private func received(_ project: Project, in period: Period = Period(year: 2020)) -> [Amount?] {
    ReportedProject(project, in: period).budget.map(\.received)
  }

  @Test func `what came in is told by line where it was divided, net of what went back`() {
    let shares = [InstalmentShare(line: "l-1", amount: 450), InstalmentShare(line: "l-2", amount: 150)]
    #expect(received(project(shares)) == [450, 150])
    #expect(received(project(shares, refunded: 50)) == [400, 150])
    #expect(received(project([])) == [nil, nil])
    #expect(received(project(shares), in: Period(year: 2019)) == [nil, nil])
  }

  @Test func `an instalment is divided to the last kopeck, among known lines`() {
    func codes(_ shares: InstalmentShare...) -> [Diagnostic.Code] {
      let findings = SharesAddUp().findings(in: project(shares), today: "2020-12-31")
      findings.forEach { $0.checkStyle() }
      return findings.map(\.code)
    }
    #expect(codes() == [])
    #expect(codes(.init(line: "l-1", amount: 600)) == [])
    #expect(codes(.init(line: "l-1", amount: 599)) == [GrantCode.sharesDoNotAddUp])
    #expect(codes(.init(line: "l-1", amount: 300), .init(line: "l-1", amount: 300)) == [GrantCode.sharesDoNotAddUp])
    #expect(codes(.init(line: "l-9", amount: 600)) == [GrantCode.unknownBudgetLine])
  }
}
