import Grants
import Primitives
import Testing

@testable import Reports

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
    #expect(text.contains("Поступило за период за вычетом возвратов: 750,00 ₽"))
    #expect(text.contains("Остаток средств на конец периода: 250,00 ₽"))
    #expect(text.contains(#/Поступило +900,00 +900,00/#))
    #expect(text.contains(#/Возвращено грантодателю +150,00 +150,00/#))
    #expect(text.contains("неиспользованный остаток"))
    #expect(
      String(decoding: report.csv(.english), as: UTF8.self).contains(",RUB,1000.00,750.00,500.00,750.00,500.00,250.00"))
  }

  @Test func `the balance a period begins with is that of the day before`() throws {
    let project = try Fixture.project(
      "p", "П", ("f", "Ф"), ("g", "Г"), awarded: "1000.00", on: "2020-01-01", received: "900.00", spent: "500.00")
    let period = Period(start: try Fixture.day("2020-05-01"), end: try Fixture.day("2020-12-31"))
    let text = plain(GrantReport(kind: .period, on: [project], of: project.funder, period: period).text(.russian))
    #expect(text.contains(#/Остаток средств на начало периода +900,00/#))
    #expect(text.contains(#/Остаток средств на конец периода +400,00 +400,00/#))
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

  // MARK: Its parts

  /// A project of 1,000.00 with two lines, of which 50.00 are moved in 2020 and 50.00 in 2021, one expense on a line and
  /// one on none.
  private func project() throws -> Project {
    var project = try Fixture.project(
      "p", "П", ("f", "Ф"), ("g", "Г"), awarded: "1000.00", on: "2020-01-01", received: "900.00", spent: "100.00")
    project.budget = [
      BudgetLine(
        id: try Fixture.id("l1"), title: "Материалы", planned: try Fixture.amount("600.00"),
        divergenceReason: "Краска подешевела"),
      BudgetLine(id: try Fixture.id("l2"), title: "Проезд", planned: try Fixture.amount("400.00")),
    ]
    project.expenses.append(
      Expense(
        id: try Fixture.id("e2"), date: try Fixture.day("2020-07-01"), amount: try Fixture.amount("550.50"),
        line: try Fixture.id("l1")))
    for (id, day) in [("m1", "2020-08-03"), ("m2", "2021-01-15")] {
      project.moves.append(
        LineMove(
          id: try Fixture.id(id), from: try Fixture.id("l1"), to: try Fixture.id("l2"), date: try Fixture.day(day),
          amount: try Fixture.amount("50.00"), reason: "письмо фонда \(id)"))
    }
    return project
  }

  private func text(_ project: Project, _ year: Int = 2020) -> String {
    plain(GrantReport(kind: .annual, on: [project], of: project.funder, period: Period(year: year)).text(.russian))
  }

  @Test func `the financial part says plan, fact, the reason of a divergence, and what is on no line`() throws {
    let text = try text(project())
    #expect(text.contains(#/Материалы +650,00 +— +550,50 +550,50 +99,50/#))
    #expect(text.contains("Краска подешевела"))
    #expect(text.contains(#/Расходы без статьи +0,00 +— +100,00 +100,00 +−100,00/#))
    #expect(text.contains(#/Итого +1 000,00 +900,00 +650,50 +650,50 +349,50/#))
    #expect(!text.contains("из средств гранта"))
  }

  @Test func `a line paid for by several is told in all, and below by whose money it is`() throws {
    var project = try project()
    project.budget[0].own = try Fixture.amount("50.00")
    project.budget[0].attracted = try Fixture.amount("20.00")
    for (id, line) in [("e3", "l1"), ("e4", "l2")] {
      project.expenses.append(
        Expense(
          id: try Fixture.id(id), date: try Fixture.day("2020-07-01"), amount: try Fixture.amount("60.00"),
          source: .own, line: try Fixture.id(line)))
    }
    project.expenses.append(
      Expense(
        id: try Fixture.id("e5"), date: try Fixture.day("2020-07-01"), amount: try Fixture.amount("5.00"), source: .own)
    )
    let text = text(project)
    let figures = [
      #/Материалы +650,00 +— +610,50 +610,50 +39,50/#, #/из средств гранта +580,00 +— +550,50 +550,50 +29,50/#,
      #/собственные и +70,00 +60,00 +60,00 +10,00/#, #/Проезд +350,00 +— +60,00 +60,00 +290,00/#,
      #/собственные и +0,00 +60,00 +60,00 +−60,00/#, #/Расходы без статьи +0,00 +— +105,00 +105,00 +−105,00/#,
      #/Итого +1 000,00 +900,00 +775,50 +775,50 +224,50/#,
      #/из средств гранта +930,00 +900,00 +650,50 +650,50 +279,50/#,
      #/собственные и +70,00 +125,00 +125,00 +−55,00/#,
    ]
    for figure in figures {
      #expect(text.replacing("собственные и привлечённые средства", with: "собственные и").contains(figure))
    }
    let chart = try #require(ReportedProject(project, in: Period(year: 2020)).budgetChart(.russian))
    #expect(chart.series[1].values.first == .amount(try Fixture.amount("610.50")))
  }

  @Test func `each line tells what of its spending is of the period, in words, sheets and data`() throws {
    var project = try project()
    for (id, day, amount, source) in [
      ("e6", "2021-02-01", "30.25", Expense.Source.grant), ("e7", "2021-02-02", "4.00", .own),
    ] {
      project.expenses.append(
        Expense(
          id: try Fixture.id(id), date: try Fixture.day(day), amount: try Fixture.amount(amount), source: source,
          line: try Fixture.id("l1")))
    }
    let text = text(project, 2021)
    #expect(text.contains(#/Материалы +600,00 +— +584,75 +34,25 +15,25/#))
    #expect(text.contains(#/из средств гранта +600,00 +— +580,75 +30,25 +19,25/#))
    #expect(text.contains(#/Расходы без статьи +0,00 +— +100,00 +0,00 +−100,00/#))
    #expect(text.contains(#/Итого +1 000,00 +900,00 +684,75 +34,25 +315,25/#))
    let report = GrantReport(kind: .annual, on: [project], of: project.funder, period: Period(year: 2021))
    let line = report.json().text.filter { !$0.isWhitespace }
    #expect(line.contains("\"spent\":\"584.75\",\"spentInPeriod\":\"34.25\""))
  }

  @Test func `what is not divided among the lines has a row of its own, and never a bar`() throws {
    var project = try project()
    func refund(_ id: String, _ direction: Refund.Direction, _ amount: String) throws -> Refund {
      Refund(
        id: try Fixture.id(id), direction: direction, date: try Fixture.day("2020-11-01"),
        amount: try Fixture.amount(amount))
    }
    project.instalments[0].shares = [
      InstalmentShare(line: try Fixture.id("l1"), amount: try Fixture.amount("600.00")),
      InstalmentShare(line: try Fixture.id("l2"), amount: try Fixture.amount("300.00")),
    ]
    #expect(!text(project).contains("Не распределено"))
    project.refunds = [try refund("r1", .toFunder, "150.00"), try refund("r2", .fromPayee, "130.00")]
    let returned = text(project)
    #expect(returned.contains(#/Материалы +650,00 +600,00 +550,50/#))
    #expect(returned.contains(#/Возвращено без указания статьи +— +−150,00 +— +— +—/#))
    #expect(returned.contains(#/Расходы без статьи +0,00 +— +−30,00 +−30,00 +30,00/#))
    #expect(returned.contains(#/Итого +1 000,00 +750,00 +520,50 +520,50 +479,50/#))
    let chart = try #require(ReportedProject(project, in: Period(year: 2020)).budgetChart(.russian))
    #expect(chart.series.allSatisfy { $0.values.allSatisfy { ($0.magnitude ?? 0) >= 0 } })
    #expect(chart.categories.map { $0.text(.russian) } == ["Материалы", "Проезд", "Расходы без статьи"])
    project.instalments.append(
      Instalment(
        id: try Fixture.id("i9"), receivedOn: try Fixture.day("2020-06-01"), received: try Fixture.amount("200.00")))
    #expect(text(project).contains(#/Не распределено по статьям +— +50,00 +— +— +—/#))
  }

  @Test func `the register goes by days and leads to what was spent of the grant`() throws {
    var project = try project()
    #expect(text(project).contains(#/Итого за счёт гранта +650,50/#))
    #expect(!text(project).contains("Возвращено получателями"))
    project.expenses.append(
      Expense(
        id: try Fixture.id("e0"), date: try Fixture.day("2020-01-02"), amount: try Fixture.amount("20.25"),
        source: .own))
    project.refunds.append(
      Refund(
        id: try Fixture.id("r1"), direction: .fromPayee, date: try Fixture.day("2020-09-01"),
        amount: try Fixture.amount("50.50"), line: try Fixture.id("l1")))
    let told = text(project)
    #expect(
      told.contains(
        #/Всего +670,75\s+из них собственные средства +20,25\s+Итого за счёт гранта +650,50\s+Возвращено получателями платежей +50,50\s+Освоено за период +600,00/#
      ))
    #expect(told.contains("Освоено за период: 600,00"))
    #expect(told.contains(#/Реестр расходов(?s:.*)02\.01\.2020(?s:.*)01\.07\.2020/#))
  }

  @Test func `money moved between lines in the period is told with its reason`() throws {
    let text = try text(project())
    #expect(text.contains(#/03\.08\.2020 +Материалы +Проезд +50,00/#))
    #expect(text.contains("письмо фонда m1"))
    #expect(!text.contains("письмо фонда m2"))
  }

  @Test func `an indicator stands with its deviation, and under it the periods that touch the report's`() throws {
    var project = try project()
    func stage(_ start: String, _ end: String, _ planned: Int32, _ actual: Int32) throws -> IndicatorStage {
      IndicatorStage(
        period: Period(start: try Fixture.day(start), end: try Fixture.day(end)), planned: ExactDecimal(planned),
        actual: ExactDecimal(actual), deviationReason: "карантин \(planned)")
    }
    project.indicators = [
      Indicator(
        id: try Fixture.id("n1"), title: "Семьи", unit: "семья", planned: ExactDecimal(60), actual: ExactDecimal(62),
        stages: [try stage("2020-04-01", "2020-06-30", 20, 17), try stage("2021-01-01", "2021-03-31", 21, 21)])
    ]
    let text = text(project)
    // A period of it is still to come.
    #expect(text.contains(#/Семьи +семья +60 +— +—/#))
    #expect(text.contains(#/01\.04\.2020 – 30\.06\.2020 +20 +17 +−3/#))
    #expect(text.contains("карантин 20"))
    #expect(!text.contains("карантин 21"))
    project.indicators[0].stages.removeLast()
    #expect(self.text(project).contains(#/Семьи +семья +60 +62 +2/#))
  }

  @Test func `a unit is told with its code, on paper and in the workbook`() throws {
    let report = try Fixture.funderReport()
    #expect(plain(report.text(.russian)).contains(#/Обученные специалисты +чел\. \(792\) +12/#))
    let sheets = report.sheets(.russian).sections.flatMap(\.blocks).flatMap { block -> [Cell] in
      if case .table(let table) = block { table.rows.flatMap(\.cells) } else { [] }
    }
    #expect(sheets.contains(.text("чел.\u{A0}(792)")) && sheets.contains(.text("семья")))
    var nameless = report
    for index in nameless.projects.indices {
      for place in nameless.projects[index].project.indicators.indices {
        nameless.projects[index].project.indicators[place].unit = nil
      }
    }
    #expect(plain(nameless.text(.russian)).contains(#/Обученные специалисты +ОКЕИ 792 +12/#))
  }

  @Test func `a document without a number bears no sign of one`() {
    #expect(PaymentDocument(kind: "чек", number: "б/н").name(.russian) == "чек б/н")
    #expect(plain(PaymentDocument(kind: "чек", number: "№ 7").name(.russian) ?? "") == "чек № 7")
  }

  @Test func `totals are told in figures and words`() throws {
    let text = try text(project())
    #expect(text.contains("Освоено за период: 650 (Шестьсот пятьдесят) рублей 50 копеек"))
    #expect(text.contains("Остаток средств на конец периода: 249 (Двести сорок девять) рублей 50 копеек"))
  }

  @Test func `what does not agree names an expense by its document and day, whatever period it is of`() throws {
    var project = try Fixture.project(
      "p", "П", ("f", "Ф"), ("g", "Г"), awarded: "1000.00", on: "2019-01-01", received: "900.00", spent: "500.00")
    project.plannedPeriod = Period(year: 2020)
    project.expenses = [
      Expense(
        id: try Fixture.id("e1"), date: try Fixture.day("2019-02-03"), amount: try Fixture.amount("10.00"),
        document: PaymentDocument(kind: "чек", number: "№ 7"))
    ]
    let findings = project.findings(inReport: .annual, on: Period(year: 2020), today: try Fixture.day("2021-01-01"))
    let found = try #require(findings.first { $0.code == GrantCode.expenseOutsideProject }).naming(in: [project])
    #expect(plain(found.message.russian).hasPrefix("расход «чек № 7, 03.02.2019, 10,00 ₽» датирован 03.02.2019"))
    #expect(!found.message.english.contains("e1"))
    var report = GrantReport(kind: .annual, on: [project], of: project.funder, period: Period(year: 2020))
    report.isDraft = true
    let page = plain(report.document(.russian, findings: findings.map { $0.naming(in: [project]) }).text(width: 300))
    #expect(page.contains("чек № 7, 03.02.2019"))
    #expect(!page.contains("e1") && !page.contains("laureat"))
  }

  @Test func `what it is called and numbered follows the report owed for the period`() throws {
    let project = try project()
    var report = GrantReport(kind: .period, on: [project], of: project.funder, period: Period(year: 2020))
    func owed(_ kind: GrantReport.Kind, _ period: Period, returned: Int, to recipient: String? = nil) throws
      -> Obligation
    {
      var obligation = Obligation(
        id: try Fixture.id("o1"), kind: kind, period: period, due: .workingDays(10), recipient: recipient)
      for round in 0..<returned {
        try obligation.history.apply(StatusChange(.submitted, on: try Fixture.day("2021-01-\(10 + 2 * round)")))
        try obligation.history.apply(
          StatusChange(.returned, on: try Fixture.day("2021-01-\(11 + 2 * round)"), reason: "нет подписи"))
      }
      return obligation
    }
    report.number(by: [
      try owed(.interim, Period(year: 2019), returned: 3), try owed(.final, Period(year: 2020), returned: 2),
      try owed(.final, Period(year: 2020), returned: 1),
      try owed(.interim, Period(year: 2020), returned: 4, to: "Учредитель"),
    ])
    #expect(report.kind == .final)
    #expect(report.correctionNumber == 2)
    #expect(report.replaces == ReplacedReport(correctionNumber: 1, submittedOn: try Fixture.day("2021-01-12")))
    #expect(report.text(.russian).plainSpaces.contains("№ 2 взамен корректировки № 1, сданной 12 января 2021"))
    #expect(
      report.text(.english).plainSpaces.contains("No. 2 in place of correction No. 1 submitted on 12 January 2021"))
    report.number(by: [try owed(.final, Period(year: 2020), returned: 1)])
    #expect(report.replaces == ReplacedReport(correctionNumber: 0, submittedOn: try Fixture.day("2021-01-10")))
    #expect(report.text(.russian).plainSpaces.contains("№ 1 взамен отчёта, сданного 10 января 2021"))
    report.number(by: [try owed(.final, Period(year: 2020), returned: 0)])
    #expect(report.replaces == nil)
    report.number(by: [try owed(.interim, Period(year: 2019), returned: 1)])
    #expect(report.correctionNumber == 0)
  }
}

extension String {
  fileprivate var plainSpaces: String {
    replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").replacing("\n", with: " ")
  }
}
