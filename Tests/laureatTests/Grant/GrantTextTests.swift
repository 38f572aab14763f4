import Foundation
import Testing

/// The narrative part of a report: what is kept for it, and where it comes out again.
struct GrantTextTests {
  let laureat: Command

  init() throws {
    laureat = try Command(.garden)
  }

  private func set(_ text: String, _ arguments: String...) throws -> Command.Result {
    try laureat.run(["grant", "text", "set", "garden", "-"] + arguments, input: text)
  }

  @Test func `texts are kept by section and period, and stand in the report of that period in every form`() throws {
    #expect(try set("Посажен сад.\n\n  Полит   сад.\n", "--section", "done", "--year", "2020").status == 0)
    #expect(
      try set("Сто роз.", "--section", "results", "--from", "2020-04-01", "--to", "2020-06-30").status == 0)
    let texts = try laureat.must("grant", "text", "list", "garden", "--json").json()
    #expect(texts.map("text") == ["Посажен сад.\nПолит сад.", "Сто роз."])
    #expect(texts.map("id") == ["t1", "t2"])
    for format in ["text", "html", "csv", "xml", "json"] {
      let report = try laureat.must("report", "grant", "garden", "--year", "2020", "--format", format).output.plain
      #expect(report.contains("Посажен сад."), "\(format)")
      #expect(report.contains("Полит сад."), "\(format)")
      #expect(report.contains("Сто роз."), "\(format)")
    }
    let quarter = try laureat.must(
      "report", "grant", "garden", "--from", "2020-04-01", "--to", "2020-06-30", "--lang", "ru"
    ).output.plain
    #expect(quarter.contains("Результаты"))
    #expect(!quarter.contains("Посажен сад."))
  }

  @Test func `a text written again takes the place of the first, and both changes can be taken back`() throws {
    #expect(try set("Раз.", "--section", "done", "--year", "2020").status == 0)
    #expect(try set("Два.", "--section", "done", "--year", "2020").status == 0)
    #expect(try laureat.must("grant", "text", "show", "garden", "t1").output == "Два.\n")
    let last = try #require(try laureat.must("history", "--json").json().list.last?["id"].int)
    try laureat.must("undo", String(last), "--reason", "первый лучше")
    #expect(try laureat.must("grant", "text", "show", "garden", "t1").output == "Раз.\n")
    try laureat.must("grant", "text", "remove", "garden", "t1")
    #expect(try laureat.must("grant", "text", "list", "garden", "--json").json() == [])
    #expect(try laureat("grant", "text", "show", "garden", "t1").errors.contains("GC-050-0023"))
  }

  @Test func `texts travel with the portfolio and come back the same`() throws {
    #expect(try set("Раз.\nДва.", "--section", "other", "--title", "О нас", "--year", "2020").status == 0)
    let portfolio = try laureat.must("export", "grants").output
    #expect(portfolio.contains("<text>Раз.</text>"))
    let other = try Command()
    try other.must("import", "-", input: portfolio)
    #expect(try other.must("export", "grants").output == portfolio)
    #expect(try other.must("export", "grants", "--profile", "public").output.contains("О нас") == false)
  }

  @Test(arguments: [
    ("", ["--section", "done", "--year", "2020"], Int32(65), "GC-"),
    ("бип\u{7}", ["--section", "done", "--year", "2020"], 65, "GC-"),
    ("Текст.", ["--section", "other", "--year", "2020"], 1, "GC-040-0171"),
    ("Текст.", ["--section", "done"], 64, "Error"),
    ("Текст.", ["--section", "done", "--from", "2020-02-01", "--to", "2020-01-01"], 64, "Error"),
    ("Текст.", ["--section", "summary", "--year", "2020"], 64, "Error"),
  ])
  func `what cannot stand in a report is refused, and nothing is kept`(
    text: String, arguments: [String], status: Int32, code: String
  ) throws {
    let before = try laureat.state()
    let result = try laureat.run(["grant", "text", "set", "garden", "-"] + arguments, input: text)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.contains(code), "\(result.errors)")
    #expect(try laureat.state() == before)
  }

  @Test func `a file that is no text names itself, and a dry run keeps nothing`() throws {
    let before = try laureat.state()
    #expect(
      try laureat("grant", "text", "set", "garden", "nowhere.txt", "--section", "done", "--year", "2020").status == 66)
    #expect(try set("Текст.", "--section", "done", "--year", "2020", "--dry-run").status == 0)
    #expect(try laureat.state() == before)
  }

  // MARK: Money by line

  @Test func `a receipt is divided among lines, and the report tells what came in for each`() throws {
    try laureat.must("grant", "line", "add", "garden", "--id", "tools", "--title", "Инструмент", "--planned", "1000")
    let receive = ["grant", "receive", "garden", "--amount", "1000", "--date", "2020-05-12"]
    let before = try laureat.state()
    let short = try laureat.run(receive + ["--share", "tools=999"])
    #expect(short.status == 1)
    #expect(short.errors.contains("GC-040-0149"))
    let unknown = try laureat.run(receive + ["--share", "chairs=1000"])
    #expect(unknown.errors.contains("GC-050-0020"))
    #expect(try laureat.run(receive + ["--share", "tools"]).status == 64)
    #expect(try laureat.state() == before)
    try laureat.must(receive + ["--share", "tools=400", "--share", "plants=600,00"])
    let report = try laureat.must("report", "grant", "garden", "--year", "2020", "--json").json()
    let budget = report["projects"][0]["budget"]
    #expect(budget.map("received") == ["600.00", "400.00"])
    #expect(
      try laureat.must("report", "grant", "garden", "--year", "2020", "--lang", "ru").output.plain.contains(
        "Не распределено по статьям"))
    let removed = try laureat("grant", "line", "remove", "garden", "tools")
    #expect(removed.status == 1)
    #expect(removed.errors.contains("GC-040-0146"), "\(removed.errors)")
    let portfolio = try laureat.must("export", "grants").output
    let other = try Command()
    try other.must("import", "-", input: portfolio)
    #expect(try other.must("export", "grants").output == portfolio)
  }
}
