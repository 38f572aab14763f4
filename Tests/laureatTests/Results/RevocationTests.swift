import Foundation
import SeededGenerator
import Testing

/// What becomes of a nomination when a place in it is taken back, and how that is proved.
struct RevocationTests {
  private func contest(rules: String = "<tieBreak>vote</tieBreak>") throws -> JudgedContest {
    var contest = try JudgedContest(
      rules: rules, entries: ["a": "wood", "b": "wood", "c": "wood", "d": "wood", "e": "clay"])
    try contest.score(
      "j1 a 9 9", "j2 a 9 9", "j1 b 8 8", "j2 b 8 8", "j1 c 7 7", "j2 c 7 7", "j1 d 6 6", "j2 d 6 6", "j1 e 5 5",
      "j2 e 5 5")
    return contest
  }

  private func revoke(_ contest: JudgedContest, _ entry: String, _ more: String...) throws {
    let result = try contest.office.laureat.run(
      [
        "winner", "revoke", "--contest", "fair", "--entry", entry, "--reason", "работа Зарубиной чужая",
      ] + (more.contains("--date") ? [] : ["--date", "2020-04-06"]) + more)
    try #require(result.status == 0, "\(result.errors)")
  }

  private func fifth(_ contest: JudgedContest, _ more: String...) throws -> Command.Result {
    try contest.office.laureat.run(
      ["winner", "record", "--contest", "fair", "--all", "--protocol", "5", "--date", "2020-04-07"] + more)
  }

  private func places(_ contest: JudgedContest) throws -> [String] {
    try contest.office.json("winner", "list", "--contest", "fair").list.map { winner in
      "\(winner["entry"].string?.suffix(1) ?? "") \(winner["place"].int ?? 0) №\(winner["protocol"].string ?? "")"
    }
  }

  private func expectProof(_ contest: JudgedContest, _ numbers: String..., comment: String = "") throws {
    let laureat = contest.office.laureat
    for number in numbers {
      for profile in ["full", "pseudonymised", "public"] {
        let name = "\(number)-\(profile).xml"
        try laureat.must(
          "export", "results", "--contest", "fair", "--protocol", number, "--profile", profile, "-o", name)
        let verdict = try laureat("verify", name)
        #expect(verdict.status == 0, "\(comment) \(name): \(verdict.errors)")
      }
    }
  }

  @Test func `a revoked place is told with its ground and without its words, and the protocol stays proved`() throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    try revoke(contest, "a", "--ground", "violation")
    try expectProof(contest, "4")
    let bundle = try contest.office.laureat.text("4-full.xml")
    #expect(
      bundle.contains("<earlierPlace place=\"1\" protocol=\"4\" revokedOn=\"2020-04-06\" ground=\"violation\"/>"))
    #expect(!bundle.contains("Зарубин"))
    // Without the word of it, the place is missed.
    try contest.office.laureat.write(bundle.replacing(/<earlierPlace .*?\/>/, with: ""), to: "silent.xml")
    #expect(try contest.office.laureat("verify", "silent.xml").errors.contains("GC-040-0316"))
  }

  @Test func `nothing is decided after a revocation until the jury says what becomes of the place`() throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    try revoke(contest, "b")
    let before = try places(contest)
    let unsaid = try fifth(contest)
    #expect(unsaid.status == 1)
    #expect(unsaid.errors.contains("GC-040-0307"), "\(unsaid.errors)")
    #expect(unsaid.errors.contains("--move-up wood"))
    #expect(try fifth(contest, "--move-up", "wood").status == 64)
    #expect(try fifth(contest, "--reason", "r").status == 64)
    #expect(try fifth(contest, "--move-up", "wood", "--vacant", "wood", "--reason", "r").status == 64)
    #expect(try fifth(contest, "--move-up", "clay", "--reason", "r").errors.contains("GC-040-0308"))
    #expect(try fifth(contest, "--anew", "wood", "--reason", "r").errors.contains("GC-040-0309"))
    let same = try contest.record("--move-up", "wood", "--reason", "r")
    #expect(same.status == 1)
    #expect(same.errors.contains("GC-040-0046"), "\(same.errors)")
    #expect(try places(contest) == before)
  }

  @Test func `the next ones move up, and both protocols are proved`() throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    try revoke(contest, "b", "--ground", "declined")
    let recorded = try fifth(contest, "--move-up", "wood", "--reason", "призёр отказался")
    #expect(recorded.status == 0, "\(recorded.errors)")
    // The first place stands, and the third gets what became free.
    #expect(try places(contest) == ["1 1 №4", "3 2 №5", "5 1 №4"])
    try expectProof(contest, "4", "5")
    let bundle = try contest.office.laureat.text("5-full.xml")
    #expect(
      bundle.contains(/<decision nomination="wood" outcome="decided" revokedPlaces="movedUp">\s*<note>призёр отказался/)
    )
    #expect(bundle.contains("<earlierPlace place=\"1\" protocol=\"4\"/>"))
    #expect(!bundle.contains("<decision nomination=\"clay\""))
    // Had somebody else got the place, it would be found.
    let forged = bundle.replacing("<award place=\"2\">", with: "<award place=\"8\">")
    try contest.office.laureat.write(forged, to: "forged.xml")
    #expect(try contest.office.laureat("verify", "forged.xml").errors.contains("GC-040-0316"))
    // It is over: nothing is asked again, and the revocation is taken back after what followed from it.
    #expect(try fifth(contest, "--move-up", "wood", "--reason", "r").status == 1)
    let events = try contest.office.json("history").list
    let revocation = try #require(events.last { $0["kind"] == "winner.revoke" }?["id"].int)
    #expect(try contest.office.laureat("undo", String(revocation)).errors.contains("GC-010-0012"))
    #expect(try contest.office.laureat("doctor").status == 0)
  }

  @Test func `who holds a lower place moves up too, and the protocols of both places are proved`() throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    try revoke(contest, "a")
    #expect(try fifth(contest, "--move-up", "wood", "--reason", "r").status == 0)
    #expect(try places(contest) == ["2 1 №5", "3 2 №5", "5 1 №4"])
    try expectProof(contest, "4", "5")
    #expect(
      try contest.office.laureat.text("4-full.xml").contains(
        "<earlierPlace place=\"2\" protocol=\"4\" revokedOn=\"2020-04-07\" ground=\"moved\"/>"))
    // And once more: both that lost a place compete no longer.
    try revoke(contest, "b", "--date", "2020-04-08")
    let sixth = try contest.office.laureat(
      "winner", "record", "--contest", "fair", "--all", "--protocol", "6", "--date", "2020-04-09", "--move-up", "wood",
      "--reason", "r")
    #expect(sixth.status == 0, "\(sixth.errors)")
    #expect(try places(contest) == ["3 1 №6", "4 2 №6", "5 1 №4"])
    try expectProof(contest, "4", "5", "6")
  }

  @Test func `the minutes of a new decision tell what it decides, and that the rest stands`() throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    try revoke(contest, "b")
    #expect(try fifth(contest, "--move-up", "wood", "--reason", "призёр отказался").status == 0)
    func minutes(_ number: String) throws -> String {
      try contest.office.laureat.must("protocol", "--contest", "fair", "--protocol", number, "--lang", "ru").output
        .plain
        .replacing("─", with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let fifth = try minutes("5")
    #expect(fifth.contains("Номинация «Дерево»") && !fifth.contains("Номинация «Глина»"), "\(fifth)")
    #expect(fifth.contains("I место протокол № 4"), "\(fifth)")
    #expect(fifth.contains("Остаются в силе: — I место, Диплом I степени — заявка № 1"), "\(fifth)")
    #expect(fifth.contains("Остальные номинации Места по протоколу № 4 остаются в силе."), "\(fifth)")
    #expect(!fifth.contains("Мест этим протоколом не присуждено"))
    #expect(fifth.components(separatedBy: "призёр отказался").count == 2, "\(fifth)")
    let told = try contest.office.json("protocol", "--contest", "fair", "--protocol", "5")
    #expect(told["parts"].map("nomination") == ["wood"])
    #expect(told["parts"][0]["kept"].map("protocol") == ["4"])
    // The minutes before it stay as they are.
    #expect(try minutes("4").contains("Номинация «Глина»"))
    #expect(!(try minutes("4").contains("Остаются в силе")))
  }

  @Test func `an age group in which nothing was taken back is told in one sentence`() throws {
    var contest = try JudgedContest(
      rules: "<placesByAgeGroup>true</placesByAgeGroup>", entries: ["a": "wood", "b": "wood", "c": "wood", "d": "clay"])
    let laureat = contest.office.laureat
    try laureat.must(
      "contest", "edit", "fair", "--age-group", "wood:7-10=Младшие", "--age-group", "wood:11-14=Старшие")
    for (entry, group) in [("1", "Младшие"), ("2", "Младшие"), ("3", "Старшие")] {
      try laureat.must("entry", "edit", "fair/\(entry)", "--age-group", group)
    }
    try contest.score(
      "j1 a 9 9", "j2 a 9 9", "j1 b 8 8", "j2 b 8 8", "j1 c 7 7", "j2 c 7 7", "j1 d 6 6", "j2 d 6 6")
    #expect(try contest.record().status == 0)
    try revoke(contest, "a")
    #expect(try fifth(contest, "--move-up", "wood", "--reason", "работа снята").status == 0)
    let words = try laureat.must("protocol", "--contest", "fair", "--protocol", "5", "--lang", "ru").output.plain
      .replacing("─", with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("«Старшие» (11–14 лет) Места по протоколу № 4 остаются в силе."), "\(words)")
    #expect(words.components(separatedBy: "работа снята").count == 2, "\(words)")
    #expect(!words.contains("Группа c"))
  }

  @Test func `the place stays vacant, and nobody else's changes`() throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    try revoke(contest, "a", "--ground", "violation")
    let recorded = try fifth(contest, "--vacant", "wood", "--reason", "нарушены правила")
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(try places(contest) == ["2 2 №4", "5 1 №4"])
    let events = try contest.office.json("history").list
    let revocation = try #require(events.last { $0["kind"] == "winner.revoke" }?["id"].int)
    #expect(try contest.office.laureat("undo", String(revocation)).errors.contains("GC-010-0012"))
    try expectProof(contest, "4", "5")
  }

  @Test func `a nomination all of whose places are revoked is decided anew, with everybody`() throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    for entry in ["a", "b"] { try revoke(contest, entry) }
    #expect(try fifth(contest).errors.contains("GC-040-0307"))
    let recorded = try fifth(contest, "--anew", "wood", "--reason", "пересмотр")
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(try places(contest) == ["1 1 №5", "2 2 №5", "5 1 №4"])
    try expectProof(contest, "4", "5")
  }

  @Test func `what was recorded by mistake had never been given`() throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    try revoke(contest, "e", "--ground", "mistake")
    let recorded = try contest.office.laureat(
      "winner", "record", "--contest", "fair", "--entry", "e", "--place", "1", "--protocol", "6", "--date",
      "2020-04-06")
    #expect(recorded.status == 0, "\(recorded.errors)")
    try expectProof(contest, "4", "6")
    #expect(
      try contest.office.laureat(
        "winner", "revoke", "--contest", "fair", "--entry", "e", "--date", "2020-04-06", "--reason", "r", "--ground",
        "moved"
      ).status == 64)
  }

  @Test func `equals who contend for what became free are decided between`() throws {
    var contest = try JudgedContest(
      rules: "<tieBreak>vote</tieBreak>", entries: ["a": "wood", "b": "wood", "c": "wood", "d": "wood", "e": "wood"])
    try contest.score(
      "j1 a 9 9", "j2 a 9 9", "j1 b 8 8", "j2 b 8 8", "j1 c 1 1", "j2 c 1 1", "j1 d 6 6", "j2 d 6 6", "j1 e 6 6",
      "j2 e 6 6")
    #expect(try contest.record().status == 0)
    let tie = ["jury", "tie", "--contest", "fair", "--nomination", "wood", "--method", "vote", "--order", "e,d"]
    #expect(try contest.office.laureat.run(tie).errors.contains("GC-010-0009"))
    try revoke(contest, "b")
    let undecided = try fifth(contest, "--move-up", "wood", "--reason", "r")
    #expect(undecided.errors.contains("GC-040-0301"), "\(undecided.errors)")
    #expect(try contest.office.laureat.run(tie).status == 0)
    #expect(try fifth(contest, "--move-up", "wood", "--reason", "r").status == 0)
    #expect(try places(contest) == ["1 1 №4", "5 2 №5"])
    try expectProof(contest, "4", "5")
  }

  @Test func `what was revoked on the day of a decision, but after it, stood when that was taken`() throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    try revoke(contest, "b", "--date", "2020-04-07")
    #expect(try fifth(contest, "--move-up", "wood", "--reason", "r").status == 0)
    try revoke(contest, "a", "--date", "2020-04-07")
    try expectProof(contest, "4", "5")
    let unsaid = try round(contest, "6", "2020-04-07")
    #expect(unsaid.errors.contains("GC-040-0307"), "\(unsaid.errors)")
    #expect(try round(contest, "6", "2020-04-07", "--move-up", "wood", "--reason", "r").status == 0)
    #expect(try places(contest) == ["3 1 №6", "4 2 №6", "5 1 №4"])
    try expectProof(contest, "4", "5", "6")
  }

  @Test func `a revocation and what answers it keep to the order of their days`() throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    try contest.office.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "a", "--nomination", "jury", "--prize", "Приз жюри",
      "--protocol", "4", "--date", "2020-04-05")
    let before = try places(contest)
    for (day, nomination) in [("2020-04-04", "wood"), ("2999-01-01", "wood"), ("2020-04-04", "jury")] {
      let refused = try contest.office.laureat(
        "winner", "revoke", "--contest", "fair", "--entry", "a", "--nomination", nomination, "--reason", "r", "--date",
        day)
      #expect(refused.status == 1)
      #expect(refused.errors.contains("GC-040-0203"), "\(refused.errors)")
    }
    #expect(try places(contest) == before)
    try revoke(contest, "b", "--date", "2020-04-08")
    #expect(try fifth(contest, "--vacant", "wood", "--reason", "r").errors.contains("GC-040-0203"))
    #expect(try round(contest, "5", "2020-04-09", "--vacant", "wood", "--reason", "r").status == 0)
    let late = try contest.office.laureat(
      "winner", "revoke", "--contest", "fair", "--entry", "a", "--nomination", "wood", "--reason", "r", "--date",
      "2020-04-08")
    #expect(late.errors.contains("GC-040-0203"), "\(late.errors)")
  }

  @Test func `a prize that was revoked later had been won when a protocol passed its entry over`() throws {
    let contest = try contest(rules: "<oneWinPerParticipant>true</oneWinPerParticipant>")
    let prize = ["--contest", "fair", "--entry", "a", "--nomination", "jury"]
    try contest.office.laureat.must(
      ["winner", "record"] + prize + ["--prize", "Приз жюри", "--protocol", "1", "--date", "2020-04-04"])
    #expect(try contest.record().status == 0)
    #expect(try places(contest).contains("2 1 №4"))
    try contest.office.laureat.must(["winner", "revoke"] + prize + ["--date", "2020-04-06", "--reason", "r"])
    try expectProof(contest, "1", "4")
  }

  @Test func `what was lost before the others moved up is not vacant again`() throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    try revoke(contest, "a")
    #expect(try fifth(contest, "--move-up", "wood", "--reason", "r").status == 0)
    try revoke(contest, "b", "--date", "2020-04-08")
    let vacant = try round(contest, "6", "2020-04-09", "--vacant", "wood", "--reason", "r")
    #expect(vacant.status == 0, "\(vacant.errors)")
    #expect(try places(contest) == ["3 2 №5", "5 1 №4"])
    try expectProof(contest, "4", "5", "6")
    #expect(try contest.office.laureat.text("6-full.xml").contains("ground=\"other\" movedUpBy=\"5\"/>"))
  }

  @Test func `a place that was typed in contradicts no decision`() throws {
    let contest = try contest()
    #expect(try contest.record("--withhold", "wood/2").status == 0)
    let typed = ["winner", "record", "--contest", "fair", "--entry", "c", "--place", "2"]
    let withheld = try contest.office.laureat.run(typed + ["--protocol", "4", "--date", "2020-04-05"])
    #expect(withheld.status == 1)
    #expect(withheld.errors.contains("GC-040-0204"), "\(withheld.errors)")
    try revoke(contest, "a")
    let unsaid = try contest.office.laureat.run(typed + ["--protocol", "5", "--date", "2020-04-07"])
    #expect(unsaid.errors.contains("GC-040-0307"), "\(unsaid.errors)")
    #expect(try places(contest) == ["5 1 №4"])
  }

  @Test func `places that were typed into two protocols are proved by both`() throws {
    let contest = try contest()
    for (entry, place, number, day) in [("a", "1", "3", "2020-04-05"), ("b", "2", "4", "2020-04-06")] {
      try contest.office.laureat.must(
        "winner", "record", "--contest", "fair", "--entry", entry, "--place", place, "--protocol", number, "--date", day
      )
    }
    try expectProof(contest, "3", "4")
  }

  @Test func `equals are decided between once, in whatever order and by whatever names`() throws {
    var contest = try JudgedContest(
      rules: "<tieBreak>vote</tieBreak>", entries: ["a": "wood", "b": "wood", "c": "wood", "d": "wood"])
    try contest.score(
      "j1 a 6 6", "j2 a 6 6", "j1 b 6 6", "j2 b 6 6", "j1 c 6 6", "j2 c 6 6", "j1 d 6 6", "j2 d 6 6")
    for (order, isFirst) in [("c,b", true), ("b,c", false), ("d,a", false)] {
      let tie = try contest.office.laureat(
        "jury", "tie", "--contest", "fair", "--nomination", "wood", "--method", "vote", "--order", order,
        "--rest-below",
        "--reason", "r")
      #expect(tie.status == 0, "\(tie.errors)")
      #expect(tie.errors.contains("GC-040-0046") != isFirst, "\(order): \(tie.errors)")
    }
    #expect(try contest.record().status == 0)
    #expect(try places(contest) == ["4 1 №4", "1 2 №4"])
  }

  @Test func `the help names no value that is refused`() throws {
    let laureat = try Command()
    #expect(try !laureat("winner", "revoke", "--help").output.contains("moved"))
    #expect(try !laureat("jury", "tie", "--help").output.contains("criterionOrder"))
  }

  private func round(
    _ contest: JudgedContest, _ number: String, _ day: String, _ more: String...
  ) throws -> Command.Result {
    try contest.office.laureat.run(
      ["winner", "record", "--contest", "fair", "--all", "--protocol", number, "--date", day] + more)
  }

  @Test(arguments: 0..<6)
  func `whatever is revoked in a random contest, every protocol stays proved`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    let once = seed.isMultiple(of: 2) ? "<oneWinPerParticipant>true</oneWinPerParticipant>" : ""
    let shared = Bool.random(using: &dice) ? "<sharedPlaces>true</sharedPlaces>" : "<tieBreak>vote</tieBreak>"
    let entries: KeyValuePairs = [
      "a": "wood", "b": "wood", "c": "wood", "d": "wood", "e": "clay", "f": "clay", "g": "clay",
    ]
    // Some stand behind entries of both nominations.
    var contest = try JudgedContest(
      rules: shared + once, entries: entries,
      people: ["a": "Иванов Иван", "e": "Иванов Иван", "c": "Петров Пётр", "f": "Петров Пётр"])
    // No equals: somebody would have to decide between them.
    for (points, entry) in zip((1...7).shuffled(using: &dice), entries.map(\.key)) {
      try contest.score("j1 \(entry) \(points) \(points)", "j2 \(entry) \(points) \(points)")
    }
    #expect(try contest.record().status == 0)
    var numbers = ["4"]
    for step in 0..<3 {
      let held = try contest.office.json("winner", "list", "--contest", "fair").list
      let fallen = held.shuffled(using: &dice).prefix(Int.random(in: 1...2, using: &dice))
      if fallen.isEmpty { break }
      let day = "2020-04-0\(7 + step / 2)"
      for winner in fallen { try revoke(contest, winner["entry"].string ?? "", "--date", day) }
      for number in numbers { try expectProof(contest, number, comment: "\(seed) \(step)") }
      var arguments: [String] = []
      for nomination in Set(fallen.compactMap { $0["nomination"].string }).sorted() {
        arguments += [["--move-up", "--vacant"].randomElement(using: &dice) ?? "--vacant", nomination]
      }
      let number = String(5 + step)
      let recorded = try contest.office.laureat.run(
        ["winner", "record", "--contest", "fair", "--all", "--protocol", number, "--date", day, "--reason", "r"]
          + arguments)
      guard recorded.status == 0 else {
        // Where nobody may win twice, what became free may change places that stand.
        #expect(recorded.errors.contains("GC-040-0309"), "\(seed) \(step): \(recorded.errors)")
        break
      }
      numbers.append(number)
      for number in numbers { try expectProof(contest, number, comment: "\(seed) \(step) \(arguments)") }
    }
    #expect(numbers.count > 1, "\(seed)")
  }

  private func printed(_ contest: JudgedContest, _ number: String, _ more: String...) throws -> String {
    try contest.office.laureat.must(
      ["protocol", "--contest", "fair", "--protocol", number, "--format", "html"]
        + (more.contains("--lang") ? [] : ["--lang", "ru"]) + more
    ).output.replacing("\u{A0}", with: " ")
  }

  @Test(arguments: [
    ("--move-up", "; место переходит: заявка № 3"), ("--vacant", "; место остаётся свободным"),
    ("--anew", "; номинация решена заново"),
  ])
  func `both protocols print what was taken back, and the later one what became of it`(
    choice: String, sequel: String
  ) throws {
    let contest = try contest()
    #expect(try contest.record().status == 0)
    #expect(!(try printed(contest, "4").contains("отменено")))
    try revoke(contest, "b", "--ground", "violation")
    if choice == "--anew" { try revoke(contest, "a", "--ground", "declined") }
    #expect(try fifth(contest, choice, "wood", "--reason", "решение комиссии").status == 0)
    for profile in ["full", "public"] {
      let first = try printed(contest, "4", "--profile", profile)
      #expect(first.contains("Присуждено этим протоколом и позднее отменено:"))
      #expect(first.contains("II место (отменено)"))
      #expect(first.contains("отменено 6 апреля 2020 г.: нарушение положения)"))
      let second = try printed(contest, "5", "--profile", profile)
      #expect(second.contains("Ранее присуждено и отменено:"))
      #expect(second.contains("(протокол № 4, отменено 6 апреля 2020 г.: нарушение положения)" + sequel))
      // The words of the reason name somebody.
      #expect(!(first + second).contains("Зарубин"))
    }
    let revoked = try contest.office.json("protocol", "--contest", "fair", "--protocol", "5")["parts"].list
      .flatMap { $0["revoked"].list }
    #expect(revoked.contains { $0["entry"] == 2 && $0["place"] == 2 && $0["ground"] == "violation" })
    let english = try printed(contest, "5", "--lang", "en")
    #expect(english.contains("(minutes No. 4, taken back on 6 April 2020: the rules were broken)"))
    let text = try contest.office.laureat.must("protocol", "--contest", "fair", "--protocol", "4").output
    #expect(text.contains("taken back"))
  }
}
