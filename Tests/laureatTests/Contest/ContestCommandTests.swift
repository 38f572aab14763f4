import Foundation
import Testing

struct ContestCommandTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
    try laureat.must("organisation", "self", "--id", "city", "--title", "Администрация города")
  }

  @discardableResult
  private func create(_ arguments: String...) throws -> Command.Result {
    try laureat.run(
      ["contest", "create", "--id", "fair", "--title", "Ярмарка", "--year", "2020"] + arguments)
  }

  @Test func `a created contest is listed and shown`() throws {
    #expect(
      try create(
        "--date", "2020-02-01", "--territory", "32701000", "--nomination", "wood=Дерево", "--nomination",
        "jury+=Приз жюри", "--opens", "2020-03-01", "--closes", "2020-03-31"
      ).status == 0)
    let contest = try laureat.must("contest", "show", "fair", "--json").json()
    #expect(contest["title"] == "Ярмарка")
    #expect(contest["organiser"] == "Администрация города")
    #expect(contest["level"] == "municipal")
    #expect(contest["status"] == "announced")
    #expect(contest["territory"] == "32701000")
    #expect(contest["nominations"].map("id") == ["wood", "jury"])
    #expect(contest["participants"] == .null)
    #expect(try laureat.must("contest", "list").output.contains("Ярмарка"))
    #expect(try laureat.must("contest", "show", "fair").output.contains("Приз жюри"))
  }

  @Test func `a contest without a day of announcement is a draft`() throws {
    try create()
    #expect(try laureat.must("contest", "show", "fair", "--json").json()["status"] == "draft")
  }

  @Test func `an identifier is used once`() throws {
    try create()
    let again = try create()
    #expect(again.status == 1)
    #expect(again.errors.contains("GC-040-0020"))
  }

  @Test func `a contest needs an organiser`() throws {
    let other = try Command()
    let result = try other("contest", "create", "--id", "fair", "--title", "Ярмарка", "--year", "2020")
    #expect(result.status == 1)
    #expect(result.errors.contains("laureat organisation self"))
    try other.must("organisation", "add", "--id", "school", "--title", "Школа")
    try other.must("contest", "create", "--id", "fair", "--title", "Ярмарка", "--year", "2020", "--organiser", "school")
    #expect(try other.must("contest", "show", "fair", "--json").json()["organiser"] == "Школа")
  }

  @Test(arguments: [
    ["--nomination", "wood"], ["--nomination", "=Дерево"], ["--prize", "first=Диплом"], ["--prize", "1:0=Диплом"],
    ["--prize", "Диплом"], ["--opens", "2020-02-30"], ["--level", "galactic"],
  ])
  func `what cannot be read is a usage error and creates nothing`(arguments: [String]) throws {
    let result = try laureat.run(
      ["contest", "create", "--id", "fair", "--title", "Ярмарка", "--year", "2020"] + arguments)
    #expect(result.status == 64)
    #expect(!result.errors.isEmpty)
    #expect(try laureat.must("contest", "list", "--json").json() == [])
  }

  @Test func `days out of order are refused by their rule`() throws {
    let result = try create("--opens", "2020-04-01", "--closes", "2020-03-01")
    #expect(result.status == 1)
    #expect(result.errors.contains("GC-040-0023"))
  }

  @Test func `an ОКТМО is checked`() throws {
    #expect(try create("--territory", "3270").status == 64)
  }

  @Test func `contests are listed by year, territory and status`() throws {
    let samples = try Command(.samples)
    func ids(_ arguments: String...) throws -> Int {
      try samples.run(["contest", "list", "--json"] + arguments).json().list.count
    }
    #expect(try ids("--year", "2020") == 8)
    #expect(try ids("--year", "2019") == 0)
    #expect(try ids("--territory", "32704000") == 2)
    #expect(try ids("--territory", "3270") == 8)
    #expect(try ids("--status", "completed") == 4)
    #expect(try ids("--status", "draft") == 0)
  }

  @Test func `a status follows another with its day, and the history tells them all`() throws {
    try create("--date", "2020-02-01")
    try laureat.must("contest", "status", "fair", "open", "--date", "2020-03-01")
    let history = try laureat.must("contest", "status", "fair", "--json").json()
    #expect(history.map("status") == ["announced", "open"])
    #expect(history.map("date") == ["2020-02-01", "2020-03-01"])
    #expect(try laureat.must("contest", "status", "fair").output.contains("open"))
  }

  @Test func `a status that does not follow is refused and names those that may`() throws {
    try create()
    let result = try laureat("contest", "status", "fair", "completed", "--date", "2020-05-01")
    #expect(result.status == 1)
    #expect(result.errors.contains("GC-040-0203"))
    #expect(result.errors.contains("announced"))
    #expect(try laureat.must("contest", "show", "fair", "--json").json()["status"] == "draft")
  }

  @Test func `a status dated before the last one is refused`() throws {
    try create("--date", "2020-02-01")
    #expect(try laureat("contest", "status", "fair", "open", "--date", "2020-01-01").status == 1)
  }

  @Test func `a cancellation needs its reason, and a change its day`() throws {
    try create("--date", "2020-02-01")
    let cancelled = try laureat("contest", "status", "fair", "cancelled", "--date", "2020-03-01")
    #expect(cancelled.status == 1)
    #expect(cancelled.errors.contains("--reason"))
    #expect(try laureat("contest", "status", "fair", "open").status == 64)
    try laureat.must("contest", "status", "fair", "cancelled", "--date", "2020-03-01", "--reason", "карантин")
    #expect(try laureat.must("contest", "status", "fair", "--json").json().list.last?["reason"] == "карантин")
  }

  @Test func `dry runs change nothing`() throws {
    #expect(try laureat("contest", "create", "--id", "x", "--title", "X", "--year", "2020", "--dry-run").status == 0)
    #expect(try laureat.must("contest", "list", "--json").json() == [])
    try create("--date", "2020-02-01")
    try laureat.must("contest", "status", "fair", "open", "--date", "2020-03-01", "--dry-run")
    #expect(try laureat.must("contest", "show", "fair", "--json").json()["status"] == "announced")
  }

  @Test func `an unknown contest is refused with a hint`() throws {
    for command in [["show"], ["status"]] {
      let result = try laureat.run(["contest"] + command + ["nowhere"])
      #expect(result.status == 1)
      #expect(result.errors.contains("GC-050-0001"))
      #expect(result.errors.contains("laureat contest list"))
    }
  }
}
