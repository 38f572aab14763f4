import Foundation
import Testing

/// The winners of a city go on to the region's contest, and the region's results come back to the same entries.
struct StageTests {
  let city: Office
  let village: Office
  let region: Office

  private static let commission = "<sender id=\"commission\"><title>Областная комиссия</title></sender>"

  private static var announcement: String {
    Documents.announcement(
      id: "fair-region", message: 50, title: "Областная ярмарка", level: "regional", sender: commission
    ).replacing(
      "<organiser id=\"city\"><title>Администрация города</title></organiser>",
      with: "<organiser id=\"commission\"><title>Областная комиссия</title></organiser>"
    )
    .replacing("2020-03-01", with: "2020-04-15").replacing("2020-03-31", with: "2020-05-31")
  }

  init() throws {
    city = try Office("city", title: "Администрация города")
    village = try Office("village", title: "Администрация села")
    region = try Office("commission", title: "Областная комиссия")
    for office in [city, village] {
      #expect(try office.take(Documents.announcement()).status == 0)
      let applications = Documents.applications(
        Documents.application("a", title: "Шкатулка \(office.id)"), Documents.application("b"),
        Documents.application("c", nomination: "clay"), sender: "<sender id=\"\(office.id)\"><title>А</title></sender>")
      #expect(try office.take(applications).status == 0)
      let results = Documents.results(
        Documents.result("a", "<award place=\"1\"/>"), Documents.result("b"),
        Documents.result("c", "<award place=\"2\"/><award nomination=\"jury\"><prize>Приз жюри</prize></award>"))
      #expect(try office.take(results).status == 0)
    }
    for office in [city, village, region] { #expect(try office.take(Self.announcement).status == 0) }
  }

  private func winners(of office: Office) throws -> Data {
    try office.send("applications", "--contest", "fair", "--stage", "fair-region")
  }

  /// The region's protocol on what it took in, exported from its store.
  private func results() throws -> Data {
    try region.laureat.must("entry", "admit", "--contest", "fair-region", "--all", "--date", "2020-06-01")
    for (place, entry) in [(1, "1"), (2, "3")] {
      try region.laureat.must(
        "winner", "record", "--contest", "fair-region", "--entry", entry, "--nomination", "wood", "--place",
        String(place), "--protocol", "7", "--date", "2020-06-10")
    }
    return try region.send("results", "--contest", "fair-region")
  }

  @Test func `winners go on with what they reached`() throws {
    let document = try winners(of: city)
    #expect(try region.take(document).verdict["accepted"] == 2)
    let text = String(decoding: document, as: UTF8.self)
    #expect(text.contains("<previousStage contest=\"fair\" entry=\"a\">"))
    #expect(text.contains("Приз жюри"))
    #expect(try region.json("entry", "list").map("id") == ["fair.1", "fair.3"])
    // The day of the decision, or the day the next stage opens.
    #expect(
      try region.json("entry", "list").map("submittedAt").allSatisfy { $0.string?.hasPrefix("2020-04-15") == true })
    #expect(try winners(of: city) == document)
    let stage = try region.json("entry", "show", "fair-region/1")["previousStage"]
    #expect(stage["title"] == "Ярмарка мастеров")
    #expect(stage["place"] == 1)
    #expect(stage["protocol"] == "1")
    #expect(try region.laureat.must("entry", "show", "fair-region/1", "--lang", "ru").output.contains("1-е\u{A0}место"))
  }

  @Test func `the region's results come back to the same entries, each city's to its own`() throws {
    for office in [city, village] {
      let answer = try region.take(try winners(of: office))
      #expect(answer.status == 0)
      #expect(try office.take(try #require(answer.receipt)).status == 0)
    }
    let protocolOfRegion = try results()
    for (office, place) in [(city, 1), (village, 2)] {
      let taken = try office.take(protocolOfRegion)
      #expect(taken.status == 0)
      #expect(taken.verdict["accepted"] == 2)
      #expect(taken.verdict["unchanged"] == 2)
      let shown = try office.json("entry", "show", "fair/1")
      #expect(shown["outcomes"].map("place") == [.number(Decimal(place))])
      #expect(
        shown["outcomes"].map("contest") == ["Ярмарка мастеров"]
          || shown["outcomes"].map("contest") == ["Областная ярмарка"])
      #expect(try office.json("entry", "show", "fair/3")["outcomes"].map("place") == [.null])
      #expect(try office.json("entry", "show", "fair/2")["outcomes"].list.isEmpty)
    }
    // Once more: nothing changes.
    #expect(try city.take(protocolOfRegion).verdict["status"] == "duplicate")
  }

  @Test func `the year's report calls a nomination of the region by its title`() throws {
    for office in [city, village] { #expect(try region.take(try winners(of: office)).status == 0) }
    let document = try results()
    #expect(String(decoding: document, as: UTF8.self).contains("<nominationTitle>Дерево</nominationTitle>"))
    #expect(try city.take(document).status == 0)
    let report = try city.laureat.must("report", "year", "--year", "2020", "--lang", "ru").output
    #expect(report.replacing("\u{A0}", with: " ").replacing("\n  ", with: " ").contains("номинация «Дерево»"))
  }

  @Test func `a result for what was never sent is refused`() throws {
    _ = try winners(of: city)
    let stranger = Documents.results(
      Documents.result("nobody", "<award place=\"1\"/>"), contest: "fair-region", level: "regional", number: "9",
      message: 60
    ).replacing(
      "<organiser id=\"city\"><title>Администрация города</title></organiser>",
      with: "<organiser id=\"commission\"><title>Областная комиссия</title></organiser>")
    let taken = try city.take(stranger)
    #expect(taken.status == 1)
    #expect(taken.verdict["diagnostics"].map("code").contains("GC-050-0003"))
  }

  @Test func `a result for what was not sent on is refused, though it is here`() throws {
    _ = try winners(of: city)
    let other = Documents.results(
      Documents.result("fair.2", "<award place=\"1\"/>"), contest: "fair-region", level: "regional", number: "9",
      message: 61
    ).replacing(Documents.organiser, with: Documents.organiser.replacing("city", with: "commission"))
    #expect(try city.take(other).status == 1)
    #expect(try city.json("entry", "show", "fair/2")["outcomes"].list.isEmpty)
  }

  /// Two cities whose contests have the same identifier, and a region that has not said who it is.
  @Test func `results find their entries whoever has not said who they are`() throws {
    let nameless = try Command()
    for document in [
      Self.announcement, String(decoding: try winners(of: city), as: UTF8.self),
      String(decoding: try winners(of: village), as: UTF8.self),
    ] {
      try nameless.must("import", nameless.write(document, to: "\(UUID().uuidString).xml"))
    }
    try nameless.must("entry", "admit", "--contest", "fair-region", "--all", "--date", "2020-06-01")
    for (place, entry) in [("1", "1"), ("2", "3")] {
      try nameless.must(
        "winner", "record", "--contest", "fair-region", "--entry", entry, "--nomination", "wood", "--place", place,
        "--protocol", "7", "--date", "2020-06-10")
    }
    try nameless.must("export", "results", "--contest", "fair-region", "-o", "results.xml")
    let results = try nameless.bytes("results.xml")
    for (office, place) in [(city, 1), (village, 2)] {
      #expect(try office.take(results).status == 0)
      #expect(try office.json("entry", "show", "fair/1")["outcomes"].map("place") == [.number(Decimal(place))])
    }
  }

  @Test func `a nomination without counterpart is asked for`() throws {
    let other = Self.announcement.replacing("id=\"clay\"><title>Глина", with: "id=\"glass\"><title>Стекло")
      .replacing(Documents.messageID(50), with: Documents.messageID(51)).replacing("fair-region", with: "glass-region")
    #expect(try city.take(other).status == 0)
    let refused = try city.laureat("export", "applications", "--contest", "fair", "--stage", "glass-region")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("GC-050-0002"))
    try city.laureat.must(
      "export", "applications", "--contest", "fair", "--stage", "glass-region", "--nomination", "glass")
    #expect(try city.laureat("export", "applications", "--contest", "fair", "--stage", "fair").status == 64)
    #expect(try city.laureat("export", "applications", "--contest", "fair", "--nomination", "wood").status == 64)
  }

  @Test func `a contest without winners has nothing to send on`() throws {
    try city.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "1", "--date", "2020-04-11", "--reason", "ошибка")
    try city.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "3", "--date", "2020-04-11", "--reason", "ошибка")
    #expect(try city.laureat("export", "applications", "--contest", "fair", "--stage", "fair-region").status != 0)
  }

  // MARK: What changes after it was sent on

  private func revoke(_ entry: String) throws {
    try city.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", entry, "--date", "2020-04-10", "--reason", "ошибка")
  }

  @Test func `a prize given after the winners were sent on is a correction there`() throws {
    #expect(try region.take(winners(of: city)).verdict["accepted"] == 2)
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "3", "--prize", "Приз зрителей", "--protocol", "1", "--date",
      "2020-04-10")
    let corrected = try winners(of: city)
    #expect(try winners(of: city) == corrected)
    let taken = try region.take(corrected)
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(taken.verdict["updated"] == 1)
    #expect(taken.verdict["unchanged"] == 1)
    // The next change counts from there.
    let moved = try city.send("applications", "--contest", "fair", "--stage", "fair-region", "--nomination", "clay")
    #expect(try region.take(moved).verdict["updated"] == 1)
    #expect(try region.json("entry", "list").map("nomination") == ["clay", "clay"])
  }

  @Test func `who is no winner any more is withdrawn there`() throws {
    #expect(try region.take(winners(of: city)).verdict["accepted"] == 2)
    try revoke("1")
    let taken = try region.take(winners(of: city))
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(taken.verdict["updated"] == 1)
    #expect(try region.json("entry", "list").map("status") == ["withdrawn", "registered"])
    // Also when nobody is left.
    try revoke("3")
    #expect(try region.take(winners(of: city)).verdict["updated"] == 1)
    #expect(try region.json("entry", "list").map("status") == ["withdrawn", "withdrawn"])
  }

  @Test func `what was withdrawn there does not go again, and that is said`() throws {
    #expect(try region.take(winners(of: city)).verdict["accepted"] == 2)
    try revoke("1")
    #expect(try region.take(winners(of: city)).status == 0)
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "1", "--nomination", "wood", "--place", "1", "--protocol",
      "1", "--date", "2020-04-10")
    let again = try city.laureat(
      "export", "applications", "--contest", "fair", "--stage", "fair-region", "-o", "again.xml")
    #expect(again.errors.contains("fair/1"))
    let taken = try region.take(city.laureat.bytes("again.xml"))
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(try region.json("entry", "list").map("status") == ["withdrawn", "registered"])
  }
}
