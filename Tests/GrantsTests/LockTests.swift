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
    try project.move(move(400))
    #expect(project.budget.map(\.planned) == [400, 600])
    #expect(project.budget[0].requested == 300)
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

  @Test func `own money stays on its line, and what is spent of the grant stays planned of it`() throws {
    var project = Project.clean.with { $0.budget[0].own = 300 }
    let before = project
    let refusal = #expect(throws: Diagnostic.self) { try project.move(move(201)) }
    #expect(refusal?.message[.russian].contains("200,00") == true)
    #expect(project == before)
    try project.move(move(200))
    #expect(project.budget[0].planned == 600)
    #expect(ProjectRules.all.findings(in: project, today: "2020-12-31").isEmpty)
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
      fields { $0.refunds.append(Refund(id: "r-1", direction: .fromPayee, date: "2020-03-05", amount: 1)) }
        == ["refund[1]"])
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

  @Test func `open days are free`() {
    #expect(fields { $0.expenses[1].amount = 1 }.isEmpty)
    #expect(fields { $0.expenses.removeLast() }.isEmpty)
    #expect(fields { $0.expenses.swapAt(0, 1) }.isEmpty)
    #expect(
      fields { $0.instalments.append(Instalment(id: "i-2", plannedOn: "2020-05-10", planned: 400)) }.isEmpty)
    #expect(
      fields { $0.instalments.append(Instalment(id: "i-2", plannedOn: "2020-04-10", planned: 400)) }
        == ["instalment[2]"])
    #expect(fields { $0.title = "Другой" }.isEmpty)
    #expect(ClosedPeriods([]).findings(from: .clean, to: Project.clean.with { $0.awarded = 1 }).isEmpty)
  }

  @Test func `what was awarded and planned is as the report on the period told it`() {
    #expect(fields { $0.awarded = 2000 } == ["awarded"])
    #expect(fields { $0.coFinancing = 1 } == ["project"])
    #expect(fields { $0.plannedPeriod?.end = "2021-06-30" } == ["project"])
    #expect(fields { $0.budget[0].planned = 801 } == ["budgetLine[1]"])
    #expect(fields { $0.budget[1].own = 50 } == ["budgetLine[2]"])
    #expect(fields { $0.budget[1].requested = 150 } == ["budgetLine[2]"])
    #expect(fields { $0.budget[1].divergenceReason = "подорожало" } == ["budgetLine[2]"])
    #expect(fields { $0.budget.removeLast() } == ["budgetLine"])
    #expect(fields { $0.budget.append(BudgetLine(id: "l-3", title: "Связь", planned: 1)) } == ["budgetLine[3]"])
    #expect(fields { $0.history = Project.history([.applied, .awarded, .agreementSigned]) } == ["statusHistory"])
    // Named differently, or in another order, it is the same.
    #expect(
      fields {
        $0.budget[0].title = "Материалы и бумага"
        $0.budget[0].quantity = ExactDecimal(8)
        $0.budget.swapAt(0, 1)
      }.isEmpty)
  }

  @Test func `the plan changes by moves on later days, also to a line that is new`() throws {
    #expect(
      fields { project in
        project.budget.append(BudgetLine(id: "l-3", title: "Связь", planned: 0))
        #expect(throws: Never.self) {
          try project.move(
            LineMove(id: "m", from: "l-1", to: "l-3", date: "2020-05-02", amount: 100, reason: "письмо фонда"))
        }
        project.expenses.append(Expense(id: "e-3", date: "2020-05-03", amount: 40, line: "l-3"))
      }.isEmpty)
  }

  @Test func `an instalment that comes later was still to come`() {
    let waiting = Project.clean.with {
      $0.instalments.append(Instalment(id: "i-2", plannedOn: "2020-04-20", planned: 400))
    }
    let received = waiting.with {
      ($0.instalments[1].receivedOn, $0.instalments[1].received) = ("2020-05-04", 400)
    }
    #expect(april.findings(from: waiting, to: received).isEmpty)
    let told = ReportedProject(received, in: april.periods[0].period).project.instalments
    #expect(told == waiting.instalments)
  }

  @Test func `a checkpoint is told as it stood, and one of later days not at all`() {
    let due = Checkpoint(id: "c-1", title: "Зал открыт", plannedOn: "2020-04-20")
    let ahead = Checkpoint(id: "c-2", title: "Выставка", plannedOn: "2020-09-01")
    let before = Project.clean.with { $0.checkpoints = [due] }
    func findings(_ checkpoints: Checkpoint...) -> [String?] {
      april.findings(from: before, to: before.with { $0.checkpoints = checkpoints }).map(\.field)
    }
    var met = due
    (met.status, met.actualOn, met.evidence) = (.met, "2020-05-03", "акт № 4")
    #expect(findings(met, ahead) == [])
    met.actualOn = "2020-04-30"
    #expect(findings(met) == ["checkpoint[1]"])
    var moved = due
    moved.plannedOn = "2020-06-01"
    #expect(findings(moved) == ["checkpoint[1]"])
    let told = ReportedProject(before.with { $0.checkpoints = [due, ahead] }, in: april.periods[0].period)
    #expect(told.project.checkpoints == [due])
  }

  @Test func `an indicator goes on by periods, and its whole is told when they are over`() {
    func stage(_ start: Day, _ end: Day, _ actual: Int32?) -> IndicatorStage {
      IndicatorStage(period: Period(start: start, end: end), actual: actual.map { ExactDecimal($0) })
    }
    let spring = stage("2020-04-01", "2020-04-30", 5)
    let before = Project.clean.with {
      $0.indicators = [Indicator(id: "n", title: "Дети", planned: ExactDecimal(9), stages: [spring])]
    }
    func findings(_ change: (inout Indicator) -> Void) -> [String?] {
      april.findings(from: before, to: before.with { change(&$0.indicators[0]) }).map(\.field)
    }
    #expect(findings { $0.actual = ExactDecimal(9) } == ["indicator[1]"])
    #expect(findings { $0.planned = ExactDecimal(10) } == ["indicator[1]"])
    #expect(findings { $0.stages[0].actual = ExactDecimal(4) } == ["indicator[1]"])
    let later = stage("2020-05-01", "2020-06-30", 4)
    #expect(
      findings {
        $0.stages.append(later)
        $0.actual = ExactDecimal(9)
      } == [])
    let whole = before.with {
      $0.indicators[0].stages.append(later)
      $0.indicators[0].actual = ExactDecimal(9)
    }
    #expect(ReportedProject(whole, in: april.periods[0].period).project.indicators == before.indicators)
    #expect(
      ReportedProject(whole, in: Period(start: "2020-04-01", end: "2020-06-30")).project.indicators
        == whole.indicators)
  }

  @Test func `before a project there is nothing to settle`() {
    let planned = Project.clean.with {
      ($0.awarded, $0.awardedOn, $0.history) = (nil, nil, Project.history([.planned]))
      ($0.instalments, $0.expenses) = ([], [])
    }
    let awarded = planned.with {
      ($0.awarded, $0.awardedOn) = (1000, "2020-05-05")
      $0.budget[0].planned = 900
    }
    #expect(april.findings(from: planned, to: awarded).isEmpty)
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
