import Foundation
import Testing

/// What becomes of a place at a receiver when the organiser has taken it back and decided anew.
struct RevocationThereTests {
  private let city: Office
  private let region: Office

  init() throws {
    var contest = try JudgedContest(
      rules: "<tieBreak>vote</tieBreak>",
      entries: ["b": "wood", "c": "wood", "d": "wood", "a": "wood", "e": "clay"])
    try contest.score(
      "j1 a 9 9", "j2 a 9 9", "j1 b 8 8", "j2 b 8 8", "j1 c 7 7", "j2 c 7 7", "j1 d 6 6", "j2 d 6 6", "j1 e 5 5",
      "j2 e 5 5")
    try #require(try contest.record().status == 0)
    city = contest.office
    region = try Office("region", title: "Министерство")
    for what in ["announcement", "applications", "results"] {
      #expect(try region.take(try city.send(what, "--contest", "fair")).status == 0)
    }
  }

  private func revoke(_ entry: String, _ more: String...) throws {
    try city.laureat.must(
      ["winner", "revoke", "--contest", "fair", "--entry", entry, "--reason", "чужая работа"]
        + (more.contains("--date") ? [] : ["--date", "2020-04-06"]) + more)
  }

  private func redecide(_ choice: String, _ number: String = "5", on date: String = "2020-04-07") throws {
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--all", "--protocol", number, "--date", date, choice, "wood",
      "--reason", "положение")
  }

  private func bundle(_ number: String) throws -> String {
    String(decoding: try city.send("results", "--contest", "fair", "--protocol", number), as: UTF8.self)
  }

  private func places(_ office: Office) throws -> [String] {
    try office.json("winner", "list", "--contest", "fair").list.map { winner in
      "\(winner["entry"].string?.suffix(1) ?? "") \(winner["place"].int ?? 0) №\(winner["protocol"].string ?? "")"
    }
  }

  private func expectProof(_ office: Office, _ numbers: String..., line: Int = #line) throws {
    for number in numbers {
      for profile in ["full", "pseudonymised", "public"] {
        // What is only shown is not sent, and hinders nobody to take anything back.
        let shown = try office.laureat.must(
          "export", "results", "--contest", "fair", "--protocol", number, "--profile", profile)
        try office.laureat.write(shown.output, to: "proof.xml")
        let verdict = try office.laureat("verify", "proof.xml")
        #expect(verdict.status == 0, "\(line): \(office.id) №\(number) \(profile): \(verdict.errors)")
      }
    }
  }

  private func status(_ entry: String) throws -> String? {
    try region.json("entry", "show", "fair/\(entry)")["status"].string
  }

  @Test(arguments: ["--move-up", "--vacant"])
  func `the second protocol takes back at the receiver what it took back at the organiser`(choice: String) throws {
    let before = try places(region)
    #expect(before == ["4 1 №4", "1 2 №4", "5 1 №4"])
    try revoke("a", "--ground", "violation")
    try redecide(choice)
    let taken = try region.take(try bundle("5"))
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(try places(region) == places(city))
    #expect(try places(region) == (choice == "--vacant" ? ["1 2 №4", "5 1 №4"] : ["1 1 №5", "2 2 №5", "5 1 №4"]))
    #expect(try status("4") == "participated")
    #expect(try region.laureat("doctor").status == 0)
    // What the region sends on proves the same.
    try expectProof(region, "4", "5")
    // Once more it changes nothing.
    let again = try bundle("5").unsealed.replacing(
      /<messageID>.*?<\/messageID>/, with: "<messageID>\(Documents.messageID(71))</messageID>")
    let second = try region.take(again)
    #expect(second.status == 0)
    #expect(second.verdict["unchanged"] == 5, "\(second.verdict)")
    #expect(try places(region) == places(city))
    // It is one act: taken back, everything is as it was.
    let imports = try region.json("history").list.filter { $0["kind"] == "import" }.compactMap { $0["id"].int }
    for id in imports.dropFirst(3).reversed() { try region.laureat.must("undo", String(id)) }
    #expect(try places(region) == before)
    #expect(try status("4") == "awarded")
    #expect(try region.laureat("doctor").status == 0)
  }

  @Test func `a nomination decided anew is so at the receiver, too`() throws {
    try revoke("a", "--ground", "violation")
    try revoke("b")
    try redecide("--anew")
    #expect(try region.take(try bundle("5")).status == 0)
    #expect(try places(region) == places(city))
    // The same, where the sender does not name the places.
    let other = try Office("other", title: "Министерство другой области")
    for what in ["announcement", "applications"] {
      #expect(try other.take(try city.send(what, "--contest", "fair")).status == 0)
    }
    try #require(try bundle("4").contains("earlierPlace"))
    let first = try bundle("4").unsealed.replacing(
      /<earlierPlace place="(.)" .*?\/>/
    ) { "<award place=\"\($0.output.1)\"/>" }
    #expect(try other.take(first).status == 0)
    #expect(try other.take(try bundle("5").unsealed.replacing(/<earlierPlace .*?\/>/, with: "")).status == 0)
    #expect(try places(other) == places(city))
  }

  @Test func `the first protocol sent once more takes the place back, too`() throws {
    try revoke("a")
    let taken = try region.take(try bundle("4"))
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(try places(region) == ["1 2 №4", "5 1 №4"])
    #expect(try status("4") == "participated")
    try expectProof(region, "4")
  }

  @Test func `a receiver that never had the place notes it`() throws {
    try revoke("a")
    try redecide("--move-up")
    let other = try Office("other", title: "Министерство другой области")
    for what in ["announcement", "applications"] {
      #expect(try other.take(try city.send(what, "--contest", "fair")).status == 0)
    }
    let taken = try other.take(try bundle("5"))
    #expect(taken.status == 0)
    let notes = taken.verdict["diagnostics"].list.filter { $0["severity"] == "note" }
    #expect(notes.contains { $0["code"] == "GC-050-0007" }, "\(taken.verdict)")
    #expect(try places(other) == ["1 1 №5", "2 2 №5"])
  }

  @Test func `what contradicts is refused, and nothing is taken back`() throws {
    try revoke("a")
    try redecide("--move-up")
    let before = try places(region)
    // Revoked before it was given: the record is refused, and so nobody can move up.
    let early = try bundle("5").unsealed.replacing("revokedOn=\"2020-04-06\"", with: "revokedOn=\"2020-04-01\"")
    let refused = try region.take(early)
    #expect(refused.status == 1, "\(refused.verdict)")
    #expect(try places(region) == before)
    // Nobody says that the place was taken back, and another gets it.
    let silent = try region.take(try bundle("5").unsealed.replacing(/<earlierPlace .*?\/>/, with: ""))
    #expect(silent.status == 1)
    #expect(silent.verdict["diagnostics"].list.contains { $0["code"] == "GC-040-0204" }, "\(silent.verdict)")
    #expect(try places(region) == before)
  }

  @Test func `what was decided here is not taken back by a document from elsewhere`() throws {
    let other = try Office("other", title: "Министерство другой области")
    for what in ["announcement", "applications"] {
      #expect(try other.take(try city.send(what, "--contest", "fair")).status == 0)
    }
    try other.laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-04-01")
    try other.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "a", "--place", "1", "--protocol", "4", "--date",
      "2020-04-05")
    let before = try places(other)
    try revoke("a")
    try redecide("--vacant")
    let taken = try other.take(try bundle("5"))
    #expect(taken.status == 3, "\(taken.verdict)")
    let found = try #require(taken.verdict["diagnostics"].list.first { $0["code"] == "GC-040-0204" })
    #expect(found["record"] == "a")
    #expect(found["path"].string?.hasSuffix("earlierPlace") == true)
    #expect(try places(other) == before)
  }

  @Test func `two protocols after another take back each what is theirs`() throws {
    try revoke("a")
    try redecide("--move-up")
    try revoke("b", "--date", "2020-04-08")
    try redecide("--move-up", "6", on: "2020-04-09")
    for number in ["5", "6"] {
      let taken = try region.take(try bundle(number))
      #expect(taken.status == 0, "\(number): \(taken.verdict)")
    }
    #expect(try places(region) == places(city))
    #expect(try places(region) == ["2 1 №6", "3 2 №6", "5 1 №4"])
  }
}
