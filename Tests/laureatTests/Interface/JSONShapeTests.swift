import Foundation
import Testing

/// The keys that scripts rely on: these, no others, and `null` where there is nothing.
struct JSONShapeTests {
  static let verdict: Set = [
    "file", "document", "messageID", "status", "accepted", "updated", "unchanged", "rejected", "warnings",
    "diagnostics",
  ]
  static let diagnostic: Set = ["code", "severity", "line", "column", "path", "record", "message"]
  static let contestRow: Set = [
    "id", "title", "organiser", "level", "territory", "year", "status", "applications", "participants", "works",
    "winners", "achievements",
  ]
  static let entryRow: Set = [
    "registration", "id", "contest", "nomination", "title", "applicant", "territory", "status", "participants",
    "works", "submittedAt",
  ]

  @Test func `check and import tell their verdicts in one shape`() throws {
    let laureat = try Command()
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    try laureat.write(
      Documents.applications(Documents.application("a", nomination: "stone"), Documents.application("b")),
      to: "applications.xml")
    try laureat.write("<applications", to: "cut.xml")
    for command in ["check", "import"] {
      let verdicts = try laureat(command, "announcement.xml", "applications.xml", "cut.xml", "nowhere.xml", "--json")
        .json()
      #expect(verdicts.list.count == 4)
      for verdict in verdicts.list {
        #expect(verdict.keys == Self.verdict)
        for diagnostic in verdict["diagnostics"].list { #expect(diagnostic.keys == Self.diagnostic) }
      }
      let unreadable = verdicts.first("file", "nowhere.xml")
      #expect(unreadable["document"] == .null)
      #expect(unreadable["messageID"] == .null)
      #expect(unreadable["diagnostics"][0]["line"] == .null)
      let refused = verdicts.first("file", "applications.xml")
      #expect(refused["document"] == "applications")
      #expect(refused["messageID"] == .string(Documents.messageID(2)))
      let finding = refused["diagnostics"].first("code", "GC-050-0002")
      #expect(finding["record"] == "a")
      #expect(finding["path"] == "/applications/application[1]/nomination")
      #expect(try #require(finding["line"].int) > 0)
      #expect(try #require(finding["column"].int) > 0)
    }
  }

  @Test func `contests`() throws {
    let laureat = try Command(.samples)
    let list = try laureat.must("contest", "list", "--json").json()
    #expect(list.list.count == 8)
    for contest in list.list { #expect(contest.keys == Self.contestRow) }

    let contest = try laureat.must("contest", "show", "snow-2020", "--json").json()
    #expect(contest.keys == Self.contestRow.union(["nominations"]))
    #expect(contest["participants"] == .null)
    #expect(contest["works"] == .null)
    for achievement in contest["achievements"].list { #expect(achievement.keys == ["title", "value", "unit"]) }
    for nomination in contest["nominations"].list {
      #expect(nomination.keys == ["id", "title", "applications", "participants", "works", "winners"])
    }
  }

  @Test func `entries`() throws {
    let laureat = try Command(.samples)
    let list = try laureat.must("entry", "list", "--contest", "city-of-ideas-2020", "--json").json()
    for entry in list.list { #expect(entry.keys == Self.entryRow) }
    #expect(list[0]["nomination"] == .null)
    #expect(list[0]["participants"] == .null)

    let entry = try laureat.must("entry", "show", "teplo-2020/1", "--json").json()
    #expect(
      entry.keys
        == Self.entryRow.union([
          "achievements", "outcomes", "history", "previousStage", "receivedIn", "sentIn", "ageGroup", "institution",
          "leader", "awards",
        ]))
    for message in entry["receivedIn"].list {
      #expect(message.keys == ["messageID", "document", "sender", "recipient", "createdAt", "file"])
    }
    for change in entry["history"].list { #expect(change.keys == ["status", "date", "reason"]) }
  }

  @Test func `winners`() throws {
    let winners = try Command(.samples).must("winner", "list", "--contest", "teplo-2020", "--json").json()
    for winner in winners.list {
      #expect(
        winner.keys == [
          "contest", "nomination", "entry", "title", "applicant", "place", "prize", "protocol", "date",
        ])
    }
    #expect(winners.list.contains { $0["place"] == .null })
  }

  @Test func `funders and grants`() throws {
    let laureat = try Command(.samples)
    for funder in try laureat.must("funder", "list", "--json").json().list {
      #expect(funder.keys == ["id", "title", "projects", "awarded", "received", "spent"])
    }
    let grants = try laureat.must("grant", "list", "--json").json()
    for grant in grants.list {
      #expect(
        grant.keys == [
          "id", "title", "grantee", "funder", "programme", "nomination", "status", "currency", "applied", "awarded",
          "received", "spent", "ownSpent", "balance",
        ])
      #expect(try #require(grant["awarded"].string).contains(#/^\d+\.\d{2}$/#))
      #expect(grant["currency"] == "RUB")
    }
    #expect(grants.list.contains { $0["programme"] == .null })
  }

  @Test func `the year`() throws {
    let year = try Command(.samples).must("report", "year", "--year", "2020", "--json").json()
    #expect(year.keys == ["year", "contests", "outcomes", "grants"])
    for contest in year["contests"].list { #expect(contest.keys == Self.contestRow.union(["nominations"])) }
    for outcome in year["outcomes"].list {
      #expect(
        outcome.keys == [
          "contest", "organiser", "level", "nomination", "entry", "place", "outOf", "submitted", "selected",
          "decidedOn", "note", "achievements",
        ])
    }
    let grants = year["grants"]
    #expect(grants.keys == ["awarded", "received", "spent", "byFunder", "byGrantee"])
    for row in grants["byFunder"].list { #expect(row.keys == ["funder", "projects", "awarded", "received", "spent"]) }
    for row in grants["byGrantee"].list {
      #expect(row.keys == ["grantee", "projects", "awarded", "received", "spent"])
    }
  }

  @Test func `lists of nothing are empty lists`() throws {
    let laureat = try Command()
    try laureat.must("funder", "add", "--id", "fund", "--title", "Фонд")
    for list in ["contest", "entry", "grant"] { #expect(try laureat.must(list, "list", "--json").json() == []) }
    let year = try laureat.must("report", "year", "--year", "2020", "--json").json()
    #expect(year["contests"] == [])
    #expect(year["outcomes"] == [])
    #expect(year["grants"]["awarded"] == "0.00")
  }

  /// Data is for programs, whatever language a person is spoken to in.
  @Test func `the data is the same in both languages`() throws {
    let laureat = try Command(.samples)
    for command in [
      ["contest", "list"], ["entry", "list"], ["grant", "list"], ["report", "year", "--year", "2020"],
    ] {
      let english = try laureat.run(command + ["--json", "--lang", "en"])
      #expect(try laureat.run(command + ["--json", "--lang", "ru"]).data == english.data)
    }
  }
}
