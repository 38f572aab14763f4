import Foundation
import Testing

/// `report year` beside an earlier year.
struct ReportYearTests {
  @Test func `two years stand side by side, and the figures of the year stay as they are`() throws {
    let laureat = try Command(.samples)
    func year(_ arguments: String...) throws -> Value {
      try laureat.run(["report", "year", "--year", "2020", "--json"] + arguments).json()
    }
    let (alone, beside) = try (year(), year("--compare", "2019"))
    #expect(beside.keys == alone.keys.union(["comparison"]))
    for key in alone.keys { #expect(beside[key] == alone[key]) }
    let comparison = beside["comparison"]
    #expect(comparison.keys == ["year", "contests", "outcomes", "grants"])
    #expect(comparison["year"] == 2019)
    #expect(comparison["contests"]["applications"]["earlier"] == .null)
    #expect(comparison["grants"]["awarded"].keys == ["earlier", "current", "change"])
    #expect(comparison["grants"]["awarded"]["current"] == alone["grants"]["awarded"])
  }

  @Test(arguments: ["text", "html", "pdf", "xlsx"])
  func `the comparison is in every form`(format: String) throws {
    let laureat = try Command(.samples)
    try laureat.must(
      "report", "year", "--year", "2020", "--compare", "2019", "--format", format, "--lang", "ru", "-o", "year")
    let file = try laureat.bytes("year")
    switch format {
    case "pdf": #expect(file.starts(with: Data("%PDF".utf8)))
    case "xlsx": #expect(file.starts(with: Data("PK".utf8)))
    default:
      let text = String(decoding: file, as: UTF8.self).plain
      #expect(text.contains("Сравнение с 2019 годом"))
      #expect(text.contains("нет данных"))
    }
  }

  @Test(arguments: ["2020", "2021", "0", "-1", "x"])
  func `a year is compared with an earlier one only`(year: String) throws {
    let laureat = try Command(.samples)
    #expect(try laureat("report", "year", "--year", "2020", "--compare", year).status == 64)
  }
}
