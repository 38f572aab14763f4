import Foundation
import SeededGenerator
import Testing

/// A city gives awards, revokes them and takes such acts back, while its winners go on to the region over a bad way. In
/// the end the region knows who has won, and what.
struct StageSimulationTests {
  private static let export = ["applications", "--contest", "fair", "--stage", "fair-region"]

  private static var stage: String {
    Documents.announcement(
      id: "fair-region", message: 50, title: "Областная ярмарка", level: "regional", sender: Documents.sender
    ).replacing(
      Documents.organiser, with: "<organiser id=\"commission\"><title>Областная комиссия</title></organiser>"
    ).replacing("2020-03-01", with: "2020-04-15").replacing("2020-03-31", with: "2020-05-31")
  }

  @Test(arguments: SimulationTests.seeds)
  func `whatever is given, revoked and taken back, the region knows the winners in the end`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    let region = try Office("commission", title: "Областная комиссия")
    let office = try Office("city", title: "Администрация города")
    for each in [office, region] { _ = try each.take(Self.stage) }
    _ = try office.take(Documents.announcement())
    _ = try office.take(
      Documents.applications(
        Documents.application("a"), Documents.application("b"), Documents.application("c", nomination: "clay"),
        Documents.application("d", nomination: "clay")))
    try office.laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-04-02")
    // There is always one, or nothing would go out.
    try give("4", "Приз за верность", by: office)

    let start = try office.json("history").list.count + 1
    var city = Correspondent(office)
    for _ in 0..<50 { try step(&city, region, since: start, &dice) }
    try city.settle(Self.export, with: region)
    try expectAgreement(city, region)
    for each in [office, region] { try each.laureat.must("doctor") }
  }

  private func give(_ entry: String, _ prize: String, by office: Office) throws {
    try office.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", entry, "--prize", prize, "--protocol", "7", "--date",
      "2020-04-10")
  }

  private func step(
    _ city: inout Correspondent, _ region: Office, since start: Int, _ dice: inout SplitMix64
  ) throws {
    let entry = String(Int.random(in: 1...3, using: &dice))
    switch Int.random(in: 0..<12, using: &dice) {
    case 0...2:
      city.typed += 1
      try give(entry, "Приз \(city.typed)", by: city.office)
    case 3:
      _ = try city.office.laureat(
        "winner", "revoke", "--contest", "fair", "--entry", entry, "--date", "2020-04-10", "--reason", "ошибка")
    case 4...5: try city.undo("winner.", since: start, &dice)
    case 6...8: city.there.put(try city.send(Self.export), &dice)
    default: try city.carry(to: region, &dice)
    }
  }

  private func expectAgreement(_ city: Correspondent, _ region: Office) throws {
    let winners = Set(
      try city.office.json("winner", "list", "--contest", "fair").list.compactMap { $0["entry"].string })
    let standing = winners.map { $0.replacing("/", with: ".") }.filter { !city.hasWithdrawn($0) }
    let entries = try region.json("entry", "list", "--contest", "fair-region").list
    #expect(
      Set(entries.filter { $0["status"] == "registered" }.compactMap { $0["id"].string }) == Set(standing))
    // The same prizes: what the city says of its winners the region says too.
    let told = try region.laureat.must("export", "applications", "--contest", "fair-region").output
    let said = try city.office.laureat.run(["export"] + Self.export).output
    func prizes(_ text: String) -> [String] { text.matches(of: /<prize>[^<]*<\/prize>/).map { String($0.0) }.sorted() }
    #expect(prizes(told) == prizes(said))
  }
}
