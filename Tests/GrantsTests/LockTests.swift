import Grants
import Primitives
import Testing

struct LineMoveTests {
  private func move(_ amount: Amount, from: Identifier = "l-1", to: Identifier = "l-2") -> LineMove {
    LineMove(id: "m-1", from: from, to: to, date: "2020-06-01", amount: amount, reason: "письмо фонда")
  }

  @Test func `planned money moves with its requested part, and the whole stays`() throws {
    var project = Project.clean.with {
      $0.budget[0].requested = 700
      $0.budget[0].own = 100
      $0.budget[0].attracted = 0
      $0.budget[0].quantity = ExactDecimal(8)
      $0.budget[0].price = 100
    }
    let before = project.budget.map(\.planned).sum()
    try project.move(move(500))
    #expect(project.budget.map(\.planned) == [300, 700])
    #expect(project.budget[0].requested == 200)
    #expect(project.budget[1].requested == nil)
    #expect(project.budget.map(\.planned).sum() == before)
    #expect(ProjectRules.all.findings(in: project, today: "2020-12-31").isEmpty)
  }

  @Test func `a report plans as planned on the last day of its period`() throws {
    var project = Project.clean
    try project.move(move(100))
    func planned(_ end: Day) -> [Amount] {
      ReportedProject(project, in: Period(start: "2020-01-01", end: end)).budget.map(\.planned)
    }
    #expect(planned("2020-05-31") == [800, 200])
    #expect(planned("2020-06-01") == [700, 300])
  }

  @Test func `a line is never planned below what is spent on it`() {
    var project = Project.clean
    #expect(throws: Diagnostic.self) { try project.move(move(501)) }
    #expect(project == .clean)
    let refunded = Project.clean.with {
      $0.refunds = [Refund(id: "r-1", direction: .fromPayee, date: "2020-05-02", amount: 1, line: "l-1")]
    }
    var more = refunded
    #expect(throws: Never.self) { try more.move(move(501)) }
    more = refunded.with { $0.budget[0].requested = 500 }
    let refusal = #expect(throws: Diagnostic.self) { try more.move(move(501)) }
    #expect(refusal?.code == GrantCode.moveBelowSpent)
    refusal?.checkStyle()
  }

  @Test func `lines must be two, and known`() {
    var project = Project.clean
    #expect(throws: Diagnostic.self) { try project.move(move(1, to: "l-1")) }
    #expect(throws: Diagnostic.self) { try project.move(move(1, to: "l-9")) }
    #expect(throws: Diagnostic.self) { try project.move(move(1, from: "l-9")) }
    #expect(project == .clean)
    func codes(_ move: LineMove) -> [Diagnostic.Code] {
      MovesAddUp().findings(in: Project.clean.with { $0.moves = [move] }, today: "2020-12-31").map(\.code)
    }
    #expect(codes(move(1)) == [])
    #expect(codes(move(0)) == [GrantCode.zeroAmount])
    #expect(codes(move(1, to: "l-1")) == [GrantCode.moveToSameLine])
    #expect(codes(move(1, to: "l-9")) == [GrantCode.unknownBudgetLine])
    #expect(codes(move(201)) == [GrantCode.movesDoNotAddUp])
  }
}

struct ClosedPeriodTests {
  private let april = ClosedPeriods([
    ClosedPeriod(id: "p1", period: Period(start: "2020-04-01", end: "2020-04-30"), closedOn: "2020-05-10")
  ])

  private func fields(_ change: (inout Project) -> Void) -> [String] {
    let findings = april.findings(from: .clean, to: Project.clean.with(change))
    for finding in findings {
      #expect(finding.code == GrantCode.closedPeriod)
      finding.checkStyle()
    }
    return findings.compactMap(\.field)
  }

  @Test func `what is dated in a closed period is neither added, altered nor removed`() {
    #expect(fields { _ in }.isEmpty)
    let text = ProjectText(
      id: "t-1", period: Period(start: "2020-04-01", end: "2020-04-30"), section: .done, text: "Сделано.")
    #expect(fields { $0.texts.append(text) } == ["narrative[1]"])
    #expect(fields { $0.expenses[0].amount = 1 } == ["expense[1]"])
    #expect(fields { $0.expenses[0].date = "2020-05-01" } == ["expense[1]"])
    #expect(fields { $0.expenses[1].date = "2020-04-30" } == ["expense[2]"])
    #expect(fields { $0.expenses.removeFirst() } == ["expense"])
    #expect(fields { $0.instalments[0].received = 1 } == ["instalment[1]"])
    #expect(
      fields { $0.refunds.append(Refund(id: "r-1", direction: .toFunder, date: "2020-04-01", amount: 1)) }
        == ["refund[1]"])
    #expect(
      fields { try? $0.move(LineMove(id: "m", from: "l-1", to: "l-2", date: "2020-04-02", amount: 1, reason: "x")) }
        == ["lineMove[1]"])
    #expect(
      fields {
        $0.checkpoints = [
          Checkpoint(id: "c", title: "т", plannedOn: "2020-06-01", actualOn: "2020-04-03", status: .met)
        ]
      } == ["checkpoint[1]"])
    #expect(
      fields {
        $0.indicators = [
          Indicator(
            id: "n", title: "т", planned: ExactDecimal(1),
            stages: [IndicatorStage(period: Period(start: "2020-04-01", end: "2020-04-30"), actual: ExactDecimal(1))])
        ]
      } == ["indicator[1]"])
  }

  @Test func `open days and plans are free`() {
    #expect(fields { $0.expenses[1].amount = 1 }.isEmpty)
    #expect(fields { $0.expenses.removeLast() }.isEmpty)
    #expect(fields { $0.expenses.swapAt(0, 1) }.isEmpty)
    #expect(
      fields { $0.instalments.append(Instalment(id: "i-2", plannedOn: "2020-04-10", planned: 400)) }.isEmpty)
    #expect(fields { $0.title = "Другой" }.isEmpty)
    #expect(april.findings(from: nil, to: .clean).count == 2)
    #expect(ClosedPeriods([]).findings(from: nil, to: .clean).isEmpty)
  }

  @Test func `periods that share a day overlap`() {
    #expect(april.overlapping(Period(start: "2020-04-30", end: "2020-05-31"))?.id == "p1")
    #expect(april.overlapping(Period(start: "2020-05-01", end: "2020-05-31")) == nil)
    #expect(april.overlapping(Period(start: nil, end: nil)) != nil)
    #expect(april.overlapping(Period(start: nil, end: "2020-03-31")) == nil)
  }
}

struct AddedRuleTests {
  private func codes(_ change: (inout Project) -> Void) -> [Diagnostic.Code] {
    let findings = ProjectRules.all.findings(in: Project.clean.with(change), today: "2020-12-31")
    for finding in findings { finding.checkStyle() }
    return findings.map(\.code)
  }

  @Test func `instalments to come stay within the award`() {
    #expect(codes { $0.instalments.append(Instalment(id: "i-2", plannedOn: "2020-09-01", planned: 400)) } == [])
    #expect(
      codes { $0.instalments.append(Instalment(id: "i-2", plannedOn: "2020-09-01", planned: 401)) }
        == [GrantCode.plannedBeyondAwarded])
    // What went back may come again.
    #expect(
      codes {
        $0.instalments.append(Instalment(id: "i-2", plannedOn: "2020-09-01", planned: 450))
        $0.refunds = [Refund(id: "r-1", direction: .toFunder, date: "2020-06-01", amount: 50)]
      } == [])
  }

  @Test func `stages of an indicator are in order, and explain what differs`() {
    func stage(_ start: Day, _ end: Day, _ actual: Int32, _ reason: String? = nil) -> IndicatorStage {
      IndicatorStage(
        period: Period(start: start, end: end), planned: ExactDecimal(5), actual: ExactDecimal(actual),
        deviationReason: reason)
    }
    func codes(_ stages: IndicatorStage...) -> [Diagnostic.Code] {
      self.codes { $0.indicators = [Indicator(id: "n", title: "Дети", planned: ExactDecimal(9), stages: stages)] }
    }
    #expect(codes(stage("2020-03-01", "2020-03-31", 5), stage("2020-04-01", "2020-04-30", 4, "карантин")) == [])
    #expect(codes(stage("2020-03-01", "2020-03-31", 4)) == [GrantCode.deviationWithoutReason])
    #expect(
      codes(stage("2020-03-01", "2020-03-31", 5), stage("2020-03-31", "2020-04-30", 5)) == [GrantCode.stagesOverlap])
    #expect(codes(stage("2020-03-31", "2020-03-01", 5)) == [GrantCode.stagesOverlap])
  }
}
