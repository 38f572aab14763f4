import Testing

/// Contests in which each age group has places of its own.
struct AgeGroupTests {
  private var contest: JudgedContest
  private var laureat: Command { contest.office.laureat }

  init() throws {
    contest = try JudgedContest(
      rules: "<placesByAgeGroup>true</placesByAgeGroup>",
      entries: ["s1": "wood", "m1": "wood", "s2": "wood", "m2": "wood", "c": "clay"],
      groups: ["m1": "Младшие", "m2": "Младшие", "s1": "11–14 лет", "s2": "11–14 лет"])
    try contest.score(
      "j1 m1 9 9", "j2 m1 9 9", "j1 m2 5 5", "j2 m2 5 5", "j1 s1 8 8", "j2 s1 8 8", "j1 s2 7 7", "j2 s2 7 7",
      "j1 c 6 6", "j2 c 6 6")
  }

  private func russian(_ arguments: String...) throws -> String {
    let result = try laureat.run(arguments + ["--lang", "ru"])
    #expect(result.status == 0, "\(arguments): \(result.errors)")
    return result.output.replacing("\u{A0}", with: " ")
  }

  private func diploma(_ entry: String, _ more: String...) throws -> String {
    try laureat.must(["diploma", "--contest", "fair", "--entry", entry, "-o", "d.pdf"] + more)
    return try laureat.shell("pdftotext d.pdf -").output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Told wherever a place is

  @Test func `a diploma names the age group whose place it is`() throws {
    #expect(try contest.record().status == 0)
    #expect(
      try diploma("m1", "--lang", "ru").contains(
        "за победу в номинации «Дерево», возрастная группа «Младшие» (7–10 лет), муниципального конкурса «Ярмарка"))
    #expect(
      try diploma("s2", "--lang", "ru").contains(
        "за 2-е место в номинации «Дерево», возрастная группа 11–14 лет, муниципального конкурса «Ярмарка"))
    #expect(
      try diploma("m1", "--lang", "en").contains(
        "in the nomination “Дерево”, age group “Младшие” (7–10), of the municipal contest"))
    #expect(!(try diploma("c", "--lang", "ru").contains("возрастная")))
    try laureat.write(
      #"{"texts": {"ru": {"winner": {"purpose": "за {merit}, {ageGroup}"}}}}"#, to: "design.json")
    #expect(
      try diploma("s2", "--lang", "ru", "--design", "design.json").contains("за 2-е место, возрастная группа 11–14 лет")
    )
  }

  @Test func `winners are listed by age group`() throws {
    #expect(try contest.record().status == 0)
    let list = try contest.office.json("winner", "list", "--contest", "fair").list
    #expect(list.map { $0["entry"].string } == ["fair/2", "fair/4", "fair/1", "fair/3", "fair/5"])
    #expect(list.map { $0["ageGroup"].string } == ["Младшие", "Младшие", "11–14 лет", "11–14 лет", nil])
    let text = try russian("winner", "list", "--contest", "fair")
    #expect(text.contains("Возрастная группа"))
    #expect(text.contains(#/Дерево +Младшие +1 /#) && text.contains(#/Дерево +11–14 лет +1 /#))
  }

  @Test func `the minutes, the ranking and the register name the age group`() throws {
    #expect(try contest.record().status == 0)
    let minutes = try russian("protocol", "show", "--contest", "fair")
    #expect(minutes.contains("Номинация «Дерево», возрастная группа «Младшие» (7–10 лет)"))
    #expect(minutes.contains("Номинация «Дерево», возрастная группа 11–14 лет"))
    #expect(minutes.contains("Номинация «Глина»\n"))
    let ranking = try russian("ranking", "show", "--contest", "fair")
    #expect(ranking.contains("«Дерево», возрастная группа «Младшие» (7–10 лет)\n"))
    let journal = try contest.office.json("protocol", "journal", "--contest", "fair").list
    #expect(journal.map { $0["ageGroup"].string } == ["11–14 лет", "Младшие", "11–14 лет", "Младшие", nil])
    let csv = try russian("protocol", "journal", "--contest", "fair", "--format", "csv")
    #expect(csv.contains("Возрастная группа") && csv.contains("Младшие"))
    #expect(try russian("protocol", "journal", "--contest", "fair").contains("11–14 лет"))
  }
}
