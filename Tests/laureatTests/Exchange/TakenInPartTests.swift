import Foundation
import Testing

/// A file that was not taken whole comes again.
struct TakenInPartTests {
  private let city: Office
  private let region: Office

  init() throws {
    city = try Office("city", title: "Администрация города")
    region = try Office("region", title: "Министерство")
    _ = try region.take(Documents.announcement())
    _ = try region.take(Documents.applications(Documents.application("a")))
  }

  private func results() -> String {
    Documents.results(
      Documents.result("a", "<award place=\"1\"/>"), Documents.result("b", "<award place=\"2\"/>"))
  }

  private func places() throws -> [String] {
    try region.json("winner", "list", "--contest", "fair").list.map {
      "\($0["entry"].string?.suffix(1) ?? "") \($0["place"].int ?? 0)"
    }
  }

  @Test func `it is taken whole once the cause is gone, and what was taken before is unchanged`() throws {
    let first = try region.take(results())
    #expect(first.status == 3, "\(first.verdict)")
    #expect(try places() == ["1 1"])
    #expect(try region.take(Documents.applications(Documents.application("b"), message: 12)).status == 0)
    let second = try region.take(results())
    #expect(second.status == 0, "\(second.verdict)")
    #expect(second.verdict["unchanged"] == 1)
    #expect(second.verdict["accepted"] == 1)
    #expect(second.receipt != first.receipt)
    #expect(try places() == ["1 1", "2 2"])
    #expect(try region.json("contest", "show", "fair")["status"] == "completed")
    let states = try region.json("message", "list").list.filter { $0["document"] == "resultsProtocol" }
    #expect(states.map { $0["status"] } == ["takenAgain", "acceptedWithWarnings"], "\(states)")
    // From now on it is a duplicate.
    let third = try region.take(results())
    #expect(third.verdict["status"] == "duplicate")
    #expect(third.receipt == second.receipt)
    #expect(try region.laureat("doctor").status == 0)
  }

  @Test func `each time is an act of its own, and taken back it may come again`() throws {
    _ = try region.take(results())
    _ = try region.take(Documents.applications(Documents.application("b"), message: 12))
    #expect(try region.take(results()).status == 0)
    let imports = try region.json("history").list.filter { $0["kind"] == "import" }.compactMap { $0["id"].int }
    let last = try #require(imports.last)
    try region.laureat.must("undo", String(last))
    #expect(try places() == ["1 1"])
    #expect(try region.take(results()).status == 0)
    #expect(try places() == ["1 1", "2 2"])
    #expect(try region.laureat("doctor").status == 0)
  }

  @Test func `while nothing has changed it says so, and gives the same receipt`() throws {
    let first = try region.take(results())
    let before = try region.laureat.state()
    let again = try region.take(results())
    #expect(again.status == 0)
    #expect(again.verdict["status"] == "duplicate")
    #expect(again.verdict["rejected"] == 1)
    #expect(again.receipt == first.receipt)
    #expect(try region.laureat.state() == before)
    try region.laureat.write(results(), to: "again.xml")
    let said = try region.laureat("import", "again.xml", "--lang", "en")
    #expect(said.errors.contains("not whole; records refused: 1"), "\(said.errors)")
    #expect(said.errors.contains("take the file in again"))
  }

  @Test func `another content under its identifier is refused`() throws {
    _ = try region.take(results())
    _ = try region.take(Documents.applications(Documents.application("b"), message: 12))
    let before = try region.laureat.state()
    let other = try region.take(results().replacing("place=\"2\"", with: "place=\"1\""))
    #expect(other.status == 1)
    #expect(other.verdict["diagnostics"].map("code").contains("GC-010-0002"), "\(other.verdict)")
    #expect(try region.laureat.state() == before)
  }

  @Test func `applications that were refused are taken when the contest takes them`() throws {
    let document = Documents.applications(
      Documents.application("c"), Documents.application("d", submitted: "2020-04-02"), message: 13)
    #expect(try region.take(document).status == 3)
    let longer = Documents.announcement(message: 14).replacing(
      "<closes>2020-03-31</closes>", with: "<closes>2020-04-05</closes>")
    #expect(try region.take(longer).status == 0)
    let again = try region.take(document)
    #expect(again.status == 0, "\(again.verdict)")
    #expect(try region.json("entry", "list", "--contest", "fair").list.map { $0["id"] } == ["a", "c", "d"])
    let last = try #require(try region.json("history").list.last { $0["kind"] == "import" }?["id"].int)
    try region.laureat.must("undo", String(last))
    #expect(try region.json("entry", "list", "--contest", "fair").list.map { $0["id"] } == ["a", "c"])
  }
}
