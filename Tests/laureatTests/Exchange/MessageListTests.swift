import Foundation
import Testing

/// `message list`: what still waits for an answer, and who has not sent anything.
struct MessageListTests {
  let city: Office

  init() throws {
    city = try Office("city", title: "Администрация города")
    try city.take(Documents.announcement())
  }

  private func add(_ title: String) throws {
    try city.laureat.must(
      "entry", "add", "--contest", "fair", "--nomination", "wood", "--title", title, "--group", "Семья", "--date",
      "2020-03-11")
  }

  @Test func `of exports made on the way only the last waits for an answer`() throws {
    try city.laureat.must("organisation", "add", "--id", "commission", "--title", "Областная комиссия")
    for title in ["Ложка", "Ковш", "Миска"] {
      try add(title)
      _ = try city.send("applications", "--contest", "fair")
    }
    _ = try city.send("applications", "--contest", "fair", "--to", "commission")
    _ = try city.send("announcement", "--contest", "fair", "--to", "commission")
    let waiting = try city.json("message", "list", "--unanswered")
    #expect(waiting.map("document") == ["applications", "applications", "contestAnnouncement"])
    #expect(waiting.map("recipient") == [.null, "commission", "commission"])
    let all = try city.json("message", "list", "--direction", "out")
    #expect(all.map("superseded") == [true, true, false, false, false].map { .bool($0) })
    #expect(try city.laureat.must("message", "list", "--lang", "ru").output.contains("заменено"))
  }

  @Test func `what came in waits for no answer`() throws {
    let result = try city.laureat("message", "list", "--unanswered", "--direction", "in", "--lang", "ru")
    #expect(result.status == 64)
    #expect(result.errors.contains("--unanswered"))
    #expect(try city.laureat("message", "list", "--unanswered", "--direction", "out").status == 0)
  }

  @Test func `that nobody is missing is said, and so is that nobody is known`() throws {
    func missing(_ language: String) throws -> String {
      try city.laureat.must("message", "list", "--contest", "fair", "--missing", "--lang", language).output
    }
    #expect(try missing("ru").contains("Ни одной организации не записано"))
    #expect(try missing("en").contains("organisation add"))
    try city.laureat.must("organisation", "add", "--id", "commission", "--title", "Областная комиссия")
    #expect(try missing("ru").contains("Областная комиссия (commission)"))
    try city.take(Documents.applications(Documents.application("a"), sender: Documents.sender))
    #expect(try missing("ru").contains("прислали все"))
    #expect(try missing("en").contains("have sent"))
    #expect(try city.json("message", "list", "--contest", "fair", "--missing").list.isEmpty)
  }
}
