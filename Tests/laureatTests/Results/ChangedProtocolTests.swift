import Foundation
import Testing

/// A protocol that was changed on its way is not taken in.
struct ChangedProtocolTests {
  private let region: Office
  private let sent: String

  init() throws {
    var contest = try JudgedContest(entries: ["a": "wood", "b": "wood"])
    try contest.score("j1 a 9 9", "j2 a 9 9", "j1 b 5 5", "j2 b 5 5")
    try #require(try contest.record().status == 0)
    region = try Office("region", title: "Министерство")
    for what in ["announcement", "applications"] {
      #expect(try region.take(try contest.office.send(what, "--contest", "fair")).status == 0)
    }
    sent = String(decoding: try contest.office.send("results", "--contest", "fair"), as: UTF8.self)
  }

  /// One word of what follows from no point.
  private var changed: String { sent.replacing("<title>Дерево</title>", with: "<title>Древесина</title>") }

  @Test func `nothing of a changed protocol is recorded, and its sender is told why`() throws {
    try #require(changed != sent)
    let before = try region.json("winner", "list", "--contest", "fair")
    let refused = try region.take(changed)
    #expect(refused.status != 0)
    #expect(refused.verdict["status"] == "rejected")
    #expect(refused.verdict["diagnostics"].first("code", "GC-040-0208")["severity"] == "error")
    let receipt = try String(decoding: #require(refused.receipt), as: UTF8.self)
    #expect(receipt.contains("GC-040-0208"))
    #expect(try region.json("winner", "list", "--contest", "fair") == before)
    // The honest file is taken under the number that the changed one had.
    #expect(try region.take(sent).status == 0)
    #expect(try region.json("winner", "list", "--contest", "fair") != before)
  }

  @Test func `check says so too`() throws {
    try region.laureat.write(changed, to: "changed.xml")
    try region.laureat.write(sent, to: "sent.xml")
    let found = try region.laureat("check", "changed.xml")
    #expect(found.status != 0)
    #expect(found.errors.contains("GC-040-0208"))
    #expect(try region.laureat("check", "sent.xml").status == 0)
  }

  @Test func `a protocol without a digest is taken as it is`() throws {
    #expect(try region.take(changed.unsealed).status == 0)
  }
}
