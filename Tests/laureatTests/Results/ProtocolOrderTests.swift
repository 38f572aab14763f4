import Foundation
import Testing

/// Protocols of a contest as they reach a receiver: late, twice, out of their order, or from somebody else.
struct ProtocolOrderTests {
  private let city: Office
  private let region: Office

  init() throws {
    let contest = try JudgedContest.scoredInOrder()
    try #require(try contest.record().status == 0)
    city = contest.office
    region = try Office("region", title: "Министерство")
    for what in ["announcement", "applications"] {
      #expect(try region.take(try city.send(what, "--contest", "fair")).status == 0)
    }
  }

  private func bundle(_ number: String) throws -> String {
    String(decoding: try city.send("results", "--contest", "fair", "--protocol", number), as: UTF8.self)
  }

  private func revoke(_ entry: String, _ day: String = "2020-04-06") throws {
    try city.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", entry, "--date", day, "--reason", "чужая работа")
  }

  private func redecide(_ choice: String, _ number: String, _ day: String = "2020-04-06") throws {
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--all", "--protocol", number, "--date", day, choice, "wood",
      "--reason", "положение")
  }

  private func places(_ office: Office) throws -> [String] {
    try office.json("winner", "list", "--contest", "fair").list.map { winner in
      let award = winner["place"].int.map(String.init) ?? winner["prize"].string ?? ""
      return "\(winner["entry"].string?.suffix(1) ?? "") \(award) №\(winner["protocol"].string ?? "")"
    }
  }

  @Test(arguments: ["2020-04-06", "2020-04-08"])
  func `an earlier decision that comes later, or once more, takes nothing from a later one`(day: String) throws {
    let first = try bundle("4")
    for entry in ["a", "b"] { try revoke(entry) }
    try redecide("--anew", "5")
    let fifth = try bundle("5")
    try revoke("a", day)
    try redecide("--move-up", "6", day)
    for document in [first, fifth, try bundle("6")] {
      let taken = try region.take(document)
      #expect(taken.status == 0, "\(taken.verdict)")
    }
    try #require(try places(region) == ["2 1 №6", "3 2 №6", "5 1 №4"])
    let again = try region.take(try bundle("5"))
    #expect(again.status == 0, "\(again.verdict)")
    #expect(try places(region) == places(city))
    // Whoever gets the last one first comes to the same places.
    let other = try Office("other", title: "Министерство другой области")
    for what in ["announcement", "applications"] {
      #expect(try other.take(try city.send(what, "--contest", "fair")).status == 0)
    }
    for number in ["6", "5", "4"] {
      let taken = try other.take(try bundle(number))
      #expect(taken.status == 0, "\(number): \(taken.verdict)")
    }
    #expect(try places(other) == places(city))
    #expect(try other.laureat("doctor").status == 0)
  }

  @Test func `several protocols of one sender are taken in, and nobody else's beside them`() throws {
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "d", "--nomination", "jury", "--prize", "Приз жюри",
      "--protocol", "0", "--date", "2020-04-05")
    for number in ["0", "4"] {
      let taken = try region.take(try bundle(number))
      #expect(taken.status == 0, "\(number): \(taken.verdict)")
    }
    #expect(try places(region) == places(city))
    let strange = try region.take(
      try bundle("4").unsealed.replacing("number=\"4\"", with: "number=\"9\"")
        .replacing("<sender id=\"city\">", with: "<sender id=\"stranger\">"))
    #expect(strange.status == 1)
    #expect(strange.verdict["diagnostics"].map("code").contains("GC-040-0204"))
  }

  @Test func `a prize that was added to a protocol comes with it once more`() throws {
    #expect(try region.take(try bundle("4")).status == 0)
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "a", "--nomination", "jury", "--prize", "Приз жюри",
      "--protocol", "4", "--date", "2020-04-05")
    let taken = try region.take(try bundle("4"))
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(try places(region) == places(city))
  }

  @Test func `an old file does not give back what was taken back since`() throws {
    let old = try bundle("4")
    try revoke("a")
    let fresh = try bundle("4")
    #expect(try region.take(fresh).status == 0)
    let refused = try region.take(old)
    #expect(refused.status == 3, "\(refused.verdict)")
    #expect(refused.verdict["diagnostics"].list.contains { $0["record"] == "a" && $0["code"] == "GC-040-0204" })
    #expect(try places(region) == ["2 2 №4", "5 1 №4"])
    try redecide("--move-up", "5")
    #expect(try region.take(try bundle("5")).status == 0)
    _ = try region.take(
      old.replacing(/<messageID>.*?<\/messageID>/, with: "<messageID>\(Documents.messageID(72))</messageID>"))
    #expect(try places(region) == places(city))
    // Given anew by the same protocol, it is told beside what was taken back.
    let other = try Office("other", title: "Министерство другой области")
    for what in ["announcement", "applications"] {
      #expect(try other.take(try city.send(what, "--contest", "fair")).status == 0)
    }
    #expect(try other.take(fresh).status == 0)
    let anew = fresh.unsealed.replacing(
      "<earlierPlace place=\"1\"", with: "<award place=\"1\"/><earlierPlace place=\"1\""
    )
    .replacing(/<messageID>.*?<\/messageID>/, with: "<messageID>\(Documents.messageID(73))</messageID>")
    let taken = try other.take(anew)
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(try places(other) == ["1 1 №4", "2 2 №4", "5 1 №4"])
  }

  @Test func `a stranger takes nobody's place back`() throws {
    #expect(try region.take(try bundle("4")).status == 0)
    let before = try places(region)
    try revoke("a")
    func forged(_ number: String, _ message: Int) throws -> String {
      try bundle(number).unsealed.replacing("<sender id=\"city\">", with: "<sender id=\"stranger\">")
        .replacing(/<messageID>.*?<\/messageID>/, with: "<messageID>\(Documents.messageID(message))</messageID>")
    }
    let same = try region.take(try forged("4", 81))
    #expect(same.verdict["diagnostics"].map("code").contains("GC-010-0008"), "\(same.verdict)")
    #expect(try places(region) == before)
    try redecide("--move-up", "5")
    #expect(try region.take(try forged("5", 82)).status != 0)
    #expect(try places(region) == before)
    #expect(try region.take(try bundle("5")).status == 0)
    #expect(try places(region) == places(city))
  }

  @Test func `a stranger adds nothing to anybody's protocol`() throws {
    let honest = try bundle("4")
    #expect(try region.take(honest).status == 0)
    let before = try places(region)
    let result = try #require(honest.firstMatch(of: /(?s)<result id="d">.*?<\/result>/)).output
    let forged = honest.unsealed.replacing(
      result,
      with: result.replacing("</result>", with: "<award nomination=\"jury\"><prize>Приз</prize></award></result>")
    )
    .replacing("<sender id=\"city\">", with: "<sender id=\"stranger\">")
    .replacing(/<messageID>.*?<\/messageID>/, with: "<messageID>\(Documents.messageID(84))</messageID>")
    for office in [region, city] {
      let taken = try office.take(forged)
      #expect(taken.status == 1, "\(taken.verdict)")
      #expect(
        taken.verdict["diagnostics"].list.contains { $0["record"] == "d" && $0["code"] == "GC-040-0204" },
        "\(taken.verdict)")
      #expect(try places(office) == before)
    }
  }

  @Test func `whoever misses the protocol between two is told to take it in first`() throws {
    #expect(try region.take(try bundle("4")).status == 0)
    for entry in ["a", "b"] { try revoke(entry) }
    try redecide("--anew", "5")
    try revoke("a")
    try redecide("--move-up", "6")
    let before = try places(region)
    let early = try region.take(try bundle("6"))
    #expect(early.status == 1, "\(early.verdict)")
    let found = try #require(early.verdict["diagnostics"].list.first { $0["code"] == "GC-040-0204" })
    #expect(found["record"].string == nil)
    try region.laureat.write(try bundle("6"), to: "early.xml")
    #expect(try region.laureat("import", "early.xml").errors.contains("the protocols between 4 and this one"))
    #expect(try places(region) == before)
    for number in ["5", "6"] {
      let document = try bundle(number).unsealed.replacing(
        /<messageID>.*?<\/messageID>/, with: "<messageID>\(Documents.messageID(80 + (Int(number) ?? 0)))</messageID>")
      let taken = try region.take(document)
      #expect(taken.status == 0, "\(number): \(taken.verdict)")
    }
    #expect(try places(region) == places(city))
  }
}
