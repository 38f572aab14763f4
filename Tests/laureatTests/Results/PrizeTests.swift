import Testing

/// What a prize is called: in the rules, in what is typed, in the minutes and on the diploma alike.
struct PrizeTests {
  /// A contest whose prizes of places are no diplomas of degrees.
  private func contest() throws -> JudgedContest {
    var contest = try JudgedContest(
      entries: ["a": "wood", "b": "wood", "c": "clay", "d": "clay"], people: ["a": "Юн Ив", "b": "Рао Вера"])
    try contest.office.laureat.must(
      "contest", "edit", "fair", "--prize", "wood/1:1=Гран-при", "--prize", "wood/2:1=Лауреат I степени", "--prize",
      "clay/1:1=Диплом лауреата I степени", "--prize", "clay/2:1=Диплом I степени")
    try contest.score("j1 a 9 9", "j2 a 9 9", "j1 b 8 8", "j2 b 8 8", "j1 c 7 7", "j2 c 7 7", "j1 d 6 6", "j2 d 6 6")
    return contest
  }

  private func lines(_ laureat: Command, _ entry: String, _ language: String = "ru") throws -> [String] {
    try laureat.must("diploma", "--contest", "fair", "--entry", entry, "--lang", language, "-o", "d.pdf")
    return try laureat.shell("pdftotext d.pdf -").output.split(whereSeparator: \.isNewline)
      .map { String($0).replacing("\u{A0}", with: " ") }
  }

  // MARK: Diplomas

  @Test func `under the heading of a diploma stands the prize that the minutes name`() throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    for (entry, title, degree) in [
      ("1", "Гран-при", "I степени"), ("2", "Лауреат I степени", "II степени"),
      ("3", "лауреата I степени", "I степени"), ("4", "I степени", "II степени"),
    ] {
      let lines = try lines(contest.office.laureat, entry)
      #expect(lines.contains(title), "\(title) in \(lines)")
      #expect(!lines.contains(degree), "\(degree) in \(lines)")
    }
    #expect(try lines(contest.office.laureat, "1", "en").contains("Гран-при"))
    #expect(try lines(contest.office.laureat, "4", "en").contains("First degree"))
  }

  @Test func `the code of a diploma tells one prize from another, and stays where the place says all`() throws {
    let contest = try contest()
    let laureat = contest.office.laureat
    func code(_ prize: String) throws -> Value {
      try laureat.must(
        "winner", "record", "--contest", "fair", "--entry", "1", "--place", "1", "--prize", prize, "--protocol", "4",
        "--date", "2020-04-05")
      let code = try laureat.must("diploma", "--contest", "fair", "--dry-run", "--json").json()[0]["code"]
      let event = try #require(try contest.office.json("history").list.last?["id"].int)
      try laureat.must("undo", String(event))
      return code
    }
    #expect(try code("Гран-при") != code("Лауреат I степени"))
    #expect(try code("Диплом I степени") == code("Диплом первой степени"))
  }

  @Test func `rows of a table of names that fit nobody are refused by row and column`() throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    let laureat = contest.office.laureat
    func print(_ rows: String) throws -> Command.Result {
      try laureat.write("Заявка;Участник;Кому\n" + rows, to: "names.csv")
      return try laureat(
        "diploma", "--contest", "fair", "--entry", "1", "--each", "--names", "names.csv", "-o", "d.pdf")
    }
    let refused = try print("77;;Кому\n1;Петров;Петрову\n2;Рао Вера;Рао Вере\n")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("names.csv:2:1") && refused.errors.contains("GC-050-0003"), "\(refused.errors)")
    #expect(refused.errors.contains("names.csv:3:2") && refused.errors.contains("GC-050-0070"), "\(refused.errors)")
    #expect(!refused.errors.contains("names.csv:4"))
    #expect(!laureat.exists("d.pdf"))
    // A table may be of the whole contest, and of the applicant.
    #expect(try print("1;юн  ив;Юну Иву\n2;Рао Вера;Рао Вере\n3;Группа c;группе c\n").status == 0)
    #expect(try laureat.shell("pdftotext d.pdf -").output.contains("Юну Иву"))
  }

  // MARK: What is typed

  @Test func `a typed prize that was not announced is told with those that were, and the jury may give its own`() throws
  {
    let contest = try contest()
    func record(_ arguments: String...) throws -> Command.Result {
      try contest.office.laureat.run(
        ["winner", "record", "--contest", "fair", "--protocol", "4", "--date", "2020-04-05", "--lang", "ru"] + arguments
      )
    }
    let other = try record("--entry", "1", "--place", "1", "--prize", "Диплом IV степени")
    #expect(other.status == 0)
    #expect(
      other.errors.contains("приз «Диплом IV степени» за 1-е место не объявлен; объявлены: «Гран-при»"),
      "\(other.errors)")
    let own = try record("--entry", "3", "--nomination", "jury", "--prize", "Приз симпатий")
    #expect(own.status == 0)
    #expect(own.errors.contains("GC-040-0051") && own.errors.contains("«Приз жюри»"), "\(own.errors)")
    let announced = try record("--entry", "2", "--place", "2", "--prize", "лауреат  I степени")
    #expect(announced.status == 0)
    #expect(!announced.errors.contains("GC-040-0051"), "\(announced.errors)")
  }

  @Test func `a place that was typed without its prize has the announced one in the list, the minutes and the diploma`()
    throws
  {
    let contest = try contest()
    let laureat = contest.office.laureat
    try laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "2", "--place", "2", "--protocol", "4", "--date", "2020-04-05"
    )
    let list = try laureat.must("winner", "list", "--contest", "fair", "--lang", "ru").output
    let minutes = try laureat.must("protocol", "--contest", "fair", "--lang", "ru").output.plain
    #expect(list.contains("Лауреат I степени"))
    #expect(minutes.contains("II место, Лауреат I степени — заявка № 2"), "\(minutes)")
    #expect(try lines(laureat, "2").contains("Лауреат I степени"))
  }

  @Test func `messages call an entry by its number of registration`() throws {
    let contest = try contest()
    let laureat = contest.office.laureat
    try laureat.must(
      "entry", "add", "--contest", "fair", "--nomination", "wood", "--title", "Ложка", "--group", "Семья Зоровых",
      "--date", "2020-03-10", "--processing-consent")
    let result = try laureat(
      "winner", "record", "--contest", "fair", "--entry", "5", "--place", "1", "--protocol", "4", "--date",
      "2020-04-05", "--lang", "ru")
    #expect(result.status == 1)
    #expect(result.errors.contains("заявка fair/5 ещё не допущена"), "\(result.errors)")
    #expect(!result.errors.contains("typed-"))
  }
}
