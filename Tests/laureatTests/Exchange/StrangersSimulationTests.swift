import Foundation
import SeededGenerator
import Testing

/// Protocols of a contest reach two receivers in the same order; at one of them a stranger's come between. Wherever the
/// stranger's are in the way, the office takes them back as it is told. In the end both know the same decisions of those
/// who speak for the contest.
struct StrangersSimulationTests {
  /// The documents by what they are, as the organiser sends them.
  private let honest: [String: String]
  private let forged: [String]
  private let announcement: String
  private let applications: Data

  init() throws {
    let contest = try JudgedContest.scoredInOrder()
    try #require(try contest.record().status == 0)
    let city = contest.office
    func bundle(_ number: String) throws -> String {
      String(decoding: try city.send("results", "--contest", "fair", "--protocol", number), as: UTF8.self)
    }
    announcement = String(decoding: try city.send("announcement", "--contest", "fair"), as: UTF8.self)
      .replacing("<sender id=\"city\">", with: "<sender id=\"region\">")
    applications = try city.send("applications", "--contest", "fair")
    var documents = ["old": try bundle("4")]
    try city.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "a", "--date", "2020-04-06", "--reason", "чужая работа")
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--all", "--protocol", "5", "--date", "2020-04-07", "--move-up", "wood",
      "--reason", "положение")
    documents["4"] = try bundle("4")
    documents["5"] = try bundle("5")
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "d", "--nomination", "jury", "--prize", "Приз жюри",
      "--protocol", "6", "--date", "2020-04-08")
    documents["6"] = try bundle("6")
    honest = documents
    forged = documents.sorted { $0.key < $1.key }.flatMap { [$0.value, Self.exchangingPlaces($0.value)] }
  }

  private static func exchangingPlaces(_ document: String) -> String {
    document.replacing("<award place=\"1\"", with: "<award place=\"9\"")
      .replacing("<award place=\"2\"", with: "<award place=\"1\"")
      .replacing("<award place=\"9\"", with: "<award place=\"2\"")
  }

  private func sent(_ document: String, by sender: String, _ message: Int) -> String {
    document.unsealed.replacing("<sender id=\"city\">", with: "<sender id=\"\(sender)\">")
      .replacing(/<messageID>.*?<\/messageID>/, with: "<messageID>\(Documents.messageID(message))</messageID>")
  }

  private func receiver() throws -> Office {
    let office = try Office("ministry", title: "Министерство")
    #expect(try office.take(announcement).status == 0)
    #expect(try office.take(applications).status == 0)
    return office
  }

  private func decisions(_ office: Office, of numbers: Set<String>) throws -> [String] {
    try office.json("winner", "list", "--contest", "fair").list.compactMap { winner in
      let number = winner["protocol"].string ?? ""
      guard numbers.contains(number) else { return nil }
      let award = winner["place"].int.map(String.init) ?? winner["prize"].string ?? ""
      return "\(winner["nomination"].string ?? "") \(winner["entry"].string ?? "") \(award) №\(number)"
    }
  }

  /// Takes an act back, and before it what was built on it.
  private func takeBack(_ event: String, at office: Office) throws {
    let result = try office.laureat("undo", event, "--lang", "en")
    if result.status == 0 { return }
    let later = try #require(
      result.errors.matches(of: /№ (\d+)/).compactMap { Int($0.1) }.max(), "\(event): \(result.errors)")
    try takeBack(String(later), at: office)
    try takeBack(event, at: office)
  }

  /// Takes a document of somebody who speaks for the contest in, and what is in its way out.
  ///
  /// - Returns: true where something was taken out.
  private func insist(on document: String, at office: Office) throws -> Bool {
    try office.laureat.write(document, to: "honest.xml")
    var hasTakenBack = false
    for _ in 0..<9 {
      let result = try office.laureat("import", "honest.xml", "--lang", "en")
      guard result.errors.contains("who does not speak for the contest"),
        let event = result.errors.firstMatch(of: /laureat undo (\d+)/)?.1
      else { return hasTakenBack }
      #expect(result.status == 1, "\(result.errors)")
      try takeBack(String(event), at: office)
      hasTakenBack = true
    }
    Issue.record("something is always in the way")
    return hasTakenBack
  }

  @Test(arguments: SimulationTests.seeds)
  func `whatever a stranger sends, what was decided stays, and comes through`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    let (alone, beset) = (try receiver(), try receiver())
    var numbers: Set<String> = []
    var taken: [String] = []
    for step in 0..<7 {
      if Bool.random(using: &dice) {
        let document = forged[Int.random(in: 0..<forged.count, using: &dice)]
        let number = ["4", "5", "6", "9", "77"].randomElement(using: &dice) ?? "9"
        let before = try decisions(beset, of: numbers)
        _ = try beset.take(
          sent(document, by: "stranger", 900 + step).replacing(
            /<protocol number="[^"]*"/, with: "<protocol number=\"\(number)\""))
        #expect(try decisions(beset, of: numbers) == before, "\(step): № \(number)")
      }
      let name = honest.keys.sorted()[Int.random(in: 0..<honest.count, using: &dice)]
      let sender = Bool.random(using: &dice) ? "city" : "region"
      let document = sent(try #require(honest[name]), by: sender, 100 + step)
      numbers.insert(name == "old" ? "4" : name)
      taken.append(document)
      _ = try alone.take(document)
      if try insist(on: document, at: beset) {
        // What stood in the way may have had honest ones built on it, which come again.
        for document in taken { _ = try insist(on: document, at: beset) }
      }
      #expect(try decisions(beset, of: numbers) == decisions(alone, of: numbers), "\(step): \(name) of \(sender)")
    }
    #expect(try beset.laureat("doctor").status == 0)
  }
}
