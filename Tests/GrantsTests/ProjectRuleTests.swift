import Grants
import Primitives
import Testing

struct ProjectRuleTests {
  private func findings(on today: Day = "2021-01-01", _ change: (inout Project) -> Void = { _ in }) -> [Diagnostic] {
    let found = ProjectRules.all.findings(in: Project.clean.with(change), today: today)
    // The texts of every finding that a test provokes are looked at.
    for finding in found { finding.checkStyle() }
    return found
  }

  private func codes(on today: Day = "2021-01-01", _ change: (inout Project) -> Void) -> [Diagnostic.Code] {
    findings(on: today, change).map(\.code)
  }

  @Test func `a project in order has no findings`() {
    #expect(findings().isEmpty)
  }

  @Test func `a finding names the project, the element and what to do`() {
    let found = findings { $0.expenses[1].line = "l-9" }
    #expect(found.map(\.record) == ["p-1"])
    #expect(found.map(\.field) == ["expense[2]/line"])
    #expect(found.allSatisfy { $0.advice != nil })
  }

  @Test func `more awarded than applied for is only a warning`() {
    let found = findings { $0.applied = 999 }
    #expect(found.map(\.code) == [GrantCode.awardedBeyondApplied])
    #expect(!found.hasErrors)
    #expect(codes { $0.applied = nil }.isEmpty)
  }

  @Test func `no more is received than was awarded, net of what went back`() {
    func received(_ amount: Amount, back: Amount?) -> [Diagnostic.Code] {
      codes {
        $0.instalments[0].received = amount
        $0.refunds = back.map { [Refund(id: "r", direction: .toFunder, date: "2020-06-01", amount: $0)] } ?? []
      }
    }
    #expect(received(1000, back: nil).isEmpty)
    #expect(received(1001, back: nil) == [GrantCode.receivedBeyondAwarded])
    #expect(received(1001, back: 1).isEmpty)
  }

  @Test func `sums in Russian messages are grouped with spaces that do not break`() throws {
    let found = findings {
      $0.applied = nil
      $0.awarded = 1_300_000
      $0.instalments[0].received = 12_345_678
    }
    let message = try #require(found.first?.message[.russian])
    #expect(message.contains("12\u{A0}345\u{A0}678,00\u{A0}₽"))
    #expect(message.contains("1\u{A0}300\u{A0}000,00\u{A0}₽"))
  }

  @Test func `no day ends with more spent than received`() {
    #expect(codes { $0.expenses[0].date = "2020-04-01" } == [GrantCode.spentBeyondReceived])
    #expect(
      codes {
        $0.expenses[0].date = "2020-04-01"; $0.expenses[0].source = .own
      }.isEmpty)
    #expect(codes { $0.expenses[0].amount = 400 }.isEmpty)
    let beyond = findings {
      $0.expenses[1].amount = 301
      $0.budget[0].planned = 699
      $0.budget[1].planned = 301
    }
    #expect(beyond.map(\.code) == [GrantCode.spentBeyondReceived])
    #expect(beyond.first?.message[.english].contains("1\u{A0}May\u{A0}2020") == true)
    #expect(beyond.first?.message[.english].contains("1.00\u{A0}RUB") == true)
  }

  @Test func `the payment that overdraws is named`() {
    func field(_ change: (inout Project) -> Void) -> String? {
      findings(change).first { $0.code == GrantCode.spentBeyondReceived }?.field
    }
    #expect(field { $0.expenses[1].amount = 301 } == "expense[2]")
    #expect(field { $0.expenses[0].date = "2020-04-01" } == "expense[1]")
    #expect(
      field { $0.refunds = [Refund(id: "r", direction: .toFunder, date: "2020-06-01", amount: 101)] } == "refund[1]")
  }

  @Test func `refunds move the balance on their day`() {
    func refund(_ direction: Refund.Direction, _ amount: Amount, _ date: Day) -> [Diagnostic.Code] {
      codes { $0.refunds = [Refund(id: "r", direction: direction, date: date, amount: amount)] }
    }
    #expect(refund(.toFunder, 100, "2020-06-01").isEmpty)
    #expect(refund(.toFunder, 101, "2020-06-01") == [GrantCode.spentBeyondReceived])
    #expect(refund(.toFunder, 200, "2020-04-10") == [GrantCode.spentBeyondReceived])
    #expect(refund(.fromPayee, 100, "2020-06-01").isEmpty)
  }

  @Test func `amounts are positive`() {
    let zero = findings { $0.expenses[0].amount = 0 }
    #expect(zero.map(\.code) == [GrantCode.zeroAmount])
    #expect(!zero.hasErrors)
    let negative = findings { $0.coFinancing = -1 }
    #expect(negative.map(\.code) == [GrantCode.negativeAmount])
    #expect(negative.hasErrors)
    let many = findings {
      $0.applied = 0
      $0.awarded = 0
      // Nothing may be planned for a line: all of it was moved away.
      $0.budget = [BudgetLine(id: "l", title: "Л", planned: 0)]
      $0.instalments = [Instalment(id: "i", planned: 0, receivedOn: "2020-04-01", received: 0)]
      $0.expenses = []
      $0.refunds = [Refund(id: "r", direction: .toFunder, date: "2020-04-01", amount: 0)]
    }
    #expect(
      many.compactMap(\.field) == [
        "applied", "awarded", "instalment[1]/planned", "instalment[1]/received",
        "refund[1]/amount",
      ])
  }

  @Test(arguments: ProjectStatus.allCases) func `an awarded project says how much`(status: ProjectStatus) {
    let isAwarded = ![.planned, .applied, .declined, .cancelled].contains(status)
    let found = codes {
      $0.awarded = nil
      $0.history = Project.history([status])
    }
    #expect(found == (isAwarded ? [GrantCode.awardedWithoutAmount] : []))
  }

  @Test func `an instalment is planned or received, and received wholly`() {
    func codes(_ instalment: Instalment) -> [Diagnostic.Code] {
      self.codes { $0.instalments.append(instalment) }
    }
    #expect(codes(Instalment(id: "i-2", planned: 100)).isEmpty)
    #expect(codes(Instalment(id: "i-2", receivedOn: "2020-05-01", received: 100)).isEmpty)
    #expect(codes(Instalment(id: "i-2", planned: 100, receivedOn: "2020-05-01")) == [GrantCode.instalmentIncomplete])
    #expect(codes(Instalment(id: "i-2", received: 100)) == [GrantCode.instalmentIncomplete])
    #expect(codes(Instalment(id: "i-2", plannedOn: "2020-05-01")) == [GrantCode.instalmentEmpty])
  }

  @Test func `one payment is entered once`() {
    func codes(_ change: (inout Expense) -> Void) -> [Diagnostic.Code] {
      self.codes {
        var copy = $0.expenses[1]
        copy.id = "e-3"
        copy.source = .own
        copy.line = nil
        change(&copy)
        $0.expenses.append(copy)
      }
    }
    #expect(codes { _ in } == [GrantCode.doubledExpense])
    #expect(codes { $0.document = PaymentDocument(number: "3") }.isEmpty)
    #expect(codes { $0.payee = "Магазин" }.isEmpty)
    #expect(codes { $0.date = "2020-05-02" }.isEmpty)
    #expect(codes { $0.amount = 201 }.isEmpty)
    #expect(codes { $0.document = nil }.isEmpty)
    #expect(codes { $0.document = PaymentDocument(number: "№ 2") } == [GrantCode.doubledExpense])
    #expect(codes { $0.document = PaymentDocument(number: "N 2") } == [GrantCode.doubledExpense])
    #expect(codes { $0.document = PaymentDocument(number: "N2") }.isEmpty)
    #expect(codes { $0.document = PaymentDocument(number: "2/0") }.isEmpty)
  }

  @Test func `nothing has happened after today`() {
    #expect(findings(on: "2020-05-01").isEmpty)
    let early = findings(on: "2020-02-29") {
      $0.refunds = [Refund(id: "r", direction: .fromPayee, date: "2020-06-01", amount: 1)]
    }
    #expect(early.map(\.code) == Array(repeating: GrantCode.dayInFuture, count: 9))
    #expect(
      early.compactMap(\.field) == [
        "awardedOn", "agreement/@date", "statusHistory/change[1]/@date", "statusHistory/change[2]/@date",
        "statusHistory/change[3]/@date", "instalment[1]/receivedOn", "expense[1]/date", "expense[2]/date",
        "refund[1]/date",
      ])
  }

  @Test func `a period does not end before it starts`() {
    let found = findings {
      $0.plannedPeriod = Period(start: "2020-12-31", end: "2020-03-01")
      $0.actualPeriod = Period(start: "2020-12-31", end: "2020-03-01")
    }
    #expect(found.map(\.code) == [GrantCode.periodReversed, GrantCode.periodReversed])
    #expect(found.compactMap(\.field) == ["plannedPeriod", "actualPeriod"])
  }

  @Test func `the grant is spent from its award on; other money may be spent before`() {
    #expect(
      codes {
        $0.expenses[0].date = "2020-02-29"; $0.instalments[0].receivedOn = "2020-02-29"
      }
        == [GrantCode.expenseBeforeAward])
    #expect(
      codes {
        $0.expenses[0].date = "2020-02-29"; $0.expenses[0].source = .own
      } == [GrantCode.expenseOutsideProject])
  }

  @Test func `an expense outside the project's days is warned of`() {
    let late = findings(on: "2022-01-01") { $0.expenses[1].date = "2021-01-01" }
    #expect(late.map(\.code) == [GrantCode.expenseOutsideProject])
    #expect(!late.hasErrors)
    let prolonged = codes(on: "2022-01-01") {
      $0.expenses[1].date = "2021-01-01"
      $0.actualPeriod = Period(start: nil, end: "2021-01-31")
    }
    #expect(prolonged.isEmpty)
  }

  @Test func `an agreement before the award is warned of`() {
    let found = findings { $0.agreement?.date = "2020-02-29" }
    #expect(found.map(\.code) == [GrantCode.agreementBeforeAward])
    #expect(!found.hasErrors)
    #expect(codes { $0.agreement = Agreement(date: "2020-03-01") }.isEmpty)
  }

  @Test func `a budget line is the sum of its sources`() {
    func codes(_ requested: Amount?, _ own: Amount?, _ attracted: Amount?) -> [Diagnostic.Code] {
      self.codes {
        $0.budget[0].requested = requested
        $0.budget[0].own = own
        $0.budget[0].attracted = attracted
      }
    }
    #expect(codes(500, 200, 100).isEmpty)
    #expect(codes(500, 200, 99) == [GrantCode.sourcesDoNotAddUp])
    #expect(codes(500, nil, 99) == [GrantCode.sourcesDoNotAddUp])
    #expect(codes(500, nil, nil).isEmpty)
    #expect(codes(nil, 200, 99).isEmpty)
    #expect(codes(nil, 200, 601) == [GrantCode.sourcesDoNotAddUp, GrantCode.lineOverspent])
    #expect(codes(500, 301, nil) == [GrantCode.sourcesDoNotAddUp])
    #expect(codes(801, nil, nil) == [GrantCode.sourcesDoNotAddUp])
    #expect(codes(nil, nil, nil).isEmpty)
  }

  @Test(arguments: [
    ("3", 3, 900, true), ("3", 3, 901, false), ("0.3333", 3, 100, true), ("0.3333", 3, 99, true),
    ("0.3333", 3, 98, false),
  ])
  func `quantity times price is the planned amount to the kopeck`(
    quantity: String, price: Int, plannedKopecks: Int128, isRight: Bool
  ) {
    let found = findings {
      $0.applied = 2000
      $0.awarded = 2000
      $0.budget.append(
        BudgetLine(
          id: "l-3", title: "Доски", quantity: ExactDecimal(quantity), price: Amount(integerLiteral: price),
          planned: Amount(minorUnits: plannedKopecks)))
    }
    #expect(found.map(\.code) == (isRight ? [] : [GrantCode.priceDoesNotMatch]))
    #expect(!found.hasErrors)
  }

  @Test func `the largest quantity and price do not overflow`() {
    let found = findings {
      $0.budget.append(
        BudgetLine(
          id: "l-3", title: "Доски", quantity: ExactDecimal("999999999999.9999"), price: .maximum, planned: .maximum,
          own: .maximum))
    }
    #expect(found.map(\.code) == [GrantCode.priceDoesNotMatch])
  }

  @Test func `the budget takes no more of the grant than was awarded`() {
    func codes(_ line: BudgetLine, coFinancing: Amount? = nil) -> [Diagnostic.Code] {
      self.codes {
        $0.budget.append(line)
        $0.coFinancing = coFinancing
      }
    }
    let told = BudgetLine(id: "l-3", title: "Доски", planned: 100, requested: 50, own: 50)
    let untold = BudgetLine(id: "l-3", title: "Доски", planned: 100)
    #expect(codes(told) == [GrantCode.budgetBeyondAwarded])
    #expect(codes(told, coFinancing: 50) == [GrantCode.budgetBeyondAwarded])
    #expect(codes(told, coFinancing: 100) == [])
    #expect(codes(BudgetLine(id: "l-3", title: "Доски", planned: 100, attracted: 100)) == [])
    #expect(codes(untold) == [GrantCode.budgetBeyondAwarded])
    #expect(codes(untold, coFinancing: 99) == [GrantCode.budgetBeyondAwarded])
    #expect(codes(untold, coFinancing: 100) == [])
    #expect(
      self.codes {
        $0.awarded = nil
        $0.history = Project.history([.applied])
        $0.budget.append(untold)
      }.isEmpty)
  }

  @Test func `payees give back no more than was paid to them of the grant by then`() {
    func found(_ refunds: (Amount, Day, Identifier?)...) -> [Diagnostic] {
      findings {
        $0.refunds = refunds.enumerated().map { place, refund in
          Refund(
            id: Identifier(stringLiteral: "r-\(place)"), direction: .fromPayee, date: refund.1, amount: refund.0,
            line: refund.2)
        }
      }
    }
    #expect(found((300, "2020-06-01", "l-1")).isEmpty)
    #expect(found((301, "2020-06-01", "l-1")).map(\.code) == [GrantCode.refundBeyondSpent])
    #expect(found((1, "2020-04-01", "l-1")).map(\.code) == [GrantCode.refundBeyondSpent])
    #expect(found((500, "2020-06-01", nil)).isEmpty)
    #expect(found((501, "2020-06-01", nil)).map(\.code) == [GrantCode.refundBeyondSpent])
    #expect(found((301, "2020-04-03", nil)).map(\.code) == [GrantCode.refundBeyondSpent])
    let twice = found((200, "2020-06-01", "l-1"), (101, "2020-06-02", "l-1"))
    #expect(twice.map(\.field) == ["refund[2]/amount"])
    #expect(twice.first?.message[.russian].contains("«Материалы»") == true)
    #expect(twice.hasErrors)
    let own = self.codes {
      $0.expenses[0].source = .own
      $0.refunds = [Refund(id: "r", direction: .fromPayee, date: "2020-06-01", amount: 1, line: "l-1")]
    }
    #expect(own == [GrantCode.refundBeyondSpent])
  }

  @Test func `lines named are in the budget`() {
    #expect(codes { $0.expenses[0].line = nil }.isEmpty)
    #expect(
      codes {
        $0.expenses[0].line = "l-9"
        $0.refunds = [Refund(id: "r", direction: .fromPayee, date: "2020-06-01", amount: 1, line: "l-8")]
      } == [GrantCode.unknownBudgetLine, GrantCode.unknownBudgetLine])
  }

  @Test func `an overspent line is warned of, net of what payees gave back`() {
    let over = findings { $0.expenses[1].amount = 201 }
    #expect(over.map(\.code) == [GrantCode.lineOverspent])
    #expect(!over.hasErrors)
    #expect(
      codes {
        $0.expenses[1].amount = 201
        $0.refunds = [Refund(id: "r", direction: .fromPayee, date: "2020-06-01", amount: 1, line: "l-2")]
      }.isEmpty)
  }

  @Test func `a line that says whose money it is takes no more of the grant than planned of it`() {
    let over = findings {
      $0.budget[0].requested = 100
      $0.budget[0].own = 700
    }
    #expect(over.map(\.code) == [GrantCode.lineOverspent])
    #expect(over.first?.message[.russian].contains("из средств гранта израсходовано на 200,00") == true)
    #expect(!over.hasErrors)
    over.first?.checkStyle()
    #expect(
      codes {
        $0.budget[0].requested = 100
        $0.budget[0].own = 700
        $0.expenses[0].source = .own
      }.isEmpty)
  }

  @Test func `a document is not dated after today`() {
    let found = findings {
      $0.expenses[0].document?.date = "2999-01-01"
      $0.instalments[0].document = PaymentDocument(date: "2999-01-01")
      $0.refunds = [
        Refund(
          id: "r", direction: .fromPayee, date: "2020-06-01", amount: 1, document: PaymentDocument(date: "2999-01-01"))
      ]
    }
    #expect(found.map(\.code) == [GrantCode.dayInFuture, GrantCode.dayInFuture, GrantCode.dayInFuture])
  }

  @Test func `identifiers are unique among their kind`() {
    let found = findings {
      $0.budget[1].id = "l-1"
      $0.expenses[1].line = "l-1"
      $0.expenses[1].id = "e-1"
      $0.instalments.append(Instalment(id: "i-1", planned: 1))
      $0.refunds = [
        Refund(id: "e-1", direction: .fromPayee, date: "2020-06-01", amount: 1),
        Refund(id: "e-1", direction: .fromPayee, date: "2020-06-02", amount: 1),
      ]
      $0.indicators = Array(
        repeating: Indicator(id: "n", title: "Участники", planned: ExactDecimal(5)), count: 2)
      $0.checkpoints = Array(repeating: Checkpoint(id: "k", title: "Открытие", plannedOn: "2020-06-01"), count: 2)
    }
    #expect(
      found.filter { $0.code == GrantCode.doubledIdentifier }.compactMap(\.field) == [
        "budgetLine[2]", "instalment[2]", "expense[2]", "refund[2]", "indicator[2]", "checkpoint[2]",
      ])
  }

  @Test(
    arguments: [
      (nil, nil, true), (5, nil, true), (4, nil, false), (6, nil, false), (4, " ", false), (4, "карантин", true),
    ] as [(Int32?, String?, Bool)]) func `a deviation has a reason`(actual: Int32?, reason: String?, isExplained: Bool)
  {
    let found = findings {
      $0.indicators = [
        Indicator(
          id: "n", title: "Участники", planned: ExactDecimal(5), actual: actual.map { ExactDecimal($0) },
          deviationReason: reason)
      ]
    }
    #expect(found.map(\.code) == (isExplained ? [] : [GrantCode.deviationWithoutReason]))
    #expect(!found.hasErrors)
  }

  @Test(
    arguments: [
      (Checkpoint.Status.scheduled, nil, []), (.scheduled, "2020-06-01", [GrantCode.scheduledWithDay]),
      (.met, "2020-06-01", []), (.met, nil, [GrantCode.metWithoutDay]), (.partiallyMet, nil, []), (.notMet, nil, []),
    ] as [(Checkpoint.Status, String?, [Diagnostic.Code])]) func `a checkpoint's day fits its status`(
      status: Checkpoint.Status, day: String?, codes: [Diagnostic.Code]
    )
  {
    let found = findings {
      $0.checkpoints = [
        Checkpoint(
          id: "k", title: "Открытие", plannedOn: "2020-06-01", actualOn: day.flatMap { Day($0) }, status: status)
      ]
    }
    #expect(found.map(\.code) == codes)
    #expect(!found.hasErrors)
  }

  @Test func `fifty thousand expenses are looked at once each`() {
    let project = Project.clean.with { project in
      project.expenses = (0..<50_000).map {
        Expense(
          id: Identifier(stringLiteral: "e-\($0)"), date: "2020-05-01", amount: Amount(minorUnits: 1), line: "l-1",
          document: PaymentDocument(number: String($0)))
      }
    }
    #expect(ProjectRules.all.findings(in: project, today: "2021-01-01").isEmpty)
  }
}
