import Contests
import Grants
import Primitives
import Reports
import Testing

/// The figures of the two cities' reports for 2020.
enum Fixture {
  static func id(_ text: String) throws -> Identifier { try #require(Identifier(text)) }
  static func day(_ text: String) throws -> Day { try #require(Day(text)) }
  static func amount(_ text: String) throws -> Amount { try #require(Amount(text)) }

  static func organisation(_ id: String, _ title: String) throws -> Organisation {
    Organisation(id: try self.id(id), title: title)
  }

  /// A contest of Кемерово; a nomination is given with its figures.
  static func contest(
    _ id: String, _ title: String, _ total: Figures, nominations: [(String, Figures)] = [],
    achievements: [(String, Int32)] = []
  ) throws -> ContestFigures {
    let nominations = try nominations.enumerated().map { index, item in
      (Nomination(id: try self.id("n\(index + 1)"), title: item.0), item.1)
    }
    let contest = Contest(
      id: try self.id(id), title: title, year: 2020,
      organiser: try organisation("kemerovo", "Администрация города Кемерово"),
      territory: Territory(title: "Кемерово"), nominations: nominations.map(\.0),
      achievements: achievements.map { Achievement(title: $0.0, value: ExactDecimal($0.1)) },
      history: try StatusHistory([StatusChange(.completed, on: try day("2020-12-25"))]))
    let pairs = nominations.map { ($0.0.id, $0.1) }
    return ContestFigures(contest: contest, total: total, byNomination: Dictionary(uniqueKeysWithValues: pairs))
  }

  static func contests() throws -> [ContestFigures] {
    [
      try contest(
        "teplo-2020", "Тепло твоих рук", Figures(applications: 412, participants: 1125, works: 412, winners: 95),
        nominations: [
          ("Весна в шахтерском крае", Figures(applications: 231, participants: 640, works: 231, winners: 51)),
          ("Экодомик", Figures(applications: 181, participants: 485, works: 181, winners: 39)),
          ("Специальный приз жюри", Figures(winners: 5)),
        ]),
      try contest(
        "sneg-2020", "Снежный калейдоскоп", Figures(applications: 618),
        nominations: [
          ("Лучшая совместная инициатива населения и управляющей компании", Figures(applications: 96)),
          ("Пришла зима – отвори ворота!", Figures(applications: 154)),
          ("Верность традиции", Figures(applications: 88)),
          ("Новогодняя мастерская", Figures(applications: 121)),
          ("Зимнее кружево на морозном стекле", Figures(applications: 159)),
        ],
        achievements: [
          ("снежные городки", 81), ("снежные фигуры", 1015), ("украшенные подъезды", 6077),
          ("оформленные балконы и окна", 15012),
        ]),
      try contest(
        "tos-2020", "Лучший комитет ТОС", Figures(applications: 64, participants: 1123),
        nominations: [
          ("Лучший окружной комитет", Figures(applications: 24, participants: 520)),
          ("Лучший уличный комитет (старший улицы)", Figures(applications: 18, participants: 287)),
          ("Лучший домовый комитет (старший дома)", Figures(applications: 22, participants: 316)),
        ]),
      try contest("gorod-2020", "Город друзей – город идей", Figures(applications: 8)),
      try contest("novyj-god-2020", "#Вновыйгодвместе", Figures(applications: 170, works: 170)),
      try contest(
        "dvor-2020", "Любимому городу – красивый дом и двор", Figures(),
        achievements: [("благоустроенные придомовые территории", 430), ("клумбы", 325)]),
    ]
  }

  static func outcomes() throws -> [Outcome] {
    let body = try organisation("agma", "Администрация Правительства Кузбасса")
    return [
      Outcome(
        id: try id("o1"), contest: LargerContest(title: "Лучшая муниципальная практика"), organiser: body,
        level: .regional,
        nomination: "Обеспечение эффективной «обратной связи» с жителями муниципального образования, развитие "
          + "территориального общественного самоуправления и привлечение граждан к осуществлению (участию в "
          + "осуществлении) местного самоуправления в иных формах",
        place: 1, decidedOn: try day("2020-08-14"), note: "второй год подряд"),
      Outcome(
        id: try id("o2"), contest: LargerContest(title: "Лучшая практика ТОС"),
        organiser: try organisation("oatos", "Общенациональная ассоциация ТОС"), level: .national,
        entry: "комитет ТОС «Оптимист», проект, посвящённый Году памяти и славы", place: 3, outOf: 15,
        decidedOn: try day("2020-11-20"), note: "впервые"),
      Outcome(
        id: try id("o3"), contest: LargerContest(title: "Твой Кузбасс – твоя инициатива"), organiser: body,
        level: .regional, submitted: 5, selected: 5, decidedOn: try day("2020-12-10"), note: "проекты на 2021 год",
        achievements: [Achievement(title: "детские игровые и спортивные площадки", value: ExactDecimal(4))]),
    ]
  }

  static let childrenFund = "Фонд поддержки детей, находящихся в трудной жизненной ситуации"
  static let timchenko = "Фонд Елены и Геннадия Тимченко"
  static let centre = "МКУ «Социально-реабилитационный центр для несовершеннолетних»"
  static let rehabilitation = "МКУ «Реабилитационный Центр для детей и подростков с ограниченными возможностями»"

  /// The five projects of Анжеро-Судженск: 4 050 000,00 raised, of it 2 040 000,00 spent in 2020.
  static func projects() throws -> [Project] {
    [
      try project(
        "p1", "Рука помощи", (("timchenko"), timchenko), ("srcn", centre), nomination: "Курс на семью",
        awarded: "850000.00", on: "2019-11-18", received: "850000.00", spent: "640000.00"),
      try project(
        "p2", "Школа сближения", ("timchenko", timchenko), ("srcn", centre), nomination: "Семейная гавань",
        awarded: "700000.00", on: "2019-12-02", received: "700000.00", spent: "560000.00"),
      try project(
        "p3", "Новые горизонты", ("initiative", "региональный центр «Инициатива»"), ("srcn", centre),
        programme: "Конкурс проектов на консолидированный бюджет", nomination: "Мы выбираем жизнь",
        awarded: "500000.00", on: "2020-02-10", received: "500000.00", spent: "440000.00"),
      try project(
        "p4", "Счастливое детство в родной семье", ("fond-detyam", childrenFund), ("srcn", centre),
        awarded: "1300000.00", on: "2020-12-01"),
      try project(
        "p5", "Добру откроются сердца", ("fond-detyam", childrenFund), ("rc", rehabilitation),
        awarded: "700000.00", on: "2020-03-16", received: "600000.00", spent: "400000.00"),
    ]
  }

  static func project(
    _ id: String, _ title: String, _ funder: (String, String), _ grantee: (String, String), programme: String? = nil,
    nomination: String? = nil, awarded: String, on day: String, received: String? = nil, spent: String? = nil
  ) throws -> Project {
    let award = try self.day(day)
    var project = Project(
      id: try self.id(id), title: title, funder: Funder(id: try self.id(funder.0), title: funder.1),
      programme: programme, nomination: nomination, grantee: try organisation(grantee.0, grantee.1),
      awarded: try amount(awarded), awardedOn: award,
      history: try StatusHistory([StatusChange(.awarded, on: award)]))
    if let received {
      try project.history.apply(StatusChange(.active, on: try self.day("2020-04-01")))
      project.instalments = [
        Instalment(
          id: try self.id("i1"), plannedOn: try self.day("2020-04-01"), planned: try amount(received),
          receivedOn: try self.day("2020-04-06"), received: try amount(received),
          document: PaymentDocument(kind: "платёжное поручение", number: "114", date: try self.day("2020-04-06")))
      ]
    }
    if let spent {
      project.expenses = [
        Expense(
          id: try self.id("e1"), date: try self.day("2020-06-15"), amount: try amount(spent),
          payee: "ООО «Игра и развитие»",
          document: PaymentDocument(kind: "платёжное поручение", number: "87", date: try self.day("2020-06-15")))
      ]
    }
    return project
  }

  static func year() throws -> YearReport {
    YearReport(
      year: 2020, territory: "Кемерово", contests: try contests(), outcomes: try outcomes(),
      projects: try projects())
  }

  /// The report of the children's fund, its first project with a budget, results and texts.
  static func funderReport() throws -> GrantReport {
    var projects = try projects().filter { $0.funder.title == childrenFund }
    guard let last = projects.indices.last else { return try #require(nil) }
    projects[last].agreement = Agreement(number: "01-25-45п-2020", date: try day("2020-03-30"))
    projects[last].plannedPeriod = Period(start: try day("2020-04-01"), end: try day("2021-09-30"))
    projects[last].coFinancing = try amount("75000.00")
    projects[last].budget = [
      BudgetLine(id: try id("b1"), title: "Оборудование сенсорной комнаты", planned: try amount("520000.00")),
      BudgetLine(id: try id("b2"), title: "Обучение специалистов", planned: try amount("180000.00")),
    ]
    let payee = projects[last].expenses[0]
    projects[last].expenses = try [
      ("e1", "2020-05-12", "315400.50", "b1", "87"), ("e2", "2020-06-15", "62100.00", "b2", "102"),
      ("e3", "2020-10-08", "22499.50", "b2", "171"),
    ].map { id, day, amount, line, number in
      Expense(
        id: try self.id(id), date: try self.day(day), amount: try self.amount(amount), line: try self.id(line),
        payee: payee.payee,
        document: PaymentDocument(kind: "платёжное поручение", number: number, date: try self.day(day)))
    }
    projects[last].indicators = [
      Indicator(
        id: try id("k1"), title: "Семьи, получившие помощь", unit: "семья", planned: ExactDecimal(60),
        actual: ExactDecimal(47), deviationReason: "Занятия прерывались с апреля по июнь 2020 г."),
      Indicator(
        id: try id("k2"), title: "Обученные специалисты", unit: "чел.", unitCode: "792", planned: ExactDecimal(12)),
    ]
    projects[last].checkpoints = [
      Checkpoint(
        id: try id("c1"), title: "Открытие сенсорной комнаты", plannedOn: try day("2020-09-01"),
        actualOn: try day("2020-09-11"), status: .met)
    ]
    var report = GrantReport(
      kind: .annual, on: projects, of: Funder(id: try id("fond-detyam"), title: childrenFund),
      period: Period(year: 2020))
    report.projects[last].narrative = [
      Narrative(
        title: "Что сделано",
        text: "Оборудована сенсорная комната, начаты занятия для 47 семей.\nОбучение продолжается.")
    ]
    return report
  }

  static func receipt() throws -> ReceiptView {
    let consent = Diagnostic(
      Diagnostic.Code(.logic, 7),
      LocalizedText(ru: "нет согласия на обработку персональных данных", en: "no consent to processing"),
      advice: LocalizedText(ru: "запросите согласие у заявителя", en: "ask the applicant for it"),
      field: "processingConsent", location: Diagnostic.Location(line: 84, column: 5))
    let late = Diagnostic(
      Diagnostic.Code(.logic, 3), .warning,
      LocalizedText(ru: "заявка подана в последний день", en: "sent on the last day"))
    return ReceiptView(
      document: "applications", fileName: "заявки-<март>.xml", messageID: "3f0e7f5e-1c7d-5a0e-9a55-000000000001",
      sender: "МБОУ «СОШ № 26»", digest: String(repeating: "ab", count: 32),
      receivedAt: try #require(Instant("2020-03-05T14:07:00+07:00")), registrationNumber: "ВХ-2020-000117",
      outcome: .partial, counts: ReceiptView.Counts(accepted: 2, rejected: 1, warnings: 1),
      records: [
        ReceiptView.Record(number: 1, id: "a-1", outcome: .accepted, registration: "teplo-2020/17"),
        ReceiptView.Record(
          number: 2, id: "a-2", outcome: .accepted, registration: "teplo-2020/18", reasons: [late]),
        ReceiptView.Record(number: 3, id: "a-3", outcome: .rejected, reasons: [consent]),
      ])
  }
}
