import Grants
import Primitives

extension Sample {
  static func bareProject(_ id: String = "p-1", funder: String = "fund") throws -> Project {
    Project(
      id: try self.id(id), title: "Дом", funder: Funder(id: try self.id(funder), title: "Фонд"),
      grantee: try bareOrganisation())
  }

  static func fullProject(_ id: String = "p-2", funder: String = "yolka") throws -> Project {
    let payment = PaymentDocument(kind: "платёжное поручение", number: "17", date: try day("2020-03-02"))
    return Project(
      id: try self.id(id), title: "Ёлка", description: "Для всех",
      funder: Funder(id: try self.id(funder), title: "Ёлка-фонд"), programme: "Добрый город", nomination: "Дети",
      grantee: try organisation(), territory: Territory(title: "без кода"), currency: try unwrap(Currency("USD")),
      applied: try amount("1300000.50"), awarded: try amount("1300000.00"), coFinancing: .zero,
      awardedOn: try day("2020-02-01"), agreement: Agreement(number: "Г-1", date: try day("2020-02-10")),
      plannedPeriod: Period(start: try day("2020-03-01"), end: try day("2020-12-31")),
      actualPeriod: Period(start: try day("2020-03-05"), end: nil),
      history: try StatusHistory([
        StatusChange(.awarded, on: try day("2020-02-01")), StatusChange(.active, on: try day("2020-03-01")),
        StatusChange(.suspended, on: try day("2020-04-01"), reason: "карантин"),
      ]),
      budget: [
        BudgetLine(
          id: try self.id("l2"), title: "Материалы", quantity: try decimal("2.5"), unit: "м²",
          price: try amount("100.00"), planned: try amount("250.00"), requested: try amount("200.00"),
          own: try amount("50.00"), attracted: .zero),
        BudgetLine(id: try self.id("l1"), title: "Прочее", planned: .zero, divergenceReason: "не понадобилось"),
      ],
      instalments: [
        Instalment(
          id: try self.id("i1"), plannedOn: try day("2020-03-01"), planned: try amount("1000000.00"),
          receivedOn: try day("2020-03-02"), received: .maximum, document: payment,
          shares: [
            InstalmentShare(line: try self.id("l2"), amount: .maximum),
            InstalmentShare(line: try self.id("l1"), amount: .zero),
          ]),
        Instalment(id: try self.id("i2")),
      ],
      expenses: [
        Expense(
          id: try self.id("e2"), date: try day("2020-03-10"), amount: try amount("0.01"), source: .own,
          line: try self.id("l2"), payee: "ООО «Ель»", document: payment, fileDigest: digest, note: "аванс"),
        Expense(id: try self.id("e1"), date: try day("2020-03-09"), amount: .zero),
      ],
      refunds: [
        Refund(
          id: try self.id("r1"), direction: .fromPayee, date: try day("2020-04-01"), amount: try amount("1.00"),
          line: try self.id("l2"), document: PaymentDocument(), reason: "брак"),
        Refund(id: try self.id("r2"), direction: .toFunder, date: try day("2020-04-02"), amount: .zero),
      ],
      indicators: [
        Indicator(
          id: try self.id("n1"), title: "Дети", unit: "чел.", unitCode: "792", planned: try decimal("100"),
          actual: try decimal("99.5"), deviationReason: "болезни",
          stages: [
            IndicatorStage(
              period: Period(start: try day("2020-03-01"), end: try day("2020-03-31")), planned: try decimal("40")),
            IndicatorStage(
              period: Period(start: try day("2020-04-01"), end: try day("2020-04-30")), planned: try decimal("60"),
              actual: try decimal("59.5"), deviationReason: "карантин"),
          ]),
        Indicator(id: try self.id("n2"), title: "Дни", planned: .zero),
      ],
      checkpoints: [
        Checkpoint(
          id: try self.id("c1"), title: "Открытие", plannedOn: try day("2020-05-01"), actualOn: try day("2020-05-02"),
          status: .partiallyMet, evidence: "https://example.org"),
        Checkpoint(id: try self.id("c2"), title: "Закрытие", plannedOn: try day("2020-12-01")),
      ],
      moves: [
        LineMove(
          id: try self.id("m1"), from: try self.id("l1"), to: try self.id("l2"), date: try day("2020-03-20"),
          amount: try amount("0.01"), reason: "письмо фонда")
      ],
      texts: [
        ProjectText(
          id: try self.id("t2"), period: Period(year: 2020), section: .done, text: "Ёлка стоит.\nДети рады."),
        ProjectText(
          id: try self.id("t1"), period: Period(year: 2020), section: .other, title: "Сайт", text: "https://example.org"
        ),
      ], extensions: extensions)
  }
}
