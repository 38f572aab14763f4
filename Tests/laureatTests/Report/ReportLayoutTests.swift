import Foundation
import Testing

/// A funder's own layout of the report.
struct ReportLayoutTests {
  let laureat: Command

  init() throws {
    laureat = try Command(.garden)
  }

  private func report(_ layout: String, _ format: String = "text") throws -> Command.Result {
    try laureat.write(layout, to: "layout.json")
    return try laureat("report", "grant", "garden", "--year", "2020", "--layout", "layout.json", "--format", format)
  }

  @Test func `the parts stand in the order and under the titles of the funder`() throws {
    let text = try report(
      """
      {"title": "Форма 7", "parts": [{"part": "expenses", "title": "А. Расходы"}, {"part": "money", "title": "Б. Деньги"},
      {"part": "refunds", "title": "В. Возвраты"}], "signatures": ["Директор"], "emptyParts": true}
      """
    ).output
    let places = ["Форма 7", "А. Расходы", "Б. Деньги", "В. Возвраты", "Директор"].map { text.firstRange(of: $0) }
    #expect(places.allSatisfy { $0 != nil })
    #expect(
      zip(places, places.dropFirst()).allSatisfy { earlier, later in
        guard let earlier, let later else { return false }
        return earlier.lowerBound < later.lowerBound
      })
    #expect(text.contains("Nothing in the period."))
    #expect(!text.contains("Chief accountant"))
  }

  @Test(arguments: [
    ("{\"parts\": [{\"part\": \"spending\"}]}", "parts[0].part"),
    ("{\"parts\": [{\"part\": \"money\"}, {\"part\": \"money\"}]}", "parts[1].part"),
    ("{\"parts\": [{\"part\": \"money\", \"name\": \"x\"}]}", "parts[0].name"), ("{\"parts\": []}", "parts"),
    ("{\"parts\": [{}]}", "parts[0].part"), ("{\"title\": 5}", "title"), ("{\"emptyParts\": \"yes\"}", "emptyParts"),
    ("{\"signatures\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\"]}", "signatures"), ("{", "layout.json"),
  ])
  func `a slip in the layout is named by its field`(layout: String, field: String) throws {
    let result = try report(layout)
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.errors.contains(field), "\(result.errors)")
    #expect(result.output.isEmpty)
  }

  @Test func `a layout that is not there is said to be so`() throws {
    #expect(try laureat("report", "grant", "garden", "--year", "2020", "--layout", "none.json").status != 0)
  }

  @Test func `the sample fits every form of the report`() throws {
    let sample = try String(
      contentsOf: Command.root.appending(path: "Samples/designs/funder-report.json"), encoding: .utf8)
    for format in ["text", "html", "json", "xml", "csv"] { #expect(try report(sample, format).status == 0) }
    #expect(try report(sample).output.contains("7. Реестр расходов"))
  }
}
