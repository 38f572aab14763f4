import Foundation
import Testing

/// What was typed of a project is completed and mended later.
struct GrantEditTests {
  let laureat: Command

  /// A project with 100,000.00 awarded, 60,000.00 received and 25,000.50 spent on the line `plants`.
  init() throws {
    laureat = try Command(.garden)
  }

  /// What is recorded of a project, as an edit tells that changes nothing.
  private func project(_ id: String = "garden") throws -> Value {
    try laureat.must("grant", "edit", id, "--clear", "nomination", "--json").json()
  }

  @Test func `a project is completed by its award, agreement, days and description`() throws {
    try laureat.must("organisation", "add", "--id", "school", "--title", "Школа")
    try laureat.must("funder", "add", "--id", "region", "--title", "Область")
    try laureat.must(
      "grant", "edit", "garden", "--title", "Сад у школы", "--funder", "region", "--grantee", "school", "--awarded",
      "110000", "--awarded-on", "2020-01-21", "--co-financing", "5000", "--agreement", "17/2020", "--agreement-date",
      "2020-01-25", "--ends", "2021-02-28", "--started", "2020-02-03", "--description", "Плодовый сад")
    let project = try project()
    #expect(project["title"] == "Сад у школы")
    #expect(project["funder"] == "Область")
    #expect(project["grantee"] == "Школа")
    #expect(project["awarded"] == "110000.00")
    #expect(project["awardedOn"] == "2020-01-21")
    #expect(project["coFinancing"] == "5000.00")
    #expect(project["agreement"]["number"] == "17/2020")
    #expect(project["agreement"]["date"] == "2020-01-25")
    #expect(project["planned"]["start"] == "2020-02-01")
    #expect(project["planned"]["end"] == "2021-02-28")
    #expect(project["actual"]["start"] == "2020-02-03")
    #expect(project["actual"]["end"] == .null)
    #expect(project["description"] == "Плодовый сад")
    #expect(project["spent"] == "25000.50")
    #expect(try laureat.must("history", "--json").json().list.last?["kind"] == "grant.edit")
    let page = try laureat.must("grant", "show", "garden", "--lang", "ru").output.plain
    for part in ["№ 17/2020, 25.01.2020", "Плодовый сад", "21.01.2020"] { #expect(page.contains(part), "\(page)") }
    #expect(!page.contains("за период"))
  }

  @Test func `what a project may be without is cleared, and an edit that changes nothing leaves no trace`() throws {
    try laureat.must("grant", "edit", "garden", "--co-financing", "5000", "--agreement-date", "2020-01-25")
    try laureat.must("grant", "edit", "garden", "--agreement", "17")
    try laureat.must("grant", "edit", "garden", "--clear", "coFinancing", "--clear", "applied")
    #expect(try project()["coFinancing"] == .null)
    #expect(try project()["applied"] == .null)
    #expect(try project()["agreement"]["date"] == "2020-01-25")
    let before = try laureat.state()
    try laureat.must("grant", "edit", "garden", "--title", "Сад")
    try laureat.must("grant", "edit", "garden", "--title", "Роща", "--dry-run")
    #expect(try laureat.state() == before)
    #expect(try laureat("grant", "edit", "garden", "--clear", "title").status == 64)
  }

  @Test func `an award is not cleared while money of it came or went`() throws {
    let before = try laureat.state()
    let result = try laureat("grant", "edit", "garden", "--clear", "awarded", "--lang", "ru")
    #expect(result.status == 1)
    #expect(result.errors.contains("GC-040-0105"), "\(result.errors)")
    #expect(result.errors.plain.contains("поступило 60 000,00 ₽, израсходовано из гранта 25 000,50 ₽"))
    #expect(try laureat.state() == before)
    try laureat.must("grant", "edit", "garden", "--awarded", "90000")
    #expect(try project()["awarded"] == "90000.00")
    try laureat.must("grant", "expense", "remove", "garden", "e1", "--reason", "ошибка")
    try laureat.must("grant", "instalment", "remove", "garden", "i1", "--reason", "ошибка")
    try laureat.must("grant", "edit", "garden", "--clear", "awarded")
    #expect(try project()["awarded"] == .null)
  }

  @Test func `a project with money and without an award is edited like any other`() throws {
    try laureat.must("organisation", "add", "--id", "school", "--title", "Школа")
    try laureat.must("grant", "create", "--id", "yard", "--title", "Двор", "--funder", "fund", "--grantee", "school")
    try laureat.must("grant", "receive", "yard", "--amount", "10", "--date", "2020-04-01")
    try laureat.must(
      "grant", "edit", "yard", "--title", "Двор без машин", "--agreement", "5", "--agreement-date", "2020-02-10")
    #expect(try project("yard")["title"] == "Двор без машин")
    #expect(try project("yard")["agreement"]["number"] == "5")
    try laureat.must("grant", "edit", "yard", "--awarded", "10")
    #expect(try laureat("grant", "edit", "yard", "--clear", "awarded").errors.contains("GC-040-0105"))
  }

  @Test func `what reports tell of a project's money is not cleared while there is any`() throws {
    try laureat.must(
      "grant", "edit", "garden", "--agreement", "17", "--agreement-date", "2020-01-25", "--awarded-on", "2020-01-20",
      "--started", "2020-02-03")
    try laureat.must("grant", "edit", "garden", "--clear", "actual")
    let before = try laureat.state()
    for (part, name) in [("agreement", "соглашение"), ("awardedOn", "день присуждения"), ("planned", "сроки проекта")] {
      let result = try laureat("grant", "edit", "garden", "--clear", part, "--lang", "ru")
      #expect(result.status == 1)
      #expect(result.errors.contains("GC-040-0169"), "\(result.errors)")
      #expect(
        result.errors.plain.contains("\(name) не убрать: поступило 60 000,00 ₽, израсходовано из гранта 25 000,50 ₽"))
    }
    #expect(try laureat.state() == before)
    try laureat.must("grant", "expense", "remove", "garden", "e1", "--reason", "ошибка")
    try laureat.must("grant", "instalment", "remove", "garden", "i1", "--reason", "ошибка")
    try laureat.must("grant", "edit", "garden", "--clear", "agreement", "--clear", "planned")
    #expect(try project()["agreement"] == .null)
  }

  @Test(arguments: [
    [], ["--clear", "agreement", "--agreement-date", "2020-01-25"], ["--clear", "awarded", "--awarded", "90000"],
    ["--clear", "planned", "--ends", "2020-12-31"], ["--clear", "nomination", "--nomination", "Сады"],
  ])
  func `an edit of nothing, or of what it also clears, is a usage error`(arguments: [String]) throws {
    let before = try laureat.state()
    let result = try laureat.run(["grant", "edit", "garden"] + arguments)
    #expect(result.status == 64, "\(result.errors)")
    #expect(try laureat.state() == before)
  }

  @Test(arguments: [
    (["--awarded", "59999,99"], "GC-040-0100", Int32(1)), (["--awarded-on", "2020-03-06"], "GC-040-0122", 1),
    (["--awarded-on", "2999-01-01"], "GC-040-0120", 1), (["--ends", "2020-01-31"], "GC-040-0121", 1),
    (["--funder", "nobody"], "GC-050-0022", 1), (["--grantee", "nobody"], "laureat organisation add", 1),
    (["--agreement", "17"], "--agreement-date", 64), (["--awarded", "1,300"], "1300000", 64),
  ])
  func `an edit that the rules forbid is refused`(arguments: [String], part: String, status: Int32) throws {
    let before = try laureat.state()
    let result = try laureat.run(["grant", "edit", "garden"] + arguments)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.contains(part), "\(result.errors)")
    #expect(try laureat.state() == before)
  }

  @Test func `the advice of rules names the command that mends a project`() throws {
    let received = try laureat("grant", "receive", "garden", "--amount", "40000,01", "--date", "2020-05-12")
    #expect(received.errors.contains("laureat grant edit garden --awarded"))
    let late = try laureat.must("grant", "spend", "garden", "--amount", "1", "--date", "2021-01-15")
    #expect(late.errors.contains("laureat grant edit garden --ended"))
    try laureat.must("grant", "edit", "garden", "--ended", "2021-01-31")
    let prolonged = try laureat.must("grant", "spend", "garden", "--amount", "2", "--date", "2021-01-16")
    #expect(!prolonged.errors.contains("GC-040-0123"))
    let published = try laureat("export", "grants", "--format", "360giving")
    #expect(published.errors.contains("laureat grant edit garden --description"))
    try laureat.must("grant", "edit", "garden", "--description", "Плодовый сад")
    try laureat.must("export", "grants", "--format", "360giving")
  }

  @Test func `a project typed with its agreement and description can be published`() throws {
    try laureat.must("organisation", "add", "--id", "school", "--title", "Школа")
    try laureat.must(
      "grant", "create", "--id", "yard", "--title", "Двор", "--funder", "fund", "--grantee", "school", "--awarded",
      "100", "--awarded-on", "2020-02-01", "--agreement", "5", "--agreement-date", "2020-02-10", "--description",
      "Двор без машин", "--status", "agreementSigned", "--date", "2020-02-10")
    #expect(try project("yard")["agreement"]["number"] == "5")
    let published = try laureat.must("export", "grants", "--format", "360giving").output
    #expect(published.contains("Двор без машин"))
    let unsigned = try laureat(
      "grant", "create", "--id", "roof", "--title", "Крыша", "--funder", "fund", "--grantee", "school", "--agreement",
      "6")
    #expect(unsigned.status == 64)
    #expect(unsigned.errors.contains("--agreement-date"))
  }

  @Test func `a report on days before the award says when that was`() throws {
    let early = try laureat("report", "grant", "garden", "--from", "2019-01-01", "--to", "2019-12-31", "--lang", "ru")
    #expect(early.status == 1)
    #expect(early.errors.contains("20.01.2020"))
    #expect(early.errors.contains("GC-040-0127"))
  }
}
