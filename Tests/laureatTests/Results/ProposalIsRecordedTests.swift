import Foundation
import SeededGenerator
import Testing

/// `winner propose` shows what is recorded as it is recorded, and besides it what `winner record --all` would record now.
struct ProposalIsRecordedTests {
  /// Nominations of seven entries without equals; some people stand behind entries of both.
  private struct Office {
    var contest: JudgedContest
    var laureat: Command { contest.office.laureat }

    init(rules: String, points: [Int]) throws {
      let entries: KeyValuePairs = [
        "a": "wood", "b": "wood", "c": "wood", "d": "wood", "e": "clay", "f": "clay", "g": "clay",
      ]
      contest = try JudgedContest(
        rules: rules, entries: entries,
        people: ["a": "Иванов Иван", "e": "Иванов Иван", "c": "Петров Пётр", "f": "Петров Пётр"])
      for (points, entry) in zip(points, entries.map(\.key)) {
        try contest.score("j1 \(entry) \(points) \(points)", "j2 \(entry) \(points) \(points)")
      }
    }

    /// The places as «nomination entry place prize protocol».
    func winners() throws -> [String] {
      try contest.office.json("winner", "list", "--contest", "fair").list.filter { $0["place"] != .null }
        .map { row($0, $0["nomination"], $0["protocol"].string) }.sorted()
    }

    /// What is proposed, in the same form.
    ///
    /// - Parameter number: The protocol that would record what is not recorded yet.
    func proposed(_ options: [String], number: String) throws -> [String] {
      let proposal = try laureat.must(["winner", "propose", "--contest", "fair", "--json"] + options).json()
      return proposal.list.flatMap { part in
        part["awards"].list.map { row($0, part["nomination"], $0["protocol"].string ?? number) }
      }.sorted()
    }

    private func row(_ award: Value, _ nomination: Value, _ number: String?) -> String {
      "\(nomination.string ?? "—") \(award["entry"].string ?? "—") \(award["place"].int ?? 0) "
        + "\(award["prize"].string ?? "—") №\(number ?? "—")"
    }

    func record(_ number: String, day: Int, _ options: [String]) throws -> Command.Result {
      try laureat.run(
        ["winner", "record", "--contest", "fair", "--all", "--protocol", number, "--date", "2020-04-\(day)"] + options)
    }

    func revoke(_ entry: String, ground: String, day: Int) throws {
      try laureat.must(
        "winner", "revoke", "--contest", "fair", "--entry", entry, "--date", "2020-04-\(day)", "--ground", ground,
        "--reason", "r")
    }

    /// Records a place as somebody types it.
    func type(_ entry: String, _ place: Int, number: String, day: Int) throws -> Command.Result {
      try laureat(
        "winner", "record", "--contest", "fair", "--entry", entry, "--place", String(place), "--protocol", number,
        "--date", "2020-04-\(day)")
    }
  }

  private func office(_ rules: String = "<tieBreak>vote</tieBreak>") throws -> Office {
    try Office(rules: rules, points: [9, 8, 7, 6, 5, 4, 3])
  }

  private func codes(_ result: Command.Result) -> [Substring] { result.errors.matches(of: /GC-[0-9-]+/).map(\.output) }

  @Test(arguments: 0..<5)
  func `what is proposed is what is recorded, in a random contest`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    let once = Bool.random(using: &dice) ? "<oneWinPerParticipant>true</oneWinPerParticipant>" : ""
    let rules = "<tieBreak>vote</tieBreak>" + once + (seed.isMultiple(of: 3) ? "<passMark>3</passMark>" : "")
    let office = try Office(rules: rules, points: (1...7).shuffled(using: &dice))
    var recorded = 0
    for step in 0..<5 {
      let (number, day) = (String(4 + step), 11 + step)
      let before = try office.winners()
      switch Int.random(in: 0..<3, using: &dice) {
      case 0:
        for winner in before.shuffled(using: &dice).prefix(Int.random(in: 1...2, using: &dice)) {
          let entry = String(winner.split(separator: " ")[1])
          try office.revoke(
            entry, ground: Bool.random(using: &dice) ? "mistake" : "declined", day: day)
        }
      case 1 where before.isEmpty:
        // A nomination is typed in as the rules give it.
        for award in try office.proposed([], number: number).filter({ $0.hasPrefix("clay") }) {
          let words = award.split(separator: " ")
          let typed = try office.type(
            String(words[1]), try #require(Int(words[2])), number: number, day: day)
          #expect(typed.status == 0, "\(seed) \(step): \(typed.errors)")
        }
        recorded += 1
      default: break
      }
      let options =
        [
          [], [], ["--withhold", "wood/1"], ["--no-winner", "clay"], ["--move-up", "wood", "--reason", "r"],
          ["--vacant", "clay", "--reason", "r"], ["--move-up", "clay", "--vacant", "wood", "--reason", "r"],
          ["--anew", "wood", "--reason", "r"],
        ].randomElement(using: &dice) ?? []
      let standing = try office.winners()
      let proposed = try office.proposed(options, number: "\(number)-2")
      let dry = try office.record("\(number)-2", day: day, options + ["--dry-run"])
      let result = try office.record("\(number)-2", day: day, options)
      #expect(dry.status == result.status && codes(dry) == codes(result), "\(seed) \(step)")
      let after = try office.winners()
      if result.status == 0 {
        recorded += 1
        #expect(proposed == after, "\(seed) \(step) \(options)")
      } else {
        #expect(result.status == 1, "\(seed) \(step): \(result.errors)")
        #expect(after == standing, "\(seed) \(step) \(options)")
      }
      // Without options nothing but what is recorded is told as recorded.
      let told = try office.proposed([], number: "—").filter { !$0.hasSuffix("№—") }
      #expect(told == after, "\(seed) \(step) \(options)")
    }
    #expect(recorded > 0, "\(seed)")
  }

  @Test func `places that were withheld, typed in or moved up are told as recorded`() throws {
    let office = try office()
    #expect(try office.record("4", day: 10, ["--withhold", "clay/1"]).status == 0)
    try office.revoke("a", ground: "declined", day: 11)
    #expect(try office.record("5", day: 12, ["--move-up", "wood", "--reason", "r"]).status == 0)
    let winners = try office.winners()
    #expect(
      winners == [
        "clay fair/5 2 Диплом II степени №4", "wood fair/2 1 Диплом I степени №5", "wood fair/3 2 Диплом II степени №5",
      ])
    #expect(try office.proposed([], number: "6") == winners)
    let page = try office.laureat.must("winner", "propose", "--contest", "fair", "--lang", "ru").output
    #expect(page.contains("записано: протокол № 4") && page.contains("записано: протокол № 5"), "\(page)")
    #expect(page.contains("место отменено"), "\(page)")
  }

  @Test func `an entry whose place was revoked is not proposed for it before the jury has said what becomes of it`()
    throws
  {
    let office = try office()
    #expect(try office.record("4", day: 10, []).status == 0)
    try office.revoke("a", ground: "declined", day: 11)
    let proposal = try office.contest.office.json(
      "winner", "propose", "--contest", "fair", "--nomination", "wood")
    #expect(proposal[0]["awards"].map("entry") == ["fair/2"])
    #expect(proposal[0]["awards"].map("protocol") == ["4"])
    #expect(proposal[0]["omitted"] == [["entry": "fair/1", "reason": "hasLostPlace"]])
  }

  @Test func `what is open is decided, and nothing else`() throws {
    let office = try office()
    for (entry, place) in [("a", 1), ("b", 2)] {
      #expect(try office.type(entry, place, number: "3", day: 10).status == 0)
    }
    let recorded = try office.record("4", day: 11, [])
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(recorded.errors.contains("GC-040-0046"), "\(recorded.errors)")
    #expect(
      try office.winners() == [
        "clay fair/5 1 Диплом I степени №4", "clay fair/6 2 Диплом II степени №4", "wood fair/1 1 — №3",
        "wood fair/2 2 — №3",
      ])
    for number in ["3", "4"] {
      try office.laureat.must(
        "export", "results", "--contest", "fair", "--protocol", number, "-o", "\(number).xml")
      let verdict = try office.laureat("verify", "\(number).xml")
      #expect(verdict.status == 0, "\(number): \(verdict.errors)")
    }
  }

  @Test func `where nothing is open the protocols are named by which it was decided`() throws {
    let office = try office()
    #expect(try office.record("4", day: 10, []).status == 0)
    for entry in ["a", "b"] { try office.revoke(entry, ground: "violation", day: 11) }
    #expect(try office.record("5", day: 12, ["--anew", "wood", "--reason", "r"]).status == 0)
    let before = try office.laureat.state()
    for number in ["4", "6"] {
      let refused = try office.record(number, day: 13, ["--lang", "ru"])
      #expect(refused.status == 1)
      #expect(refused.errors.contains("все места уже записаны: протоколы № 4, 5"), "\(refused.errors)")
      #expect(refused.errors.components(separatedBy: "GC-").count == 2, "\(refused.errors)")
    }
    #expect(try office.laureat.state() == before)
    let withheld = try office.record("6", day: 13, ["--withhold", "wood/1", "--lang", "ru"])
    #expect(withheld.status == 1)
  }

  @Test func `options on a nomination that is recorded are refused, and do not go unheard`() throws {
    let office = try office()
    #expect(try office.record("4", day: 10, []).status == 0)
    try office.revoke("e", ground: "declined", day: 11)
    let refused = try office.record(
      "5", day: 12, ["--move-up", "clay", "--reason", "r", "--withhold", "wood/1", "--lang", "ru"])
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains("в номинации «Дерево» решение о местах уже записано: протокол № 4"), "\(refused.errors)")
  }

  @Test(arguments: [true, false])
  func `a nomination recorded by mistake is open again, however it was recorded`(isTyped: Bool) throws {
    let office = try office()
    if isTyped {
      for (entry, place) in [("a", 1), ("b", 2), ("e", 1), ("f", 2)] {
        #expect(try office.type(entry, place, number: "4", day: 10).status == 0)
      }
    } else {
      #expect(try office.record("4", day: 10, []).status == 0)
    }
    for entry in ["a", "b"] { try office.revoke(entry, ground: "mistake", day: 11) }
    try office.revoke("e", ground: "declined", day: 11)
    let options = ["--move-up", "clay", "--reason", "r"]
    let proposed = try office.proposed(options, number: "5")
    let own = try office.record("4", day: 10, options)
    #expect(own.status == 1, "\(own.errors)")
    let result = try office.record("5", day: 12, options)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try office.winners() == proposed)
    #expect(
      proposed == [
        "clay fair/6 1 Диплом I степени №5", "clay fair/7 2 Диплом II степени №5", "wood fair/1 1 Диплом I степени №5",
        "wood fair/2 2 Диплом II степени №5",
      ])
  }

  @Test func `a protocol that has decided others takes no more decisions`() throws {
    let office = try office()
    #expect(try office.record("4", day: 10, []).status == 0)
    for entry in ["a", "b"] { try office.revoke(entry, ground: "mistake", day: 10) }
    let refused = try office.record("4", day: 10, ["--lang", "ru"])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("протоколом № 4 решены другие номинации"), "\(refused.errors)")
    #expect(try office.record("5", day: 10, []).status == 0)
    for number in ["4", "5"] {
      try office.laureat.must(
        "export", "results", "--contest", "fair", "--protocol", number, "-o", "\(number).xml")
      let verdict = try office.laureat("verify", "\(number).xml")
      #expect(verdict.status == 0, "\(number): \(verdict.errors)")
    }
  }
}
