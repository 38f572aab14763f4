import Foundation
import Testing

/// Protocols of somebody who does not speak for the contest, before, between and after those of somebody who does.
struct StrangersTests {
  private let city: Office
  private let region: Office

  init() throws {
    let contest = try JudgedContest.scoredInOrder()
    try #require(try contest.record().status == 0)
    city = contest.office
    region = try Self.receiver(of: city)
  }

  private static func receiver(of city: Office, _ id: String = "region") throws -> Office {
    let office = try Office(id, title: "Министерство")
    for what in ["announcement", "applications"] {
      #expect(try office.take(try city.send(what, "--contest", "fair")).status == 0)
    }
    return office
  }

  private func bundle(_ number: String, of office: Office? = nil) throws -> String {
    String(decoding: try (office ?? city).send("results", "--contest", "fair", "--protocol", number), as: UTF8.self)
  }

  private func revoke(_ entry: String, _ day: String = "2020-04-06") throws {
    try city.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", entry, "--date", day, "--reason", "чужая работа")
  }

  private func redecide(_ choice: String, _ number: String, _ day: String = "2020-04-07") throws {
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--all", "--protocol", number, "--date", day, choice, "wood",
      "--reason", "положение")
  }

  /// The same document from a stranger, by a message of its own.
  private func strange(_ document: String, _ message: Int, number: String? = nil) -> String {
    let sent = document.unsealed.replacing("<sender id=\"city\">", with: "<sender id=\"stranger\">")
      .replacing(/<messageID>.*?<\/messageID>/, with: "<messageID>\(Documents.messageID(message))</messageID>")
    return number.map { sent.replacing(/<protocol number="[^"]*"/, with: "<protocol number=\"\($0)\"") } ?? sent
  }

  private func exchangingPlaces(_ document: String) -> String {
    document.replacing("<award place=\"1\"", with: "<award place=\"9\"")
      .replacing("<award place=\"2\"", with: "<award place=\"1\"")
      .replacing("<award place=\"9\"", with: "<award place=\"2\"")
  }

  private func withoutAwards(_ document: String) -> String {
    document.replacing(/(?s)\s*<award .*?<\/award>/, with: "")
  }

  private func places(_ office: Office) throws -> [String] {
    try office.json("winner", "list", "--contest", "fair").list.map { winner in
      let award = winner["place"].int.map(String.init) ?? winner["prize"].string ?? ""
      return "\(winner["entry"].string?.suffix(1) ?? "") \(award) №\(winner["protocol"].string ?? "")"
    }
  }

  private func contestStatus(_ office: Office) throws -> String? {
    try office.json("contest", "show", "fair")["status"].string
  }

  /// Takes a file in, and says which command it names to take another one out first.
  private func obstacle(_ document: String, to office: Office) throws -> String {
    try office.laureat.write(document, to: "refused.xml")
    let refused = try office.laureat("import", "refused.xml", "--lang", "en")
    #expect(refused.status == 1, "\(refused.output)")
    #expect(refused.errors.contains("stranger sent it, who does not speak for the contest"), "\(refused.errors)")
    return String(try #require(refused.errors.firstMatch(of: /laureat undo (\d+)/)?.1))
  }

  @Test func `the command that confirms what a stranger was asked to send is named whole`() throws {
    try region.laureat.write(strange(try bundle("4"), 81), to: "strange.xml")
    let taken = try region.laureat("import", "strange.xml", "--lang", "en")
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(taken.errors.contains("laureat contest status fair completed --date DATE"), "\(taken.errors)")
    try region.laureat.must("contest", "status", "fair", "completed", "--date", "2020-04-10")
  }

  @Test(arguments: ["4", "9"])
  func `places that a stranger occupied are told, and after undo the organiser's are taken`(number: String) throws {
    let honest = try bundle("4")
    let occupied = try region.take(strange(exchangingPlaces(honest), 81, number: number))
    #expect(occupied.status == 0, "\(occupied.verdict)")
    let warning = try #require(
      occupied.verdict["diagnostics"].list.first { $0["code"] == "GC-010-0008" }, "\(occupied.verdict)")
    #expect(warning["severity"] == "warning")
    #expect(warning["message"].string?.contains("stranger") == true)
    #expect(warning["message"].string?.contains("city") == true)
    #expect(try contestStatus(region) != "completed")
    let before = try places(region)
    let event = try obstacle(honest, to: region)
    #expect(try places(region) == before)
    try region.laureat.must("undo", event)
    let taken = try region.take(honest)
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(try places(region) == places(city))
    #expect(try contestStatus(region) == "completed")
    #expect(try region.laureat("doctor").status == 0)
  }

  @Test func `whoever comes second with a decision of all, adds nothing to it`() throws {
    let honest = try bundle("4")
    #expect(try region.take(honest).status == 0)
    let before = (try places(region), try region.json("history").list.count)
    let refused = try region.take(strange(honest, 81, number: "9"))
    #expect(refused.status == 1)
    #expect(refused.verdict["accepted"] == 0)
    #expect(try places(region) == before.0)
    #expect(try region.json("history").list.count == before.1)
  }

  @Test func `an additional decision is taken with a warning, and hinders nobody`() throws {
    #expect(try region.take(try bundle("4")).status == 0)
    let result = "<award nomination=\"jury\"><prize>Приз жюри</prize></award>"
    let more = withoutAwards(try bundle("4")).replacing(
      /(?s)(<result id="d">.*?)(<\/result>)/
    ) { "\($0.output.1)\(result)\($0.output.2)" }
    let taken = try region.take(strange(more, 81, number: "9"))
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(taken.verdict["status"] == "acceptedWithWarnings")
    #expect(try places(region) == places(city) + ["4 Приз жюри №9"])
    try revoke("a")
    try redecide("--move-up", "5")
    let next = try region.take(try bundle("5"))
    #expect(next.status == 0, "\(next.verdict)")
    #expect(try places(region) == places(city) + ["4 Приз жюри №9"])
  }

  @Test func `nobody else decides anew, neither before nor after the organiser`() throws {
    let first = try bundle("4")
    try revoke("a")
    try redecide("--move-up", "5")
    let fifth = try bundle("5")
    let empty = try region.take(strange(withoutAwards(fifth), 80, number: "77"))
    #expect(empty.status == 1)
    #expect(empty.verdict["diagnostics"].map("code").contains("GC-010-0008"), "\(empty.verdict)")
    #expect(try region.take(first).status == 0)
    let before = try places(region)
    for (message, number) in [(81, "5"), (82, "77")] {
      let refused = try region.take(strange(fifth, message, number: number))
      #expect(refused.status == 1)
      #expect(refused.verdict["diagnostics"].map("code").contains("GC-010-0008"), "\(refused.verdict)")
      #expect(try places(region) == before)
    }
    #expect(try region.take(fifth).status == 0)
    #expect(try places(region) == places(city))
  }

  @Test func `what a stranger tells of places to come keeps none of them out`() throws {
    let told = "<earlierPlace place=\"1\" protocol=\"4\" revokedOn=\"2020-04-06\" ground=\"other\"/>"
    let document = withoutAwards(try bundle("4")).replacing(
      /(?s)(<result id="a">(?:(?!<\/result>).)*<\/jurorTotal>)/
    ) { "\($0.output.1)\(told)" }
    let taken = try region.take(strange(document, 81, number: "88"))
    #expect(taken.status == 0, "\(taken.verdict)")
    let honest = try region.take(try bundle("4"))
    #expect(honest.status == 0, "\(honest.verdict)")
    #expect(try places(region) == places(city))
  }

  @Test func `copies of one contest that come by two ways are taken`() throws {
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "d", "--nomination", "jury", "--prize", "Приз жюри",
      "--protocol", "5", "--date", "2020-04-06")
    let other = try Self.receiver(of: city, "other")
    #expect(try other.take(try bundle("5")).status == 0)
    #expect(try region.take(try bundle("4")).status == 0)
    let passedOn = try region.take(try bundle("5", of: other))
    #expect(passedOn.status == 0, "\(passedOn.verdict)")
    #expect(try places(region) == places(city))
    // From the organiser it is the same, and nobody's but its own from then on.
    let own = try region.take(try bundle("5"))
    #expect(own.status == 0, "\(own.verdict)")
    #expect(try places(region) == places(city))
    try city.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "d", "--date", "2020-04-06", "--reason", "по ошибке")
    #expect(try region.take(try bundle("5")).status == 0)
    #expect(try places(region) == places(city))
  }

  @Test func `of its own protocol an office takes back what it gave, and redecides it`() throws {
    // The region got the announcement from the city; the protocols come through another office.
    let other = try Self.receiver(of: city, "other")
    #expect(try other.take(try bundle("4")).status == 0)
    let first = try bundle("4", of: other)
    try revoke("a")
    try redecide("--move-up", "5")
    #expect(try other.take(try bundle("5")).status == 0)
    for document in [first, try bundle("5", of: other), try bundle("4", of: other)] {
      let taken = try region.take(document)
      #expect(taken.status == 0, "\(taken.verdict)")
    }
    #expect(try places(region) == places(city))
    // The organiser takes them over as they are, and need not say of its own applications whose they are.
    for number in ["4", "5"] {
      let taken = try region.take(try bundle(number).unsealed.replacing(/\s*<source [^>]*>/, with: ""))
      #expect(taken.status == 0, "\(taken.verdict)")
      #expect(taken.verdict["rejected"] == 0)
    }
    #expect(try places(region) == places(city))
  }

  @Test func `a stranger changes nothing of who is admitted`() throws {
    #expect(try region.take(try bundle("4")).status == 0)
    let document = withoutAwards(try bundle("4"))
      .replacing(/(?s)<result id="c">.*?<\/result>/, with: Documents.result("c", isAdmitted: false))
    try #require(document.contains("notAdmitted"))
    let refused = try region.take(strange(document, 81, number: "9"))
    #expect(refused.status == 1)
    #expect(
      refused.verdict["diagnostics"].list.contains { $0["record"] == "c" && $0["code"] == "GC-010-0008" },
      "\(refused.verdict)")
    #expect(try region.json("entry", "show", "fair/3")["status"] == "participated")
  }
}
