import Foundation
import Testing

/// Places and prizes that were typed in without score sheets, when they are taken back.
struct TypedRevocationTests {
  private let city: Office
  private let region: Office

  init() throws {
    city = try JudgedContest(entries: ["a": "wood", "b": "wood", "c": "clay"]).office
    region = try Office("region", title: "Министерство")
    for award in [
      ["a", "--place", "1"], ["b", "--place", "2"], ["c", "--nomination", "jury", "--prize", "Приз Зарубиной"],
    ] {
      try city.laureat.must(
        ["winner", "record", "--contest", "fair", "--protocol", "4", "--date", "2020-04-05", "--entry"] + award)
    }
    for what in ["announcement", "applications", "results"] {
      #expect(try region.take(try city.send(what, "--contest", "fair")).status == 0)
    }
  }

  private func revoke(_ entry: String, _ ground: String = "violation") throws {
    try city.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", entry, "--date", "2020-04-06", "--ground", ground, "--reason",
      "чужая работа")
  }

  private func awards(_ office: Office) throws -> [String] {
    try office.json("winner", "list", "--contest", "fair").list.map { winner in
      "\(winner["entry"].string?.suffix(1) ?? "") \(winner["place"].int.map(String.init) ?? winner["prize"].string ?? "")"
    }
  }

  private func bundle() throws -> String {
    String(decoding: try city.send("results", "--contest", "fair"), as: UTF8.self)
  }

  @Test func `a place and a prize taken back are told, and the receiver takes them back once`() throws {
    try #require(try awards(region) == ["1 1", "2 2", "3 Приз Зарубиной"])
    try revoke("a")
    try revoke("c", "declined")
    let sent = try bundle()
    #expect(sent.contains("<earlierPlace place=\"1\" protocol=\"4\" revokedOn=\"2020-04-06\" ground=\"violation\"/>"))
    #expect(
      sent.contains(
        /<earlierPlace nomination="jury" protocol="4" revokedOn="2020-04-06" ground="declined">\s*<prize>Приз Зарубиной/
      ))
    let taken = try region.take(sent)
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(try awards(region) == ["2 2"])
    for entry in ["1", "3"] {
      #expect(try region.json("entry", "show", "fair/\(entry)")["status"] == "participated")
    }
    let again = try region.take(
      sent.replacing(/<messageID>.*?<\/messageID>/, with: "<messageID>\(Documents.messageID(71))</messageID>"))
    #expect(again.verdict["unchanged"] == 3, "\(again.verdict)")
    // What it sends on tells the same.
    let onward = try region.laureat.must("export", "results", "--contest", "fair").output
    let told = /<earlierPlace .*?(?:\/>|<\/earlierPlace>)/.dotMatchesNewlines()
    #expect(onward.matches(of: told).map(\.output) == sent.matches(of: told).map(\.output))
    #expect(try region.laureat("doctor").status == 0)
    // There is nothing to recompute, and nothing else is wrong.
    try region.laureat.write(onward, to: "onward.xml")
    let verdict = try region.laureat("verify", "onward.xml", "--json")
    #expect(try verdict.json()["diagnostics"].map("code") == ["GC-040-0318"])
  }

  @Test func `both offices print what was taken back`() throws {
    try revoke("a")
    try revoke("c", "declined")
    #expect(try region.take(try bundle()).status == 0)
    for office in [city, region] {
      let page = try office.laureat.must("protocol", "--contest", "fair", "--format", "html", "--lang", "ru").output
        .replacing("\u{A0}", with: " ")
      #expect(page.contains("Присуждено этим протоколом и позднее отменено:"))
      #expect(page.contains("отменено 6 апреля 2020 г.: нарушение положения"))
      #expect(page.contains("отменено 6 апреля 2020 г.: отказ победителя"))
      #expect(!page.contains("чужая работа"))
    }
  }

  @Test func `whoever may not be named is not named by a prize that was taken back`() throws {
    let named = Documents.application("d", nomination: "clay").replacing(
      /<group>.*?<\/group>/.dotMatchesNewlines(), with: "<person><name>Зарубина Анна</name></person>")
    try #require(named.contains("Зарубина"))
    let message = Documents.document(
      "applications", attributes: " contest=\"fair\"", message: 40, count: 1, named)
    #expect(try city.take(message).status == 0)
    try city.laureat.must("entry", "admit", "fair/4", "--date", "2020-04-01")
    try revoke("c")
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--protocol", "4", "--date", "2020-04-05", "--entry", "d",
      "--nomination", "jury", "--prize", "Приз имени Зарубина Анна")
    try revoke("d")
    for profile in ["pseudonymised", "public"] {
      let told = try city.laureat.must("export", "results", "--contest", "fair", "--profile", profile).output
      #expect(told.contains("ground=\"violation\">"))
      #expect(!told.contains("Зарубина"), "\(profile)")
    }
  }
}
