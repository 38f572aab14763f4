import Testing

/// Revoked places where a participant may win once.
struct OneWinRevocationTests {
  private static let once = "<tieBreak>vote</tieBreak><oneWinPerParticipant>true</oneWinPerParticipant>"

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
}
