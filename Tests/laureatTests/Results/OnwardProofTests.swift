import Foundation
import Testing

/// Results that one office sends and another sends on stay proved.
struct OnwardProofTests {
  private var contest: JudgedContest
  private let region: Office

  init() throws {
    contest = try JudgedContest(
      rules: "<tieBreak>vote</tieBreak><oneWinPerParticipant>true</oneWinPerParticipant>",
      entries: ["a": "wood", "b": "wood", "c": "clay", "d": "clay"])
    try contest.score(
      "j1 a 10 5", "j2 a 9 5", "j1 b 10 5", "j2 b 9 5", "j1 c 1.5 1", "j1 d 5 5", "j2 d 7 7.25", "j2 c 4 4")
    let laureat = contest.office.laureat
    try laureat.must("jury", "recuse", "--contest", "fair", "--juror", "j2", "--entry", "c", "--reason", "родня")
    try laureat.must(
      "jury", "tie", "--contest", "fair", "--nomination", "wood", "--method", "vote", "--order", "b,a", "--reason",
      "2:0")
    try #require(try contest.record().status == 0)
    region = try Office("region", title: "Министерство")
    #expect(try region.take(try contest.office.send("announcement", "--contest", "fair")).status == 0)
    // The region knows by name who is behind one of them.
    let applications = String(decoding: try contest.office.send("applications", "--contest", "fair"), as: UTF8.self)
      .replacing(
        #/(?s)<group>\s*<title>Группа c.*?<\/group>/#, with: "<person><name>Громова Ульяна</name></person>")
    try #require(applications.contains("Громова"))
    #expect(try region.take(applications).status == 0)
  }

  private func proof(_ document: String) -> [String] {
    document.matches(
      of:
        /(?s)<(scoreSheet|recusal|tieDecision|decision|criterion|rules|juror) .*?<\/\1>|<jurorTotal.*?<\/jurorTotal>|scoresDigest="[0-9a-f]*"/
    ).map { String($0.0) }
  }

  private func text(_ office: Office, _ more: String...) throws -> String {
    try office.laureat.run(["export", "results", "--contest", "fair"] + more).output
  }

  private func verify(_ document: String) throws -> Command.Result {
    try region.laureat.write(document, to: "onward.xml")
    return try region.laureat("verify", "onward.xml", "--json")
  }

  @Test func `nobody else changes what a protocol says or what proves it`() throws {
    let sent = try text(contest.office).unsealed
    #expect(try region.take(sent).status == 0)
    let before = try text(region)
    func stranger(_ message: Int, _ document: String) throws -> (status: Int32, verdict: Value, receipt: Data?) {
      try region.take(
        document.replacing("<sender id=\"city\">", with: "<sender id=\"stranger\">")
          .replacing(/<messageID>.*?<\/messageID>/) { _ in
            "<messageID>00000000-0000-4000-8000-0000000000\(message)</messageID>"
          })
    }
    let forged = sent.replacing("weight=\"60\"", with: "weight=\"50\"").replacing(
      "weight=\"40\"", with: "weight=\"50\""
    )
    .replacing("<points criterion=\"idea\">9</points>", with: "<points criterion=\"idea\">1</points>")
    let refused = try stranger(71, forged)
    #expect(refused.status == 1)
    #expect(refused.verdict["diagnostics"].map("code").contains("GC-040-0204"))
    let sheet = sent.replacing("<points criterion=\"idea\">9</points>", with: "<points criterion=\"idea\">1</points>")
    let ignored = try stranger(72, sheet)
    #expect(ignored.verdict["accepted"] == 0)
    #expect(try text(region) == before)
    #expect(try verify(text(region)).status == 0)
  }

  @Test func `what was received goes on with the very same proof`() throws {
    let sent = try text(contest.office)
    #expect(try region.take(sent).status == 0)
    let onward = try text(region)
    #expect(proof(sent).count > 20)
    #expect(proof(onward) == proof(sent))
    let verdict = try verify(onward)
    #expect(verdict.status == 0, "\(verdict.errors)")
    #expect(try verdict.json()["sheets"] == 8)
    // And once more.
    let third = try Office("ministry", title: "Ведомство")
    for what in ["announcement", "applications", "results"] {
      #expect(try third.take(try region.send(what, "--contest", "fair")).status == 0)
    }
    #expect(proof(try text(third)) == proof(sent))
  }

  private func decisionDigest(_ office: Office) throws -> String {
    try #require(try verify(text(office)).json()["decisionDigest"].string)
  }

  @Test func `the digest of the decision is the same in every office, until something is taken back`() throws {
    let told = try decisionDigest(contest.office)
    let third = try Office("ministry", title: "Ведомство")
    #expect(try region.take(try text(contest.office)).status == 0)
    for what in ["announcement", "applications", "results"] {
      #expect(try third.take(try region.send(what, "--contest", "fair")).status == 0)
    }
    #expect(try decisionDigest(region) == told)
    #expect(try decisionDigest(third) == told)
    try contest.office.laureat.must(
      "winner", "revoke", "--contest", "fair", "--entry", "4", "--ground", "declined", "--reason", "отказ", "--date",
      "2020-04-06")
    let since = try decisionDigest(contest.office)
    #expect(since != told)
    #expect(try decisionDigest(region) == told)
    #expect(try region.take(try contest.office.send("results", "--contest", "fair")).status == 0)
    #expect(try decisionDigest(region) == since)
  }

  @Test func `the digest is the same where only those who pass it on say whose the applications are`() throws {
    let city = try Office("city", title: "Администрация города")
    for what in ["announcement", "applications"] {
      #expect(try city.take(try contest.office.send(what, "--contest", "fair")).status == 0)
    }
    #expect(try city.take(try text(contest.office).unsealed.replacing(#/\s*<source [^>]*>/#, with: "")).status == 0)
    let ministry = try Office("ministry", title: "Ведомство")
    for what in ["announcement", "applications", "results"] {
      #expect(try ministry.take(try city.send(what, "--contest", "fair")).status == 0)
    }
    let (told, passedOn) = (try text(city), try text(ministry))
    #expect(!told.contains("<source "))
    #expect(passedOn.contains("<source sender=\"city\""))
    #expect(try decisionDigest(ministry) == decisionDigest(city))
  }

  @Test(arguments: ["pseudonymised", "public"])
  func `it is proved without its people too`(profile: String) throws {
    #expect(try region.take(try text(contest.office)).status == 0)
    let verdict = try verify(try text(region, "--profile", profile))
    #expect(verdict.status == 0, "\(verdict.errors)")
  }

  @Test(arguments: ["full", "pseudonymised", "public"])
  func `a proof that was wrong stays wrong`(profile: String) throws {
    let forged = try text(contest.office).replacing(
      "<points criterion=\"idea\">1.5</points>", with: "<points criterion=\"idea\">9</points>")
    #expect(try region.take(forged).status == 0)
    let codes = try verify(try text(region, "--profile", profile)).json()["diagnostics"].map("code")
    #expect(codes.contains("GC-040-0310"))
    #expect(codes.contains("GC-040-0314"))
  }

  @Test func `an echo without sheets leaves them, another proof takes their place, and undo brings the first back`()
    throws
  {
    let sent = try text(contest.office).unsealed
    #expect(try region.take(sent).status == 0)
    let first = proof(try text(region))
    func resent(_ message: Int, _ change: (String) -> String) -> String {
      change(
        sent.replacing(/<messageID>.*?<\/messageID>/, with: "<messageID>\(Documents.messageID(message))</messageID>"))
    }
    let bare = resent(61) {
      $0.replacing(#/(?s)\s*<(scoreSheet|recusal) .*?<\/\1>/#, with: "")
        .replacing(#/\s*<jurorTotal .*?<\/jurorTotal>/#, with: "")
    }
    let taken = try region.take(bare)
    #expect(taken.verdict["unchanged"] == 4, "\(taken.verdict)")
    #expect(proof(try text(region)) == first)
    let other = resent(62) { $0.replacing("2:0", with: "3:0") }
    #expect(try region.take(other).status == 0)
    #expect(try verify(try text(region)).status == 0)
    #expect(try text(region).contains("3:0"))
    let last = try #require(try region.json("history").list.last { $0["kind"] == "import" }?["id"].int)
    try region.laureat.must("undo", String(last))
    #expect(proof(try text(region)) == first)
    #expect(try region.laureat("doctor").status == 0)
  }

  @Test func `words of the jury about a person go from it with the person`() throws {
    let sent = try text(contest.office).unsealed.replacing(
      "<reason>родня</reason>", with: "<reason>Громова Ульяна ей дочь</reason>"
    )
    .replacing(
      "<points criterion=\"work\">1</points>",
      with: "<points criterion=\"work\">1</points><remark>Громова Ульяна лучше всех</remark>")
    #expect(try region.take(sent).status == 0)
    #expect(try text(region).contains("Громова Ульяна"))
    #expect(try region.laureat("entry", "erase", "fair/3", "--reason", "отозвано согласие").status == 0)
    for profile in ["full", "pseudonymised"] {
      let onward = try text(region, "--profile", profile)
      #expect(!onward.contains("Громов"))
      let verdict = try verify(onward)
      #expect(verdict.status == 0, "\(verdict.errors)")
    }
    #expect(try region.laureat.bytes("store.sqlite").range(of: Data("Громов".utf8)) == nil)
    #expect(try region.laureat("doctor").status == 0)
  }

  /// With what a program added to the first sheet and to the recusal.
  private func sealed(_ document: String) -> String {
    let addition = "<extensions>\(Self.seal)</extensions>"
    return document.replacing("</recusal>", with: addition + "</recusal>")
      .replacing("</scoreSheet>", with: addition + "</scoreSheet>", maxReplacements: 1)
  }

  private static let seal = "<m:seal xmlns:m=\"urn:machine:1\">Громова Ульяна, листов: 1</m:seal>"

  private func seals(_ document: String) -> Int { document.ranges(of: Self.seal).count }

  private func digests(_ document: String) -> [String] {
    document.matches(of: /scoresDigest="[0-9a-f]*"/).map { String($0.output) }
  }

  @Test func `what others added to sheets and recusals goes on with them, and the check sum is the same`() throws {
    let sent = try text(contest.office)
    #expect(try region.take(sealed(sent)).status == 0)
    let onward = try text(region)
    #expect(seals(onward) == 2)
    #expect(digests(onward) == digests(sent))
    #expect(try verify(onward).status == 0)
    for profile in ["pseudonymised", "public"] {
      let told = try region.laureat("export", "results", "--contest", "fair", "--profile", profile)
      #expect(!told.output.contains("seal"))
      #expect(told.errors.hasSuffix(": 2\n"), "\(told.errors)")
    }
    // Of the two the recusal is on the third entry.
    #expect(try region.laureat("entry", "erase", "fair/3", "--reason", "отозвано согласие").status == 0)
    let erased = try text(region)
    #expect(seals(erased) == 1)
    #expect(erased.contains(/<recusal [^>]*entry="c"/))
    #expect(try verify(erased).status == 0)
    // Nor does it come back with the document.
    let again = sealed(sent).replacing(
      /<messageID>.*?<\/messageID>/, with: "<messageID>\(Documents.messageID(63))</messageID>")
    #expect(try region.take(again).status == 0)
    #expect(try seals(text(region)) == 1)
  }
}
