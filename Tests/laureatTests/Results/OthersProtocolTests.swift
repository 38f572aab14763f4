import Foundation
import Testing

/// Whose decision a place is, and who may take it back.
struct OthersProtocolTests {
  private let city: Office
  private let region: Office

  init() throws {
    let contest = try JudgedContest.scoredInOrder()
    try #require(try contest.record().status == 0)
    city = contest.office
    region = try Office("region", title: "Министерство")
    try send(from: city, to: region)
  }

  private func send(from sender: Office, to receiver: Office) throws {
    for what in ["announcement", "applications", "results"] {
      #expect(try receiver.take(try sender.send(what, "--contest", "fair")).status == 0)
    }
  }

  private func revoke(_ entry: String, by office: Office) throws -> Command.Result {
    try office.laureat(
      "winner", "revoke", "--contest", "fair", "--entry", entry, "--date", "2020-04-06", "--ground", "violation",
      "--reason", "чужая работа")
  }

  private func places(_ office: Office) throws -> [String] {
    try office.json("winner", "list", "--contest", "fair").list.map { winner in
      "\(winner["entry"].string?.suffix(1) ?? "") \(winner["place"].int ?? 0) №\(winner["protocol"].string ?? "")"
    }
  }

  private func expectProof(_ office: Office, _ numbers: String...) throws {
    for number in numbers {
      try office.laureat.must("export", "results", "--contest", "fair", "--protocol", number, "-o", "proof.xml")
      let verdict = try office.laureat("verify", "proof.xml")
      #expect(verdict.status == 0, "\(office.id) №\(number): \(verdict.errors)")
    }
  }

  @Test func `a place of a received protocol is not taken back here, and the answer names who does`() throws {
    let before = (try places(region), try region.json("history").list.count)
    let refused = try revoke("a", by: region)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("GC-010-0008"), "\(refused.errors)")
    #expect(refused.errors.contains("the protocol 4 was sent by city"))
    #expect(refused.errors.contains("laureat import"))
    #expect(try places(region) == before.0)
    #expect(try region.json("history").list.count == before.1)
    try expectProof(region, "4")
  }

  @Test func `nothing is written into a received protocol, whether typed or read from a table`() throws {
    let before = try places(region)
    try region.laureat.write("заявка;номинация;приз\n3;jury;Приз жюри\n", to: "prizes.csv")
    for award in [
      ["--entry", "3", "--nomination", "jury", "--prize", "Приз жюри"], ["--from", "prizes.csv"],
    ] {
      let refused = try region.laureat.run(
        ["winner", "record", "--contest", "fair", "--protocol", "4", "--date", "2020-04-05"] + award)
      #expect(refused.status == 1)
      #expect(refused.errors.contains("GC-040-0204"), "\(refused.errors)")
    }
    #expect(try places(region) == before)
    // In a protocol of its own it is the region's decision, and the region takes it back.
    try region.laureat.must(
      "winner", "record", "--contest", "fair", "--protocol", "1-р", "--date", "2020-04-05", "--from", "prizes.csv")
    try region.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "3", "--date", "2020-04-06", "--reason", "пересмотр")
    #expect(try places(region) == before)
  }

  @Test(arguments: [["4"], ["5"], ["5", "4"]])
  func `what its organiser takes back goes from office to office, and stays proved at each`(sent: [String]) throws {
    let ministry = try Office("ministry", title: "Ведомство")
    try send(from: region, to: ministry)
    #expect(try revoke("a", by: ministry).errors.contains("sent by region"))
    try #require(try revoke("a", by: city).status == 0)
    if sent != ["4"] {
      try city.laureat.must(
        "winner", "record", "--contest", "fair", "--all", "--protocol", "5", "--date", "2020-04-07", "--move-up",
        "wood", "--reason", "положение")
    }
    for (sender, receiver) in [(city, region), (region, ministry)] {
      for number in sent {
        let taken = try receiver.take(try sender.send("results", "--contest", "fair", "--protocol", number))
        #expect(taken.status == 0, "\(taken.verdict)")
      }
      #expect(try places(receiver) == places(city))
      for number in Set(sent + ["4"]).sorted() { try expectProof(receiver, number) }
      #expect(try receiver.laureat("doctor").status == 0)
    }
    #expect(try places(ministry) == (sent == ["4"] ? ["2 2 №4", "5 1 №4"] : ["2 1 №5", "3 2 №5", "5 1 №4"]))
  }

  @Test(arguments: ["city", "culture", nil])
  func `a document of our own, or on a contest we organise, is ours to take back, and stays proved`(
    sender: String?
  ) throws {
    let office = try Office("city", title: "Администрация города")
    for what in ["announcement", "applications"] {
      #expect(try office.take(try city.send(what, "--contest", "fair")).status == 0)
    }
    var results = String(decoding: try city.send("results", "--contest", "fair"), as: UTF8.self).unsealed
    if let sender {
      results = results.replacing("<sender id=\"city\">", with: "<sender id=\"\(sender)\">")
    } else {
      // The administration keeps the records of a contest that its department of culture organises.
      results = results.replacing("<organiser id=\"city\">", with: "<organiser id=\"culture\">")
    }
    let taken = try office.take(results)
    #expect(taken.status == 0, "\(taken.verdict)")
    let revoked = try revoke("a", by: office)
    #expect(revoked.status == 0, "\(revoked.errors)")
    #expect(try places(office) == ["2 2 №4", "5 1 №4"])
    try expectProof(office, "4")
  }
}
