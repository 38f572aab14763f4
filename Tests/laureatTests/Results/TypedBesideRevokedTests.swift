import Testing

/// Places that are typed in beside what was decided, revoked, or recorded wrongly: every protocol of them stays proved.
struct TypedBesideRevokedTests {
  private let contest: JudgedContest

  init() throws {
    contest = try JudgedContest.scoredInOrder()
  }

  private init(_ contest: JudgedContest) { self.contest = contest }

  private func type(_ entry: String, _ place: String, _ number: String, _ day: String) throws {
    try contest.office.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", entry, "--place", place, "--protocol", number, "--date", day)
  }

  private func revoke(_ entry: String, _ day: String, _ ground: String = "other") throws {
    try contest.office.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", entry, "--date", day, "--ground", ground, "--reason", "r")
  }

  private func fifth(_ choice: String) throws {
    try contest.office.laureat.must(
      "winner", "record", "--contest", "fair", "--all", "--protocol", "5", "--date", "2020-04-07", choice, "wood",
      "--reason", "r")
  }

  private func expectProof(_ numbers: String..., line: Int = #line) throws {
    for number in numbers {
      for profile in ["full", "pseudonymised", "public"] {
        let told = try contest.office.laureat.must(
          "export", "results", "--contest", "fair", "--protocol", number, "--profile", profile)
        try contest.office.laureat.write(told.output, to: "proof.xml")
        let verdict = try contest.office.laureat("verify", "proof.xml")
        #expect(verdict.status == 0, "\(line) №\(number) \(profile): \(verdict.errors)")
      }
    }
  }

  @Test func `a protocol stays proved while what another gave turns out a mistake, and once it is typed again`() throws
  {
    try type("a", "1", "3", "2020-04-05")
    try type("b", "2", "4", "2020-04-05")
    try expectProof("3", "4")
    try revoke("b", "2020-04-06", "mistake")
    try expectProof("3", "4")
    try type("b", "2", "5", "2020-04-07")
    try expectProof("3", "4", "5")
    try revoke("a", "2020-04-08", "mistake")
    try expectProof("3", "4", "5")
    try type("a", "1", "6", "2020-04-09")
    try expectProof("3", "4", "5", "6")
  }

  @Test func `of equals who shared a place each counts, whichever of them turns out a mistake`() throws {
    var contest = try JudgedContest(
      rules: "<sharedPlaces>true</sharedPlaces>", entries: ["a": "wood", "b": "wood", "c": "wood"])
    try contest.score("j1 a 8 8", "j2 a 8 8", "j1 b 8 8", "j2 b 8 8", "j1 c 8 8", "j2 c 8 8")
    let shared = TypedBesideRevokedTests(contest)
    for (entry, number) in [("a", "3"), ("b", "4"), ("c", "4")] { try shared.type(entry, "1", number, "2020-04-05") }
    for entry in ["b", "c"] { try shared.revoke(entry, "2020-04-06", "mistake") }
    try shared.expectProof("3", "4")
  }

  @Test(arguments: [("--vacant", "b"), ("--move-up", "c")])
  func `a place typed in again is proved beside those that a decision left vacant, or handed on`(
    choice: String, entry: String
  ) throws {
    try #require(try contest.record().status == 0)
    try revoke("a", "2020-04-06")
    try fifth(choice)
    try revoke(entry, "2020-04-08", "mistake")
    try type(entry, "2", "6", "2020-04-09")
    try expectProof("4", "5", "6")
  }

  @Test func `what was typed wrongly is typed again into its own protocol`() throws {
    try #require(try contest.record().status == 0)
    try revoke("b", "2020-04-06", "mistake")
    try type("b", "2", "4", "2020-04-05")
    try expectProof("4")
    let entry = try contest.office.json("entry", "show", "fair/2")
    #expect(entry["status"] == "awarded")
    #expect(try contest.office.laureat("doctor").status == 0)
  }

  @Test(arguments: ["--vacant", "--move-up"])
  func `nothing is decided on places that were decided on`(choice: String) throws {
    try #require(try contest.record().status == 0)
    try revoke("a", "2020-04-06")
    try fifth("--move-up")
    let again = try contest.office.laureat(
      "winner", "record", "--contest", "fair", "--all", "--protocol", "6", "--date", "2020-04-08", choice, "wood",
      "--reason", "r")
    #expect(again.status == 1)
    #expect(again.errors.contains("GC-040-0308"), "\(again.errors)")
  }

  @Test func `the jury may hand on later what it had left vacant`() throws {
    try #require(try contest.record().status == 0)
    try revoke("a", "2020-04-06")
    try fifth("--vacant")
    let later = try contest.office.laureat(
      "winner", "record", "--contest", "fair", "--all", "--protocol", "6", "--date", "2020-04-08", "--move-up", "wood",
      "--reason", "r")
    #expect(later.status == 0, "\(later.errors)")
    try expectProof("4", "5", "6")
  }

  @Test func `a protocol whose sheets were corrected since goes out without them, and accuses nobody`() throws {
    try #require(try contest.record().status == 0)
    for entry in ["a", "b"] { try revoke(entry, "2020-04-06") }
    var corrected = contest
    try corrected.score("j1 a 1 1")
    try fifth("--anew")
    let exported = try contest.office.laureat.must("export", "results", "--contest", "fair", "--protocol", "4")
    #expect(exported.errors.contains("GC-040-0318"), "\(exported.errors)")
    for profile in ["full", "public"] {
      let told = try contest.office.laureat.must(
        "export", "results", "--contest", "fair", "--protocol", "4", "--profile", profile
      ).output
      #expect(!told.contains("<scoreSheet"))
      #expect(!told.contains("<jurorScore"))
      #expect(told.contains("<earlierPlace place=\"1\" protocol=\"4\""))
      try contest.office.laureat.write(told, to: "fourth.xml")
      let verdict = try contest.office.laureat("verify", "fourth.xml", "--json")
      #expect(try verdict.json()["diagnostics"].map("code") == ["GC-040-0318"])
    }
    let fifth = try contest.office.laureat("export", "results", "--contest", "fair", "--protocol", "5")
    #expect(!fifth.errors.contains("GC-040-0318"))
    try expectProof("5")
  }
}
