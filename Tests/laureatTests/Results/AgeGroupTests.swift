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

  @Test func `winners are told with their age groups, and listed by them`() throws {
    #expect(try contest.record().status == 0)
    let list = try contest.office.json("winner", "list", "--contest", "fair").list
    let groups = Dictionary(uniqueKeysWithValues: list.map { ($0["entry"].string, $0["ageGroup"].string) })
    #expect(
      groups == [
        "fair/1": "11–14 лет", "fair/2": "Младшие", "fair/3": "11–14 лет", "fair/4": "Младшие", "fair/5": nil,
      ])
    let rows = try russian("winner", "list", "--contest", "fair", "--format", "csv").matches(of: #/fair/\d/#)
    #expect(rows.map { String($0.output) } == ["fair/2", "fair/4", "fair/1", "fair/3", "fair/5"])
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

  // MARK: Decided for itself

  @Test func `a place is withheld in one age group, which the minutes, the export and its proof tell`() throws {
    let recorded = try contest.record("--withhold", "wood:11-14/1", "--no-winner", "wood:Младшие")
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(
      try contest.winners() == [
        "wood fair/1 2 Диплом II степени", "clay fair/5 1 Диплом I степени",
      ])
    let minutes = try russian("protocol", "show", "--contest", "fair")
    #expect(minutes.contains(#/возрастная группа «Младшие» \(7–10 лет\)[^Н]*.*\n[^Н]*Победителей не определять/#))
    #expect(minutes.matches(of: /Не присуждать: I место/).count == 1)
    try laureat.must("export", "results", "--contest", "fair", "-o", "results.xml")
    let bundle = try laureat.text("results.xml")
    #expect(bundle.contains("<decision nomination=\"wood\" outcome=\"decided\"/>"))
    #expect(bundle.contains("<decision nomination=\"wood\" ageGroup=\"Младшие\" outcome=\"noWinner\"/>"))
    #expect(
      bundle.contains(
        #/<decision nomination="wood" ageGroup="11–14 лет" outcome="decided">\s*<withheld>1</withheld>/#))
    #expect(try laureat("verify", "results.xml").status == 0)
    for (told, changed) in [
      ("<withheld>1</withheld>", "<withheld>2</withheld>"),
      ("<decision nomination=\"wood\" ageGroup=\"Младшие\" outcome=\"noWinner\"/>", ""),
      ("ageGroup=\"Младшие\" outcome=\"noWinner\"", "ageGroup=\"Младшие\" outcome=\"decided\""),
    ] {
      try laureat.write(bundle.replacing(told, with: changed), to: "changed.xml")
      #expect(try laureat("verify", "changed.xml").status == 1, "\(told)")
    }
  }

  @Test func `what was withheld in an age group stays so when the next ones move up`() throws {
    #expect(try contest.record("--withhold", "wood:Младшие/1").status == 0)
    try laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "1", "--date", "2020-04-06", "--reason", "отказ")
    let answer = try laureat.run([
      "winner", "record", "--contest", "fair", "--all", "--protocol", "5", "--date", "2020-04-07", "--move-up", "wood",
      "--reason", "отказ победителя",
    ])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(
      try contest.winners() == [
        "wood fair/3 1 Диплом I степени", "wood fair/2 2 Диплом II степени", "clay fair/5 1 Диплом I степени",
      ])
    for number in ["4", "5"] {
      try laureat.must("export", "results", "--contest", "fair", "--protocol", number, "-o", "\(number).xml")
      #expect(try laureat("verify", "\(number).xml").status == 0)
    }
  }

  @Test func `a place typed into a protocol that withholds it in its age group is refused`() throws {
    #expect(try contest.record("--withhold", "wood:Младшие/1").status == 0)
    try laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "2", "--date", "2020-04-06", "--ground", "mistake",
      "--reason",
      "ошибка")
    let typed = try laureat(
      "winner", "record", "--contest", "fair", "--entry", "2", "--place", "1", "--protocol", "4", "--date", "2020-04-05"
    )
    #expect(typed.status == 1 && typed.errors.contains("GC-040-0204"), "\(typed.errors)")
  }

  @Test(arguments: [
    ("wood:Старшие/1", 1, "GC-040-0008"), ("clay:Младшие/1", 1, "GC-040-0008"), ("wood:Младшие/7", 1, "GC-040-0044"),
    ("stone:Младшие/1", 1, "GC-050-0002"), (":Младшие/1", 64, "--withhold"), ("wood:/1", 64, "--withhold"),
  ])
  func `an age group that has no such place is refused`(place: String, status: Int, answer: String) throws {
    let result = try laureat("winner", "propose", "--contest", "fair", "--withhold", place)
    #expect(Int(result.status) == status && result.errors.contains(answer), "\(result.errors)")
  }

  @Test func `where age groups compete together none is named`() throws {
    try laureat.must("contest", "edit", "fair", "--no-places-by-age-group")
    let result = try laureat("winner", "propose", "--contest", "fair", "--no-winner", "wood:Младшие")
    #expect(result.status == 1 && result.errors.contains("GC-040-0008"), "\(result.errors)")
  }

  // MARK: As a person reads it

  @Test func `an entry tells its place with the protocol, and who stands behind it`() throws {
    try laureat.must("entry", "edit", "fair/2", "--leader", "Ёлкина М. П.")
    #expect(try contest.record().status == 0)
    let text = try russian("entry", "show", "fair/2").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("Возрастная группа: Младшие") && text.contains("Руководитель: Ёлкина М. П."))
    #expect(
      text.contains(
        "1-е место, Диплом I степени, «Дерево», возрастная группа «Младшие» (7–10 лет), протокол № 4 от 05.04.2020"))
    try laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "2", "--date", "2020-04-07", "--reason", "отказ")
    let shown = try contest.office.json("entry", "show", "fair/2")
    #expect(shown["leader"] == "Ёлкина М. П." && shown["ageGroup"] == "Младшие" && shown["institution"] == .null)
    let award = shown["awards"][0]
    #expect(award["place"] == 1 && award["protocol"] == "4" && award["revokedOn"] == "2020-04-07")
    #expect(try russian("entry", "show", "fair/2").contains("отменено 07.04.2020"))
    #expect(try contest.office.json("entry", "show", "fair/5")["awards"][0]["ageGroup"] == .null)
  }

  @Test func `tables have the figures of their language, and scripts theirs`() throws {
    let ranking = try russian("ranking", "show", "--contest", "fair")
    #expect(ranking.contains("9,0000") && ranking.contains("−1,00") && !ranking.contains("9.0000"))
    #expect(try russian("winner", "propose", "--contest", "fair").contains("9,0000"))
    let standings = try contest.office.json("ranking", "show", "--contest", "fair")[0]["standings"]
    #expect(standings[0]["points"] == "9.0000" && standings[1]["zScore"] == "-1.00")
  }

  @Test func `a contest tells the ages of its groups`() throws {
    #expect(
      try russian("contest", "show", "fair").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .contains("«Дерево»: возрастные группы — «Младшие» (7–10 лет), 11–14 лет"))
  }

  @Test func `a refusal names the nomination by its title, and the entry by its number`() throws {
    func refused(_ arguments: String...) throws -> String {
      let result = try laureat.run(
        ["winner", "record", "--contest", "fair", "--protocol", "4", "--date", "2020-04-05", "--lang", "ru"] + arguments
      )
      #expect(result.status == 1)
      return result.errors
    }
    #expect(try refused("--entry", "1", "--place", "7").contains("7-е место не предусмотрено в номинации «Дерево»"))
    try laureat.must(
      "winner", "record", "--contest", "fair", "--protocol", "4", "--date", "2020-04-05", "--entry", "1", "--place", "1"
    )
    #expect(
      try refused("--entry", "1", "--place", "2").contains("у заявки fair/1 в номинации «Дерево» уже есть другое место")
    )
  }
}
