import Foundation
import Testing

/// Results, the reports a funder is owed, and open data.
struct GrantDutiesTests {
  let laureat: Command

  init() throws {
    laureat = try Command(.garden)
  }

  // MARK: Results

  @Test func `an indicator has plan and fact, for the project and by period`() throws {
    try laureat.must(
      "grant", "indicator", "add", "garden", "--title", "Деревьев", "--unit", "шт", "--unit-code", "796", "--planned",
      "40")
    try laureat.must("grant", "indicator", "set", "garden", "n1", "--actual", "38,5", "--reason", "заморозки")
    let stage = ["grant", "indicator", "set", "garden", "n1", "--from", "2020-04-01", "--to", "2020-06-30"]
    try laureat.must(stage + ["--planned", "10"])
    let unexplained = try laureat.must(stage + ["--actual", "9"])
    #expect(unexplained.errors.contains("GC-040-0161"))
    try laureat.must(stage + ["--reason", "заморозки"])
    let indicator = try laureat.must("grant", "indicator", "list", "garden", "--json").json()[0]
    #expect(indicator["unitCode"] == "796")
    #expect(indicator["stages"].list.count == 1)
    #expect(indicator["stages"][0]["actual"] == 9)
    #expect(indicator["stages"][0]["deviationReason"] == "заморозки")
    let overlapping = try laureat(
      "grant", "indicator", "set", "garden", "n1", "--from", "2020-06-30", "--to", "2020-07-31", "--planned", "1")
    #expect(overlapping.status == 1)
    #expect(overlapping.errors.contains("GC-040-0164"))
    #expect(try laureat("grant", "indicator", "set", "garden", "n9", "--actual", "1").status == 1)
    #expect(try laureat("grant", "indicator", "set", "garden", "n1").status == 64)
    #expect(
      try laureat("grant", "indicator", "add", "garden", "--title", "x", "--planned", "1", "--unit-code", "шт").status
        == 64)
  }

  @Test func `moves, stages and checkpoints travel with the portfolio`() throws {
    try laureat.must("grant", "line", "add", "garden", "--id", "tools", "--title", "Инструмент", "--planned", "100")
    try laureat.must(
      "grant", "move", "garden", "--from", "plants", "--to", "tools", "--amount", "5", "--date", "2020-04-01",
      "--reason", "письмо")
    try laureat.must("grant", "indicator", "add", "garden", "--title", "Деревьев", "--planned", "40")
    try laureat.must(
      "grant", "indicator", "set", "garden", "n1", "--from", "2020-04-01", "--to", "2020-06-30", "--planned", "10")
    try laureat.must("grant", "checkpoint", "add", "garden", "--title", "Открытие", "--planned", "2020-09-01")
    try laureat.must("export", "grants", "-o", laureat.path("grants.xml"))
    let other = try Command()
    try other.must("import", laureat.path("grants.xml"))
    let (mine, theirs) = (
      try laureat.must("grant", "show", "garden", "--json").json(),
      try other.must("grant", "show", "garden", "--json").json()
    )
    for part in ["moves", "indicators", "checkpoints", "budget"] { #expect(theirs[part] == mine[part], "\(part)") }
  }

  @Test func `a checkpoint is set with its day and evidence`() throws {
    try laureat.must("grant", "checkpoint", "add", "garden", "--title", "Открытие", "--planned", "2020-09-01")
    let undated = try laureat.must("grant", "checkpoint", "set", "garden", "c1", "--status", "met")
    #expect(undated.errors.contains("GC-040-0162"))
    try laureat.must("grant", "checkpoint", "set", "garden", "c1", "--date", "2020-09-03", "--evidence", "акт № 4")
    let checkpoint = try laureat.must("grant", "checkpoint", "list", "garden", "--json").json()[0]
    #expect(checkpoint["status"] == "met")
    #expect(checkpoint["actualOn"] == "2020-09-03")
    #expect(checkpoint["evidence"] == "акт № 4")
    let future = try laureat("grant", "checkpoint", "set", "garden", "c1", "--date", "2999-01-01")
    #expect(future.status == 1)
    #expect(future.errors.contains("GC-040-0120"))
  }

  // MARK: Reports owed

  private func deadlines(_ options: String...) throws -> Value {
    try laureat.must(["grant", "deadlines", "--json"] + options).json()["deadlines"]
  }

  @Test func `reports fall due by working days, and are told as of a day`() throws {
    try laureat.must(
      "grant", "due", "add", "garden", "--each", "quarter", "--from", "2020-02-01", "--to", "2020-12-31",
      "--working-days", "10")
    try laureat.must("grant", "checkpoint", "add", "garden", "--title", "Открытие", "--planned", "2020-09-01")
    let reports = try laureat.must("grant", "due", "list", "garden", "--json").json()
    #expect(reports.map("due") == ["2020-04-14", "2020-07-14", "2020-10-14", "2021-01-22"])
    #expect(reports[0]["recipient"] == "Фонд")
    #expect(
      try deadlines("--on", "2020-07-01").map("due") == [
        "2020-04-14", "2020-07-14", "2020-09-01", "2020-10-14", "2021-01-22",
      ])
    #expect(try deadlines("--on", "2020-07-01").map("overdue").first == true)
    #expect(
      try deadlines("--on", "2020-07-01", "--from", "2020-07-01", "--to", "2020-09-30").map("kind") == [
        "report", "checkpoint",
      ])
    let late = try laureat.must("grant", "deadlines", "--on", "2020-04-15", "--lang", "ru").output
    #expect(late.contains("−1 ") && late.contains("просрочено") && !late.contains("просрочено, предстоит"), "\(late)")
    #expect(try laureat.must("grant", "deadlines", "--on", "2020-04-15").output.contains("interim report for"))
    #expect(try deadlines("--on", "2020-07-01", "--funder", "fund").list.count == 5)
    #expect(try laureat("grant", "deadlines", "--funder", "nobody").status == 1)
  }

  @Test func `a report goes in, comes back and is accepted under its next number`() throws {
    try laureat.must(
      "grant", "due", "add", "garden", "--from", "2020-02-01", "--to", "2020-06-30", "--by", "2020-07-15",
      "--to-whom", "Учредитель")
    func status(_ arguments: String...) throws -> Command.Result {
      try laureat.run(["grant", "due", "status", "garden", "o1"] + arguments)
    }
    #expect(try status("accepted", "--date", "2020-07-10").status == 1)
    #expect(try status("submitted", "--date", "2020-07-10").status == 0)
    #expect(try status("returned", "--date", "2020-07-20").status == 1)
    #expect(try status("returned", "--date", "2020-07-20", "--reason", "нет подписи").status == 0)
    #expect(try deadlines("--on", "2020-07-12").list.isEmpty)
    let returned = try deadlines("--on", "2020-07-21")[0]
    #expect(returned["status"] == "returned")
    #expect(returned["correctionNumber"] == 1)
    #expect(returned["recipient"] == "Учредитель")
    #expect(returned["daysLeft"] == -6)
    #expect(try status("submitted", "--date", "2020-07-22").status == 0)
    #expect(try status("submitted", "--date", "2020-07-23").status == 1)
    #expect(try status("accepted", "--date", "2020-07-30").status == 0)
    #expect(try status("--json").json().map("status") == ["submitted", "returned", "submitted", "accepted"])
    #expect(try status("prepared").status == 64)
    let removal = try laureat("grant", "due", "remove", "garden", "o1")
    #expect(removal.status == 1)
    #expect(removal.errors.contains("GC-040-0166"))
  }

  @Test func `a report is owed once, and one that is submitted before its period ends is asked about`() throws {
    let add = ["grant", "due", "add", "garden", "--from", "2020-02-01", "--to", "2020-06-30"]
    let early = try laureat.must(add + ["--by", "2020-06-30"])
    #expect(early.errors.contains("GC-040-0131"))
    let before = try laureat.state()
    for again in [["--by", "2020-07-15"], ["--day-of-month", "15", "--to-whom", "фонд"]] {
      let result = try laureat.run(add + again)
      #expect(result.status == 1)
      #expect(result.errors.contains("GC-040-0173") && result.errors.contains("o1"), "\(result.errors)")
    }
    #expect(try laureat.state() == before)
    try laureat.must(add + ["--days", "15", "--note", "содержательный"])
    try laureat.must(add + ["--days", "15", "--to-whom", "Учредитель"])
    try laureat.must(add + ["--days", "15", "--kind", "final"])
    #expect(try laureat.must("grant", "due", "list", "garden", "--json").json().list.count == 4)
    let submitted = try laureat.must("grant", "due", "status", "garden", "o1", "submitted", "--date", "2020-06-30")
    #expect(submitted.errors.contains("GC-040-0132"))
    let late = try laureat.must("grant", "due", "status", "garden", "o2", "submitted", "--date", "2020-07-01")
    #expect(!late.errors.contains("GC-040-0132"))
  }

  @Test func `a final report that leaves days of the project out is asked about`() throws {
    let add = ["grant", "due", "add", "garden", "--from", "2020-02-01", "--days", "15", "--lang", "ru"]
    let early = try laureat.must(add + ["--kind", "final", "--to", "2020-12-30"])
    #expect(early.errors.contains("GC-040-0133"), "\(early.errors)")
    #expect(early.errors.plain.contains("итоговый отчёт кончается 30.12.2020, а проект — 31.12.2020"))
    #expect(try laureat.must(add + ["--kind", "final", "--to", "2020-12-31"]).errors.isEmpty)
    #expect(try laureat.must(add + ["--to", "2020-06-30"]).errors.isEmpty)
    try laureat.must("grant", "edit", "garden", "--ended", "2021-02-28")
    #expect(try laureat.must(add + ["--kind", "final", "--to", "2021-01-31"]).errors.contains("28.02.2021"))
  }

  @Test func `a closed period gets no final report, nor loses one, until it is opened`() throws {
    let days = ["--from", "2020-01-01", "--to", "2020-12-31"]
    let add = ["grant", "due", "add", "garden", "--days", "15"]
    let report = ["report", "grant", "garden", "--json"] + days
    try laureat.must(["grant", "close", "garden", "--date", "2021-01-10"] + days)
    let settled = try laureat.must(report).json()
    let before = try laureat.state()
    for within in [days, ["--from", "2020-03-01", "--to", "2020-03-31"]] {
      let refused = try laureat.run(add + within + ["--kind", "final", "--lang", "ru"])
      #expect(refused.status == 1)
      #expect(refused.errors.contains("GC-040-0125"), "\(refused.errors)")
      #expect(refused.errors.contains("laureat grant reopen"), "\(refused.errors)")
    }
    #expect(try laureat.state() == before)
    #expect(try laureat.must(report).json() == settled)
    try laureat.must(add + days + ["--kind", "final", "--to-whom", "Учредитель"])
    #expect(try laureat.must(report).json() == settled)
    try laureat.must(["grant", "reopen", "garden", "--reason", "итоговый отчёт"] + days)
    try laureat.must(add + days + ["--kind", "final"])
    try laureat.must(["grant", "close", "garden", "--date", "2021-01-10"] + days)
    let removal = try laureat("grant", "due", "remove", "garden", "o2")
    #expect(removal.status == 1)
    #expect(removal.errors.contains("GC-040-0125"), "\(removal.errors)")
    try laureat.must("grant", "due", "remove", "garden", "o1")
  }

  @Test func `reports are listed by the days they are due`() throws {
    let add = ["grant", "due", "add", "garden", "--kind", "period"]
    try laureat.must(add + ["--from", "2020-01-01", "--to", "2020-06-30", "--by", "2020-09-30"])
    try laureat.must(add + ["--from", "2020-04-01", "--to", "2020-06-30", "--by", "2020-07-12"])
    #expect(
      try laureat.must("grant", "due", "list", "garden", "--json").json().map("due") == ["2020-07-12", "2020-09-30"])
  }

  @Test func `what is typed wrong is a usage error, and what is unknown is named`() throws {
    let add = ["grant", "due", "add", "garden", "--from", "2020-02-01", "--to", "2020-06-30"]
    for wrong in [
      [], ["--days", "0"], ["--days", "3", "--working-days", "3"], ["--day-of-month", "32"],
      ["--each", "month", "--by", "2020-07-01"], ["--each", "week", "--days", "3"],
      ["--kind", "weekly", "--days", "3"],
    ] {
      #expect(try laureat.run(add + wrong).status == 64, "\(wrong)")
    }
    #expect(try laureat("grant", "due", "status", "garden", "o9", "submitted", "--date", "2020-07-01").status == 1)
    try laureat.must(add + ["--days", "15"])
    try laureat.must("grant", "due", "remove", "garden", "o1")
    #expect(try laureat.must("grant", "due", "list", "garden", "--json").json().list.isEmpty)
  }

  @Test func `the transferred days of a year move what falls due`() throws {
    try laureat.must(
      "grant", "due", "add", "garden", "--from", "2020-02-01", "--to", "2020-12-31", "--working-days", "28")
    func due() throws -> Value { try laureat.must("grant", "due", "list", "garden", "--json").json()[0]["due"] }
    #expect(try due() == "2021-02-17")
    let table = try laureat.write("дата;день\n20.02.2021;рабочий\n15.02.2021;выходной\n", to: "2021.csv")
    let before = try laureat.bytes("store.sqlite")
    try laureat.must("grant", "calendar", "import", table, "--preview")
    #expect(try laureat.bytes("store.sqlite") == before)
    try laureat.must("grant", "calendar", "import", table)
    #expect(try due() == "2021-02-18")
    let year = try laureat.must("grant", "calendar", "show", "--year", "2021", "--json").json()
    #expect(year.first("day", "2021-02-20")["working"] == true)
    #expect(year.first("day", "2021-01-01")["working"] == false)
    #expect(year.first("day", "2021-02-15")["decreed"] == true)
  }

  @Test(arguments: [
    ("дата;день\n20.02.2021;рабочий\n20.02.2021;рабочий\n", "3:1", "GC-040-0129"),
    ("дата;день\n20.02.2021;рабочий\n19.02.2022;рабочий\n", "3:1", "GC-040-0129"),
    ("дата;день\n20.02.2021;выходной\n", "2:2", "GC-040-0128"), ("дата;день\n20.02.2021;странный\n", "2:2", "GC-030"),
    ("дата;день\n;рабочий\n", "2:1", "GC-030"), ("дата\n20.02.2021\n", "1", "GC-0"), ("дата;день\n", "", "GC-0"),
  ])
  func `a calendar that says nothing new or contradicts itself is refused`(
    table: String, place: String, code: String
  ) throws {
    let path = try laureat.write(table, to: "2021.csv")
    let before = try laureat.state()
    let result = try laureat("grant", "calendar", "import", path)
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.errors.contains("2021.csv:\(place)") || place.isEmpty, "\(result.errors)")
    #expect(result.errors.contains(code), "\(result.errors)")
    #expect(try laureat.state() == before)
  }

  // MARK: Open data

  @Test func `awarded grants are open data, and what has no place is named`() throws {
    let other = try Command()
    let described = Documents.project().replacing(
      "</title><funder", with: "</title><description>Сад у школы</description><funder")
    try other.must("import", "-", input: Documents.portfolio(described, Documents.project("yard")))
    let result = try other.must("export", "grants", "--format", "360giving")
    let grants = try result.json()["grants"]
    #expect(grants.list.count == 1)
    let grant = grants[0]
    #expect(grant["id"] == "360G-fund-garden")
    #expect(grant["title"] == "Сад")
    #expect(grant["description"] == "Сад у школы")
    #expect(grant["currency"] == "RUB")
    #expect(grant["amountAwarded"] == 100_000)
    #expect(grant["awardDate"] == "2020-01-20")
    #expect(grant["recipientOrganization"][0]["name"] == "Центр")
    #expect(grant["recipientOrganization"][0]["id"] == "360G-centre")
    #expect(grant["fundingOrganization"][0]["id"] == "360G-fund")
    #expect(grant["plannedDates"][0]["endDate"] == "2020-12-31")
    #expect(result.errors.contains("yard"))
    #expect(result.errors.contains("GC-040-0170"))
    #expect(result.errors.contains(#/OKTMO|ОКТМО/#))
    let nothing = try laureat("export", "grants", "--format", "360giving")
    #expect(nothing.status == 1)
    #expect(nothing.output.isEmpty)
    #expect(try laureat("export", "grants", "--format", "360giving", "--to", "x").status == 64)
  }

  @Test func `the samples are open data with the identifiers of the register`() throws {
    let other = try Command()
    try other.must("import", Command.sample("anzhero-2020-grants.xml"))
    let grants = try other.must("export", "grants", "--format", "360giving").json()["grants"]
    #expect(!grants.list.isEmpty)
    for grant in grants.list {
      guard case .string(let id) = grant["recipientOrganization"][0]["id"] else {
        Issue.record("no identifier")
        continue
      }
      #expect(id.hasPrefix("RU-INN-"))
    }
  }
}
