import Foundation
import Testing

/// What the two reports say of 2020 goes in as documents and comes out as the same figures.
struct FactsTests {
  let laureat: Command

  init() throws {
    laureat = try Command(.facts)
  }

  private func year(_ arguments: String...) throws -> Value {
    try laureat.run(["report", "year", "--year", "2020", "--json"] + arguments).json()
  }

  // MARK: Contests

  struct Facts: CustomTestStringConvertible, Sendable {
    let title: String
    var nominations: [String] = []
    var applications = 0
    var participants: Int?
    var works: Int?
    var winners = 0
    var achievements: [Int] = []

    var testDescription: String { title }
  }

  static let kemerovo = [
    Facts(
      title: "Тепло твоих рук", nominations: ["Весна в шахтерском крае", "Экодомик", "Специальный приз жюри"],
      applications: 412, participants: 1125, works: 412, winners: 95),
    Facts(
      title: "Снежный калейдоскоп",
      nominations: [
        "Лучшая совместная инициатива населения и управляющей компании", "Пришла зима – отвори ворота!",
        "Верность традиции", "Новогодняя мастерская", "Зимнее кружево на морозном стекле",
      ], applications: 618, achievements: [81, 1015, 6077, 15012]),
    Facts(
      title: "Лучший комитет ТОС",
      nominations: [
        "Лучший окружной комитет", "Лучший уличный комитет (старший улицы)", "Лучший домовый комитет (старший дома)",
      ], applications: 1123, participants: 1123),
    Facts(title: "Город друзей – город идей", applications: 8),
    Facts(title: "#Вновыйгодвместе", applications: 170, works: 170),
    Facts(title: "Любимому городу – красивый дом и двор", achievements: [430, 325]),
  ]

  static let anzhero = [Facts(title: "Национальная красавица"), Facts(title: "Маленькая красавица")]

  @Test(arguments: kemerovo + anzhero)
  func `a contest of 2020 has the report's nominations, figures and achievements`(facts: Facts) throws {
    let contest = try year()["contests"].first("title", .string(facts.title))
    #expect(contest["nominations"].map("title") == facts.nominations.map { .string($0) })
    #expect(contest["applications"] == .number(Decimal(facts.applications)))
    #expect(contest["participants"] == facts.participants.map { .number(Decimal($0)) } ?? .null)
    #expect(contest["works"] == facts.works.map { .number(Decimal($0)) } ?? .null)
    #expect(contest["winners"] == .number(Decimal(facts.winners)))
    #expect(contest["achievements"].map("value") == facts.achievements.map { .number(Decimal($0)) })
    #expect(contest["level"] == "municipal")
    #expect(contest["year"] == 2020)
  }

  @Test func `the year has these contests and no others`() throws {
    let titles = try year()["contests"].map("title").compactMap(\.string)
    #expect(titles.sorted() == (Self.kemerovo + Self.anzhero).map(\.title).sorted())
  }

  @Test func `the figures of nominations add up to their contest's`() throws {
    for contest in try year()["contests"].list where !contest["nominations"].list.isEmpty {
      for figure in ["applications", "participants", "works"] where contest[figure] != .null {
        let sum = contest["nominations"].map(figure).compactMap(\.int).reduce(0, +)
        #expect(sum == contest[figure].int, "\(figure) of \(contest["title"])")
      }
    }
  }

  @Test func `entries of other nominations win in one that takes no applications`() throws {
    let contest = try year()["contests"].first("title", "Тепло твоих рук")
    let special = contest["nominations"].first("title", "Специальный приз жюри")
    #expect(special["applications"] == 0)
    #expect(special["participants"] == .null)
    #expect(special["works"] == .null)
    #expect(try #require(special["winners"].int) > 0)
    let winners = try laureat("winner", "list", "--contest", "teplo-2020", "--json").json()
    #expect(Set(winners.map("entry")).count == 95)
  }

  @Test func `each of the eight ideas is a named project with its district and site`() throws {
    let entries = try laureat("entry", "list", "--contest", "city-of-ideas-2020", "--json").json()
    #expect(
      entries.map("title") == [
        "Звезда Памяти", "...это нужно живым", "Война. Победа. Память.", "Стена памяти", "Их именами названы...",
        "Память сердца нам не остудить", "Мы этой памяти верны", "Сквер Памяти и Славы",
      ])
    for entry in entries.list {
      let number = try #require(entry["registration"].string)
      #expect(entry["territory"] != .null)
      #expect(try laureat("entry", "show", number).output.contains("Site: "), "\(number)")
    }
  }

  @Test func `the contests belong to the municipal programme`() throws {
    let announcement = try laureat("export", "announcement", "--contest", "snow-2020").output
    #expect(announcement.contains("Развитие общественных инициатив в городе Кемерово"))
    #expect(announcement.contains("<period start=\"2017-01-01\" end=\"2023-12-31\"/>"))
    #expect(announcement.contains("<approvedOn>2016-09-16</approvedOn>"))
  }

  // MARK: Outcomes

  @Test func `the outcomes of higher contests are the report's`() throws {
    let outcomes = try year()["outcomes"]
    #expect(outcomes.list.count == 3)

    let practice = outcomes.first("contest", "Лучшая муниципальная практика")
    #expect(practice["level"] == "regional")
    #expect(practice["place"] == 1)
    #expect(practice["note"] == "второй год подряд")
    #expect(
      practice["nomination"]
        == "Обеспечение эффективной «обратной связи» с жителями муниципального образования, развитие территориального общественного самоуправления и привлечение граждан к осуществлению (участию в осуществлении) местного самоуправления в иных формах"
    )

    let committee = outcomes.first("contest", "Лучшая практика ТОС")
    #expect(committee["level"] == "national")
    #expect(committee["place"] == 3)
    #expect(committee["outOf"] == 15)
    #expect(committee["note"] == "впервые")
    #expect(try #require(committee["entry"].string).contains("«Оптимист»"))

    let initiative = outcomes.first("contest", "Твой Кузбасс – твоя инициатива")
    #expect(initiative["level"] == "regional")
    #expect(initiative["submitted"] == 5)
    #expect(initiative["selected"] == 5)
    #expect(initiative["achievements"].map("value") == [4])
    #expect(outcomes.list.allSatisfy { $0["decidedOn"].string?.hasPrefix("2020-") == true })
  }

  // MARK: Grants

  @Test func `grants raised and spent are the report's, by funder and by grantee`() throws {
    let grants = try year()["grants"]
    #expect(grants["awarded"] == "4050000.00")
    #expect(grants["spent"] == "2040000.00")
    #expect(
      Set(grants["byFunder"].map("funder")) == [
        "Фонд Елены и Геннадия Тимченко", "региональный центр «Инициатива»",
        "Фонд поддержки детей, находящихся в трудной жизненной ситуации",
      ])
    let centre = grants["byGrantee"].first(
      "grantee", "МКУ «Социально-реабилитационный центр для несовершеннолетних»")
    #expect(centre["projects"] == 4)
    #expect(grants["byGrantee"].map("projects").compactMap(\.int).reduce(0, +) == 5)
    for parts in ["byFunder", "byGrantee"] {
      for sum in ["awarded", "received", "spent"] {
        let total = try grants[parts].map(sum).map { try decimal($0) }.reduce(0, +)
        #expect(try total == decimal(grants[sum]), "\(sum) \(parts)")
      }
    }
  }

  @Test(arguments: [
    ("Рука помощи", "Фонд Елены и Геннадия Тимченко", Value.null, Value.string("Курс на семью"), "active"),
    ("Школа сближения", "Фонд Елены и Геннадия Тимченко", .null, "Семейная гавань", "active"),
    (
      "Новые горизонты", "региональный центр «Инициатива»", "конкурс проектов на консолидированный бюджет",
      "Мы выбираем жизнь", "active"
    ),
    (
      "Счастливое детство в родной семье", "Фонд поддержки детей, находящихся в трудной жизненной ситуации", .null,
      .null, "awarded"
    ),
    (
      "Добру откроются сердца", "Фонд поддержки детей, находящихся в трудной жизненной ситуации", .null, .null, "active"
    ),
  ])
  func `a project has its funder, programme, nomination and status`(
    title: String, funder: String, programme: Value, nomination: Value, status: String
  ) throws {
    let project = try laureat("grant", "list", "--json").json().first("title", .string(title))
    #expect(project["funder"] == .string(funder))
    #expect(project["programme"] == programme)
    #expect(project["nomination"] == nomination)
    #expect(project["status"] == .string(status))
  }

  @Test func `the project awarded in 2020 begins in April 2021 with the sum of the report`() throws {
    let project = try laureat("grant", "list", "--json").json().first("title", "Счастливое детство в родной семье")
    #expect(project["awarded"] == "1300000.00")
    let id = try #require(project["id"].string)
    let shown = try laureat("grant", "show", id, "--json").json()
    #expect(shown["history"].first("status", "awarded")["date"].string?.hasPrefix("2020-") == true)
    #expect(try laureat("export", "grants").output.contains("<plannedPeriod start=\"2021-04-01\""))
  }

  // MARK: Territories and pages

  @Test(arguments: ["3270100", "32701000"])
  func `the territory leaves the contests and outcomes of Kemerovo`(oktmo: String) throws {
    let report = try year("--territory", oktmo)
    #expect(Set(report["contests"].map("title")) == Set(Self.kemerovo.map { .string($0.title) }))
    #expect(report["outcomes"].list.count == 3)
    #expect(report["grants"]["awarded"] == "0.00")
    #expect(report["grants"]["byFunder"] == [])
  }

  @Test func `the territory leaves the contests and grants of Anzhero-Sudzhensk`() throws {
    let report = try year("--territory", "32704000")
    #expect(Set(report["contests"].map("title")) == Set(Self.anzhero.map { .string($0.title) }))
    #expect(report["outcomes"] == [])
    #expect(report["grants"]["awarded"] == "4050000.00")
    #expect(report["grants"]["spent"] == "2040000.00")
  }

  @Test(arguments: ["text", "html"], ["ru", "en"])
  func `the page of the year says every figure in its language`(format: String, language: String) throws {
    let page = try laureat.must(
      "report", "year", "--year", "2020", "--format", format, "--lang", language
    ).output.plain
    let isRussian = language == "ru"
    let figures =
      ["412", "95", "618", "81", "430", "325", "170", "15"]
      + (isRussian
        ? ["1125", "1123", "1015", "6077", "15 012", "4 050 000,00", "2 040 000,00"]
        : ["1,125", "1,123", "15,012", "4,050,000.00", "2,040,000.00"])
    for figure in figures { #expect(page.contains(figure), "\(figure)") }
    for facts in Self.kemerovo + Self.anzhero { #expect(page.contains(facts.title)) }
    if format == "html" { #expect(page.contains("<html lang=\"\(language)\"")) }
  }

  private func decimal(_ value: Value) throws -> Decimal {
    let text = try #require(value.string)
    return try #require(Decimal(string: text))
  }
}

extension String {
  /// Without the typography that keeps figures together on a page.
  var plain: String {
    replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").replacing("\n", with: " ")
  }
}
