import Testing

/// Revoked places where a participant may win once.
struct OneWinRevocationTests {
  private static let once = "<tieBreak>vote</tieBreak><oneWinPerParticipant>true</oneWinPerParticipant>"

  private func places(_ contest: JudgedContest) throws -> [String] {
    try contest.office.json("winner", "list", "--contest", "fair").list.map { winner in
      "\(winner["entry"].string?.suffix(1) ?? "") \(winner["place"].int ?? 0) №\(winner["protocol"].string ?? "")"
    }
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
    var bundle = try contest.office.laureat.must("export", "results", "--contest", "fair").output
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
