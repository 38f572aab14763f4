import Foundation
import Testing

/// A region decides by several protocols: the nominations, one of them again after a revocation, and a prize beside.
struct SeveralProtocolsElsewhereTests {
  let city: Office

  init() throws {
    city = try Office("city", title: "Администрация города")
    #expect(try city.take(Documents.announcement()).status == 0)
    let sender = "<sender id=\"city\"><title>А</title></sender>"
    let applications = Documents.applications(
      Documents.application("a"), Documents.application("b"), Documents.application("c", nomination: "clay"),
      sender: sender)
    #expect(try city.take(applications).status == 0)
    let results = Documents.results(
      Documents.result("a", "<award place=\"1\"/>"), Documents.result("b", "<award place=\"2\"/>"),
      Documents.result("c", "<award place=\"1\"/>"))
    #expect(try city.take(results).status == 0)
    let announcement = Documents.announcement(id: "region", message: 50, title: "Областная ярмарка", level: "regional")
      .replacing(Documents.organiser, with: Self.commission)
      .replacing("2020-03-01", with: "2020-04-15").replacing("2020-03-31", with: "2020-05-31")
    #expect(try city.take(announcement).status == 0)
    _ = try city.send("applications", "--contest", "fair", "--stage", "region")
  }

  private static let commission = "<organiser id=\"commission\"><title>Областная комиссия</title></organiser>"

  /// - Parameter decisions: What the protocol says of nominations.
  private static func minutes(_ number: Int, day: Int, _ decisions: String, _ results: [String]) -> String {
    Documents.results(
      results[0], results[1], results[2], contest: "region", level: "regional", number: String(number),
      date: "2020-06-\(day)", message: number
    )
    .replacing(Documents.organiser, with: commission).replacing(
      "</contest></protocol>", with: "</contest>\(decisions)</protocol>")
  }

  private static func result(_ entry: Int, _ nomination: String, _ content: String = "") -> String {
    Documents.result("fair.\(entry)", "<nomination>\(nomination)</nomination>\(content)")
  }

  private static func award(_ place: Int) -> String {
    "<award place=\"\(place)\"><prize>Диплом № \(place)</prize></award>"
  }

  private static let first = minutes(
    77, day: 15,
    "<decision nomination=\"wood\" outcome=\"decided\"/><decision nomination=\"clay\" outcome=\"decided\"/>",
    [result(1, "wood", award(1)), result(2, "wood", award(2)), result(3, "clay", award(1))])
  /// Who was first in wood has lost the place, and the next one has moved up.
  private static let again = minutes(
    78, day: 17,
    "<decision nomination=\"wood\" outcome=\"decided\" revokedPlaces=\"movedUp\"><note>отказ</note></decision>",
    [
      result(1, "wood", "<earlierPlace place=\"1\" protocol=\"77\" revokedOn=\"2020-06-16\" ground=\"declined\"/>"),
      result(
        2, "wood",
        award(1) + "<earlierPlace place=\"2\" protocol=\"77\" revokedOn=\"2020-06-17\" ground=\"moved\"/>"),
      result(3, "clay"),
    ])
  private static let prize = minutes(
    79, day: 20, "",
    [result(1, "wood"), result(2, "wood", "<award><prize>Приз зрителей</prize></award>"), result(3, "clay")])

  @Test(arguments: [[0, 1, 2], [1, 0, 2], [1, 2, 0], [2, 1, 0], [0, 2, 1]])
  func `what one protocol says nothing of stays as another told it, in whatever order they come`(order: [Int]) throws {
    let documents = [Self.first, Self.again, Self.prize]
    for index in order { #expect(try city.take(documents[index]).status == 0) }
    func outcome(_ entry: Int) throws -> Value {
      try #require(city.json("entry", "show", "fair/\(entry)")["outcomes"].list.first)
    }
    #expect(try outcome(1)["place"] == .null)
    #expect(try outcome(2)["place"] == 1)
    #expect(try outcome(3)["place"] == 1)
    let page = try city.laureat.must("entry", "show", "fair/2", "--lang", "ru").output
    if order != [0, 2, 1] { #expect(page.contains("Диплом № 1; Приз зрителей"), "\(page)") }
    #expect(try city.laureat.must("entry", "show", "fair/3", "--lang", "ru").output.contains("Диплом № 1"))
  }
}
