import Foundation
import Testing

/// `entry show`: which messages an entry came in and went out with, and what was answered.
struct EntryPathTests {
  let city: Office
  let region: Office

  init() throws {
    city = try Office("city", title: "Администрация города")
    region = try Office("commission", title: "Областная комиссия")
    for office in [city, region] { #expect(try office.take(Documents.announcement()).status == 0) }
    let applications = Documents.applications(Documents.application("a"), Documents.application("b"))
    try city.laureat.write(applications, to: "applications.xml")
    try city.laureat.must("import", "applications.xml")
  }

  private func text(_ language: String) throws -> String {
    // Where a line is broken depends on its width alone.
    try city.laureat.must("entry", "show", "fair/1", "--lang", language).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `what brought it, what took it on and the answer are told`() throws {
    let sent = try city.send("applications", "--contest", "fair")
    var shown = try city.json("entry", "show", "fair/1")
    #expect(shown["receivedIn"].map("messageID") == [.string(Documents.messageID(2))])
    #expect(shown["receivedIn"].map("file") == ["applications.xml"])
    #expect(shown["sentIn"].list.count == 1)
    #expect(
      shown["sentIn"][0].keys == ["messageID", "document", "sender", "recipient", "createdAt", "file", "answer"])
    #expect(shown["sentIn"][0]["answer"] == .null)
    #expect(try text("ru").contains("квитанции ещё нет"))
    #expect(try text("en").contains("not answered yet"))

    _ = try city.take(try #require(try region.take(sent).receipt))
    shown = try city.json("entry", "show", "fair/1")
    #expect(shown["sentIn"][0]["answer"]["status"] == "accepted")
    #expect(shown["sentIn"][0]["answer"]["registration"] == "fair/1")
    #expect(try text("ru").contains("принята (fair/1)"))
    #expect(try text("ru").contains("Заявка пришла"))
    #expect(try text("en").contains("accepted (fair/1)"))
    #expect(try text("en").contains("The entry came in"))
  }

  @Test func `a correction is a message more, one taken back is not`() throws {
    _ = try city.take(Documents.applications(Documents.application("a", works: 2, correction: 1), message: 5))
    #expect(try city.json("entry", "show", "fair/1")["receivedIn"].list.count == 2)
    #expect(try city.json("entry", "show", "fair/2")["receivedIn"].list.count == 1)
    let last = try #require(try city.json("history").list.last?["id"].int)
    try city.laureat.must("undo", String(last))
    #expect(
      try city.json("entry", "show", "fair/1")["receivedIn"].map("messageID") == [.string(Documents.messageID(2))])
  }

  @Test func `an entry typed in came in no message`() throws {
    try city.laureat.must(
      "entry", "add", "--contest", "fair", "--nomination", "wood", "--title", "Ложка", "--group", "Семья", "--date",
      "2020-03-11")
    let shown = try city.json("entry", "show", "fair/3")
    #expect(shown["receivedIn"].list.isEmpty)
    #expect(shown["sentIn"].list.isEmpty)
  }

  @Test func `an erasure is told with its day, reason and act`() throws {
    try city.laureat.must(
      "entry", "erase", "fair/1", "--reason", "отозвано согласие", "--date", "2020-06-02")
    let shown = try city.json("entry", "show", "fair/1")
    let event = try #require(try city.json("history").list.last?["id"].int)
    #expect(shown["erased"]["event"].int == event)
    #expect(shown["erased"]["date"] == "2020-06-02")
    #expect(shown["receivedIn"].list.count == 1)
    #expect(try text("ru").contains("удалены 02.06.2020: отозвано согласие (запись в журнале № \(event))"))
    #expect(try text("en").contains("отозвано согласие (event no. \(event))"))
  }
}
