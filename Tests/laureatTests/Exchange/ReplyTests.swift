import Foundation
import Testing

/// Who answered what we sent: receipts may overtake each other, come from several, and from whom nothing was sent to.
struct ReplyTests {
  let city: Office
  let region: Office

  init() throws {
    city = try Office("city", title: "Администрация города")
    region = try Office("commission", title: "Областная комиссия")
    try city.take(Documents.announcement())
    try city.take(
      Documents.applications(
        Documents.application("a"), Documents.application("b", nomination: "clay"), sender: Documents.city))
  }

  private func outgoing(_ office: Office) throws -> Value {
    let id = try #require(try office.json("message", "list", "--direction", "out").list.last?["messageID"].string)
    return try office.json("message", "show", id)
  }

  /// The receipt with other content and, as any other message, another identifier.
  private func changed(_ receipt: Data, _ change: (String) -> String) throws -> String {
    let text = String(decoding: receipt, as: UTF8.self)
    let id = try #require(text.firstMatch(of: /<messageID>([^<]*)<\/messageID>/)?.1)
    let other = try #require(text.range(of: id))
    return change(text.replacingCharacters(in: other, with: UUID().uuidString.lowercased()))
  }

  // MARK: Order

  @Test(arguments: [true, false])
  func `a refusal made before the acceptance changes nothing, whichever comes first`(late: Bool) throws {
    let sent = try city.send("applications", "--contest", "fair")
    let refusal = try #require(try region.take(sent).receipt)
    try region.take(Documents.announcement())
    let acceptance = try #require(try region.take(sent).receipt)
    try city.take(late ? acceptance : refusal)
    let last = try city.take(late ? refusal : acceptance)
    #expect(last.status == 0)
    #expect(last.verdict["diagnostics"].map("code").contains("GC-010-0030") == late)
    let message = try outgoing(city)
    #expect(message["status"] == "acceptedWithWarnings")
    #expect(message["accepted"] == 2)
    #expect(message["rejected"] == 0)
    #expect(message["records"].map("registration") == ["fair/1", "fair/2"])
  }

  @Test func `of two refusals the later one counts`() throws {
    let second = try #require(try region.take(try city.send("applications", "--contest", "fair")).receipt)
    let first = try changed(second) {
      $0.replacing(/<receivedAt>[^<]*</, with: "<receivedAt>2020-06-01T12:00:00+07:00<").replacing(
        "<rejected>2<", with: "<rejected>1<")
    }
    try city.take(second)
    let late = try city.take(first)
    #expect(late.verdict["diagnostics"].map("code").contains("GC-010-0030"))
    #expect(try outgoing(city)["rejected"] == 2)
  }

  // MARK: Several

  @Test func `an announcement is answered by each whom it reached`() throws {
    for id in ["m1", "m2", "m3"] {
      try city.laureat.must("organisation", "add", "--id", id, "--title", "Поселение \(id)")
    }
    let sent = try city.send("announcement", "--contest", "fair")
    let first = try Office("m1", title: "Поселение m1")
    try city.take(try #require(try first.take(sent).receipt))
    var message = try outgoing(city)
    #expect(message["answered"] == .bool(false))
    #expect(message["answeredBy"] == ["m1"])
    #expect(message["awaited"] == ["m2", "m3"])
    #expect(try city.json("message", "list", "--unanswered").list.count == 1)

    // The second one refuses it: it knows another contest of that name.
    let second = try Office("m2", title: "Поселение m2")
    try second.take(Documents.announcement(title: "Другая ярмарка", sender: Documents.sender))
    let answer = try second.take(sent)
    try city.take(try #require(answer.receipt))
    let refused = answer.verdict["rejected"]
    message = try outgoing(city)
    #expect(message["answeredBy"] == ["m1", "m2"])
    #expect(message["answers"].first("id", "m1")["accepted"] == 1)
    #expect(message["answers"].first("id", "m2")["rejected"] == refused)
    #expect(message["records"].map("by") == ["m1", "m2"])
    let id = try #require(message["messageID"].string)
    let page = try city.laureat.must("message", "show", id, "--lang", "ru").output
    for word in ["Кто ответил", "Поселение m1", "Поселение m2", "Ответа ещё нет", "Поселение m3"] {
      #expect(page.contains(word))
    }
    #expect(
      try city.laureat.must("message", "list", "--unanswered", "--lang", "en").output.contains("answered by 2 of 3"))

    try city.take(try #require(try Office("m3", title: "Поселение m3").take(sent).receipt))
    #expect(try outgoing(city)["answered"] == .bool(true))
    #expect(try city.json("message", "list", "--unanswered").list.isEmpty)
  }

  @Test func `a receipt of somebody else does not answer for the recipient`() throws {
    try city.laureat.must("organisation", "add", "--id", "commission", "--title", "Областная комиссия")
    let sent = try city.send("applications", "--contest", "fair", "--to", "commission")
    let stranger = try Office("stranger", title: "Кто-то")
    try stranger.take(Documents.announcement())
    let taken = try city.take(try #require(try stranger.take(sent).receipt))
    #expect(taken.status == 0)
    #expect(taken.verdict["diagnostics"].map("code").contains("GC-010-0031"))
    var message = try outgoing(city)
    #expect(message["answered"] == .bool(false))
    #expect(message["status"] == .null)
    #expect(message["answeredBy"] == ["stranger"])
    #expect(message["awaited"] == ["commission"])
    #expect(try city.json("message", "list", "--unanswered").list.count == 1)
    #expect(
      try city.laureat.must("message", "list", "--unanswered", "--lang", "ru").output.contains("ответил не адресат"))

    try region.take(Documents.announcement())
    let answer = try city.take(try #require(try region.take(sent).receipt))
    #expect(!answer.verdict["diagnostics"].map("code").contains("GC-010-0031"))
    message = try outgoing(city)
    #expect(message["answered"] == .bool(true))
    #expect(message["accepted"] == 2)
    #expect(try city.json("entry", "show", "fair/1")["sentIn"][0]["answer"]["registration"] == "fair/1")
  }

  // MARK: Content

  private func receipt() throws -> Data {
    try region.take(Documents.announcement())
    return try #require(try region.take(try city.send("applications", "--contest", "fair")).receipt)
  }

  @Test func `an acceptance must list its records`() throws {
    let receipt = try receipt()
    try city.take(receipt)
    let before = try outgoing(city)
    let empty = try changed(receipt) {
      $0.replacing(/<record [^>]*\/>/, with: "").replacing("<recordCount>2<", with: "<recordCount>0<")
    }
    let taken = try city.take(empty)
    #expect(taken.status == 1)
    #expect(taken.verdict["diagnostics"].map("code").contains("GC-040-0202"))
    #expect(try outgoing(city) == before)
  }

  @Test func `the records must agree with the outcome`() throws {
    let taken = try city.take(
      try changed(try receipt()) {
        $0.replacing("<accepted>2<", with: "<accepted>1<").replacing("<updated>0<", with: "<updated>1<")
      })
    #expect(taken.status == 1)
    #expect(taken.verdict["diagnostics"].map("code").contains("GC-040-0202"))
    #expect(try outgoing(city)["answered"] == .bool(false))
  }

  @Test func `the refusal of a file lists no records`() throws {
    let refusal = try #require(try region.take(try city.send("applications", "--contest", "fair")).receipt)
    #expect(try city.take(refusal).status == 0)
    #expect(try outgoing(city)["status"] == "rejected")
  }

  @Test func `a record that was never sent is not answered`() throws {
    let taken = try city.take(try changed(try receipt()) { $0.replacing("id=\"a\"", with: "id=\"никто\"") })
    #expect(taken.status == 3)
    #expect(taken.verdict["diagnostics"].map("code").contains("GC-010-0032"))
    #expect(try outgoing(city)["records"].map("id") == ["b"])
  }

  @Test func `an entry that came later was not carried`() throws {
    let receipt = try receipt()
    try city.take(
      Documents.applications(Documents.application("c"), message: 9, sender: Documents.city))
    let taken = try city.take(try changed(receipt) { $0.replacing("id=\"a\"", with: "id=\"c\"") })
    #expect(taken.verdict["diagnostics"].map("code").contains("GC-010-0032"))
  }

  @Test func `a withdrawal, an announcement and results are answered by what they carried`() throws {
    let first = try receipt()
    #expect(try city.take(first).status == 0)
    try city.laureat.must("entry", "withdraw", "fair/1", "--date", "2020-03-20", "--reason", "по просьбе")
    let withdrawal = try city.send("applications", "--contest", "fair")
    #expect(try city.take(try #require(try region.take(withdrawal).receipt)).status == 0)
    let announcement = try city.send("announcement", "--contest", "fair")
    #expect(try city.take(try #require(try region.take(announcement).receipt)).status == 0)
    try city.laureat.must("entry", "admit", "fair/2", "--date", "2020-04-02")
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "2", "--place", "1", "--protocol", "7", "--date",
      "2020-04-10")
    let results = try city.send("results", "--contest", "fair")
    let answer = try city.take(try #require(try region.take(results).receipt))
    #expect(answer.status == 0, "\(answer.verdict)")
  }
}
