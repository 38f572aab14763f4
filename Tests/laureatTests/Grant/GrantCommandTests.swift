import Foundation
import Testing

struct GrantCommandTests {
  let laureat: Command

  /// A project with 100,000.00 awarded, 60,000.00 received and 25,000.50 spent.
  init() throws {
    laureat = try Command(.garden)
  }

  private func grant() throws -> Value { try laureat.must("grant", "list", "--json").json()[0] }

  // MARK: Projects

  @Test func `a project has its sums and its balance`() throws {
    let grant = try grant()
    #expect(grant["applied"] == "120000.00")
    #expect(grant["awarded"] == "100000.00")
    #expect(grant["received"] == "60000.00")
    #expect(grant["spent"] == "25000.50")
    #expect(grant["balance"] == "34999.50")
    #expect(grant["status"] == "active")
    #expect(grant["grantee"] == "Центр")
    #expect(try laureat.must("grant", "show", "garden").output.plain.contains("34,999.50"))
    #expect(try laureat.must("grant", "show", "garden", "--lang", "ru").output.plain.contains("34 999,50"))
  }

  @Test func `a project is typed in with its funder and grantee`() throws {
    try laureat.must("organisation", "add", "--id", "school", "--title", "Школа")
    try laureat.must("funder", "add", "--id", "region", "--title", "Область")
    try laureat.must(
      "grant", "create", "--id", "yard", "--title", "Двор", "--funder", "region", "--grantee", "school", "--applied",
      "1 300 000,50", "--programme", "Инициативы", "--nomination", "Двор", "--status", "applied", "--date", "2020-02-01"
    )
    let project = try laureat.must("grant", "list", "--funder", "region", "--json").json()[0]
    #expect(project["applied"] == "1300000.50")
    #expect(project["awarded"] == .null)
    #expect(project["status"] == "applied")
    #expect(project["programme"] == "Инициативы")
    #expect(try laureat.must("grant", "list", "--grantee", "school", "--json").json().map("id") == ["yard"])
    #expect(try laureat.must("grant", "list", "--status", "active", "--json").json().map("id") == ["garden"])
    #expect(try laureat.must("funder", "list", "--json").json().first("id", "region")["projects"] == 1)
  }

  @Test func `an identifier is used once, and what is named must be known`() throws {
    func create(_ id: String, _ funder: String, _ grantee: String) throws -> Command.Result {
      try laureat("grant", "create", "--id", id, "--title", "Сад", "--funder", funder, "--grantee", grantee)
    }
    try laureat.must("organisation", "add", "--id", "school", "--title", "Школа")
    #expect(try create("garden", "fund", "school").status == 1)
    #expect(try create("yard", "nobody", "school").errors.contains("GC-050-0022"))
    #expect(try create("yard", "fund", "nobody").status == 1)
    #expect(try laureat.must("grant", "list", "--json").json().list.count == 1)
    for command in ["show", "receive", "spend"] {
      let money = command == "show" ? [] : ["--amount", "1", "--date", "2020-05-01"]
      let result = try laureat.run(["grant", command, "nothing"] + money)
      #expect(result.status == 1)
      #expect(result.errors.contains("laureat grant list"))
    }
  }

  @Test func `a status follows another with its day`() throws {
    try laureat.must("grant", "status", "garden", "reporting", "--date", "2020-12-01")
    #expect(try grant()["status"] == "reporting")
    let illegal = try laureat("grant", "status", "garden", "applied", "--date", "2020-12-02")
    #expect(illegal.status == 1)
    #expect(illegal.errors.contains("GC-040-0203"))
    #expect(illegal.errors.contains("closed"))
    #expect(try laureat("grant", "status", "garden", "closed", "--date", "2020-11-30").status == 1)
    #expect(try laureat("grant", "status", "garden", "closed").status == 64)
    #expect(try laureat("grant", "status", "garden", "finished", "--date", "2020-12-02").status == 64)
    let unreasoned = try laureat("grant", "status", "garden", "terminated", "--date", "2020-12-02")
    #expect(unreasoned.status == 1)
    #expect(unreasoned.errors.contains("--reason"))
    #expect(try grant()["status"] == "reporting")
  }

  // MARK: Money

  @Test(arguments: [
    ("100", "100.00"), ("100.5", "100.50"), ("100,50", "100.50"), ("1 300,50", "1300.50"), ("1300.50", "1300.50"),
  ])
  func `amounts are typed as people write them`(typed: String, amount: String) throws {
    try laureat.must("grant", "spend", "garden", "--amount", typed, "--date", "2020-04-01")
    let expenses = try laureat.must("grant", "show", "garden", "--json").json()["expenses"]
    #expect(expenses.list.last?["amount"] == .string(amount))
  }

  @Test(arguments: ["1,300", "1.300", "1,300.50.1", "10.505", "-5", "0.001", "", "five", "99999999999999999999"])
  func `an amount that is ambiguous or none is a usage error that says how to write it`(typed: String) throws {
    let before = try laureat.bytes("store.sqlite")
    let result = try laureat("grant", "spend", "garden", "--amount=\(typed)", "--date", "2020-04-01")
    #expect(result.status == 64)
    #expect(!result.errors.isEmpty)
    #expect(try laureat.bytes("store.sqlite") == before)
  }

  @Test func `money received and spent moves the balance`() throws {
    try laureat.must("grant", "receive", "garden", "--amount", "40000", "--date", "2020-05-12", "--document", "118")
    try laureat.must(
      "grant", "spend", "garden", "--amount", "50000", "--date", "2020-06-01", "--line", "plants", "--payee",
      "ООО «Парус»", "--document", "42")
    let grant = try grant()
    #expect(grant["received"] == "100000.00")
    #expect(grant["spent"] == "75000.50")
    #expect(grant["balance"] == "24999.50")
    let expense = try laureat.must("grant", "show", "garden", "--json").json()["expenses"].list.last
    #expect(expense?["payee"] == "ООО «Парус»")
    #expect(expense?["line"] == "plants")
  }

  @Test(arguments: [
    (["receive", "garden", "--amount", "40000.01", "--date", "2020-05-12"], "GC-040-0100"),
    (["spend", "garden", "--amount", "34999.51", "--date", "2020-05-12"], "GC-040-0102"),
    (["spend", "garden", "--amount", "60000", "--date", "2020-02-11"], "GC-040-0102"),
    (["spend", "garden", "--amount", "1", "--date", "2020-05-12", "--line", "chairs"], "GC-050-0020"),
    (["spend", "garden", "--amount", "1", "--date", "2019-05-12"], "GC-040-0122"),
    (["spend", "garden", "--amount", "1", "--date", "2999-05-12"], "GC-040-0120"),
  ])
  func `money that cannot have moved so is refused with its code`(arguments: [String], code: String) throws {
    let before = try laureat.state()
    let result = try laureat.run(["grant"] + arguments)
    #expect(result.status == 1)
    #expect(result.errors.contains(code), "\(result.errors)")
    #expect(try laureat.state() == before)
  }

  @Test func `an instalment that was planned is received once`() throws {
    let planned = """
      <instalment id="i2"><plannedOn>2020-06-01</plannedOn><planned currency="RUB">40000.00</planned></instalment>
      """
    let other = try Command()
    try other.must(
      "import", "-",
      input: Documents.portfolio(
        Documents.project(movements: Documents.movementsInOrder.replacing("<expense", with: planned + "<expense"))))
    try other.must("grant", "receive", "garden", "--instalment", "i2", "--amount", "40000", "--date", "2020-06-03")
    let instalments = try other.must("grant", "show", "garden", "--json").json()["instalments"]
    #expect(instalments.map("id") == ["i1", "i2"])
    #expect(instalments[1]["plannedOn"] == "2020-06-01")
    #expect(instalments[1]["receivedOn"] == "2020-06-03")
    let again = try other(
      "grant", "receive", "garden", "--instalment", "i2", "--amount", "1", "--date", "2020-06-04")
    #expect(again.status == 1)
    #expect(again.errors.contains("laureat grant show garden"))
  }

  @Test func `own money does not touch the grant`() throws {
    try laureat.must("grant", "spend", "garden", "--amount", "99999", "--date", "2020-05-12", "--own")
    #expect(try grant()["balance"] == "34999.50")
    #expect(try grant()["ownSpent"] == "99999.00")
  }

  @Test func `what was spent says of whose money it was`() throws {
    let spent = try laureat.must(
      "grant", "spend", "garden", "--amount", "7", "--date", "2020-05-12", "--own", "--line", "plants", "--lang", "ru")
    #expect(spent.output.plain.contains("освоено из средств гранта 25 000,50 ₽"), "\(spent.output)")
    #expect(spent.output.plain.contains("собственных и привлечённых средств освоено 7,00 ₽"), "\(spent.output)")
    try laureat.must("grant", "spend", "garden", "--amount", "3", "--date", "2020-05-13")
    let page = try laureat.must("grant", "show", "garden", "--lang", "ru").output.plain
    for part in [
      "Освоено из средств гранта: 25 003,50 ₽", "Освоено собственных и привлечённых средств: 7,00 ₽",
      "Освоено всего: 25 010,50 ₽", "Расходы без статьи",
    ] {
      #expect(page.contains(part), "\(part) in \(page)")
    }
    #expect(page.contains(#/Итого +100 000,00 ₽ +25 010,50 ₽ +25 003,50 ₽ +74 989,50 ₽/#), "\(page)")
    let line = try laureat.must("grant", "line", "list", "garden", "--json").json()[0]
    #expect(line["spent"] == "25007.50")
    #expect(line["grantSpent"] == "25000.50")
    #expect(line["ownSpent"] == "7.00")
    let list = try laureat.must("grant", "list", "--lang", "ru").output.plain
    #expect(list.contains("Освоено из гранта"))
  }

  @Test func `a project shows its agreement and what it is about, to scripts too`() throws {
    try laureat.must(
      "grant", "edit", "garden", "--agreement", "5-ГС", "--agreement-date", "2020-02-05", "--description", "Сад у дома")
    let project = try laureat.must("grant", "show", "garden", "--json").json()
    #expect(project["agreement"] == ["number": "5-ГС", "date": "2020-02-05"])
    #expect(project["description"] == "Сад у дома")
  }

  @Test func `dry runs change nothing`() throws {
    let before = try laureat.bytes("store.sqlite")
    try laureat.must("grant", "receive", "garden", "--amount", "1", "--date", "2020-05-12", "--dry-run")
    try laureat.must("grant", "spend", "garden", "--amount", "1", "--date", "2020-05-12", "--dry-run")
    try laureat.must("grant", "status", "garden", "reporting", "--date", "2020-12-01", "--dry-run")
    try laureat.must("funder", "add", "--id", "region", "--title", "Область", "--dry-run")
    #expect(try laureat.bytes("store.sqlite") == before)
  }

  // MARK: Funders

  @Test func `funders are listed with their projects and money`() throws {
    #expect(
      try laureat.must("funder", "list", "--json").json() == [
        [
          "id": "fund", "title": "Фонд", "projects": 1, "awarded": "100000.00", "received": "60000.00",
          "spent": "25000.50",
        ]
      ])
    #expect(try laureat.must("funder", "list", "--lang", "ru").output.plain.contains("100 000,00"))
    #expect(try laureat("funder", "add", "--id", "fund 1", "--title", "Фонд").status == 64)
    #expect(try laureat("funder", "add", "--id", "other", "--title", "").status == 64)
  }
}

extension PreparedStore {
  static let garden = PreparedStore { laureat in
    try laureat.must("import", "-", input: Documents.portfolio(Documents.project()))
  }
}
