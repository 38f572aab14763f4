import Foundation
import Testing

/// Two offices send what they type, correct and withdraw to a commission, over a way on which files get lost, come
/// twice and overtake each other. In the end the commission knows what they know.
struct SimulationTests {
  /// One way: files wait on it, and may be taken from anywhere in it.
  private struct Way {
    private var files: [Data] = []

    mutating func put(_ file: Data, _ dice: inout SplitMix64) {
      switch Int.random(in: 0..<10, using: &dice) {
      case 0...2: return
      case 3...4: files += [file, file]
      default: files.append(file)
      }
    }

    mutating func take(_ dice: inout SplitMix64) -> Data? {
      files.isEmpty ? nil : files.remove(at: Int.random(in: 0..<files.count, using: &dice))
    }
  }

  private struct City {
    let office: Office
    var there = Way()
    var back = Way()
    /// What it keeps of what it sent, by message.
    var sent: [String: Data] = [:]
    var typed = 0
  }

  /// More of them with `LAUREAT_SIMULATIONS`.
  private static let seeds = Array(
    1...(ProcessInfo.processInfo.environment["LAUREAT_SIMULATIONS"].flatMap { UInt64($0) } ?? 3))

  @Test(arguments: seeds)
  func `whatever gets lost, doubled or late, both sides agree in the end`(seed: UInt64) throws {
    var dice = SplitMix64(seed: seed)
    let region = try Office("commission", title: "Областная комиссия")
    var cities = try ["city", "village"].map { City(office: try Office($0, title: "Администрация \($0)")) }
    _ = try region.take(Documents.announcement())
    for city in cities { _ = try city.office.take(Documents.announcement()) }

    for _ in 0..<60 {
      let index = Int.random(in: 0..<cities.count, using: &dice)
      try step(&cities[index], region, &dice)
    }
    for index in cities.indices { try settle(&cities[index], region) }
    for city in cities {
      try expectAgreement(city.office, region)
      try expectAnswers(city.office, region)
    }
    for office in cities.map(\.office) + [region] { try office.laureat.must("doctor") }
  }

  private func step(_ city: inout City, _ region: Office, _ dice: inout SplitMix64) throws {
    let numbers = try city.office.json("entry", "list", "--contest", "fair").list
      .filter { $0["status"] == "registered" }.compactMap(\.["registration"].string)
    switch Int.random(in: 0..<10, using: &dice) {
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
    case 6...7: city.there.put(try send(&city), &dice)
    case 8:
      guard let file = city.there.take(&dice), let receipt = try region.take(file).receipt else { return }
      city.back.put(receipt, &dice)
    default:
      guard let receipt = city.back.take(&dice) else { return }
      #expect(try city.office.take(receipt).status == 0)
    }
  }

  private func send(_ city: inout City) throws -> Data {
    let file = try city.office.send("applications", "--contest", "fair")
    let id = try #require(
      String(decoding: file, as: UTF8.self).firstMatch(of: /<messageID>([^<]*)<\/messageID>/)?.1)
    city.sent[String(id)] = file
    return file
  }

  /// What a clerk does at the end: sends again, in order, what was not answered; then what is left.
  private func settle(_ city: inout City, _ region: Office) throws {
    func deliver(_ file: Data) throws -> Value {
      let answer = try region.take(file)
      let receipt = try #require(answer.receipt)
      #expect(try city.office.take(receipt).status == 0)
      return answer.verdict
    }
    // Also those that later ones took the place of: a correction must not be skipped.
    let waiting = try city.office.json("message", "list", "--direction", "out").list.filter {
      $0["answered"] == .bool(false)
    }
    for message in waiting {
      let file = try #require(message["messageID"].string.flatMap { city.sent[$0] })
      _ = try deliver(file)
    }
    for _ in 0..<5 {
      let verdict = try deliver(try send(&city))
      if verdict["rejected"] == 0 { break }
    }
    #expect(try city.office.json("message", "list", "--unanswered").list.isEmpty)
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
    // There is nothing left to send: the last message came and was taken whole.
    #expect(try region.take(try city.send("applications", "--contest", "fair")).verdict["status"] == "duplicate")
    func standing(_ office: Office) throws -> [Value: Value] {
      let entries = try office.json("entry", "list", "--contest", "fair").list.filter {
        $0["status"] == "registered" && $0["title"].string?.contains(city.id) == true
      }
      return Dictionary(uniqueKeysWithValues: entries.map { ($0["title"], $0["works"]) })
    }
    #expect(try standing(city) == standing(region))
  }
}
