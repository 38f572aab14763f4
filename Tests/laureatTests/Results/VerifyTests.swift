import Foundation
import SeededGenerator
import Testing

/// A protocol proves its places by itself: without the store it comes from.
struct VerifyTests {
  private let contest: JudgedContest
  private let stranger: Command

  init() throws {
    var contest = try JudgedContest(
      rules: "<tieBreak>criterionOrder</tieBreak>", entries: ["a": "wood", "b": "wood", "c": "clay", "d": "clay"])
    try contest.score(
      "j1 a 10 5", "j2 a 9 5", "j1 b 8 8", "j2 b 8 8", "j1 c 1.5 1", "j2 c 2 2", "j1 d 5 5", "j2 d 7 7.25")
    try #require(try contest.record().status == 0)
    try contest.office.laureat.must("export", "results", "--contest", "fair", "-o", "results.xml")
    self.contest = contest
    stranger = try Command()
    try contest.office.laureat.bytes("results.xml").write(to: stranger.folder.appending(path: "results.xml"))
  }

  private func bundle() throws -> String { try stranger.text("results.xml").unsealed }

  private func verify(_ changed: String) throws -> Command.Result {
    try Data(changed.utf8).write(to: stranger.folder.appending(path: "changed.xml"))
    return try stranger("verify", "changed.xml", "--json")
  }

  @Test func `an untouched protocol is confirmed, without a store`() throws {
    let result = try stranger("verify", "results.xml", "--json")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors == "")
    let answer = try result.json()
    let digest = try #require(try stranger.text("results.xml").firstMatch(of: /decisionDigest="([0-9a-f]{64})"/)?.1)
    #expect(answer["decisionDigest"].string == String(digest))
    #expect(try stranger("verify", "results.xml").output.contains("\(digest)\n"))
    #expect(answer["verified"] == true)
    #expect(answer["sheets"] == 8)
    #expect(answer["places"] == 4)
    #expect(try stranger("verify", "results.xml", "--lang", "ru").output.contains("протокол № 4 подтверждён"))
    #expect(!FileManager.default.fileExists(atPath: stranger.store.path))
  }

  @Test func `what follows from no point is bound by the digest, and its absence is told`() throws {
    let sealed = try stranger.text("results.xml")
    let renamed = sealed.replacing("<title>Дерево</title>", with: "<title>Древесина</title>")
    try #require(renamed != sealed)
    let found = try verify(renamed)
    #expect(found.status == 1)
    #expect(try found.json()["diagnostics"].map("code") == ["GC-040-0208"])
    // The paper has it still; the file alone does not.
    let silent = try verify(renamed.unsealed)
    #expect(silent.status == 0)
    #expect(try silent.json()["decisionDigest"] == .null)
    #expect(try silent.json()["diagnostics"].list.isEmpty)
    let told = try stranger("verify", "changed.xml")
    #expect(told.status == 0)
    #expect(told.errors.contains("GC-040-0209"))
  }

  @Test(arguments: 0..<16)
  func `one changed point is found, at its line`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let bundle = try bundle()
    let points = bundle.ranges(of: /<points criterion="[a-z]+">[0-9.]+<\/points>/)
    try #require(points.count == 16)
    let range = points[Int(seed) % points.count]
    let old = try #require(bundle[range].firstMatch(of: />([0-9.]+)</)?.1)
    var new = old
    while new == old { new = "\(Int.random(in: 0...10, using: &chance))" }
    let line = bundle[..<range.lowerBound].count { $0 == "\n" } + 1
    let result = try verify(
      bundle.replacingCharacters(in: range, with: bundle[range].replacing(">\(old)<", with: ">\(new)<")))
    #expect(result.status == 1)
    let answer = try result.json()
    #expect(answer["verified"] == false)
    let found = answer["diagnostics"].first("code", "GC-040-0310")
    #expect(found["line"].int == line)
    #expect(found["path"].string?.contains("points") == true)
    #expect(answer["diagnostics"].map("code").contains("GC-040-0314"))
  }

  @Test func `a point changed in the sheet and in the result, or a sheet left out, is found too`() throws {
    let both = try bundle().replacing("marks=\"idea=10 work=5\"", with: "marks=\"idea=4 work=5\"")
      .replacing("<points criterion=\"idea\">10</points>", with: "<points criterion=\"idea\">4</points>")
    let codes = try verify(both).json()["diagnostics"].map("code")
    #expect(codes.contains("GC-040-0311"))
    #expect(codes.contains("GC-040-0315"))
    let sheet = try #require(try bundle().firstMatch(of: /(?s)<scoreSheet id="j1-a".*?<\/scoreSheet>/)?.0)
    let without = try verify(try bundle().replacing(sheet, with: "")).json()["diagnostics"].map("code")
    #expect(without.contains("GC-040-0312"))
  }

  @Test func `a place that was given to another is found, and told as it should be`() throws {
    let bundle = try bundle()
    let swapped = bundle.replacing("<award place=\"1\">", with: "<award place=\"9\">")
      .replacing("<award place=\"2\">", with: "<award place=\"1\">")
      .replacing("<award place=\"9\">", with: "<award place=\"2\">")
    let result = try verify(swapped)
    #expect(result.status == 1)
    #expect(
      try result.json()["diagnostics"].map("code") == ["GC-040-0316", "GC-040-0316", "GC-040-0316", "GC-040-0316"])
    #expect(result.errors.contains("the place is stated as 2; the sheets and rules give 1"))
  }

  @Test func `a place given to another is found where the decision on its nomination was taken out`() throws {
    let bundle = try bundle()
    let decision = try #require(bundle.firstMatch(of: /(?s)<decision nomination="clay".*?(\/>|<\/decision>)/)).output.0
    let forged = bundle.replacing(decision, with: "").replacing(/(?s)<result id="[cd]">.*?<\/result>/) { record in
      record.output.replacing(/<award place="(\d)">/) { "<award place=\"\($0.output.1 == "1" ? 2 : 1)\">" }
    }
    let result = try verify(forged)
    #expect(result.status == 1)
    #expect(try result.json()["diagnostics"].map("code") == ["GC-040-0316", "GC-040-0316"])
  }

  @Test func `changed rules give other places`() throws {
    let shared = try bundle().replacing("weight=\"60\"", with: "weight=\"10\"")
      .replacing("weight=\"40\"", with: "weight=\"90\"")
    #expect(try verify(shared).json()["diagnostics"].map("code").contains("GC-040-0315"))
  }

  @Test func `a protocol without sheets proves nothing, and other documents are none`() throws {
    let bare = Documents.results(Documents.result("a", "<award place=\"1\"/>"))
    let result = try verify(bare)
    #expect(result.status == 1)
    #expect(try result.json()["diagnostics"].map("code") == ["GC-040-0318"])
    let announcement = try verify(Documents.announcement())
    #expect(announcement.status == 65)
    #expect(try verify("<resultsProtocol").status == 65)
    #expect(try stranger("verify", "nowhere.xml").status == 66)
  }

  @Test(arguments: ["pseudonymised", "public"])
  func `a protocol that hides its people is proved too`(profile: String) throws {
    try contest.office.laureat.must(
      "export", "results", "--contest", "fair", "--profile", profile, "-o", "hidden.xml")
    let result = try contest.office.laureat("verify", "hidden.xml")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func `winners that were typed in by the ranking are proved by the sheets as well`() throws {
    var typed = try JudgedContest(entries: ["a": "wood", "b": "wood"])
    try typed.score("j1 a 9 9", "j2 a 9 9", "j1 b 5 5", "j2 b 5 5")
    for (entry, place) in [("1", "2"), ("2", "1")] {
      try typed.office.laureat.must(
        "winner", "record", "--contest", "fair", "--entry", entry, "--place", place, "--protocol", "4", "--date",
        "2020-04-05")
    }
    try typed.office.laureat.must("export", "results", "--contest", "fair", "-o", "results.xml")
    let result = try typed.office.laureat("verify", "results.xml")
    #expect(result.status == 1)
    #expect(result.errors.contains("GC-040-0316"))
  }

  // MARK: Out of the race

  /// The first entry of a nomination without its place, and the second with it: what the points do not give, where the
  /// first is made to leave the race.
  private func overtaken(_ change: (String) -> String) throws -> String {
    let bundle = try bundle()
    let first = try #require(bundle.firstMatch(of: /(?s)<result id="b">.*?<\/result>/)?.output)
    let second = try #require(bundle.firstMatch(of: /(?s)<result id="a">.*?<\/result>/)?.output)
    let award = try #require(first.firstMatch(of: /(?s)\s*<award place="1">.*?<\/award>\s*<outOf>2<\/outOf>/)?.output)
    try #require(second.contains("<award place=\"2\">"))
    let left = String(first.replacing(award, with: ""))
    return bundle.replacing(first, with: change(left))
      .replacing(second, with: second.replacing("place=\"2\"", with: "place=\"1\"").replacing("II ст", with: "I ст"))
  }

  @Test func `who is put before another leaves the race openly, or not at all`() throws {
    let ways: [(String, code: String)] = [
      ("<status>notAdmitted</status><reason>x</reason><total>", "GC-040-0085"),
      ("<nomination>nowhere</nomination>", "GC-050-0002"),
      ("<nomination>jury</nomination>", "GC-040-0004"), ("", "GC-040-0003"),
    ]
    for (way, code) in ways {
      let forged = try overtaken { result in
        way.hasSuffix("<total>")
          ? result.replacing("<total>", with: way) : result.replacing("<nomination>wood</nomination>", with: way)
      }
      let result = try verify(forged)
      #expect(result.status == 1, "\(way)")
      let found = try result.json()["diagnostics"].first("code", .string(code))
      #expect(found["record"] == "b", "\(way): \(result.errors)")
    }
  }

  @Test func `a nomination that was competed in takes applications, whatever the file says of it`() throws {
    let bundle = try bundle()
    let swapped = bundle.replacing(/(?s)<result id="[ab]">.*?<\/result>/) { record in
      record.output.replacing(/<award place="(\d)">/) { "<award place=\"\($0.output.1 == "1" ? 2 : 1)\">" }
    }
    let flagged = swapped.replacing(
      "<nomination id=\"wood\">", with: "<nomination id=\"wood\" acceptsApplications=\"false\">")
    for forged in [flagged, flagged.replacing(/(?s)<decision nomination="wood".*?(\/>|<\/decision>)/, with: "")] {
      let result = try verify(forged)
      #expect(result.status == 1)
      #expect(try result.json()["diagnostics"].map("code").contains("GC-040-0004"), "\(result.errors)")
    }
    // Nor does a prize of the jury's own come from a nomination of others.
    let prized = bundle.replacing(/<award place="2">/) { _ in
      "<award nomination=\"clay\"><prize>Приз</prize></award><award place=\"2\">"
    }
    #expect(try verify(prized).json()["diagnostics"].map("code").contains("GC-040-0042"))
  }

  @Test func `an entry left out with its sheets is missed, and so is the digest over them`() throws {
    let bundle = try bundle()
    let sheets = bundle.matches(of: /(?s)\s*<scoreSheet [^>]*entry="d".*?<\/scoreSheet>/).map(\.output)
    try #require(sheets.count == 2)
    let last = try #require(bundle.firstMatch(of: /(?s)\s*<result id="d">.*?<\/result>/)?.output)
    var without = bundle.replacing(last, with: "").replacing("<recordCount>4<", with: "<recordCount>3<")
    for sheet in sheets { without = without.replacing(sheet, with: "") }
    without = without.replacing(/(?s)<result id="c">.*?<\/result>/) { record in
      record.output.replacing("place=\"2\"", with: "place=\"1\"").replacing("II ст", with: "I ст")
        .replacing("<outOf>2<", with: "<outOf>1<")
    }
    let dropped = try verify(without.replacing(#/ scoresDigest="\w+"/#, with: ""))
    #expect(dropped.status == 1)
    #expect(try dropped.json()["diagnostics"].map("code") == ["GC-040-0314", "GC-040-0063"], "\(dropped.errors)")
    let bare = try verify(bundle.replacing(#/ scoresDigest="\w+"/#, with: ""))
    #expect(try bare.json()["diagnostics"].map("code") == ["GC-040-0314"])
  }

  @Test(arguments: [("<admitted>4<", "<admitted>3<"), ("<admitted>4<", "<admitted>5<"), ("<outOf>2<", "<outOf>20<")])
  func `a count that the results of the file deny is found`(count: String, other: String) throws {
    // Where not all three counts stand, they agree with one another whatever they are.
    let bundle = try bundle().replacing(/\s*<rejected>0<\/rejected>/, with: "")
    try #require(bundle.contains(count))
    let result = try verify(bundle.replacing(count, with: other, maxReplacements: 1))
    #expect(try result.json()["diagnostics"].map("code") == ["GC-040-0063"], "\(result.errors)")
  }

  @Test func `the prize of a place is the one listed for it`() throws {
    let bundle = try bundle()
    for other in ["Диплом II степени", "Гран-при 1000000"] {
      let forged = bundle.replacing(/(?s)<result id="b">.*?<\/result>/) {
        $0.output.replacing("Диплом I степени", with: other)
      }
      let result = try verify(forged)
      #expect(result.status == 1)
      #expect(try result.json()["diagnostics"].map("code") == ["GC-040-0319"], "\(result.errors)")
    }
  }

  @Test func `what the jury gives of its own is not counted among the places that were recomputed`() throws {
    try contest.office.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "2", "--nomination", "jury", "--prize", "Приз жюри",
      "--protocol", "4", "--date", "2020-04-05")
    try contest.office.laureat.must("export", "results", "--contest", "fair", "-o", "prized.xml")
    let prized = try contest.office.laureat.text("prized.xml").unsealed
    let placed = prized.replacing("<award nomination=\"jury\">", with: "<award nomination=\"jury\" place=\"1\">")
    try #require(placed != prized)
    for document in [prized, placed] {
      let result = try verify(document)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try result.json()["places"] == 4)
    }
  }
}
