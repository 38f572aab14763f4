import Foundation
import Testing

/// Instalments, receipts and refunds are mended with a reason, as expenses are.
struct LedgerMendingTests {
  let laureat: Command

  /// A project with 100,000.00 awarded, 60,000.00 received and 25,000.50 spent on the line `plants`.
  init() throws {
    laureat = try Command(.garden)
  }

  private func project() throws -> Value { try laureat.must("grant", "show", "garden", "--json").json() }

  private func refused(_ arguments: String..., code: String, status: Int32 = 1) throws {
    let before = try laureat.state()
    let result = try laureat.run(["grant"] + arguments)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.contains(code), "\(result.errors)")
    #expect(try laureat.state() == before)
  }

  @Test func `a planned instalment is put off, changed and removed`() throws {
    try laureat.must("grant", "instalment", "add", "garden", "--amount", "40000", "--date", "2020-06-01")
    try laureat.must(
      "grant", "instalment", "edit", "garden", "i2", "--planned-on", "2020-09-01", "--planned", "30000", "--reason",
      "соглашение № 2")
    let instalment = try project()["instalments"][1]
    #expect(instalment["plannedOn"] == "2020-09-01")
    #expect(instalment["planned"] == "30000.00")
    try refused(
      "instalment", "edit", "garden", "i2", "--planned", "40000,01", "--reason", "x", code: "GC-040-0109")
    try laureat.must("grant", "instalment", "remove", "garden", "i2", "--reason", "фонд сократил график")
    #expect(try project()["instalments"].map("id") == ["i1"])
    #expect(try laureat.must("history", "--json").json().list.last?["kind"] == "grant.instalment.remove")
    #expect(try laureat("grant", "instalment", "remove", "garden", "i1").status == 64)
    try refused("instalment", "remove", "garden", "i9", "--reason", "x", code: "GC-050-0023")
  }

  @Test func `money received is mended or taken out, never below what is spent`() throws {
    try laureat.must(
      "grant", "instalment", "edit", "garden", "i1", "--received", "50000", "--received-on", "2020-02-11",
      "--document", "118", "--share", "plants=50000", "--reason", "опечатка в сумме")
    let received = try project()
    #expect(received["received"] == "50000.00")
    #expect(received["instalments"][0]["receivedOn"] == "2020-02-11")
    #expect(received["instalments"][0]["document"] == "118")
    #expect(received["instalments"][0]["shares"][0]["amount"] == "50000.00")
    try refused("instalment", "edit", "garden", "i1", "--received", "25000", "--reason", "x", code: "GC-040-0149")
    try refused(
      "instalment", "edit", "garden", "i1", "--received", "25000", "--share", "plants=25000", "--reason", "x",
      code: "GC-040-0102")
    try refused(
      "instalment", "edit", "garden", "i1", "--received-on", "2020-03-06", "--reason", "x", code: "GC-040-0102")
    try refused("instalment", "remove", "garden", "i1", "--reason", "x", code: "GC-040-0102")
    try laureat.must("grant", "expense", "remove", "garden", "e1", "--reason", "не тот проект")
    try refused("instalment", "edit", "garden", "i1", "--not-received", "--reason", "x", code: "GC-040-0107")
    try laureat.must("grant", "instalment", "edit", "garden", "i1", "--planned", "50000", "--reason", "по графику")
    try laureat.must("grant", "instalment", "edit", "garden", "i1", "--not-received", "--reason", "не тот транш")
    let planned = try project()
    #expect(planned["received"] == "0.00")
    #expect(planned["instalments"][0]["planned"] == "50000.00")
    #expect(planned["instalments"][0]["receivedOn"] == .null)
    let both = ["grant", "instalment", "edit", "garden", "i1", "--not-received", "--received", "1", "--reason", "x"]
    #expect(try laureat.run(both).status == 64)
  }

  @Test func `a refund is listed, mended and removed`() throws {
    try laureat.must(
      "grant", "refund", "garden", "--from-payee", "--amount", "500", "--date", "2020-04-01", "--line", "plants",
      "--reason", "брак")
    try laureat.must(
      "grant", "refund", "edit", "garden", "r1", "--amount", "600", "--date", "2020-04-02", "--document", "9",
      "--reason", "опечатка")
    let refund = try laureat.must("grant", "refund", "list", "garden", "--json").json()[0]
    #expect(refund["amount"] == "600.00")
    #expect(refund["date"] == "2020-04-02")
    #expect(refund["document"] == "9")
    #expect(refund["reason"] == "брак")
    #expect(try project()["spent"] == "24400.50")
    try laureat.must("grant", "refund", "edit", "garden", "r1", "--to-funder", "--reason", "вернули фонду")
    #expect(try project()["received"] == "59400.00")
    try laureat.must("grant", "refund", "remove", "garden", "r1", "--reason", "внесён дважды")
    #expect(try project()["refunds"].list.isEmpty)
    try refused("refund", "remove", "garden", "r1", "--reason", "x", code: "GC-050-0023")
    #expect(try laureat("grant", "refund", "edit", "garden", "r1", "--amount", "1").status == 64)
  }

  @Test func `what is in a closed period is not mended`() throws {
    try laureat.must(
      "grant", "refund", "garden", "--from-payee", "--amount", "500", "--date", "2020-03-10", "--reason", "брак")
    try laureat.must("grant", "close", "garden", "--from", "2020-02-01", "--to", "2020-03-31", "--date", "2020-04-10")
    try refused("instalment", "edit", "garden", "i1", "--received", "60001", "--reason", "x", code: "GC-040-0125")
    try refused("instalment", "remove", "garden", "i1", "--reason", "x", code: "GC-040-0125")
    try refused("refund", "edit", "garden", "r1", "--date", "2020-04-10", "--reason", "x", code: "GC-040-0125")
    try refused("refund", "remove", "garden", "r1", "--reason", "x", code: "GC-040-0125")
    try laureat.must("grant", "instalment", "add", "garden", "--amount", "1000", "--date", "2020-06-01")
    try laureat.must("grant", "instalment", "edit", "garden", "i2", "--planned-on", "2020-07-01", "--reason", "перенос")
  }

  @Test func `whose money an expense was is mended`() throws {
    try laureat.must("grant", "expense", "edit", "garden", "e1", "--own", "--note", "наличные", "--reason", "не грант")
    #expect(try project()["spent"] == "0.00")
    #expect(try project()["expenses"][0]["note"] == "наличные")
    try laureat.must("grant", "expense", "edit", "garden", "e1", "--of-grant", "--reason", "всё же грант")
    #expect(try project()["spent"] == "25000.50")
  }

  // MARK: Refunds within what was paid

  @Test func `a payee gives back no more than was paid of the grant on the line`() throws {
    try laureat.must("grant", "line", "add", "garden", "--id", "tools", "--title", "Инструмент", "--planned", "100")
    try laureat.must("grant", "spend", "garden", "--amount", "70", "--date", "2020-04-01", "--line", "tools")
    try laureat.must("grant", "spend", "garden", "--amount", "30", "--date", "2020-04-01", "--line", "tools", "--own")
    let refund = ["grant", "refund", "garden", "--from-payee", "--date", "2020-04-20", "--reason", "брак"]
    let before = try laureat.state()
    let more = try laureat.run(refund + ["--amount", "70,01", "--line", "tools", "--lang", "ru"])
    #expect(more.status == 1)
    #expect(more.errors.contains("GC-040-0110"))
    #expect(more.errors.plain.contains("«Инструмент»") && more.errors.plain.contains("70,01 ₽"), "\(more.errors)")
    #expect(more.errors.plain.contains("уплачено им из гранта 70,00 ₽"))
    let whole = try laureat.run(refund + ["--amount", "25070,51"])
    #expect(whole.errors.contains("GC-040-0110"))
    #expect(try laureat.state() == before)
    try laureat.must(refund + ["--amount", "70", "--line", "tools"])
  }

  @Test func `a return beyond the balance is told as such`() throws {
    let result = try laureat(
      "grant", "refund", "garden", "--to-funder", "--amount", "35000", "--date", "2020-12-21", "--reason", "x",
      "--lang", "ru")
    #expect(result.status == 1)
    #expect(result.errors.contains("GC-040-0102"))
    #expect(result.errors.plain.contains("больше остатка: остаток 34 999,50 ₽"), "\(result.errors)")
    #expect(!result.errors.contains("отметьте как собственные"))
  }

  // MARK: The budget

  @Test func `a budget of more than the award is warned of when a line is added or edited`() throws {
    let added = try laureat.must(
      "grant", "line", "add", "garden", "--id", "tools", "--title", "Инструмент", "--planned", "100", "--lang", "ru")
    #expect(added.errors.contains("GC-040-0150"))
    #expect(added.errors.plain.contains("из средств гранта 100 100,00 ₽, а присуждено 100 000,00 ₽"), "\(added.errors)")
    let report = try laureat.must("report", "grant", "garden", "--year", "2020", "--json")
    #expect(try report.json()["findings"].map("code").contains("GC-040-0150"))
    let own = try laureat.must("grant", "line", "edit", "garden", "tools", "--own", "100")
    #expect(!own.errors.contains("GC-040-0150"), "\(own.errors)")
    try refused("line", "edit", "garden", "tools", "--planned", "1", code: "GC-040-0140")
  }

  @Test func `the budget is shown with its sources, calculation and sums`() throws {
    try laureat.must(
      "grant", "line", "edit", "garden", "plants", "--quantity", "200", "--unit", "шт", "--price", "500", "--requested",
      "90000", "--own", "10000")
    try laureat.must("grant", "instalment", "add", "garden", "--amount", "40000", "--date", "2020-06-01")
    let list = try laureat.must("grant", "line", "list", "garden", "--lang", "ru").output.plain
    for part in ["200 шт × 500,00", "Из гранта", "90 000,00", "Собственные", "Освоено", "Итого"] {
      #expect(list.contains(part), "\(part) in \(list)")
    }
    #expect(!list.contains("Привлечённые"))
    let instalments = try laureat.must("grant", "instalment", "list", "garden", "--lang", "ru").output.plain
    #expect(instalments.contains(#/Итого +40 000,00 ₽ +60 000,00 ₽/#), "\(instalments)")
    let year = try laureat.must("grant", "show", "garden", "--year", "2021", "--lang", "ru").output.plain
    #expect(
      year.contains("за 2021") && year.contains("Освоено из средств гранта с начала проекта: 25 000,50"), "\(year)")
  }
}
