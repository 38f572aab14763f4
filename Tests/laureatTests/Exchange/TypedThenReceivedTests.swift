import Foundation
import Testing

/// A protocol that an office typed from paper comes as a file, too.
struct TypedThenReceivedTests {
  private let city: Office
  private let region: Office

  init() throws {
    var contest = try JudgedContest(
      rules: "<tieBreak>vote</tieBreak>", entries: ["a": "wood", "b": "wood", "c": "wood", "e": "clay"])
    try contest.score(
      "j1 a 9 9", "j2 a 9 9", "j1 b 8 8", "j2 b 8 8", "j1 c 7 7", "j2 c 7 7", "j1 e 5 5", "j2 e 5 5")
    try #require(try contest.record().status == 0)
    city = contest.office
    region = try Office("region", title: "Министерство")
    for what in ["announcement", "applications"] {
      #expect(try region.take(try city.send(what, "--contest", "fair")).status == 0)
    }
    try region.laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-04-01")
  }

  private func type(_ entry: String, _ place: String, _ more: String...) throws {
    try region.laureat.must(
      [
        "winner", "record", "--contest", "fair", "--entry", entry, "--place", place, "--protocol", "4", "--date",
        "2020-04-05",
      ] + more)
  }

  private func bundle(_ message: Int? = nil) throws -> String {
    let sent = String(decoding: try city.send("results", "--contest", "fair", "--protocol", "4"), as: UTF8.self)
    return message.map {
      sent.replacing(/<messageID>.*?<\/messageID>/, with: "<messageID>\(Documents.messageID($0))</messageID>")
    } ?? sent
  }

  private func revoke(_ entry: String, by office: Office, _ more: String...) throws -> Command.Result {
    try office.laureat.run(
      ["winner", "revoke", "--contest", "fair", "--entry", entry, "--date", "2020-04-06", "--reason", "чужая работа"]
        + more)
  }

  private func places(_ office: Office) throws -> [String] {
    try office.json("winner", "list", "--contest", "fair").list.map { winner in
      "\(winner["entry"].string?.suffix(1) ?? "") \(winner["place"].int ?? 0) №\(winner["protocol"].string ?? "")"
    }
  }

  @Test func `what was typed alike stays, stays ours to take back, and the rest is taken`() throws {
    try type("a", "1")
    try type("b", "2", "--prize", "Диплом II степени")
    let taken = try region.take(try bundle())
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(taken.verdict["unchanged"] == 2, "\(taken.verdict)")
    #expect(try places(region) == places(city))
    // What came goes on as it came.
    try region.laureat.must("export", "results", "--contest", "fair", "--protocol", "4", "-o", "proof.xml")
    #expect(try region.laureat("verify", "proof.xml").status == 0)
    let again = try region.take(try bundle(71))
    #expect(again.status == 0, "\(again.verdict)")
    #expect(try places(region) == places(city))
    // The places typed here are the office's, the other one is not.
    #expect(try revoke("e", by: region).errors.contains("GC-010-0008"))
    #expect(try revoke("a", by: region).status == 0)
    #expect(try places(region) == ["2 2 №4", "4 1 №4"])
    #expect(try region.laureat("doctor").status == 0)
  }

  @Test func `what the organiser takes back of it is followed, but for what was typed`() throws {
    try type("a", "1")
    #expect(try region.take(try bundle()).status == 0)
    for entry in ["a", "e"] { #expect(try revoke(entry, by: city).status == 0) }
    let taken = try region.take(try bundle())
    #expect(taken.status == 3, "\(taken.verdict)")
    let found = taken.verdict["diagnostics"].list.filter { $0["severity"] == "error" }
    #expect(found.map { $0["record"] } == ["a"], "\(found)")
    #expect(try places(region) == ["1 1 №4", "2 2 №4"])
    #expect(try revoke("a", by: region).status == 0)
    #expect(try places(region) == places(city))
    let mended = try region.take(try bundle())
    #expect(mended.status == 0, "\(mended.verdict)")
    #expect(try places(region) == places(city))
  }

  @Test func `what was typed otherwise is told by record, and the file is taken again once it is mended`() throws {
    try type("b", "1")
    try type("c", "2")
    let document = try bundle()
    let taken = try region.take(document)
    #expect(taken.status == 3, "\(taken.verdict)")
    let found = taken.verdict["diagnostics"].list.filter { $0["code"] == "GC-040-0204" }.map { $0["record"] }
    #expect(found == ["b", "c"], "\(taken.verdict)")
    #expect(try places(region) == ["2 1 №4", "3 2 №4", "4 1 №4"])
    for entry in ["b", "c"] { #expect(try revoke(entry, by: region, "--ground", "mistake").status == 0) }
    let mended = try region.take(document)
    #expect(mended.status == 0, "\(mended.verdict)")
    #expect(try places(region) == places(city))
    #expect(try region.laureat("doctor").status == 0)
  }

  @Test func `what was typed by mistake and taken back does not keep the place out`() throws {
    try type("a", "1")
    #expect(try revoke("a", by: region, "--ground", "mistake").status == 0)
    let taken = try region.take(try bundle())
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(try places(region) == places(city))
  }

  @Test func `of many decisions that the file does not tell the first are named, and how many there are`() throws {
    let ids = (1...12).map { "p\($0)" }
    let applications = Documents.document(
      "applications", attributes: " contest=\"fair\"", message: 60, count: ids.count,
      ids.map { Documents.application($0) }.joined(separator: "\n"))
    #expect(try region.take(applications).status == 0)
    try region.laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-04-01")
    for number in 5...16 {
      try region.laureat.must(
        "winner", "record", "--contest", "fair", "--entry", String(number), "--prize", "Грамота", "--protocol", "4",
        "--date", "2020-04-05")
    }
    try region.laureat.write(try bundle(), to: "short.xml")
    let taken = try region.laureat("import", "short.xml", "--lang", "en")
    #expect(taken.errors.contains("fair/14, … (12)"), "\(taken.errors)")
    #expect(!taken.errors.contains("fair/15"))
  }

  @Test func `a decision typed here that the file does not tell is named`() throws {
    try type("c", "1")
    let whole = try bundle().unsealed
    let without = whole.replacing(/(?s)\s*<result id="[ac]">.*?<\/result>/, with: "")
      .replacing(/(?s)\s*<scoreSheet [^>]*entry="[ac]".*?<\/scoreSheet>/, with: "")
      .replacing(/scoresDigest="[0-9a-f]*"/, with: "")
    let document = without.replacing("<recordCount>4<", with: "<recordCount>2<")
    let taken = try region.take(document)
    try #require(taken.status == 0, "\(taken.verdict)")
    let found = try #require(taken.verdict["diagnostics"].list.first { $0["code"] == "GC-040-0204" })
    #expect(found["severity"] == "warning")
    #expect(found["message"].string?.contains("fair/3") == true)
  }
}
