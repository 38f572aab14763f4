import Grants
import Primitives
import SeededGenerator
import Testing

/// Whatever is done to a project, the report on a closed period says what it said, or the change is refused.
struct ClosedReportTests {
  @Test(arguments: 1...300)
  func `a change that is let through leaves the report on a closed period as it was`(seed: UInt64) {
    var ledger = RandomLedger(seed: seed)
    let periods = [
      ClosedPeriod(id: "p1", period: Period(start: "2020-03-01", end: "2020-06-30"), closedOn: "2020-07-10"),
      ClosedPeriod(id: "p2", period: Period(start: "2020-07-01", end: "2020-09-30"), closedOn: "2020-10-10"),
    ].filter { _ in ledger.chance(2, of: 3) }
    let closed = ClosedPeriods(periods)
    func reports() -> [ReportedProject] { periods.map { ReportedProject(ledger.project, in: $0.period).settled } }
    let settled = reports()
    for _ in 0..<60 {
      let before = ledger.project
      ledger.change()
      let changed = reports()
      if closed.findings(from: before, to: ledger.project).isEmpty {
        #expect(changed == settled)
      } else {
        ledger.project = before
      }
    }
  }

  @Test func `most changes after a closed period are let through, and most in it are not`() {
    var counts: (open: Int, shut: Int) = (0, 0)
    for seed in UInt64(1)...50 {
      var ledger = RandomLedger(seed: seed)
      let closed = ClosedPeriods([
        ClosedPeriod(id: "p1", period: Period(start: "2020-03-01", end: "2020-06-30"), closedOn: "2020-07-10")
      ])
      for _ in 0..<40 {
        let before = ledger.project
        ledger.change()
        if closed.findings(from: before, to: ledger.project).isEmpty { counts.open += 1 } else { counts.shut += 1 }
        ledger.project = before
      }
    }
    #expect(counts.open > 500)
    #expect(counts.shut > 500)
  }
}

/// A ledger with movements of 2020, and changes of every kind a command or a document can make.
private struct RandomLedger {
  var project = Project.clean
  private var random: SplitMix64
  private var count = 0

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    project.plannedPeriod = Period(start: "2020-03-01", end: "2020-12-31")
    for _ in 0..<number(40) { add() }
  }

  // MARK: Chance

  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
  mutating func chance(_ part: Int, of whole: Int) -> Bool { number(whole) < part }
  private mutating func amount() -> Amount { Amount(minorUnits: Int128(1 + number(99_999))) }
  private mutating func decimal() -> ExactDecimal { ExactDecimal(Int32(1 + number(99))) }

  private mutating func day() -> Day {
    let first: Day = "2020-03-01"
    return Day(daysSince1970: first.daysSince1970 + number(306)) ?? first
  }

  private mutating func id(_ prefix: String) -> Identifier {
    count += 1
    return Identifier("\(prefix)-\(100 + count)") ?? "x"
  }

  private mutating func line() -> Identifier? { project.budget.randomElement(using: &random)?.id }

  private mutating func period() -> Period {
    let (one, other) = (day(), day())
    return chance(1, of: 2)
      ? Period(start: "2020-03-01", end: "2020-06-30") : Period(start: min(one, other), end: max(one, other))
  }

  private mutating func place(in items: [some Any]) -> Int? { items.isEmpty ? nil : number(items.count) }

  // MARK: Changes

  mutating func change() {
    switch number(3) {
    case 0: add()
    case 1: edit()
    default: decide()
    }
  }

  private mutating func add() {
    switch number(8) {
    case 0, 1:
      project.expenses.append(
        Expense(
          id: id("e"), date: day(), amount: amount(), source: chance(1, of: 4) ? .own : .grant, line: line()))
    case 2:
      let received = amount()
      project.instalments.append(
        Instalment(
          id: id("i"), plannedOn: chance(1, of: 2) ? day() : nil, receivedOn: day(), received: received,
          shares: line().map { [InstalmentShare(line: $0, amount: received)] } ?? []))
    case 3: project.instalments.append(Instalment(id: id("i"), plannedOn: day(), planned: amount()))
    case 4:
      project.refunds.append(
        Refund(
          id: id("r"), direction: chance(1, of: 2) ? .toFunder : .fromPayee, date: day(), amount: amount(),
          line: line()))
    case 5:
      if let from = line(), let to = line() {
        try? project.move(LineMove(id: id("m"), from: from, to: to, date: day(), amount: amount(), reason: "письмо"))
      }
    case 6: project.texts.append(ProjectText(id: id("t"), period: period(), section: .done, text: "Сделано."))
    default: project.checkpoints.append(Checkpoint(id: id("c"), title: "Открыт зал", plannedOn: day()))
    }
  }

  private mutating func edit() {
    switch number(9) {
    case 0: if let place = place(in: project.expenses) { project.expenses[place].amount = amount() }
    case 1: if let place = place(in: project.expenses) { project.expenses[place].date = day() }
    case 2: if let place = place(in: project.expenses) { project.expenses.remove(at: place) }
    case 3:
      if let place = project.instalments.firstIndex(where: { $0.receivedOn == nil }) {
        (project.instalments[place].receivedOn, project.instalments[place].received) = (day(), amount())
      }
    case 4:
      if let place = place(in: project.checkpoints) {
        (project.checkpoints[place].status, project.checkpoints[place].actualOn) = (.met, day())
      }
    case 5: if let place = place(in: project.checkpoints) { project.checkpoints[place].plannedOn = day() }
    case 6: if let place = place(in: project.refunds) { project.refunds.remove(at: place) }
    case 7: if let place = place(in: project.texts) { project.texts[place].text = "Сделано \(number(9))." }
    default: if let place = place(in: project.moves) { project.moves.remove(at: place) }
    }
  }

  /// What bears no day of its own.
  private mutating func decide() {
    switch number(13) {
    case 0: project.awarded = amount()
    case 1: project.coFinancing = amount()
    case 2: project.actualPeriod = period()
    case 3: project.plannedPeriod = period()
    case 4: project.title = "Проект \(number(9))"
    case 5: project.budget.append(BudgetLine(id: id("l"), title: "Статья", planned: chance(1, of: 2) ? 0 : amount()))
    case 6: if let place = place(in: project.budget) { project.budget.remove(at: place) }
    case 7: if let place = place(in: project.budget) { project.budget[place].planned = amount() }
    case 8: if let place = place(in: project.budget) { project.budget[place].own = chance(1, of: 3) ? 0 : amount() }
    case 9: if let place = place(in: project.budget) { project.budget[place].quantity = decimal() }
    case 10: project.indicators.append(Indicator(id: id("n"), title: "Дети", planned: decimal()))
    case 11:
      if let place = place(in: project.indicators) {
        project.indicators[place].stages.append(
          IndicatorStage(period: period(), planned: decimal(), actual: decimal()))
      }
    default: if let place = place(in: project.indicators) { project.indicators[place].actual = decimal() }
    }
  }
}
