import Foundation
import Testing

/// Several protocols of one organiser, in whatever order they come.
struct ProtocolsInAnyOrderTests {
  private let city: Office
  private let region: Office

  init() throws {
    let contest = try JudgedContest.scoredInOrder()
    city = contest.office
    region = try Office("region", title: "Министерство")
    for what in ["announcement", "applications"] {
      #expect(try region.take(try city.send(what, "--contest", "fair")).status == 0)
    }
  }

  private func decide(_ number: String, on date: String, _ more: String...) throws {
    try city.laureat.must(
      ["winner", "record", "--contest", "fair", "--all", "--protocol", number, "--date", date] + more)
  }

  private func prize(_ entry: String, _ number: String, on date: String) throws {
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", entry, "--nomination", "jury", "--prize", "Приз жюри",
      "--protocol", number, "--date", date)
  }

  private func bundle(_ number: String) throws -> Data {
    try city.send("results", "--contest", "fair", "--protocol", number)
  }

  private func places(_ office: Office) throws -> [String] {
    try office.json("winner", "list", "--contest", "fair").list.map { winner in
      "\(winner["entry"].string?.suffix(1) ?? "") \(winner["place"].int ?? 0) №\(winner["protocol"].string ?? "")"
    }
  }

  private func statuses(_ office: Office) throws -> [String?] {
    try office.json("entry", "list", "--contest", "fair").list.map { $0["status"].string }
  }

  @Test(arguments: [["0", "1", "2"], ["1", "0", "2"], ["2", "1", "0"]])
  func `protocols that decide each a part are all taken`(order: [String]) throws {
    try prize("d", "0", on: "2020-04-04")
    try decide("1", on: "2020-04-05")
    try city.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "d", "--nomination", "jury", "--date", "2020-04-05",
      "--reason", "по ошибке")
    try prize("c", "2", on: "2020-04-06")
    for number in order {
      let taken = try region.take(try bundle(number))
      #expect(taken.status == 0, "\(number): \(taken.verdict)")
    }
    #expect(try places(region) == places(city))
    #expect(try statuses(region) == statuses(city))
    #expect(try region.laureat("doctor").status == 0)
  }

  @Test(arguments: [
    ["5", "old"], ["5", "4"], ["old", "5", "4"], ["5", "4", "old"], ["old", "4", "5"], ["4", "5", "old"],
  ])
  func `an old protocol gives back nothing that a newer one tells was taken back`(order: [String]) throws {
    try decide("4", on: "2020-04-05")
    var documents = ["old": try bundle("4")]
    try city.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "a", "--date", "2020-04-06", "--reason", "чужая работа")
    try decide("5", on: "2020-04-07", "--move-up", "wood", "--reason", "положение")
    documents["4"] = try bundle("4")
    documents["5"] = try bundle("5")
    var changing: [Bool] = []
    for name in order {
      let taken = try region.take(try #require(documents[name]))
      // What gives back a place that is known to have been taken back contradicts what came before.
      #expect(taken.status == (name == "old" && !changing.isEmpty ? 3 : 0), "\(name): \(taken.verdict)")
      changing.append(taken.verdict["accepted"].int ?? 0 > 0)
    }
    #expect(try places(region) == ["2 1 №5", "3 2 №5", "5 1 №4"])
    #expect(try places(region) == places(city))
    #expect(try statuses(region) == statuses(city))
    #expect(try region.laureat("doctor").status == 0)
    // Each that changed something is one act, and can be taken back as it came.
    let imports = try region.json("history").list.filter { $0["kind"] == "import" }.compactMap { $0["id"].int }
    for (id, changes) in Array(zip(imports.dropFirst(2), changing)).reversed() where changes {
      try region.laureat.must("undo", String(id))
    }
    #expect(try places(region) == [])
    #expect(try region.laureat("doctor").status == 0)
  }
}
