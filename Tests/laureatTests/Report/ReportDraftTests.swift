import Foundation
import Testing

/// A report in which something does not agree.
struct ReportDraftTests {
  let laureat: Command

  /// A project that goes on after the year reported on.
  init() throws {
    laureat = try Command(.garden)
    try laureat.must("grant", "edit", "garden", "--ends", "2021-03-31")
  }

  private func report(_ arguments: String...) throws -> Command.Result {
    try laureat.must(["report", "grant", "garden", "--year", "2020", "--lang", "ru"] + arguments)
  }

  @Test func `what agrees is ready`() throws {
    let report = try report("--json")
    #expect(try report.json()["ready"] == true)
    #expect(try report.json()["findings"] == [])
    #expect(try !self.report().output.contains("ЧЕРНОВИК"))
  }

  @Test func `an expense on no line makes a draft that says so everywhere`() throws {
    try laureat.must("grant", "spend", "garden", "--amount", "10", "--date", "2020-05-06")
    let data = try report("--json")
    #expect(try data.json()["ready"] == false)
    #expect(try data.json()["findings"].map("code") == ["GC-040-0147"])
    #expect(data.errors.contains("GC-040-0147"))
    for format in ["text", "html"] {
      let page = try report("--format", format)
      #expect(page.output.contains("ЧЕРНОВИК"))
      #expect(page.output.plain.contains("расходы на 10,00 ₽ не отнесены ни к одной статье сметы"))
      #expect(page.errors.contains("черновик"))
    }
    let written = try report("--format", "xml", "-o", laureat.path("report.xml"))
    #expect(written.errors.contains("черновик"))
    #expect(try laureat.text("report.xml").contains("draft=\"true\""))
    #expect(try laureat.xmllint("report.xml", "grant-report").status == 0)
  }

  @Test func `own money on no line is told too, and what a payee gave back is not`() throws {
    let spend = ["grant", "spend", "garden", "--date", "2020-05-06"]
    try laureat.must(spend + ["--amount", "10"])
    let refund = ["grant", "refund", "garden", "--from-payee", "--date", "2020-06-01", "--reason", "брак", "--amount"]
    try laureat.must(refund + ["10"])
    #expect(try report("--json").json()["ready"] == true)
    try laureat.must(spend + ["--amount", "7", "--own"])
    #expect(try report("--json").json()["findings"].map("code") == ["GC-040-0147"])
    #expect(try report().output.plain.contains("расходы на 7,00 ₽ не отнесены ни к одной статье сметы"))
  }

  @Test func `paper calls things by their names and has no commands, the terminal has both for whoever types`() throws {
    try laureat.must("grant", "line", "add", "garden", "--id", "l3", "--title", "Инструмент", "--planned", "5")
    try laureat.must("grant", "spend", "garden", "--amount", "10", "--date", "2020-05-06")
    try laureat.must("grant", "spend", "garden", "--amount", "8", "--date", "2020-05-07", "--line", "l3")
    for format in ["text", "html"] {
      let page = try report("--format", format)
      #expect(page.output.plain.contains("по статье «Инструмент» израсходовано на 3,00 ₽ больше плана"))
      #expect(page.output.contains("Что делать: укажите статью"))
      #expect(!page.output.contains("«l3»") && !page.output.contains("laureat"))
      #expect(page.errors.plain.contains("«Инструмент» (l3)") && page.errors.contains("laureat grant expense edit"))
    }
    let english = try laureat.must("report", "grant", "garden", "--year", "2020", "--lang", "en").output.plain
    #expect(english.contains("budget line “Инструмент” is overspent by"), "\(english)")
  }

  @Test func `what happened after the period does not keep its report back`() throws {
    try laureat.must("grant", "spend", "garden", "--amount", "10", "--date", "2021-05-06")
    #expect(try report("--json").json()["ready"] == true)
  }

  @Test func `a checkpoint that nobody marked is overdue, in the report and among what is to be mended`() throws {
    try laureat.must("grant", "checkpoint", "add", "garden", "--title", "Открытие", "--planned", "2020-12-31")
    let data = try report("--json")
    #expect(try data.json()["ready"] == false)
    #expect(try data.json()["findings"].map("code") == ["GC-040-0167"])
    #expect(data.errors.contains("laureat grant checkpoint set"))
    let page = try report().output.plain
    #expect(page.contains(#/Открытие +31\.12\.2020 +— +просрочена/#), "\(page)")
    #expect(page.contains("срок контрольной точки «Открытие» истёк 31.12.2020"))
    // Done after the period it was due in: overdue then, with nothing left to mend.
    try laureat.must("grant", "checkpoint", "set", "garden", "c1", "--status", "met", "--date", "2021-02-01")
    #expect(try report("--json").json()["ready"] == true)
    #expect(try report().output.plain.contains(#/Открытие +31\.12\.2020 +— +просрочена/#))
    try laureat.must("grant", "checkpoint", "set", "garden", "c1", "--status", "notMet")
    #expect(try report("--json").json()["ready"] == true)
  }

  @Test func `a checkpoint still ahead in a period that is not over is not overdue`() throws {
    try laureat.must("grant", "checkpoint", "add", "garden", "--title", "Открытие", "--planned", "2999-12-01")
    let running = ["report", "grant", "garden", "--from", "2020-01-01", "--to", "2999-12-31", "--lang", "ru"]
    #expect(try laureat.must(running + ["--json"]).json()["findings"].map("code").contains("GC-040-0134"))
    #expect(try laureat.must(running).output.contains(#/Открытие +01\.12\.2999 +— +предстоит/#))
  }

  @Test func `a final report explains each divergence`() throws {
    try laureat.must("grant", "edit", "garden", "--ends", "2020-12-31")
    try laureat.must(
      "grant", "due", "add", "garden", "--kind", "final", "--from", "2020-01-01", "--to", "2020-12-31", "--days", "10")
    #expect(try report("--json").json()["findings"].map("code") == ["GC-040-0148", "GC-040-0114"])
    try laureat.must("grant", "line", "edit", "garden", "plants", "--divergence-reason", "саженцы подешевели")
    try laureat.must(
      "grant", "refund", "garden", "--to-funder", "--amount", "34999.50", "--date", "2021-01-20", "--reason", "остаток")
    #expect(try report("--json").json()["ready"] == true)
  }

  @Test(arguments: ["--ends", "--ended"])
  func `any report on the project's last days says what of the grant is neither spent nor returned`(
    end: String
  ) throws {
    try laureat.must("grant", "edit", "garden", end, "2020-12-31")
    #expect(try report("--json").json()["findings"].map("code") == ["GC-040-0114"])
    let earlier = ["report", "grant", "garden", "--from", "2020-01-01", "--to", "2020-12-30", "--json"]
    #expect(try laureat.must(earlier).json()["ready"] == true)
    try laureat.must(
      "grant", "refund", "garden", "--to-funder", "--amount", "34999.50", "--date", "2021-01-20", "--reason", "остаток")
    #expect(try report("--json").json()["ready"] == true)
  }

  @Test func `a report on days still to come is not ready`() throws {
    let running = ["report", "funder", "fund", "--from", "2020-01-01", "--to", "2999-12-31"]
    let data = try laureat.must(running + ["--json", "--lang", "ru"])
    #expect(try data.json()["ready"] == false)
    #expect(try data.json()["findings"].map("code").contains("GC-040-0134"))
    #expect(
      data.errors.plain.contains("период отчёта ещё не кончился: его последний день — 31.12.2999"), "\(data.errors)")
    #expect(try laureat.must(running + ["--lang", "en"]).errors.contains("is not over"))
  }

  @Test func `every report on days after the project's end says what did not go back`() throws {
    try laureat.must("grant", "edit", "garden", "--ends", "2020-12-31")
    for (years, codes) in [
      (["--year", "2021"], ["GC-040-0114"]), (["--year", "2999"], ["GC-040-0134", "GC-040-0114"]),
      (["--from", "2021-01-01", "--to", "2998-11-30"], ["GC-040-0134", "GC-040-0114"]),
    ] {
      for subject in [["grant", "garden"], ["funder", "fund"]] {
        let data = try laureat.must(["report"] + subject + years + ["--json"]).json()
        #expect(data["ready"] == false)
        #expect(data["findings"].map("code") == codes.map { .string($0) }, "\(years)")
      }
    }
  }

  @Test func `a project that was broken off is reported as long as money of the grant is left`() throws {
    try laureat.must(
      "grant", "status", "garden", "terminated", "--date", "2020-11-30", "--reason", "соглашение расторгнуто")
    let later = ["report", "grant", "garden", "--year", "2023"]
    #expect(try laureat.must(later + ["--json"]).json()["findings"].map("code") == ["GC-040-0114"])
    #expect(try laureat.must(later + ["--lang", "ru"]).output.plain.contains("34 999,50"))
    try laureat.must(
      "grant", "refund", "garden", "--to-funder", "--amount", "34999.50", "--date", "2021-01-20", "--reason", "остаток")
    let settled = try laureat.run(later + ["--lang", "ru"])
    #expect(settled.status == 1)
    #expect(settled.errors.plain.contains("проект окончен 30.11.2020"), "\(settled.errors)")
  }

  @Test func `a project without an award says why it is not reported`() throws {
    try laureat.must("organisation", "add", "--id", "school", "--title", "Школа")
    try laureat.must(
      "grant", "create", "--id", "yard", "--title", "Двор", "--funder", "fund", "--grantee", "school", "--starts",
      "2020-01-01", "--ends", "2020-12-31")
    let planned = try laureat.run(["report", "grant", "yard", "--year", "2020", "--lang", "ru"])
    #expect(planned.status == 1)
    #expect(planned.errors.plain.contains("состояние проекта — «планируется»"), "\(planned.errors)")
    #expect(planned.errors.contains("laureat grant status yard awarded"), "\(planned.errors)")
  }

  @Test func `a project that was broken off is over on that day`() throws {
    try laureat.must(
      "grant", "status", "garden", "terminated", "--date", "2020-11-30", "--reason", "соглашение расторгнуто")
    #expect(try report("--json").json()["findings"].map("code") == ["GC-040-0114"])
  }

  @Test func `a final report at the project's end says what of the grant is neither spent nor returned`() throws {
    try laureat.must("grant", "line", "edit", "garden", "plants", "--divergence-reason", "саженцы подешевели")
    try laureat.must("grant", "edit", "garden", "--starts", "2020-03-01", "--ends", "2020-12-31")
    try laureat.must(
      "grant", "due", "add", "garden", "--kind", "final", "--from", "2020-01-01", "--to", "2020-12-31", "--days", "10")
    try laureat.must(
      "grant", "refund", "garden", "--to-funder", "--amount", "30000", "--date", "2021-01-20", "--reason", "остаток")
    let page = try report()
    #expect(page.output.plain.contains("остаток средств гранта 4 999,50 ₽ не возвращён грантодателю"), "\(page.output)")
    #expect(!page.output.contains("laureat") && page.errors.contains("GC-040-0114"))
    // The report is not the last one as long as the project goes on.
    try laureat.must("grant", "edit", "garden", "--ends", "2021-03-31")
    #expect(try report("--json").json()["ready"] == true)
  }
}
