import Foundation
import Testing

struct ReportCommandTests {
  static let funders = ["timchenko-foundation", "children-support-fund", "initiative-centre"]

  // MARK: To a funder

  @Test(arguments: funders)
  func `the report to a funder is valid by its schema and passes the check`(funder: String) throws {
    let laureat = try Command(.samples)
    try laureat.must("report", "funder", funder, "--year", "2020", "--format", "xml", "-o", "report.xml")
    let verdict = try laureat.xmllint("report.xml", "grant-report")
    #expect(verdict.status == 0, "\(verdict.errors)")
    #expect(try laureat("check", "report.xml").status == 0)
  }

  @Test func `the report says the period's money and the balance of each project`() throws {
    let laureat = try Command(.typed)
    let xml = try laureat.must("report", "funder", "fund", "--year", "2020", "--format", "xml").output
    #expect(xml.contains("<period start=\"2020-01-01\" end=\"2020-12-31\"/>"))
    #expect(xml.contains("<received currency=\"RUB\">60000.00</received>"))
    #expect(xml.contains("<spent currency=\"RUB\">25000.50</spent>"))
    #expect(xml.contains("<balance currency=\"RUB\">34999.50</balance>"))
    #expect(xml.contains("kind=\"annual\""))
  }

  @Test func `a period takes only what moved in it`() throws {
    let laureat = try Command(.typed)
    let spring = try laureat.must(
      "report", "funder", "fund", "--from", "2020-03-01", "--to", "2020-05-31", "--format", "xml"
    ).output
    let inPeriod = try #require(spring.firstMatch(of: #/<inPeriod>([\s\S]*?)</inPeriod>/#)?.1)
    #expect(inPeriod.contains("<received currency=\"RUB\">0.00</received>"))
    #expect(inPeriod.contains("<spent currency=\"RUB\">25000.50</spent>"))
    let cumulative = try #require(spring.firstMatch(of: #/<cumulative>([\s\S]*?)</cumulative>/#)?.1)
    #expect(cumulative.contains("<received currency=\"RUB\">60000.00</received>"))
  }

  @Test(arguments: ["ru", "en"])
  func `the report is a page to print, a table and a text`(language: String) throws {
    let laureat = try Command(.typed)
    func report(_ format: String) throws -> Command.Result {
      try laureat.must("report", "funder", "fund", "--year", "2020", "--format", format, "--lang", language)
    }
    let balance = language == "ru" ? "34 999,50" : "34,999.50"
    let page = try report("html").output
    #expect(page.contains("<html lang=\"\(language)\""))
    #expect(page.plain.contains(balance))
    #expect(try report("text").output.plain.contains(balance))
    let table = try report("csv").output
    #expect(table.contains("34999"))
    #expect(table.contains("Сад"))
    #expect(try report("json").json() == laureat.must("report", "funder", "fund", "--year", "2020", "--json").json())
  }

  @Test func `what was typed cannot break the page`() throws {
    let laureat = try Command()
    try laureat.must("organisation", "self", "--id", "city", "--title", "A & <b>B</b>")
    try laureat.must("funder", "add", "--id", "fund", "--title", "<script>alert(1)</script>")
    try laureat.must(
      "grant", "create", "--id", "p", "--title", "\"Сад\" & <i>двор</i>", "--funder", "fund", "--awarded", "100",
      "--status", "planned", "--date", "2020-01-01")
    for date in [("applied", "2020-01-02"), ("awarded", "2020-01-03")] {
      try laureat.must("grant", "status", "p", date.0, "--date", date.1)
    }
    let page = try laureat.must("report", "funder", "fund", "--year", "2020", "--format", "html").output
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<i>двор"))
    #expect(page.contains("&lt;i&gt;двор"))
    try laureat.must("report", "funder", "fund", "--year", "2020", "--format", "xml", "-o", "report.xml")
    #expect(try laureat.xmllint("report.xml", "grant-report").status == 0)
  }

  @Test(arguments: [
    ["report", "year", "--year", "2020"], ["report", "funder", "fund", "--year", "2020"],
    ["report", "grant", "garden", "--from", "2020-01-01", "--to", "2020-06-30"],
  ])
  func `a report is set on pages, the same each time`(report: [String]) throws {
    let laureat = try Command(.typed)
    for name in ["one.pdf", "two.pdf"] {
      #expect(try laureat.run(report + ["--format", "pdf", "-o", name]).status == 0)
    }
    #expect(try laureat.bytes("one.pdf").starts(with: Data("%PDF-1.5".utf8)))
    #expect(try laureat.bytes("one.pdf") == laureat.bytes("two.pdf"))
    #expect(try laureat.run(report + ["--format", "pdf"]).data == laureat.bytes("one.pdf"))
    #expect(try laureat.shell("pdfinfo one.pdf").output.contains("Tagged:          yes"))
    #expect(try laureat.shell("pdftotext one.pdf - | grep -c 60").output != "0\n")
    #expect(try laureat.run(report + ["--format", "pdf", "-o", "no/such/folder.pdf"]).status == 73)
  }

  // MARK: On a project

  @Test func `the report on a project has that project alone`() throws {
    let laureat = try Command(.samples)
    try laureat.must("report", "grant", "ruka-pomoshchi", "--year", "2020", "--format", "xml", "-o", "report.xml")
    #expect(try laureat.xmllint("report.xml", "grant-report").status == 0)
    #expect(try laureat.text("report.xml").ranges(of: "<project ").count == 1)
    for format in ["text", "html", "csv", "json"] {
      let report = try laureat.must("report", "grant", "ruka-pomoshchi", "--year", "2020", "--format", format)
      #expect(report.output.contains("Рука помощи"))
    }
  }

  @Test func `the report has every part of the ledger, as data and as a valid document`() throws {
    let laureat = try Command(.garden)
    try laureat.must("grant", "line", "add", "garden", "--id", "tools", "--title", "Инструмент", "--planned", "100")
    try laureat.must(
      "grant", "line", "edit", "garden", "tools", "--divergence-reason", "ещё не закуплен", "--planned", "200")
    try laureat.must(
      "grant", "move", "garden", "--from", "plants", "--to", "tools", "--amount", "5", "--date", "2020-04-01",
      "--reason", "письмо")
    try laureat.must("grant", "checkpoint", "add", "garden", "--title", "Открытие", "--planned", "2020-09-01")
    let data = try laureat.must("report", "grant", "garden", "--year", "2020", "--json").json()["projects"][0]
    #expect(data["budget"].first("id", "tools")["planned"] == "205.00")
    #expect(data["budget"].first("id", "tools")["divergence"] == "-205.00")
    #expect(data["budget"].first("id", "tools")["divergenceReason"] == "ещё не закуплен")
    #expect(data["moves"].map("reason") == ["письмо"])
    #expect(data["checkpoints"].map("title") == ["Открытие"])
    #expect(data["expenses"].map("amount") == ["25000.50"])
    try laureat.must("report", "grant", "garden", "--year", "2020", "--format", "xml", "-o", "report.xml")
    #expect(try laureat.xmllint("report.xml", "grant-report").status == 0)
    let xml = try laureat.text("report.xml")
    #expect(xml.contains("<divergenceReason>ещё не закуплен</divergenceReason>"))
    #expect(xml.contains("<lineMove "))
    #expect(try laureat("check", "report.xml").status == 0)
  }

  @Test func `a line that own money pays for in part is done when all of it is spent`() throws {
    let laureat = try Command(.garden)
    try laureat.must(
      "grant", "line", "add", "garden", "--id", "tools", "--title", "Инструмент", "--planned", "200", "--requested",
      "155", "--own", "45")
    for arguments in [["--amount", "155"], ["--amount", "45", "--own"]] {
      try laureat.must(["grant", "spend", "garden", "--date", "2020-05-06", "--line", "tools"] + arguments)
    }
    let data = try laureat.must("report", "grant", "garden", "--year", "2020", "--json").json()["projects"][0]
    let line = data["budget"].first("id", "tools")
    #expect(
      [line["planned"], line["spent"], line["balance"], line["divergence"]] == ["200.00", "200.00", "0.00", "0.00"])
    #expect(
      [line["grant"]["planned"], line["grant"]["spent"], line["grant"]["balance"]] == ["155.00", "155.00", "0.00"])
    #expect([line["own"]["planned"], line["own"]["spent"], line["own"]["balance"]] == ["45.00", "45.00", "0.00"])
    #expect(data["ownSpent"] == "45.00")
    #expect(data["cumulative"]["spent"] == "25155.50")
    let listed = try laureat.must("grant", "line", "list", "garden", "--json").json().first("id", "tools")
    #expect([listed["spent"], listed["left"]] == ["200.00", "0.00"])

    try laureat.must("report", "grant", "garden", "--year", "2020", "--format", "xml", "-o", "report.xml")
    #expect(try laureat.xmllint("report.xml", "grant-report").status == 0)
    #expect(try laureat("check", "report.xml").status == 0)
    let xml = try laureat.text("report.xml")
    #expect(xml.ranges(of: "<own>").count == 1)
    for wrong in [
      ("155.00</planned>", "154.00</planned>"), ("0.00</balance>\n      </own>", "1.00</balance>\n      </own>"),
    ] {
      let written = xml.replacing(wrong.0, with: wrong.1)
      #expect(written != xml)
      let verdict = try laureat("check", laureat.write(written, to: "wrong.xml"), "--json")
      #expect(try verdict.json()[0]["diagnostics"].map("code").contains("GC-040-0202"), "\(verdict.output)")
    }
  }

  @Test(arguments: [["grant", "garden"], ["funder", "fund"]])
  func `a report that was returned is sent again as a correction`(subject: [String]) throws {
    let laureat = try Command(.garden)
    try laureat.must(
      "grant", "due", "add", "garden", "--kind", "interim", "--from", "2020-01-01", "--to", "2020-06-30", "--days", "10"
    )
    func report() throws -> Value {
      try laureat.must(["report"] + subject + ["--from", "2020-01-01", "--to", "2020-06-30", "--json"]).json()
    }
    #expect(try report()["kind"] == "interim")
    #expect(try report()["correctionNumber"] == 0)
    try laureat.must("grant", "due", "status", "garden", "o1", "submitted", "--date", "2020-07-05")
    try laureat.must(
      "grant", "due", "status", "garden", "o1", "returned", "--date", "2020-07-08", "--reason", "нет подписи")
    #expect(try report()["correctionNumber"] == 1)
  }

  // MARK: Where it goes

  @Test func `a report goes to a file or to standard output, the same`() throws {
    let laureat = try Command(.typed)
    let shown = try laureat.must("report", "year", "--year", "2020", "--format", "html")
    try laureat.must("report", "year", "--year", "2020", "--format", "html", "-o", "year.html")
    #expect(try laureat.bytes("year.html") == shown.data)
    #expect(try laureat.must("report", "year", "--year", "2020", "--format", "html", "-o", "-").data == shown.data)
  }

  @Test func `a report replaces the file of the last one whole`() throws {
    let laureat = try Command(.typed)
    try laureat.write(String(repeating: "x", count: 1_000_000), to: "year.html")
    try laureat.must("report", "year", "--year", "2020", "--format", "html", "-o", "year.html")
    #expect(try laureat.text("year.html").hasSuffix("</html>\n"))
    #expect(try laureat.names(in: ".").filter { !$0.hasPrefix(".") } == ["store.sqlite", "year.html"])
  }

  // MARK: Asked for wrongly

  @Test(arguments: [
    [], ["--year", "2020", "--from", "2020-01-01", "--to", "2020-02-01"], ["--from", "2020-01-01"],
    ["--to", "2020-01-01"], ["--from", "2020-02-01", "--to", "2020-01-01"], ["--year", "0"], ["--year", "x"],
    ["--from", "2020-02-30", "--to", "2020-03-01"], ["--year", "2020", "--format", "docx"],
  ])
  func `a report needs a year or both days of a period`(arguments: [String]) throws {
    let laureat = try Command(.typed)
    #expect(try laureat.run(["report", "funder", "fund"] + arguments).status == 64)
  }

  @Test func `a report on nothing is refused with a hint`() throws {
    let laureat = try Command(.typed)
    let unknown = try laureat("report", "funder", "nobody", "--year", "2020")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("laureat funder list"))
    let before = try laureat("report", "funder", "fund", "--year", "2010")
    #expect(before.status == 1)
    #expect(before.errors.contains("laureat grant list"))
    #expect(try laureat("report", "grant", "nothing", "--year", "2020").status == 1)
  }
}
