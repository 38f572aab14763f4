import Foundation
import Testing

/// A receipt comes back: what was sent counts as answered, record by record.
struct AnswerTests {
  let city: Office
  let region: Office
  let sent: Data

  init() throws {
    city = try Office("city", title: "Администрация города")
    region = try Office("commission", title: "Областная комиссия")
    for office in [city, region] {
      #expect(try office.take(Documents.announcement()).status == 0)
    }
    _ = try city.take(
      Documents.applications(
        Documents.application("a"), Documents.application("b", nomination: "clay"), sender: Documents.city))
    sent = try city.send("applications", "--contest", "fair")
  }

  private func outgoing() throws -> Value { try city.json("message", "list", "--direction", "out")[0] }

  @Test func `what was sent waits for its receipt`() throws {
    let message = try outgoing()
    #expect(message["answered"] == .bool(false))
    #expect(message["status"] == .null)
    #expect(message["document"] == "applications")
    #expect(message["sender"] == "city")
    #expect(try city.json("message", "list", "--unanswered").list.count == 1)
  }

  @Test func `the same export again is the same message`() throws {
    #expect(try city.send("applications", "--contest", "fair") == sent)
    #expect(try city.json("message", "list", "--direction", "out").list.count == 1)
  }

  @Test func `a receipt marks the message as answered and tells of each record`() throws {
    let receipt = try #require(try region.take(sent).receipt)
    let taken = try city.take(receipt)
    #expect(taken.status == 0)
    #expect(taken.verdict["accepted"] == 2)
    #expect(taken.receipt == nil)
    let message = try outgoing()
    #expect(message["answered"] == .bool(true))
    #expect(message["status"] == "acceptedWithWarnings")
    #expect(message["accepted"] == 2)
    let id = try #require(message["messageID"].string)
    let records = try city.json("message", "show", id)["records"]
    #expect(records.map("id") == ["a", "b"])
    #expect(records.map("registration") == ["fair/1", "fair/2"])
    #expect(try city.json("message", "list", "--unanswered").list.isEmpty)
  }

  @Test func `a record that was refused is told with its reasons`() throws {
    let before = try city.laureat("entry", "edit", "fair/1", "--works", "7")
    #expect(before.status == 0)
    let wrong = String(decoding: try city.send("applications", "--contest", "fair"), as: UTF8.self)
    // The region knows another announcement, in which the nomination does not stand.
    let other = try Office("commission", title: "Областная комиссия")
    _ = try other.take(Documents.announcement().replacing("id=\"clay\"", with: "id=\"glass\""))
    let answer = try other.take(wrong)
    #expect(answer.status == 3)
    #expect(try city.take(try #require(answer.receipt)).status == 0)
    let id = try #require(try city.json("message", "list", "--direction", "out").list.last?["messageID"].string)
    let message = try city.json("message", "show", id)
    #expect(message["status"] == "partial")
    #expect(message["rejected"] == 1)
    let refused = message["records"].first("id", "b")
    #expect(refused["status"] == "rejected")
    #expect(refused["diagnostics"].list.isEmpty == false)
  }

  @Test func `the same receipt again is a duplicate and changes nothing`() throws {
    let receipt = try #require(try region.take(sent).receipt)
    try city.take(receipt)
    let state = try outgoing()
    let again = try city.take(receipt)
    #expect(again.status == 0)
    #expect(again.verdict["status"] == "duplicate")
    #expect(try outgoing() == state)
  }

  @Test func `a receipt for what was never sent is refused`() throws {
    let receipt = try #require(try region.take(sent).receipt)
    let stranger = try Office("other-city", title: "Другой город")
    let taken = try stranger.take(receipt)
    #expect(taken.status == 1)
    #expect(taken.verdict["diagnostics"].map("code").contains("GC-010-0010"))
    #expect(try stranger.json("message", "list").list.isEmpty)
  }

  @Test func `a receipt for a file that was changed on its way is refused`() throws {
    let changed = String(decoding: sent, as: UTF8.self).replacing("Шкатулка", with: "Шкатулки")
    let receipt = try #require(try region.take(changed).receipt)
    let taken = try city.take(receipt)
    #expect(taken.status == 1)
    #expect(taken.verdict["diagnostics"].map("code").contains("GC-010-0011"))
    #expect(try outgoing()["answered"] == .bool(false))
  }

  @Test func `a receipt that leaves records out, or tells of one twice, is refused`() throws {
    let receipt = String(decoding: try #require(try region.take(sent).receipt), as: UTF8.self)
    let lines = receipt.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let record = try #require(lines.first { $0.contains("id=\"b\"") })
    let second = try city.take(
      receipt.replacing(record, with: record.replacing("number=\"2\"", with: "number=\"1\"")))
    #expect(second.status == 3)
    #expect(second.verdict["diagnostics"].map("code").contains("GC-040-0200"))
    #expect(try city.laureat("undo", "3").status == 1)
  }

  @Test func `a commission sees who has sent and who has not`() throws {
    for id in ["city", "village", "town"] {
      try region.laureat.must("organisation", "add", "--id", id, "--title", "Организация \(id)")
    }
    func missing() throws -> Set<Value> {
      Set(try region.json("message", "list", "--contest", "fair", "--missing").map("id"))
    }
    #expect(try missing() == ["city", "village", "town"])
    try region.take(sent)
    #expect(try missing() == ["village", "town"])
    let text = try region.laureat.must("message", "list", "--contest", "fair", "--lang", "ru").output
    #expect(text.contains("Организация village"))
    // What was taken back was not sent.
    let event = try #require(try region.json("history").list.last { $0["kind"] == "import" }?["id"].int)
    try region.laureat.must("undo", String(event))
    #expect(try missing() == ["city", "village", "town"])
  }

  @Test func `the receipt that was given can be written once more`() throws {
    let receipt = try #require(try region.take(sent).receipt)
    let id = try #require(
      try region.json("message", "list", "--direction", "in").first("document", "applications")["messageID"].string)
    try region.laureat.must("message", "show", id, "--receipt", "again.xml")
    #expect(try region.laureat.bytes("again.xml") == receipt)
  }

  @Test func `an export to somebody names them`() throws {
    try city.laureat.must("organisation", "add", "--id", "commission", "--title", "Областная комиссия")
    let document = String(
      decoding: try city.send("applications", "--contest", "fair", "--to", "commission"), as: UTF8.self)
    #expect(document.contains("<recipient id=\"commission\">"))
    #expect(try city.json("message", "list", "--direction", "out").list.last?["recipient"] == "commission")
    #expect(try city.laureat("export", "applications", "--contest", "fair", "--to", "nobody").status == 1)
  }
}
