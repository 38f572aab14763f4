import Foundation
import SeededGenerator
import Testing

/// Two offices send what they type, correct, withdraw and take back to a commission, over a way on which files get lost,
/// come twice and overtake each other. In the end the commission knows what they know.
struct SimulationTests {
  /// More of them with `LAUREAT_SIMULATIONS`.
  static let seeds = Array(
    1...(ProcessInfo.processInfo.environment["LAUREAT_SIMULATIONS"].flatMap { UInt64($0) } ?? 3))

  @Test(arguments: seeds)
  func `whatever gets lost, doubled or late, both sides agree in the end`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    let region = try Office("commission", title: "Областная комиссия")
    var cities = try ["city", "village"].map { Correspondent(try Office($0, title: "Администрация \($0)")) }
    _ = try region.take(Documents.announcement())
    for city in cities { _ = try city.office.take(Documents.announcement()) }

    for _ in 0..<60 {
      let index = Int.random(in: 0..<cities.count, using: &dice)
      try step(&cities[index], region, &dice)
    }
    for index in cities.indices { try cities[index].settle(Self.export, with: region) }
    for city in cities {
      try expectAgreement(city.office, region)
      try expectAnswers(city.office, region)
    }
    for office in cities.map(\.office) + [region] { try office.laureat.must("doctor") }
  }

  private static let export = ["applications", "--contest", "fair"]

  private func step(_ city: inout Correspondent, _ region: Office, _ dice: inout SplitMix64) throws {
    let numbers = try city.office.json("entry", "list", "--contest", "fair").list
      .filter { $0["status"] == "registered" }.compactMap(\.["registration"].string)
    switch Int.random(in: 0..<12, using: &dice) {
    case 0...2:
      city.typed += 1
      try city.office.laureat.must(
        "entry", "add", "--contest", "fair", "--nomination", Int.random(in: 0..<2, using: &dice) == 0 ? "wood" : "clay",
        "--title",
        "Работа \(city.office.id) \(city.typed)", "--group", "Группа \(city.typed)", "--date", "2020-03-10",
        "--processing-consent")
    case 3...4:
      guard !numbers.isEmpty else { return }
      try city.office.laureat.must(
        "entry", "edit", numbers[Int.random(in: 0..<numbers.count, using: &dice)], "--works",
        String(Int.random(in: 0..<90, using: &dice)))
    case 5:
      guard !numbers.isEmpty else { return }
      try city.office.laureat.must(
        "entry", "withdraw", numbers[Int.random(in: 0..<numbers.count, using: &dice)], "--date", "2020-03-20",
        "--reason", "по просьбе")
    case 6: try city.undo("entry.", &dice)
    case 7...8: city.there.put(try city.send(Self.export), &dice)
    default: try city.carry(to: region, &dice)
    }
  }

  /// Each message stands as the commission has it, whatever receipts were made for it before, and came after. What it
  /// refused whole it has not kept.
  private func expectAnswers(_ city: Office, _ region: Office) throws {
    let taken = Dictionary(
      try region.json("message", "list", "--direction", "in").list.map { ($0["messageID"], $0) },
      uniquingKeysWith: { $1 })
    func outcome(_ message: Value) -> [Value] {
      ["status", "accepted", "updated", "unchanged", "rejected"].map { message[$0] }
    }
    for message in try city.json("message", "list", "--direction", "out").list {
      if let there = taken[message["messageID"]] {
        #expect(outcome(message) == outcome(there))
      } else {
        #expect(message["status"] == "rejected")
        #expect(message["accepted"] == 0)
      }
    }
  }

  private func expectAgreement(_ city: Office, _ region: Office) throws {
    func standing(_ office: Office) throws -> [Value: Value] {
      let entries = try office.json("entry", "list", "--contest", "fair").list.filter {
        $0["status"] == "registered" && $0["title"].string?.contains(city.id) == true
      }
      return Dictionary(uniqueKeysWithValues: entries.map { ($0["title"], $0["works"]) })
    }
    #expect(try standing(city) == standing(region))
  }
}
