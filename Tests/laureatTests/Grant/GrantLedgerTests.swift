import Foundation
import Testing

/// What an accountant does with the money of a grant.
struct GrantLedgerTests {
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

  // MARK: Lines and moves

  @Test func `lines are added, edited and removed while nothing refers to them`() throws {
    try laureat.must(
      "grant", "line", "add", "garden", "--id", "rooms", "--title", "Аренда", "--quantity", "6", "--unit", "месяц",
      "--price", "500", "--planned", "3000")
    try laureat.must("grant", "line", "edit", "garden", "rooms", "--title", "Аренда зала")
    let lines = try laureat.must("grant", "line", "list", "garden", "--json").json()
    #expect(lines.map("id") == ["plants", "rooms"])
    #expect(lines[0]["spent"] == "25000.50")
    #expect(lines[0]["left"] == "74999.50")
    #expect(lines[1]["title"] == "Аренда зала")
    #expect(lines[1]["quantity"] == "6")
    try laureat.must("grant", "line", "remove", "garden", "rooms")
    try refused("line", "remove", "garden", "plants", code: "GC-040-0146")
    try refused("line", "edit", "garden", "rooms", "--planned", "1", code: "GC-050-0023")
    try refused("line", "add", "garden", "--id", "plants", "--title", "x", "--planned", "1", code: "GC-040-0160")
    #expect(try laureat("grant", "line", "add", "garden", "--title", "x").status == 64)
  }

  @Test func `money moves between lines with a reason, never below what is spent`() throws {
    try laureat.must("grant", "line", "add", "garden", "--id", "tools", "--title", "Инструмент", "--planned", "100")
    let move = ["--from", "plants", "--to", "tools", "--date", "2020-04-01", "--reason", "письмо фонда"]
    try laureat.must(["grant", "move", "garden", "--amount", "74999,50"] + move)
    let project = try project()
    #expect(project["budget"].map("planned") == ["25000.50", "75099.50"])
    #expect(project["moves"][0]["reason"] == "письмо фонда")
    let before = try laureat.state()
    let more = try laureat.run(["grant", "move", "garden", "--amount", "0,01"] + move)
    #expect(more.status == 1)
    #expect(more.errors.contains("GC-040-0143"))
    #expect(try laureat.state() == before)
    try refused(
      "move", "garden", "--from", "plants", "--to", "nowhere", "--amount", "1", "--date", "2020-04-01", "--reason",
      "x", code: "GC-050-0020")
    #expect(try laureat.must("history", "--json").json().list.last?["kind"] == "grant.move")
  }

  @Test func `a line that says not all of its sources shows what its rest counts as`() throws {
    let edit = ["grant", "line", "edit", "garden", "plants", "--lang", "ru"]
    let own = try laureat.must(edit + ["--own", "30000"])
    #expect(own.output.plain.contains(#/plants +Саженцы +100 000,00 ₽ +70 000,00 ₽ +30 000,00 ₽/#), "\(own.output)")
    #expect(own.output.plain.contains("ею считается остаток плана: «Саженцы»"), "\(own.output)")
    let both = try laureat.must(edit + ["--requested", "50000"])
    #expect(
      both.errors.plain.contains("по статье «Саженцы» (plants) план больше суммы названных источников на 20 000,00 ₽"))
    #expect(both.errors.contains("GC-040-0140"), "\(both.errors)")
    #expect(
      both.output.plain.contains(#/100 000,00 ₽ +50 000,00 ₽ +30 000,00 ₽ +20 000,00 ₽/#), "\(both.output)")
    let line = try laureat.must("grant", "line", "list", "garden", "--json").json()[0]
    #expect(line["grantPlanned"] == "50000.00")
    #expect(line["ownPlanned"] == "50000.00")
    let told = try laureat.must(edit + ["--attracted", "20000"])
    #expect(told.errors.isEmpty, "\(told.errors)")
    #expect(!told.output.contains("остаток плана"))
  }

  @Test func `a finding calls a record by its title and by what commands take`() throws {
    try laureat.must("grant", "line", "add", "garden", "--id", "tools", "--title", "Инструмент", "--planned", "100")
    let over = try laureat.must(
      "grant", "spend", "garden", "--amount", "101", "--date", "2020-04-01", "--line", "tools", "--lang", "ru")
    #expect(over.errors.plain.contains("по статье «Инструмент» (tools) израсходовано на 1,00 ₽"), "\(over.errors)")
    let move = try laureat(
      "grant", "move", "garden", "--from", "tools", "--to", "plants", "--amount", "1", "--date", "2020-04-01",
      "--reason", "x", "--lang", "ru")
    #expect(move.errors.contains("со статьи «Инструмент»"), "\(move.errors)")
    let early = try laureat(
      "grant", "spend", "garden", "--amount", "1", "--date", "2019-05-12", "--document", "5", "--lang", "ru")
    #expect(early.errors.plain.contains("расход «№ 5, 12.05.2019, 1,00 ₽» из средств гранта"), "\(early.errors)")
    try laureat.must(
      "grant", "indicator", "add", "garden", "--id", "trees", "--title", "Деревья", "--planned", "10")
    let unlike = try laureat.must("grant", "indicator", "set", "garden", "trees", "--actual", "9", "--lang", "ru")
    #expect(unlike.errors.plain.contains("показатель «Деревья» (trees)"), "\(unlike.errors)")
  }

  // MARK: Movements

  @Test func `money that moves before the agreement is recorded is noted, with the commands that record it`() throws {
    try laureat.must("organisation", "add", "--id", "school", "--title", "Школа")
    try laureat.must(
      "grant", "create", "--id", "yard", "--title", "Двор", "--funder", "fund", "--grantee", "school", "--awarded",
      "100", "--status", "awarded", "--date", "2020-02-01")
    let money = ["--amount", "10", "--date", "2020-04-01", "--lang", "ru"]
    for command in ["receive", "spend"] {
      let result = try laureat.must(["grant", command, "yard"] + money)
      #expect(result.errors.contains("GC-040-0168"), "\(result.errors)")
      #expect(result.errors.contains("«грант присуждён»"), "\(result.errors)")
      #expect(result.errors.contains("laureat grant status yard agreementSigned --date"), "\(result.errors)")
    }
    let english = try laureat.must(
      "grant", "spend", "yard", "--own", "--amount", "1", "--date", "2020-04-01", "--lang", "en")
    #expect(english.errors.contains("the status of the project is still"), "\(english.errors)")
    try laureat.must("grant", "status", "yard", "agreementSigned", "--date", "2020-02-10")
    let result = try laureat.must(["grant", "spend", "yard", "--own"] + money)
    #expect(result.errors.isEmpty, "\(result.errors)")
  }

  @Test func `instalments are planned in equal parts to the kopeck, within the award`() throws {
    try laureat.must(
      "grant", "instalment", "add", "garden", "--amount", "40000", "--date", "2020-06-01", "--date", "2020-07-01",
      "--date", "2020-08-01")
    let instalments = try project()["instalments"]
    #expect(instalments.list.dropFirst().map { $0["planned"] } == ["13333.34", "13333.33", "13333.33"])
    #expect(instalments.map("id") == ["i1", "i2", "i3", "i4"])
    try refused("instalment", "add", "garden", "--amount", "0,01", "--date", "2020-09-01", code: "GC-040-0109")
  }

  @Test func `money goes back to the funder and comes back from a payee`() throws {
    try laureat.must(
      "grant", "refund", "garden", "--from-payee", "--amount", "500", "--date", "2020-04-01", "--line", "plants",
      "--reason", "брак")
    try laureat.must(
      "grant", "refund", "garden", "--to-funder", "--amount", "1000", "--date", "2020-12-20", "--reason", "остаток")
    let project = try project()
    #expect(project["received"] == "59000.00")
    #expect(project["spent"] == "24500.50")
    #expect(project["balance"] == "34499.50")
    #expect(project["budget"][0]["spent"] == "24500.50")
    try refused(
      "refund", "garden", "--to-funder", "--amount", "34500", "--date", "2020-12-21", "--reason", "x",
      code: "GC-040-0102")
    #expect(try laureat("grant", "refund", "garden", "--amount", "1", "--date", "2020-04-01").status == 64)
  }

  @Test func `a payment is not entered twice, nor in another currency`() throws {
    let payment = [
      "grant", "spend", "garden", "--amount", "100", "--date", "2020-04-01", "--document", "7", "--payee",
      "ООО «Парус»",
    ]
    try laureat.must(payment)
    let before = try laureat.state()
    let again = try laureat.run(payment + ["--lang", "ru"])
    #expect(again.status == 1)
    #expect(again.errors.contains("GC-040-0108"))
    #expect(again.errors.plain.contains("уже записан: «№ 7, 01.04.2020, 100,00 ₽» (e2)"), "\(again.errors)")
    #expect(!again.errors.contains("e3") && !again.errors.contains("Парус"))
    #expect(try laureat.state() == before)
    try refused(
      "spend", "garden", "--amount", "1", "--date", "2020-04-01", "--currency", "USD", code: "GC-040-0201")
    try laureat.must("grant", "spend", "garden", "--amount", "1", "--date", "2020-04-01", "--currency", "RUB")
  }

  @Test func `a movement that may have been typed already is asked about`() throws {
    func repeated(_ arguments: String...) throws -> String {
      let first = try laureat.run(["grant"] + arguments)
      #expect(first.status == 0, "\(first.errors)")
      #expect(!first.errors.contains("GC-040-0111"), "\(first.errors)")
      let again = try laureat.run(["grant"] + arguments + ["--lang", "ru"])
      #expect(again.status == 0, "\(again.errors)")
      #expect(again.errors.contains("GC-040-0111"), "\(again.errors)")
      return again.errors.plain
    }
    try laureat.must("grant", "line", "add", "garden", "--id", "tools", "--title", "Инструмент", "--planned", "100")
    let day = ["--date", "2020-04-01"]
    let spent = try repeated("spend", "garden", "--amount", "10", day[0], day[1])
    #expect(spent.contains("уже есть расход «01.04.2020, 10,00 ₽» (e2)"), "\(spent)")
    let received = try repeated("receive", "garden", "--amount", "10", day[0], day[1], "--document", "118")
    #expect(received.contains("уже есть поступление «№ 118, 01.04.2020, 10,00 ₽» (i2)"), "\(received)")
    let returned = try repeated(
      "refund", "garden", "--to-funder", "--amount", "10", day[0], day[1], "--reason", "остаток")
    #expect(returned.contains("уже есть возврат «01.04.2020, 10,00 ₽» (r1)"), "\(returned)")
    let moved = try repeated(
      "move", "garden", "--from", "plants", "--to", "tools", "--amount", "10", day[0], day[1], "--reason", "письмо")
    #expect(moved.contains("уже есть перемещение"), "\(moved)")
    let other = try laureat.must("grant", "receive", "garden", "--amount", "10", day[0], day[1], "--document", "119")
    #expect(!other.errors.contains("GC-040-0111"), "\(other.errors)")
  }

  @Test func `a wrong expense is edited or removed with a reason, and both can be taken back`() throws {
    try laureat.must(
      "grant", "expense", "edit", "garden", "e1", "--amount", "25000", "--document", "17", "--reason", "опечатка")
    #expect(try project()["expenses"][0]["document"] == "17")
    #expect(try project()["spent"] == "25000.00")
    try laureat.must("grant", "expense", "remove", "garden", "e1", "--reason", "внесён дважды")
    #expect(try project()["spent"] == "0.00")
    let last = try #require(try laureat.must("history", "--json").json().list.last)
    #expect(last["kind"] == "grant.expense.remove")
    try laureat.must("undo", String(try #require(last["id"].int)), "--reason", "верный расход")
    #expect(try project()["spent"] == "25000.00")
    try refused("expense", "edit", "garden", "e9", "--amount", "1", "--reason", "x", code: "GC-050-0023")
    #expect(try laureat("grant", "expense", "remove", "garden", "e1").status == 64)
  }

  @Test func `the scan of a document is kept with the expense, and comes out again`() throws {
    let scan = try laureat.write("чек № 7", to: "scan.pdf")
    try laureat.must(
      "grant", "spend", "garden", "--amount", "100", "--date", "2020-04-01", "--document", "7", "--file", scan)
    let digest = try #require(try project()["expenses"].list.last)["sha256"]
    #expect(digest != .null)
    try laureat.must("doctor")
    let copy = laureat.path("copy.pdf")
    try laureat.must("grant", "expense", "scan", "garden", "e2", "-o", copy)
    #expect(try laureat.bytes("copy.pdf") == laureat.bytes("scan.pdf"))
    #expect(try laureat("grant", "expense", "scan", "garden", "e2", "-o", copy).status == 73)
    #expect(try laureat("grant", "expense", "scan", "garden", "e1", "-o", laureat.path("none")).status == 1)
    let missing = try laureat(
      "grant", "spend", "garden", "--amount", "1", "--date", "2020-04-01", "--file", "nowhere.pdf")
    #expect(missing.status == 66)
  }

  // MARK: Years and closed periods

  @Test func `a year has its own figures and the balance it leaves`() throws {
    try laureat.must(
      "grant", "refund", "garden", "--to-funder", "--amount", "1000", "--date", "2021-01-20", "--reason", "остаток")
    let year = try laureat.must("grant", "show", "garden", "--year", "2021", "--json").json()
    #expect(year["expenses"].list.isEmpty)
    #expect(year["years"][0]["received"] == "0.00")
    #expect(year["years"][0]["refunded"] == "1000.00")
    #expect(year["years"][0]["cumulative"]["balance"] == "33999.50")
    #expect(try project()["years"].map("year") == [2020, 2021])
    let page = try laureat.must("grant", "show", "garden", "--lang", "ru").output.plain
    #expect(page.contains("По годам"))
    #expect(page.contains("100 000 (Сто тысяч) рублей 00 копеек"))
  }

  @Test func `a closed period is locked until it is opened with a reason`() throws {
    let period = ["--from", "2020-01-01", "--to", "2020-03-31"]
    try laureat.must(["grant", "close", "garden"] + period + ["--date", "2020-04-10"])
    #expect(try project()["closedPeriods"].map("end") == ["2020-03-31"])
    try refused("spend", "garden", "--amount", "1", "--date", "2020-03-31", code: "GC-040-0125")
    try refused("receive", "garden", "--amount", "1", "--date", "2020-03-01", code: "GC-040-0125")
    try refused("expense", "edit", "garden", "e1", "--amount", "1", "--reason", "x", code: "GC-040-0125")
    try refused("expense", "edit", "garden", "e1", "--date", "2020-05-01", "--reason", "x", code: "GC-040-0125")
    try refused("expense", "remove", "garden", "e1", "--reason", "x", code: "GC-040-0125")
    try refused(
      "refund", "garden", "--from-payee", "--amount", "1", "--date", "2020-03-10", "--reason", "x", code: "GC-040-0125")
    try refused(
      "close", "garden", "--from", "2020-03-31", "--to", "2020-04-30", "--date", "2020-05-01", code: "GC-040-0126")
    try refused("reopen", "garden", "--from", "2020-01-01", "--to", "2020-03-30", "--reason", "x", code: "GC-050-0024")
    try laureat.must("grant", "spend", "garden", "--amount", "1", "--date", "2020-04-01")
    #expect(try laureat.run(["grant", "reopen", "garden"] + period).status == 64)
    try laureat.must(["grant", "reopen", "garden"] + period + ["--reason", "отчёт возвращён"])
    try laureat.must("grant", "expense", "edit", "garden", "e1", "--amount", "1", "--reason", "опечатка")
    #expect(
      try laureat("grant", "close", "garden", "--from", "2020-01-01", "--to", "2020-03-31", "--date", "2020-03-30")
        .status == 64)
  }

  @Test func `after a closing plans change by what is dated later, and all else by opening the period`() throws {
    try laureat.must("grant", "indicator", "add", "garden", "--id", "n1", "--title", "Дети", "--planned", "40")
    try laureat.must("grant", "checkpoint", "add", "garden", "--id", "c1", "--title", "Зал", "--planned", "2020-03-20")
    let period = ["--from", "2020-01-01", "--to", "2020-03-31"]
    let report = ["report", "grant", "garden", "--json"] + period
    let edit = try laureat.must("history", "--json").json().list.count
    try laureat.must(["grant", "close", "garden"] + period + ["--date", "2020-04-10"])
    let settled = try laureat.must(report).json()["projects"]
    try refused("line", "edit", "garden", "plants", "--planned", "99999", code: "GC-040-0125")
    try refused("line", "edit", "garden", "plants", "--own", "5000", code: "GC-040-0125")
    try refused("line", "edit", "garden", "plants", "--divergence-reason", "x", code: "GC-040-0125")
    try refused("line", "add", "garden", "--id", "tools", "--title", "x", "--planned", "1", code: "GC-040-0125")
    try refused("indicator", "set", "garden", "n1", "--actual", "38", "--reason", "x", code: "GC-040-0125")
    try refused("indicator", "set", "garden", "n1", "--planned", "41", code: "GC-040-0125")
    try refused("indicator", "add", "garden", "--title", "x", "--planned", "1", code: "GC-040-0125")
    try refused(
      "status", "garden", "reporting", "--date", "2020-12-01", "--awarded", "120000", code: "GC-040-0125")
    let undone = try laureat("undo", String(edit), "--reason", "x")
    #expect(undone.status == 1)
    #expect(undone.errors.contains("GC-040-0125"), "\(undone.errors)")
    #expect(try laureat.must(report).json()["projects"] == settled)

    try laureat.must("grant", "line", "add", "garden", "--id", "tools", "--title", "Инструмент", "--planned", "0")
    try laureat.must(
      "grant", "move", "garden", "--from", "plants", "--to", "tools", "--amount", "1000", "--date", "2020-04-11",
      "--reason", "письмо фонда")
    try laureat.must("grant", "line", "edit", "garden", "tools", "--title", "Инструменты")
    try laureat.must(
      ["grant", "indicator", "set", "garden", "n1"] + ["--from", "2020-04-01", "--to", "2020-06-30", "--actual", "40"])
    try laureat.must("grant", "indicator", "set", "garden", "n1", "--actual", "40")
    try laureat.must("grant", "checkpoint", "set", "garden", "c1", "--status", "met", "--date", "2020-04-12")
    try laureat.must("grant", "status", "garden", "reporting", "--date", "2020-12-01")
    // What it tells stays; what kept it from being handed in, the checkpoint without a mark, may be mended.
    let told = try laureat.must(report).json()
    #expect(told["projects"] == settled)
    #expect(told["ready"] == true)

    let closing = try #require(
      try laureat.must("history", "--json").json().list.last { $0["kind"] == "grant.close" }?["id"].int)
    #expect(try laureat("undo", String(closing)).errors.contains("GC-040-0125"))
    try laureat.must(["grant", "reopen", "garden", "--reason", "доп. соглашение"] + period)
    try laureat.must("grant", "line", "edit", "garden", "plants", "--divergence-reason", "подорожало")
    #expect(try laureat.must(report).json()["projects"] != settled)
  }

  @Test func `a document does not change what is settled`() throws {
    try laureat.must(
      "grant", "close", "garden", "--from", "2020-03-01", "--to", "2020-03-31", "--date", "2020-04-10")
    let before = try project()
    let changed = Documents.project(movements: Documents.movementsInOrder.replacing("25000.50", with: "25000.00"))
    let result = try laureat.run(["import", "-", "--json"], input: Documents.portfolio(changed, message: 41))
    #expect(result.status == 65 || result.status == 1)
    #expect(try result.json()[0]["diagnostics"].map("code").contains("GC-040-0125"))
    #expect(try project() == before)
    let awarded = Documents.project().replacing("100000.00", with: "120000.00")
    let raised = try laureat.run(["import", "-", "--json"], input: Documents.portfolio(awarded, message: 42))
    #expect(try raised.json()[0]["diagnostics"].map("code").contains("GC-040-0125"))
    #expect(try project() == before)
  }

  @Test func `a report on days before the agreement is refused`() throws {
    let other = try Command()
    let agreed = Documents.project().replacing(
      "<plannedPeriod", with: "<agreement number=\"7\" date=\"2020-01-25\"/><plannedPeriod")
    try other.must("import", "-", input: Documents.portfolio(agreed))
    let early = try other("report", "grant", "garden", "--from", "2020-01-01", "--to", "2020-01-24")
    #expect(early.status == 1)
    #expect(early.errors.contains("GC-040-0127"))
    try other.must("report", "grant", "garden", "--from", "2020-01-01", "--to", "2020-01-25")
  }

  @Test func `dry runs change nothing`() throws {
    let before = try laureat.bytes("store.sqlite")
    for command in [
      ["line", "add", "garden", "--title", "x", "--planned", "1"],
      ["instalment", "add", "garden", "--amount", "1", "--date", "2020-06-01"],
      ["refund", "garden", "--to-funder", "--amount", "1", "--date", "2020-06-01", "--reason", "x"],
      ["expense", "edit", "garden", "e1", "--amount", "1", "--reason", "x"],
      ["expense", "remove", "garden", "e1", "--reason", "x"],
      ["close", "garden", "--from", "2020-01-01", "--to", "2020-03-31", "--date", "2020-04-10"],
      ["indicator", "add", "garden", "--title", "x", "--planned", "1"],
      ["checkpoint", "add", "garden", "--title", "x", "--planned", "2020-06-01"],
      ["due", "add", "garden", "--from", "2020-01-01", "--to", "2020-03-31", "--days", "10"],
    ] {
      try laureat.must(["grant"] + command + ["--dry-run"])
    }
    #expect(try laureat.bytes("store.sqlite") == before)
  }
}
