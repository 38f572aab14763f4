import Foundation
import Testing

struct WinnerCommandTests {
  let laureat: Command

  init() throws {
    laureat = try Command(.admitted)
  }

  @discardableResult
  private func record(_ arguments: String...) throws -> Command.Result {
    try laureat.run(
      ["winner", "record", "--contest", "fair", "--protocol", "4", "--date", "2020-04-10"] + arguments)
  }

  private func winners() throws -> Value { try laureat.must("winner", "list", "--contest", "fair", "--json").json() }

  // MARK: One

  @Test(arguments: ["1", "fair/1", "a"])
  func `an entry is named by its number, alone or whole, or by its identifier`(name: String) throws {
    #expect(try record("--entry", name, "--place", "1").status == 0)
    #expect(
      try winners() == [
        [
          "contest": "fair", "nomination": "wood", "entry": "fair/1", "title": "Шкатулка", "applicant": "Группа a",
          "place": 1, "prize": .null, "protocol": "4", "date": "2020-04-10",
        ]
      ])
    #expect(try laureat.must("entry", "show", "fair/1", "--json").json()["status"] == "awarded")
  }

  @Test func `a special prize is won in a nomination that takes no applications`() throws {
    #expect(try record("--entry", "3", "--nomination", "jury", "--prize", "Приз жюри").status == 0)
    #expect(try winners()[0]["nomination"] == "jury")
    #expect(try winners()[0]["prize"] == "Приз жюри")
    #expect(try winners()[0]["place"] == .null)
  }

  @Test func `an entry with a place and a prize is one winner`() throws {
    try record("--entry", "1", "--place", "1")
    try record("--entry", "1", "--nomination", "jury", "--prize", "Приз жюри")
    #expect(try winners().list.count == 2)
    #expect(try laureat.must("contest", "show", "fair", "--json").json()["winners"] == 1)
  }

  @Test func `winners are listed by nomination, for programs and for people`() throws {
    try record("--entry", "1", "--place", "1")
    try record("--entry", "3", "--place", "1")
    let clay = try laureat.must("winner", "list", "--contest", "fair", "--nomination", "clay", "--json").json()
    #expect(clay.map("entry") == ["fair/3"])
    #expect(try laureat.must("winner", "list", "--contest", "fair").output.contains("fair/1"))
    #expect(try laureat("winner", "list", "--contest", "nowhere").status == 1)
  }

  @Test(arguments: [
    (["--entry", "5", "--place", "2"], "GC-040-0040"), (["--entry", "2", "--place", "1"], "GC-040-0043"),
    (["--entry", "2", "--place", "7"], "GC-040-0044"), (["--entry", "1", "--place", "2"], "GC-040-0047"),
    (["--entry", "3", "--nomination", "wood", "--place", "2"], "GC-040-0042"), (["--entry", "2"], "GC-040-0041"),
    (["--entry", "2", "--nomination", "stone", "--place", "2"], "GC-050-0002"),
    (["--entry", "77", "--place", "2"], "GC-050-0003"),
  ])
  func `what a rule forbids is refused with its code`(arguments: [String], code: String) throws {
    #expect(try record("--entry", "1", "--place", "1").status == 0)
    let before = try laureat.state()
    let result = try laureat.run(
      ["winner", "record", "--contest", "fair", "--protocol", "4", "--date", "2020-04-10"] + arguments)
    #expect(result.status == 1)
    #expect(result.errors.contains(code), "\(result.errors)")
    #expect(try laureat.state() == before)
  }

  @Test func `two special prizes do not come out of one`() throws {
    #expect(try record("--entry", "1", "--nomination", "jury", "--prize", "Приз жюри").status == 0)
    let second = try record("--entry", "2", "--nomination", "jury", "--prize", "Приз жюри")
    #expect(second.status == 1)
    #expect(second.errors.contains("GC-040-0045"))
  }

  @Test func `a protocol is not dated before applications closed, and has one day`() throws {
    let early = try laureat(
      "winner", "record", "--contest", "fair", "--entry", "1", "--place", "1", "--protocol", "4", "--date",
      "2020-03-20")
    #expect(early.status == 1)
    #expect(early.errors.contains("GC-040-0049"))
    try record("--entry", "1", "--place", "1")
    #expect(
      try laureat(
        "winner", "record", "--contest", "fair", "--entry", "2", "--place", "2", "--protocol", "4", "--date",
        "2020-04-11"
      ).status == 1)
  }

  @Test(arguments: [
    [], ["--entry", "1", "--from", "winners.csv"], ["--entry", "1", "--place", "0"], ["--entry", "1", "--place", "x"],
    ["--entry", "1", "--prize", " "],
  ])
  func `what says nothing sensible is a usage error`(arguments: [String]) throws {
    let result = try laureat.run(
      ["winner", "record", "--contest", "fair", "--protocol", "4", "--date", "2020-04-10"] + arguments)
    #expect(result.status == 64)
    #expect(try winners() == [])
  }

  @Test func `a dry run records nothing`() throws {
    let before = try laureat.bytes("store.sqlite")
    #expect(try record("--entry", "1", "--place", "1", "--dry-run").status == 0)
    #expect(try laureat.bytes("store.sqlite") == before)
  }

  // MARK: Revoked

  @Test func `a revoked place is free again and its entry a participant`() throws {
    try record("--entry", "1", "--place", "1")
    try laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "1", "--date", "2020-04-12", "--reason", "работа снята")
    #expect(try winners() == [])
    let entry = try laureat.must("entry", "show", "fair/1", "--json").json()
    #expect(entry["status"] == "participated")
    #expect(entry["history"].list.last?["reason"] == "работа снята")
    #expect(try laureat.must("contest", "show", "fair", "--json").json()["winners"] == 0)
    #expect(try record("--entry", "2", "--place", "1").status == 0)
  }

  @Test func `only what is named is revoked`() throws {
    try record("--entry", "1", "--place", "1")
    try record("--entry", "1", "--nomination", "jury", "--prize", "Приз жюри")
    try laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "1", "--nomination", "jury", "--date", "2020-04-12",
      "--reason", "ошибка")
    #expect(try winners().map("place") == [1])
    #expect(try laureat.must("entry", "show", "fair/1", "--json").json()["status"] == "awarded")
  }

  @Test func `a revocation needs something to revoke and a reason`() throws {
    let nothing = try laureat(
      "winner", "revoke", "--contest", "fair", "--entry", "1", "--date", "2020-04-12", "--reason", "так")
    #expect(nothing.status == 1)
    #expect(nothing.errors.contains("laureat winner list"))
    try record("--entry", "1", "--place", "1")
    #expect(try laureat("winner", "revoke", "--contest", "fair", "--entry", "1", "--date", "2020-04-12").status == 64)
    #expect(
      try laureat("winner", "revoke", "--contest", "fair", "--entry", "1", "--date", "2020-04-12", "--reason", " ")
        .status == 64)
    #expect(try winners().list.count == 1)
  }
}

extension PreparedStore {
  /// A contest with four admitted entries: 1 and 2 in wood, 3 and 4 in clay; 5 is only registered.
  static let admitted = PreparedStore { laureat in
    try laureat.must("import", "-", input: Documents.announcement())
    try laureat.must(
      "import", "-",
      input: Documents.applications(
        Documents.application("a"), Documents.application("b"), Documents.application("c", nomination: "clay"),
        Documents.application("d", nomination: "clay")))
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-04-01")
    try laureat.must("import", "-", input: Documents.applications(Documents.application("e"), message: 9))
  }
}
