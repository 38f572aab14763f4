import Testing

/// What printed minutes say of places that were taken back, when more has happened since.
struct RevocationMinutesTests {
  private func contest(rules: String = "<tieBreak>vote</tieBreak>", best: String = "8 8") throws -> JudgedContest {
    var contest = try JudgedContest(
      rules: rules, entries: ["a": "wood", "b": "wood", "c": "wood", "d": "wood", "e": "clay"])
    try contest.score(
      "j1 a \(best)", "j2 a \(best)", "j1 b 8 8", "j2 b 8 8", "j1 c 7 7", "j2 c 7 7", "j1 d 6 6", "j2 d 6 6",
      "j1 e 5 5", "j2 e 5 5")
    try #require(try contest.record().status == 0)
    return contest
  }

  private func revoke(_ contest: JudgedContest, _ entry: String, _ day: String) throws {
    try contest.office.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", entry, "--date", day, "--reason", "r")
  }

  private func decide(_ contest: JudgedContest, _ number: String, _ day: String, _ choice: String) throws {
    try contest.office.laureat.must(
      "winner", "record", "--contest", "fair", "--all", "--protocol", number, "--date", day, choice, "wood", "--reason",
      "решение комиссии")
  }

  private func printed(_ office: Office, _ number: String, _ language: String = "ru") throws -> String {
    try office.laureat.must(
      "protocol", "--contest", "fair", "--protocol", number, "--format", "html", "--lang", language
    ).output.replacing("\u{A0}", with: " ")
  }

  @Test func `minutes keep to whom a place went, and one place is told vacant once`() throws {
    let contest = try contest(best: "9 9")
    let region = try Office("region", title: "Министерство")
    for what in ["announcement", "applications", "results"] {
      #expect(try region.take(try contest.office.send(what, "--contest", "fair")).status == 0)
    }
    for (entry, day, number, decided, choice) in [
      ("a", "2020-04-06", "5", "2020-04-07", "--move-up"), ("b", "2020-04-08", "6", "2020-04-09", "--vacant"),
    ] {
      try revoke(contest, entry, day)
      try decide(contest, number, decided, choice)
      let document = try contest.office.send("results", "--contest", "fair", "--protocol", number)
      #expect(try region.take(document).status == 0)
    }
    for office in [contest.office, region] {
      let fifth = try printed(office, "5")
      #expect(fifth.contains("; место переходит: заявка № 2 (отменено 8 апреля 2020 г.)"), "\(office.id)")
      #expect(!fifth.contains("никому не перешло"))
      #expect(try printed(office, "5", "en").contains("; the place goes to entry No. 2 (taken back on 8 April 2020)"))
      let sixth = try printed(office, "6")
      #expect(sixth.contains("; место перешло по протоколу № 5"), "\(office.id)")
      #expect(sixth.matches(of: /место остаётся свободным/).count == 1, "\(office.id)")
      #expect(try printed(office, "6", "en").contains("; the place went on by minutes No. 5"))
    }
  }

  @Test(arguments: ["--vacant", "--move-up"])
  func `a place that others share stays with them`(choice: String) throws {
    let contest = try contest(rules: "<sharedPlaces>true</sharedPlaces>")
    try revoke(contest, "a", "2020-04-06")
    try decide(contest, "5", "2020-04-07", choice)
    let fifth = try printed(contest.office, "5")
    #expect(fifth.contains("; место сохраняет: заявка № 2"), "\(fifth)")
    #expect(!fifth.contains("остаётся свободным") && !fifth.contains("никому не перешло"))
    #expect(try printed(contest.office, "5", "en").contains("; the place stays with entry No. 2"))
  }

  @Test func `a place is lost at the receiver on the day on which it was taken back`() throws {
    let contest = try contest(best: "9 9")
    let region = try Office("region", title: "Министерство")
    for what in ["announcement", "applications", "results"] {
      #expect(try region.take(try contest.office.send(what, "--contest", "fair")).status == 0)
    }
    try revoke(contest, "a", "2020-04-06")
    try decide(contest, "5", "2020-04-07", "--move-up")
    let document = try contest.office.send("results", "--contest", "fair", "--protocol", "5")
    #expect(try region.take(document).status == 0)
    for office in [contest.office, region] {
      let last = try #require(try office.json("entry", "show", "fair/1")["history"].list.last)
      #expect(last["status"] == "participated")
      #expect(last["date"] == "2020-04-06", "\(office.id)")
    }
  }
}
