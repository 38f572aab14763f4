import Foundation
import Testing

/// A place that the jury never gave: somebody recorded it wrongly.
struct RecordedByMistakeTests {
  private let contest: JudgedContest

  init() throws {
    var contest = try JudgedContest(
      rules: "<tieBreak>vote</tieBreak>", entries: ["a": "wood", "b": "wood", "c": "wood", "e": "clay"])
    try contest.score(
      "j1 a 9 9", "j2 a 9 9", "j1 b 8 8", "j2 b 8 8", "j1 c 7 7", "j2 c 7 7", "j1 e 5 5", "j2 e 5 5")
    try #require(try contest.record().status == 0)
    self.contest = contest
  }

  private func revoke(_ entry: String, _ ground: String = "mistake") throws {
    try contest.office.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", entry, "--date", "2020-04-06", "--ground", ground, "--reason",
      "не та заявка")
  }

  private func record(_ more: String...) throws -> Command.Result {
    try contest.office.laureat.run(
      ["winner", "record", "--contest", "fair", "--protocol", "5", "--date", "2020-04-07"] + more)
  }

  private func places() throws -> [String] {
    try contest.office.json("winner", "list", "--contest", "fair").list.map { winner in
      "\(winner["entry"].string?.suffix(1) ?? "") \(winner["place"].int ?? 0) №\(winner["protocol"].string ?? "")"
    }
  }

  private func expectProof(_ numbers: String...) throws {
    for number in numbers {
      let told = try contest.office.laureat.must("export", "results", "--contest", "fair", "--protocol", number).output
      try contest.office.laureat.write(told, to: "proof.xml")
      let verdict = try contest.office.laureat("verify", "proof.xml")
      #expect(verdict.status == 0, "\(number): \(verdict.errors)")
    }
  }

  @Test func `minutes say what the jury gave, and exports what was recorded`() throws {
    try revoke("b")
    #expect(try record("--entry", "b", "--place", "2").status == 0)
    for number in ["4", "5"] {
      for profile in ["full", "public"] {
        let page = try contest.office.laureat.must(
          "protocol", "--contest", "fair", "--protocol", number, "--format", "html", "--lang", "ru", "--profile",
          profile
        ).output
        #expect(!page.contains("отменено"), "\(number) \(profile)")
      }
    }
    let told = try contest.office.laureat.must("export", "results", "--contest", "fair", "--protocol", "4").output
    #expect(told.contains("<earlierPlace place=\"2\" protocol=\"4\" revokedOn=\"2020-04-06\" ground=\"mistake\"/>"))
    #expect(try contest.office.json("history").list.contains { $0["kind"] == "winner.revoke" })
    try expectProof("4", "5")
  }

  @Test func `a nomination all of which was recorded by mistake is decided from the sheets anew`() throws {
    for entry in ["a", "b"] { try revoke(entry) }
    #expect(try places() == ["4 1 №4"])
    #expect(try record("--all", "--move-up", "wood", "--reason", "r").errors.contains("GC-040-0308"))
    let recorded = try record("--all", "--anew", "wood", "--reason", "ошибка ввода")
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(try places() == ["1 1 №5", "2 2 №5", "4 1 №4"])
    try expectProof("4", "5")
  }

  @Test func `beside a vacant place the one recorded by mistake goes to whom the rules give it`() throws {
    try revoke("a", "declined")
    try revoke("b")
    let proposed = try contest.office.json(
      "winner", "propose", "--contest", "fair", "--nomination", "wood", "--vacant", "wood", "--reason", "r")
    #expect(proposed.list.count == 1)
    #expect(proposed[0]["awards"].map("id") == ["b"])
    #expect(proposed[0]["omitted"].list.contains { $0["entry"] == "fair/1" && $0["reason"] == "hasLostPlace" })
    let recorded = try record("--all", "--vacant", "wood", "--reason", "отказ")
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(try places() == ["2 2 №5", "4 1 №4"])
    try expectProof("4", "5")
  }

  @Test func `a revocation stays while something was given in its stead`() throws {
    try revoke("b")
    let events = try contest.office.json("history").list
    let revocation = try #require(events.last { $0["kind"] == "winner.revoke" }?["id"].int)
    #expect(try record("--entry", "c", "--place", "2").status == 0)
    let undone = try contest.office.laureat("undo", String(revocation))
    #expect(undone.status == 1)
    #expect(undone.errors.contains("GC-010-0012"), "\(undone.errors)")
    #expect(try places() == ["1 1 №4", "3 2 №5", "4 1 №4"])
    let given = try #require(try contest.office.json("history").list.last?["id"].int)
    try contest.office.laureat.must("undo", String(given))
    try contest.office.laureat.must("undo", String(revocation))
    #expect(try places() == ["1 1 №4", "2 2 №4", "4 1 №4"])
  }
}
