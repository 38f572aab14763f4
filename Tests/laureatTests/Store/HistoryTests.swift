import Foundation
import Testing

/// `history --subject`: an event names one thing and may have touched many.
struct HistoryTests {
  let city: Office

  init() throws {
    city = try Office("city", title: "Администрация города")
    try city.take(Documents.announcement())
    try city.take(
      Documents.applications(
        Documents.application("a"), Documents.application("b"), Documents.application("c"), sender: Documents.city))
  }

  private func kinds(_ subject: String) throws -> [String] {
    try city.json("history", "--subject", subject).list.compactMap(\.["kind"].string)
  }

  private func live() throws {
    try city.laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-04-02")
    try city.laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "2", "--place", "1", "--protocol", "7", "--date",
      "2020-04-10")
  }

  @Test func `an entry has the history of all that touched it`() throws {
    try live()
    #expect(try kinds("fair/1") == ["import", "entry.admitted"])
    #expect(try kinds("fair/2") == ["import", "entry.admitted", "winner.record"])
    _ = try city.send("applications", "--contest", "fair")
    try city.laureat.must("entry", "edit", "fair/3", "--works", "7")
    try city.laureat.must("entry", "erase", "fair/2", "--reason", "отозвано согласие")
    #expect(try kinds("fair/3") == ["import", "entry.admitted", "export", "entry.edit"])
    #expect(try kinds("fair/2") == ["import", "entry.admitted", "winner.record", "export", "entry.erase"])
  }

  @Test func `a contest has that of its entries, awards and messages too`() throws {
    try live()
    _ = try city.send("applications", "--contest", "fair")
    try city.laureat.must("entry", "edit", "fair/3", "--works", "7")
    try city.take(Documents.announcement(id: "fair-2", message: 11))
    #expect(
      try kinds("fair") == ["import", "import", "entry.admitted", "winner.record", "export", "entry.edit"])
    #expect(try kinds("fair-2") == ["import"])
  }

  @Test func `what was taken back is told with its taking back`() throws {
    try city.take(
      Documents.applications(Documents.application("b", works: 2, correction: 1), message: 5, sender: Documents.city))
    let event = try #require(try city.json("history").list.last?["id"].int)
    #expect(try kinds("fair/2") == ["import", "import"])
    #expect(try kinds("fair/3") == ["import"])
    try city.laureat.must("undo", String(event))
    #expect(try kinds("fair") == ["import", "import", "import", "undo"])
  }

  @Test func `results from the region belong to the entry they are about`() throws {
    try live()
    _ = try city.send("applications", "--contest", "fair", "--stage", "fair-region")
    try city.take(
      Documents.results(
        Documents.result("fair.2", "<award place=\"2\"/>"), contest: "fair-region", level: "regional", message: 30))
    #expect(try kinds("fair/2") == ["import", "entry.admitted", "winner.record", "export", "import"])
    #expect(try kinds("fair/1") == ["import", "entry.admitted"])
  }

  @Test func `a project has its import and its money, a message its coming`() throws {
    try city.take(Documents.portfolio(Documents.project()))
    let project = try #require(try city.json("grant", "list")[0]["id"].string)
    let before = try kinds(project)
    #expect(before == ["import"])
    #expect(try kinds(Documents.messageID(2)) == ["import"])
    #expect(try kinds("unknown").isEmpty)
    #expect(try city.laureat("history", "--subject", "что-то/ещё").status == 0)
  }
}
