import Testing

/// A typed place is the jury's word; where its sheets say otherwise, that is said.
struct TypedAgainstSheetsTests {
  private func contest(rules: String = "<tieBreak>vote</tieBreak>", people: [String: String] = [:]) throws
    -> JudgedContest
  {
    var contest = try JudgedContest(
      rules: rules, entries: ["a": "wood", "b": "wood", "c": "wood", "d": "wood", "e": "clay"], people: people)
    try contest.score(
      "j1 a 9 9", "j2 a 9 9", "j1 b 8 8", "j2 b 8 8", "j1 c 7 7", "j2 c 7 7", "j1 d 2 2", "j2 d 2 2")
    return contest
  }

  private func type(
    _ contest: JudgedContest, _ entry: String, _ place: Int, dryRun: Bool = false
  ) throws -> Command.Result {
    try contest.office.laureat.run(
      [
        "winner", "record", "--contest", "fair", "--entry", entry, "--place", String(place), "--protocol", "3",
        "--date", "2020-04-05", "--lang", "ru",
      ] + (dryRun ? ["--dry-run"] : []))
  }

  @Test(arguments: [
    ("b", 1, "листы жюри дают 2-е"), ("c", 1, "листы жюри места не дают (по баллам она 3-я)"),
    ("d", 2, "листы жюри места не дают"), ("a", 2, "листы жюри дают 1-е"),
  ])
  func `a place that the sheets do not give is recorded with a warning`(entry: String, place: Int, told: String) throws
  {
    var contest = try contest()
    try contest.score("j1 e 5 5", "j2 e 5 5")
    for dryRun in [true, false] {
      let typed = try type(contest, entry, place, dryRun: dryRun)
      #expect(typed.status == 0, "\(typed.errors)")
      #expect(typed.errors.contains("GC-040-0053") && typed.errors.contains(told), "\(typed.errors)")
    }
    #expect(try contest.winners().count == 1)
    try contest.office.laureat.must("export", "results", "--contest", "fair", "-o", "proof.xml")
    #expect(try contest.office.laureat("verify", "proof.xml").errors.contains("GC-040-0316"))
  }

  @Test func `a place that the sheets give is recorded without a word, and so is one while sheets are missing`() throws
  {
    var contest = try contest()
    #expect(try !type(contest, "c", 1, dryRun: true).errors.contains("GC-040-0053"))
    try contest.score("j1 e 5 5", "j2 e 5 5")
    for (entry, place) in [("b", 2), ("a", 1), ("e", 1)] {
      let typed = try type(contest, entry, place)
      #expect(typed.status == 0)
      #expect(!typed.errors.contains("GC-040-0053"), "\(typed.errors)")
    }
  }

  @Test func `a place below the pass mark, or among equals, is told with the reason`() throws {
    var contest = try JudgedContest(
      rules: "<tieBreak>vote</tieBreak><passMark>5</passMark>", entries: ["a": "wood", "b": "wood", "d": "wood"])
    try contest.score("j1 a 9 9", "j2 a 9 9", "j1 b 9 9", "j2 b 9 9", "j1 d 2 2", "j2 d 2 2")
    let equal = try type(contest, "a", 1, dryRun: true)
    #expect(equal.errors.contains("поровну с другими, решает жюри"), "\(equal.errors)")
    let low = try type(contest, "d", 1, dryRun: true)
    #expect(low.errors.contains("GC-040-0053"), "\(low.errors)")
  }

  @Test func `whoever is typed into a table of winners counts in the other nominations`() throws {
    var contest = try contest(
      rules: "<tieBreak>vote</tieBreak><oneWinPerParticipant>true</oneWinPerParticipant>",
      people: ["a": "Иванов Иван", "e": "Иванов Иван"])
    try contest.score("j1 e 5 5", "j2 e 5 5")
    try contest.office.laureat.write("заявка;место\ne;1\nb;1\nc;2\n", to: "right.csv")
    try contest.office.laureat.write("заявка;место\ne;1\nb;2\n", to: "wrong.csv")
    for (table, isWrong) in [("right.csv", false), ("wrong.csv", true)] {
      let typed = try contest.office.laureat(
        "winner", "record", "--contest", "fair", "--from", table, "--protocol", "3", "--date", "2020-04-05", "--dry-run"
      )
      #expect(typed.status == 0, "\(typed.errors)")
      #expect(typed.errors.contains("GC-040-0053") == isWrong, "\(table): \(typed.errors)")
      if isWrong { #expect(typed.errors.contains("wrong.csv:3"), "\(typed.errors)") }
    }
  }
}
