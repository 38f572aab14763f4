import Testing

/// Revoked places where a participant may win once.
struct OneWinRevocationTests {
  private static let once = "<tieBreak>vote</tieBreak><oneWinPerParticipant>true</oneWinPerParticipant>"

  /// Иванов stands behind the best of «wood», and of «clay».
  private func contest() throws -> JudgedContest {
    var contest = try JudgedContest(
      rules: Self.once, entries: ["a": "wood", "b": "wood", "c": "wood", "d": "clay", "e": "clay", "f": "clay"],
      people: ["a": "Иванов Иван", "d": "Иванов Иван"])
    try contest.score(
      "j1 a 9 9", "j2 a 9 9", "j1 b 8 8", "j2 b 8 8", "j1 c 7 7", "j2 c 7 7", "j1 d 9 9", "j2 d 9 9", "j1 e 8 8",
      "j2 e 8 8", "j1 f 7 7", "j2 f 7 7")
    try #require(try contest.record().status == 0)
    try #require(try places(contest) == ["1 1 №4", "2 2 №4", "5 1 №4", "6 2 №4"])
    return contest
  }

  private func places(_ contest: JudgedContest) throws -> [String] {
    try contest.office.json("winner", "list", "--contest", "fair").list.map { winner in
      "\(winner["entry"].string?.suffix(1) ?? "") \(winner["place"].int ?? 0) №\(winner["protocol"].string ?? "")"
    }
  }

  private func revoke(_ contest: JudgedContest, _ entry: String, _ day: String = "2020-04-06") throws {
    try contest.office.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", entry, "--date", day, "--reason", "чужая работа")
  }

  private func round(_ contest: JudgedContest, _ number: String, _ day: String, _ choices: String...) throws {
    let recorded = try contest.office.laureat.run(
      ["winner", "record", "--contest", "fair", "--all", "--protocol", number, "--date", day, "--reason", "r"] + choices
    )
    try #require(recorded.status == 0, "\(recorded.errors)")
  }

  private func expectProof(_ contest: JudgedContest, _ numbers: String...) throws {
    for number in numbers {
      for profile in ["full", "pseudonymised", "public"] {
        let told = try contest.office.laureat.must(
          "export", "results", "--contest", "fair", "--protocol", number, "--profile", profile)
        try contest.office.laureat.write(told.output, to: "proof.xml")
        let verdict = try contest.office.laureat("verify", "proof.xml")
        #expect(verdict.status == 0, "\(number) \(profile): \(verdict.errors)")
      }
    }
  }

  @Test func `a win that was taken back frees its participant, decided on in one protocol or in two`() throws {
    let together = try contest()
    for entry in ["a", "e"] { try revoke(together, entry) }
    try round(together, "5", "2020-04-07", "--vacant", "wood", "--move-up", "clay")
    #expect(try places(together) == ["2 2 №4", "4 1 №5", "6 2 №4"])
    try expectProof(together, "4", "5")

    let apart = try contest()
    try revoke(apart, "a")
    try round(apart, "5", "2020-04-07", "--vacant", "wood")
    try revoke(apart, "e", "2020-04-08")
    try round(apart, "6", "2020-04-09", "--move-up", "clay")
    #expect(try places(apart) == ["2 2 №4", "4 1 №6", "6 2 №4"])
    // What was taken back stays vacant, though its participant has won elsewhere by now.
    try revoke(apart, "b", "2020-04-10")
    try round(apart, "7", "2020-04-11", "--vacant", "wood")
    #expect(try places(apart) == ["4 1 №6", "6 2 №4"])
    try expectProof(apart, "4", "5", "6", "7")
  }

  @Test func `places beside a vacant one stay with whom they were given to, though an earlier win is gone`() throws {
    let contest = try contest()
    // Иванов was passed over in «clay» for the win that is taken back now.
    try revoke(contest, "a")
    try round(contest, "5", "2020-04-07", "--vacant", "wood")
    try revoke(contest, "e", "2020-04-08")
    try round(contest, "6", "2020-04-09", "--vacant", "clay")
    #expect(try places(contest) == ["2 2 №4", "6 2 №4"])
    try expectProof(contest, "4", "5", "6")
  }

  @Test func `places that were typed into two protocols are proved where a participant may win once`() throws {
    var contest = try JudgedContest(rules: Self.once, entries: ["a": "wood", "b": "wood", "c": "wood", "e": "clay"])
    try contest.score(
      "j1 a 9 9", "j2 a 9 9", "j1 b 8 8", "j2 b 8 8", "j1 c 7 7", "j2 c 7 7", "j1 e 5 5", "j2 e 5 5")
    for (entry, place, number, day) in [("a", "1", "3", "2020-04-05"), ("b", "2", "4", "2020-04-06")] {
      try contest.office.laureat.must(
        "winner", "record", "--contest", "fair", "--entry", entry, "--place", place, "--protocol", number, "--date", day
      )
    }
    try expectProof(contest, "3", "4")
  }

  @Test func `of equals of one participant the one submitted first counts, and whichever is stated is proved`() throws {
    var contest = try JudgedContest(
      rules: "<sharedPlaces>true</sharedPlaces><oneWinPerParticipant>true</oneWinPerParticipant>",
      entries: ["z": "wood", "m": "wood", "a": "wood", "d": "wood"], people: ["z": "Петров Пётр", "a": "Петров Пётр"])
    try contest.score(
      "j1 z 8 8", "j2 z 8 8", "j1 m 8 8", "j2 m 8 8", "j1 a 8 8", "j2 a 8 8", "j1 d 9 9", "j2 d 9 9")
    let proposed = try contest.office.json("winner", "propose", "--contest", "fair")
    #expect(proposed[0]["awards"].map("id") == ["d", "m", "z"])
    #expect(
      proposed[0]["omitted"].list.map { "\($0["entry"].string ?? "") \($0["reason"].string ?? "")" } == [
        "fair/3 anotherCounts"
      ])
    let page = try contest.office.laureat.must("winner", "propose", "--contest", "fair", "--lang", "ru").output
    #expect(page.contains("поданная раньше"), "\(page)")
    try #require(try contest.record().status == 0)
    #expect(try places(contest) == ["4 1 №4", "1 2 №4", "2 2 №4"])
    try expectProof(contest, "4")
    // The jury may have taken the other: either is lawful.
    var bundle = try contest.office.laureat.must("export", "results", "--contest", "fair").output.unsealed
    let award = try #require(bundle.firstMatch(of: /<award place="2">.*?<\/outOf>/.dotMatchesNewlines()))
    try #require(bundle[..<award.range.lowerBound].contains("<result id=\"z\">"))
    let given = String(award.output)
    bundle.removeSubrange(award.range)
    let taker = try #require(bundle.firstRange(of: "<result id=\"a\">"))
    let end = try #require(bundle[taker.upperBound...].firstRange(of: "</result>"))
    bundle.insert(contentsOf: given, at: end.lowerBound)
    try contest.office.laureat.write(bundle, to: "other.xml")
    let verdict = try contest.office.laureat("verify", "other.xml")
    #expect(verdict.status == 0, "\(verdict.errors)")
    // Both is against the rules.
    let both = bundle.replacing(/(<result id="z">.*?<sharedParticipant>1<\/sharedParticipant>)/.dotMatchesNewlines()) {
      "\($0.output.1)\(given)"
    }
    try #require(both != bundle)
    try contest.office.laureat.write(both, to: "both.xml")
    #expect(try contest.office.laureat("verify", "both.xml").errors.contains("GC-040-0316"))
  }
}
