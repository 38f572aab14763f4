import Foundation
import Testing

/// The documents of `Tests/Golden/1.0` in the hands of the office that they were written for.
///
/// The documents are never edited; see `GoldenDocumentTests` of the library. What the store tells of them lies beside
/// them in `store/`, and that may change: `REGENERATE_GOLDEN=1 swift test` rewrites it.
struct GoldenStoreTests {
  let laureat: Command

  init() throws {
    laureat = try Command(.golden)
    laureat.environment["LAUREAT_ACTOR"] = "office"
  }

  // MARK: In

  @Test(arguments: Golden.documents)
  func `a golden document passes the check, also that of xmllint`(_ name: String) throws {
    let result = try Command()("check", Golden.path(name), "--json")
    #expect(result.status == 0, "\(result.output)")
    let document = try #require(try result.json()[0]["document"].string)
    let verdict = try laureat.xmllint(Golden.path(name), Schemas.name(of: document))
    #expect(verdict.status == 0, "\(verdict.errors)")
  }

  @Test func `a new store takes all of them`() throws {
    let office = try Command()
    let (first, second) = try Golden.fill(office)
    let verdicts = try first.json().list + second.json().list
    #expect(Set(verdicts.compactMap { $0["file"].string?.split(separator: "/").last }).count == 12)
    for verdict in verdicts {
      #expect(verdict["status"] == "accepted", "\(verdict)")
      #expect(verdict["rejected"] == 0)
      #expect(verdict["warnings"] == 0)
    }
  }

  @Test func `they may come again and change nothing`() throws {
    let before = try laureat.state()
    // A trial message leaves nothing behind, not even its number: it would be checked anew.
    let names = (Golden.sentFirst + Golden.afterAdmission).filter { $0 != "applications-trial.xml" }
    let again = try laureat.run(["import", "--json"] + names.map(Golden.path))
    #expect(again.status == 0)
    #expect(Set(try again.json().map("status")) == ["duplicate"])
    #expect(try laureat.state() == before)
  }

  @Test func `a report is for its funder, no store takes it`() throws {
    let result = try laureat("import", Golden.path("grant-report-final.xml"), "--json")
    #expect(result.status == 65)
    #expect(try result.json()[0]["diagnostics"].map("code") == ["GC-020-0022"])
  }

  @Test func `the protocol is confirmed`() throws {
    let answer = try laureat("verify", Golden.path("results-own.xml"), "--json")
    #expect(answer.status == 0)
    #expect(try answer.json()["sheets"] == 20)
    #expect(try answer.json()["places"] == 5)
  }

  // MARK: What is told

  @Test(arguments: Golden.questions)
  func `the store tells of them what it told before`(_ question: Golden.Question) throws {
    let answer = try laureat.must(question.arguments + ["--json"]).data
    try Golden.expect(answer, tells: "store/\(question.file).json")
  }

  @Test func `nothing is wrong with the store`() throws {
    #expect(try laureat("doctor").status == 0)
  }

  // MARK: Out

  @Test func `the announcement goes out as it came, with what the protocol brought`() throws {
    let file = try laureat.must("export", "announcement", "--contest", Golden.contest).output
    let achievement = /\ {4}<achievement>.*?<\/achievement>\n/.dotMatchesNewlines()
    let brought = try #require(try Golden.text("results-own.xml").firstMatch(of: achievement)).output
    let expected = try #require(Golden.records("contest", in: try Golden.text("announcement.xml"))[Golden.contest])
      .replacing(achievement, with: brought)
      .replacing(
        "    </statusHistory>", with: "      <change status=\"completed\" date=\"2025-03-12\"/>\n    </statusHistory>")
    #expect(Golden.records("contest", in: file) == [Golden.contest: expected])
    #expect(try laureat.must("export", "announcement", "--contest", Golden.contest).output == file)
  }

  @Test func `applications go out as they came, corrected and without the one that was withdrawn`() throws {
    let file = try laureat.must("export", "applications", "--contest", Golden.contest).output
    var expected = Golden.records("application", in: try Golden.text("applications-1.xml"))
    expected["P-4"] = Golden.records("application", in: try Golden.text("applications-2.xml"))["P-4"]
    expected["P-6"] = nil
    #expect(expected.count == 10)
    #expect(Golden.records("application", in: file) == expected)
  }

  @Test func `results go out as they came, with what proves them`() throws {
    let file = try laureat.must("export", "results", "--contest", Golden.contest).output
    let golden = try Golden.text("results-own.xml")
    let body = /\ {2}<protocol .*<\/resultsProtocol>\n/.dotMatchesNewlines()
    // What goes out states the digest of its decision, whether what came did or not.
    let sealed = try String(#require(file.firstMatch(of: body)).output)
    let sent = sealed.unsealed
    #expect(sent != sealed)
    #expect(try sent == String(#require(golden.firstMatch(of: body)).output))
    try laureat.must("verify", try laureat.write(file, to: "sent-on.xml"))
  }

  @Test(arguments: ["results-revoked.xml", "results-decided-again.xml"])
  func `a protocol with revoked places is confirmed`(_ name: String) throws {
    try laureat.must("verify", Golden.path(name))
  }

  @Test func `projects go out byte for byte`() throws {
    let file = try laureat.must("export", "grants").output
    let expected = Golden.records("project", in: try Golden.text("portfolio.xml"))
    #expect(expected.count == 4)
    #expect(Golden.records("project", in: file) == expected)
  }

  // MARK: Answered

  @Test(arguments: Golden.answers)
  func `a golden receipt answers what was sent`(_ answer: Golden.Answer) throws {
    try laureat.must(answer.sending + ["-o", "sent.xml"])
    let sent = try #require(try laureat("message", "list", "--direction", "out", "--json").json().list.last)
    let id = try #require(sent["messageID"].string)
    let digest = try #require(sent["digest"].string)
    // Its number and digest hang on the version of the program, which the header names.
    let receipt = try Golden.text("receipt-\(answer.receipt).xml")
      .replacing(/(<original.*?<messageID>)[^<]*/.dotMatchesNewlines()) { "\($0.1)\(id)" }
      .replacing(/<referenceMessageID>[^<]*/, with: "<referenceMessageID>\(id)")
      .replacing(/<sha256>[^<]*/, with: "<sha256>\(digest)")
    try laureat.must("import", try laureat.write(receipt, to: "receipt.xml"))
    let message = try laureat.must("message", "show", id, "--json").json()
    #expect(message["answered"] == true)
    #expect(message["status"] == .string(answer.status))
    #expect(message["accepted"] == .number(Decimal(answer.accepted)))
    #expect(message["rejected"] == .number(Decimal(answer.rejected)))
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `a receipt for what was not sent from here is refused`() throws {
    let result = try laureat("import", Golden.path("receipt-score-sheets.xml"), "--json")
    #expect(result.status == 1)
    #expect(try result.json()[0]["diagnostics"].map("code") == ["GC-010-0010"])
  }
}
