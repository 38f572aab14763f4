import Testing

/// What becomes of a revoked place where age groups have places of their own.
struct AgeGroupRevocationTests {
  private let contest: JudgedContest

  init() throws {
    var contest = try JudgedContest(
      rules: "<tieBreak>vote</tieBreak><placesByAgeGroup>true</placesByAgeGroup>",
      entries: ["a": "wood", "b": "wood", "c": "wood", "d": "wood", "e": "wood", "f": "wood"],
      groups: [
        "a": "Младшие", "b": "Младшие", "c": "Младшие", "d": "11–14 лет", "e": "11–14 лет", "f": "11–14 лет",
      ])
    try contest.score(
      "j1 a 9 9", "j2 a 9 9", "j1 b 8 8", "j2 b 8 8", "j1 c 7 7", "j2 c 7 7", "j1 d 9 9", "j2 d 9 9", "j1 e 8 8",
      "j2 e 8 8", "j1 f 7 7", "j2 f 7 7")
    try #require(try contest.record().status == 0)
    self.contest = contest
  }

  private func revoke(_ entry: String, _ day: Int) throws {
    try contest.office.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", entry, "--date", "2020-04-\(day)", "--ground", "declined",
      "--reason", "r")
  }

  private func record(_ number: String, _ day: Int, _ more: String...) throws -> Command.Result {
    try contest.office.laureat.run(
      [
        "winner", "record", "--contest", "fair", "--all", "--protocol", number, "--date", "2020-04-\(day)", "--reason",
        "r", "--lang", "ru",
      ] + more)
  }

  /// As «entry place protocol».
  private func places() throws -> [String] {
    try contest.office.json("winner", "list", "--contest", "fair").list.map { winner in
      "\(winner["entry"].string?.suffix(1) ?? "") \(winner["place"].int ?? 0) №\(winner["protocol"].string ?? "")"
    }.sorted()
  }

  private func expectProof(_ numbers: String...) throws {
    for number in numbers {
      try contest.office.laureat.must(
        "export", "results", "--contest", "fair", "--protocol", number, "-o", "proof.xml")
      let verdict = try contest.office.laureat("verify", "proof.xml")
      #expect(verdict.status == 0, "\(number): \(verdict.errors)")
    }
  }

  @Test(arguments: ["wood:11-14", "wood:11–14 лет"])
  func `the next ones of the group named move up`(division: String) throws {
    try revoke("d", 11)
    let other = try record("5", 12, "--move-up", "wood:Младшие")
    #expect(other.status == 1)
    #expect(other.errors.contains("GC-040-0307"), "\(other.errors)")
    #expect(other.errors.contains("«11–14 лет»"), "\(other.errors)")
    let recorded = try record("5", 12, "--move-up", division)
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(try places() == ["1 1 №4", "2 2 №4", "5 1 №5", "6 2 №5"])
    try expectProof("4", "5")
  }

  @Test func `a group in which nothing was revoked has nothing to be decided`() throws {
    try revoke("d", 11)
    let both = try record("5", 12, "--vacant", "wood:11-14", "--vacant", "wood:7-10")
    #expect(both.errors.contains("GC-040-0308"), "\(both.errors)")
    #expect(both.errors.contains("«Младшие»"), "\(both.errors)")
  }

  @Test func `groups of a nomination are decided on alike, and what was left vacant stays so`() throws {
    for entry in ["a", "d"] { try revoke(entry, 11) }
    #expect(try record("5", 12, "--move-up", "wood:11-14").errors.contains("«Младшие»"))
    #expect(try record("5", 12, "--move-up", "wood:11-14", "--vacant", "wood:7-10").status == 64)
    #expect(try record("5", 12, "--move-up", "wood:11-14", "--move-up", "wood").status == 64)
    let vacant = try record("5", 12, "--vacant", "wood:11-14", "--vacant", "wood:7-10")
    #expect(vacant.status == 0, "\(vacant.errors)")
    try revoke("e", 13)
    let moved = try record("6", 14, "--move-up", "wood:11-14")
    #expect(moved.status == 1)
    #expect(moved.errors.contains("GC-040-0309"), "\(moved.errors)")
    #expect(try record("6", 14, "--vacant", "wood:11-14").status == 0)
    #expect(try places() == ["2 2 №4"])
    try expectProof("4", "5", "6")
  }

  @Test func `a nomination without age groups of its own is named alone`() throws {
    try revoke("d", 11)
    #expect(try record("5", 12, "--anew", "clay:7-10").errors.contains("GC-040-0008"))
    let anew = try record("5", 12, "--anew", "wood:11-14")
    #expect(anew.status == 1)
    #expect(anew.errors.contains("GC-040-0309"), "\(anew.errors)")
  }
}
