import Foundation
import Testing

/// What another office was told is not taken back here behind its back.
struct SentUndoTests {
  let city: Office
  let region: Office

  init() throws {
    city = try Office("city", title: "Администрация города")
    region = try Office("commission", title: "Областная комиссия")
    for office in [city, region] { _ = try office.take(Documents.announcement()) }
  }

  private func lastEvent() throws -> String {
    String(try #require(try city.json("history").list.last?["id"].int))
  }

  private func add() throws {
    try city.laureat.must(
      "entry", "add", "--contest", "fair", "--nomination", "wood", "--title", "Ложка", "--group", "Семья", "--date",
      "2020-03-11")
  }

  private func takeApplications() throws {
    let applications = Documents.applications(Documents.application("a"), Documents.application("b"))
    #expect(try city.take(applications).status == 0)
  }

  /// Taking the event back is refused for what was sent, with what to do instead; nothing changes.
  private func expectSent(
    _ event: String, advice: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let export = try #require(
      try city.json("history").list.last { $0["kind"] == "export" }?["id"].int, sourceLocation: sourceLocation)
    let before = try city.laureat.state()
    let refused = try city.laureat("undo", event, "--lang", "ru")
    #expect(refused.status == 1, sourceLocation: sourceLocation)
    #expect(refused.errors.contains("GC-010-0012"), sourceLocation: sourceLocation)
    #expect(refused.errors.contains("уже отправлено: № \(export)"), "\(refused.errors)", sourceLocation: sourceLocation)
    #expect(refused.errors.contains(advice), "\(refused.errors)", sourceLocation: sourceLocation)
    #expect(!refused.errors.contains("возьмите назад их"), sourceLocation: sourceLocation)
    #expect(try city.laureat("undo", String(export)).errors.contains("sent"), sourceLocation: sourceLocation)
    #expect(try city.laureat.state() == before, sourceLocation: sourceLocation)
  }

  @Test func `a correction that was sent stays`() throws {
    try add()
    #expect(try region.take(city.send("applications", "--contest", "fair")).status == 0)
    try city.laureat.must("entry", "edit", "fair/1", "--works", "3")
    let edited = try lastEvent()
    #expect(try region.take(city.send("applications", "--contest", "fair")).status == 0)
    try expectSent(edited, advice: "entry edit")
  }

  @Test func `a correction taken back before it was sent leaves its number to the next`() throws {
    try add()
    #expect(try region.take(city.send("applications", "--contest", "fair")).status == 0)
    try city.laureat.must("entry", "edit", "fair/1", "--works", "3")
    try city.laureat.must("undo", try lastEvent())
    try city.laureat.must("entry", "edit", "fair/1", "--works", "4")
    let taken = try region.take(city.send("applications", "--contest", "fair"))
    #expect(taken.verdict["updated"] == 1, "\(taken.verdict)")
    #expect(try region.json("entry", "list").map("works") == [4])
  }

  @Test func `a withdrawal that was sent stays, one that was not does not`() throws {
    try add()
    #expect(try region.take(city.send("applications", "--contest", "fair")).status == 0)
    for isSent in [false, true] {
      try city.laureat.must("entry", "withdraw", "fair/1", "--reason", "по просьбе", "--date", "2020-03-12")
      let withdrawn = try lastEvent()
      guard isSent else {
        try city.laureat.must("undo", withdrawn)
        continue
      }
      #expect(try region.take(city.send("applications", "--contest", "fair")).status == 0)
      #expect(try city.json("entry", "show", "fair/1")["sentIn"].list.count == 2)
      try expectSent(withdrawn, advice: "entry add")
    }
  }

  @Test func `results stay once their winners were sent on`() throws {
    try takeApplications()
    let results = Documents.results(Documents.result("a", "<award place=\"1\"/>"), Documents.result("b"))
    #expect(try city.take(results).status == 0)
    let event = try lastEvent()
    _ = try city.send("applications", "--contest", "fair", "--stage", "fair-region")
    try expectSent(event, advice: "winner revoke")
  }

  @Test func `a revocation stays once the results were sent with it`() throws {
    try takeApplications()
    try city.laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-04-02")
    let admitted = try lastEvent()
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "1", "--place", "1", "--protocol", "7", "--date",
      "2020-04-10")
    try city.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "1", "--date", "2020-04-12", "--reason", "ошибка")
    let revoked = try lastEvent()
    _ = try city.send("results", "--contest", "fair")
    try expectSent(revoked, advice: "export results")
    try expectSent(admitted, advice: "export results")
  }

  @Test func `a contest stays once it was announced to others`() throws {
    let taken = try lastEvent()
    try city.laureat.must(
      "contest", "create", "--id", "own", "--title", "Свой конкурс", "--year", "2020", "--opens", "2020-03-01",
      "--closes", "2020-03-31")
    let created = try lastEvent()
    for (contest, event) in [("fair", taken), ("own", created)] {
      _ = try city.send("announcement", "--contest", contest)
      try expectSent(event, advice: "contest status")
    }
  }

  @Test func `what no document tells is taken back after it all the same`() throws {
    try takeApplications()
    try city.laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-04-02")
    let admitted = try lastEvent()
    _ = try city.send("applications", "--contest", "fair")
    try city.laureat.must("undo", admitted)
  }

  @Test func `what was only looked at is not sent`() throws {
    try takeApplications()
    let event = try lastEvent()
    try city.laureat.must("export", "applications", "--contest", "fair")
    #expect(try lastEvent() == event)
    #expect(try city.json("message", "list", "--direction", "out").list.isEmpty)
    try city.laureat.must("undo", event)
    #expect(try city.laureat("export", "--help", "--lang", "ru").output.contains("отправлен"))
  }

  @Test func `an announcement stays while entries stand in a nomination it brought`() throws {
    let more = "<nomination id=\"iron\"><title>Железо</title></nomination>"
    #expect(try city.take(Documents.announcement(message: 7, more: more)).status == 0)
    let announced = try lastEvent()
    #expect(try city.take(Documents.applications(Documents.application("a", nomination: "iron"))).status == 0)
    let taken = try lastEvent()
    try add()
    try city.laureat.must("entry", "edit", "fair/2", "--nomination", "iron")
    let edited = try lastEvent()
    try city.laureat.must("entry", "edit", "fair/2", "--nomination", "wood")
    let back = try lastEvent()
    let refused = try city.laureat("undo", announced)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("GC-010-0012"))
    for event in [taken, edited, back] { #expect(refused.errors.contains("№ \(event) ("), "\(refused.errors)") }
    #expect(!refused.errors.contains("fair/2, "), "the entry itself was in another nomination")
    for event in [back, edited, taken, announced] { try city.laureat.must("undo", event) }
  }

  @Test func `an edit stays while the nomination it left is gone`() throws {
    let more = "<nomination id=\"iron\"><title>Железо</title></nomination>"
    #expect(try city.take(Documents.announcement(message: 7, more: more)).status == 0)
    try add()
    try city.laureat.must("entry", "edit", "fair/1", "--nomination", "iron")
    try city.laureat.must("entry", "edit", "fair/1", "--nomination", "wood")
    let edited = try lastEvent()
    #expect(try city.take(Documents.announcement(message: 8)).status == 0)
    let announced = try lastEvent()
    let refused = try city.laureat("undo", edited)
    #expect(refused.errors.contains("№ \(announced) ("), "\(refused.errors)")
    try city.laureat.must("undo", announced)
    try city.laureat.must("undo", edited)
  }
}
