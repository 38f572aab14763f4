import Foundation
import Testing

/// An import or a bulk act can be taken back while nothing later builds on it.
struct UndoTests {
  let office: Office
  var laureat: Command { office.laureat }

  init() throws {
    office = try Office("city", title: "Администрация города")
    _ = try office.take(Documents.announcement())
  }

  private func lastEvent() throws -> String {
    String(try #require(try office.json("history").list.last?["id"].int))
  }

  private func takeApplications(message: Int = 2) throws -> String {
    let taken = try office.take(
      Documents.applications(
        Documents.application("a", participants: 3), Documents.application("b"), message: message))
    #expect(taken.status == 0)
    return try lastEvent()
  }

  @Test func `an import taken back leaves the store as it was, and may come again`() throws {
    let before = try laureat.state()
    let event = try takeApplications()
    let after = try laureat.state()
    try laureat.must("undo", event, "--reason", "не тот файл")
    #expect(try laureat.state() == before)
    #expect(try office.json("message", "list").list.last?["status"] == "takenBack")
    // Numbers are never given twice.
    _ = try takeApplications()
    #expect(try office.json("entry", "list").map("registration") == ["fair/3", "fair/4"])
    #expect(try laureat.state().contests == after.contests)
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `an act takes back nothing but what it did`() throws {
    try laureat.must("organisation", "self", "--id", "city", "--title", "Мэрия")
    try laureat.must("organisation", "add", "--id", "school", "--title", "Школа")
    try laureat.must("undo", try lastEvent())
    #expect(try office.json("organisation", "list").map("id") == ["city"])
    #expect(try office.json("organisation", "self")["title"] == "Мэрия")
    try laureat.must("undo", "3")
    #expect(try office.json("organisation", "self")["title"] == "Администрация города")
  }

  @Test func `a dry run only shows`() throws {
    let event = try takeApplications()
    let before = try laureat.state()
    #expect(try laureat.must("undo", event, "--dry-run").output.contains(event))
    #expect(try laureat.state() == before)
    try laureat.must("undo", event)
  }

  @Test func `a correction taken back brings the earlier version back`() throws {
    _ = try takeApplications()
    let before = try laureat.state()
    _ = try office.take(
      Documents.applications(Documents.application("a", title: "Ларец", works: 2, correction: 1), message: 3))
    #expect(try laureat.state() != before)
    try laureat.must("undo", try lastEvent())
    #expect(try laureat.state() == before)
  }

  @Test func `a withdrawal taken back lets the entry stand`() throws {
    _ = try takeApplications()
    let before = try laureat.state()
    _ = try office.take(Documents.applications(Documents.withdrawal("a"), message: 3))
    try laureat.must("undo", try lastEvent())
    #expect(try laureat.state() == before)
  }

  @Test func `what a later act builds on stays, and the act is named`() throws {
    let event = try takeApplications()
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25")
    let admitted = try lastEvent()
    let state = try laureat.state()
    let refused = try laureat("undo", event, "--lang", "ru")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("GC-010-0012"))
    #expect(refused.errors.contains("№ \(admitted) (заявки допущены"))
    #expect(try laureat.state() == state)
    try laureat.must("undo", admitted)
    try laureat.must("undo", event)
    #expect(try office.json("entry", "list").list.isEmpty)
  }

  @Test func `an announcement stays while entries stand in its contest`() throws {
    let announcement = try lastEvent()
    let event = try takeApplications()
    let refused = try laureat("undo", announcement)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("no. \(event)") || refused.errors.contains("№ \(event)"))
    try laureat.must("undo", event)
    try laureat.must("undo", announcement)
    #expect(try office.json("contest", "list").list.isEmpty)
  }

  @Test func `a protocol taken back takes its winners, states and the end of the contest with it`() throws {
    _ = try takeApplications()
    let before = try laureat.state()
    _ = try office.take(
      Documents.results(
        Documents.result("a", "<award place=\"1\"/>"), Documents.result("b", isAdmitted: false)))
    #expect(try office.json("contest", "show", "fair")["status"] == "completed")
    try laureat.must("undo", try lastEvent())
    #expect(try laureat.state() == before)
  }

  @Test func `what was sent on is not taken back`() throws {
    let event = try takeApplications()
    _ = try office.send("applications", "--contest", "fair")
    let refused = try laureat("undo", event)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("export"))
    #expect(try laureat("undo", try lastEvent()).status == 1)
  }

  @Test func `one expense of two is taken back, whichever it is`() throws {
    _ = try office.take(Documents.portfolio(Documents.project()))
    try laureat.must("grant", "spend", "garden", "--amount", "100", "--date", "2020-04-01")
    let first = try lastEvent()
    try laureat.must("grant", "spend", "garden", "--amount", "30", "--date", "2020-04-02")
    try laureat.must("undo", first)
    #expect(try office.json("grant", "show", "garden")["spent"] == "25030.50")
    try laureat.must("undo", String(try #require(Int(first)) + 1))
    #expect(try office.json("grant", "show", "garden")["spent"] == "25000.50")
  }

  @Test func `a portfolio taken back takes its funder along, unless others need it`() throws {
    _ = try office.take(Documents.portfolio(Documents.project()))
    let first = try lastEvent()
    _ = try office.take(Documents.portfolio(Documents.project("orchard", title: "Роща"), message: 5))
    try laureat.must("undo", first)
    #expect(try office.json("funder", "list").map("projects") == [1])
    try laureat.must("undo", String(try #require(Int(first)) + 1))
    #expect(try office.json("grant", "list").list.isEmpty)
  }

  @Test func `typed acts are taken back`() throws {
    let before = try laureat.state()
    try laureat.must(
      "entry", "add", "--contest", "fair", "--nomination", "wood", "--title", "Ложка", "--group", "Семья", "--date",
      "2020-03-11")
    let added = try lastEvent()
    try laureat.must("entry", "edit", "fair/1", "--works", "3")
    let edited = try lastEvent()
    #expect(try laureat("undo", added).status == 1)
    try laureat.must("undo", edited)
    try laureat.must("undo", added)
    #expect(try laureat.state() == before)
  }

  @Test func `what is not there, was undone or changed nothing is told`() throws {
    let event = try takeApplications()
    try laureat.must("undo", event)
    for number in [event, try lastEvent(), "99", "0"] {
      let refused = try laureat("undo", number)
      #expect(refused.status == 1, "\(number)")
      #expect(refused.errors.contains("GC-010-0012"))
    }
  }
}
