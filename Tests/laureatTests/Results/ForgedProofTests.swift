import Foundation
import Testing

/// Protocols that somebody has changed so that each part agrees with the others, and not with what was decided.
struct ForgedProofTests {
  private let contest: JudgedContest

  init() throws {
    var contest = try JudgedContest(
      rules: "<tieBreak>vote</tieBreak>", entries: ["a": "wood", "b": "wood", "c": "wood", "e": "clay"])
    try contest.score(
      "j1 a 9 9", "j2 a 9 9", "j1 b 8 8", "j2 b 8 8", "j1 c 7 7", "j2 c 7 7", "j1 e 5 5", "j2 e 5 5")
    try #require(try contest.record().status == 0)
    self.contest = contest
  }

  private func bundle(_ number: String = "4") throws -> String {
    try contest.office.laureat.must("export", "results", "--contest", "fair", "--protocol", number).output
      .unsealed
  }

  private func codes(_ document: String) throws -> [String] {
    try contest.office.laureat.write(document, to: "forged.xml")
    let verdict = try contest.office.laureat("verify", "forged.xml", "--json")
    #expect(verdict.status == 1)
    return try verdict.json()["diagnostics"].map("code").compactMap(\.string)
  }

  /// Puts the first out of the race and moves the others up.
  private func withoutFirst(_ change: (String) -> String) throws -> String {
    let document = try bundle()
    let results = document.matches(of: /(?s)\ *<result id="[a-c]">.*?<\/result>\n/).map { String($0.output) }
    try #require(results.count == 3)
    let award = /(?s)\ *<award place="\d">.*?<\/award>\n */
    let given = results.prefix(2).compactMap { $0.firstMatch(of: award).map { String($0.output) } }
    try #require(given.count == 2)
    let moved = [
      change(results[0].replacing(award, with: "")), results[1].replacing(given[1], with: given[0]),
      results[2].replacing("  </result>", with: given[1] + "\n  </result>"),
    ]
    return zip(results, moved).reduce(document) { $0.replacing($1.0, with: $1.1) }
      .replacing(/<outOf>.*?<\/outOf>/, with: "")
  }

  @Test func `whoever has sheets competes, in a nomination that there is`() throws {
    #expect(try codes(withoutFirst { $0 }).contains("GC-040-0316"))
    #expect(
      try codes(withoutFirst { $0.replacing("<total>", with: "<status>notAdmitted</status><reason>x</reason><total>") })
        .contains("GC-040-0085"))
    for (nomination, code) in [
      ("", "GC-040-0003"), ("<nomination>jury</nomination>", "GC-040-0004"),
      ("<nomination>nowhere</nomination>", "GC-050-0002"),
    ] {
      #expect(
        try codes(withoutFirst { $0.replacing("<nomination>wood</nomination>", with: nomination) }).contains(code),
        "\(nomination)")
    }
    let closed = try withoutFirst { $0 }
      .replacing("<nomination id=\"wood\">", with: "<nomination id=\"wood\" acceptsApplications=\"false\">")
      .replacing(/<decision nomination="wood".*?\/>/, with: "")
    #expect(try codes(closed).contains("GC-040-0004"))
  }

  @Test func `nobody whom the protocol counts is left out`() throws {
    let forged = try withoutFirst { _ in "" }
      .replacing(/(?s)<scoreSheet [^>]*entry="a".*?<\/scoreSheet>/, with: "")
      .replacing(/<recordCount>\d<\/recordCount>/, with: "<recordCount>3</recordCount>")
      .replacing(/\ scoresDigest="[0-9a-f]*"/, with: "")
    #expect(try Set(codes(forged)) == ["GC-040-0063", "GC-040-0314"])
  }

  @Test func `a place that stays vacant is nobody's, and one that is answered was revoked`() throws {
    try contest.office.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "a", "--date", "2020-04-06", "--reason", "чужая работа")
    try contest.office.laureat.must(
      "winner", "record", "--contest", "fair", "--all", "--protocol", "5", "--date", "2020-04-07", "--vacant", "wood",
      "--reason", "положение")
    let fifth = try bundle("5")
    try contest.office.laureat.write(fifth, to: "honest.xml")
    #expect(try contest.office.laureat("verify", "honest.xml").status == 0)
    let given = fifth.replacing(
      "<earlierPlace place=\"1\"", with: "<award place=\"1\"/><earlierPlace place=\"1\"")
    #expect(try codes(given).contains("GC-040-0316"))
    let unsaid = fifth.replacing(/\ revokedOn="2020-04-06" ground="other"/, with: "")
    #expect(try codes(unsaid).contains("GC-040-0308"))
  }
}
