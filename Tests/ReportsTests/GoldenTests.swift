import Foundation
import GoldenPages
import Primitives
import Reports
import Testing

/// The printed forms as they stood when somebody last looked at them. `REGENERATE_GOLDEN=1 swift test` rewrites them.
struct GoldenTests {
  @Test(arguments: Language.allCases)
  func `the yearly report looks as it was approved`(language: Language) throws {
    let report = try Fixture.year()
    try expect(report.html(language), is: "year.\(language.rawValue).html")
    try expect(report.text(language, width: 100), is: "year.\(language.rawValue).txt")
    try expect(report.json().text, is: "year.json")
  }

  @Test(arguments: Language.allCases)
  func `the funder's report looks as it was approved`(language: Language) throws {
    let report = try Fixture.funderReport()
    try expect(report.html(language, sender: Fixture.rehabilitation), is: "funder.\(language.rawValue).html")
    try expect(report.text(language, width: 100), is: "funder.\(language.rawValue).txt")
    try expect(String(decoding: report.csv(language), as: UTF8.self), is: "funder.\(language.rawValue).csv")
  }

  @Test(arguments: Language.allCases)
  func `a receipt looks as it was approved`(language: Language) throws {
    let receipt = try Fixture.receipt()
    try expect(receipt.html(language), is: "receipt.\(language.rawValue).html")
    try expect(receipt.text(language, width: 100), is: "receipt.\(language.rawValue).txt")
  }

  private func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(components: "Golden", name)
    let isPage = name.hasSuffix(".html")
    if ProcessInfo.processInfo.environment["REGENERATE_GOLDEN"] == "1" {
      try Data((isPage ? GoldenPage.shortened(text) : text).utf8).write(to: file)
      return
    }
    let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let expected = isPage ? try GoldenPage.whole(golden) : golden
    #expect(Data(text.utf8) == expected.map { Data($0.utf8) }, "\(name) has changed", sourceLocation: sourceLocation)
  }
}
