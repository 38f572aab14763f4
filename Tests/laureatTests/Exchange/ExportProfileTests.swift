import Foundation
import GRDB
import Testing

/// `export … --profile`: what a document tells of people, and what it does not.
struct ExportProfileTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
    try laureat.must("organisation", "self", "--id", "city", "--title", "Город", "--phone", "+7 384 000-00-01")
    try laureat.must("import", "-", input: Documents.announcement(more: Self.jury))
    try laureat.must(
      "import", "-",
      input: Documents.applications(ErasureTests.application(), Documents.application("b", participants: 2)))
  }

  static let jury = "<juror id=\"j1\" role=\"chair\"><name>Судейкин Пётр</name><post>художник</post></juror>"

  private func decide() throws {
    try laureat.must(
      "import", "-",
      input: Documents.results(
        Documents.result(
          "p",
          "<title>Дом Аграфены</title><applicant>Зарубина-Тестовая А. П.</applicant><award place=\"1\"/>"
            + "<note>Аграфена была одна</note>"),
        Documents.result("b", isAdmitted: false)))
  }

  private func export(_ what: String, _ profile: String, _ more: String...) throws -> Command.Result {
    let result = try laureat.run(["export", what, "--contest", "fair", "--profile", profile] + more)
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  private func expectNoPerson(in result: Command.Result, _ what: String = "") {
    for word in ErasureTests.personal + ["+7 384"] {
      #expect(!result.output.contains(word), "\(word) is in \(what)")
      #expect(!result.errors.contains(word), "\(word) is in the messages of \(what)")
    }
  }

  private func names(in document: String) -> [String] {
    document.matches(of: #/Лицо [A-Z-]{19}/#).map { String($0.output) }
  }

  // MARK: Pseudonymised

  @Test(arguments: ["pseudonymised", "public"])
  func `nobody is named, and the documents are valid and can be taken in elsewhere`(profile: String) throws {
    try decide()
    let other = try Command()
    for (what, schema) in [
      ("announcement", "contest-announcement"), ("applications", "applications"), ("results", "results-protocol"),
    ] {
      let document = try export(what, profile)
      expectNoPerson(in: document, what)
      try laureat.write(document.output, to: "\(what).xml")
      #expect(try laureat.xmllint("\(what).xml", schema).status == 0)
      try other.must("import", "-", input: document.output)
    }
    #expect(try laureat("check", "announcement.xml", "applications.xml", "results.xml").status == 0)
    let contest = ["contest", "show", "fair", "--json"]
    #expect(try other.run(contest).json()["participants"] == laureat.run(contest).json()["participants"])
    #expect(try other.run(contest).json()["winners"] == 1)
  }

  @Test func `ages stand for birth days, and figures stay`() throws {
    let document = try export("applications", "pseudonymised").output
    #expect(document.contains("<ageGroup>8 лет</ageGroup>"))
    #expect(document.contains("<participants count=\"3\">"))
    #expect(document.contains("<works>2</works>"))
    #expect(document.contains("Учреждение "))
    #expect(!document.contains("Школа № 7"))
    #expect(names(in: document).count == 4, "\(document)")
  }

  @Test func `the same person has the same pseudonym everywhere, and another in another store`() throws {
    try decide()
    let first = try export("applications", "pseudonymised").output
    let applicant = try #require(names(in: first).first)
    try laureat.must(
      "import", "-", input: Documents.announcement(id: "region", message: 11, level: "regional"))
    #expect(try export("results", "pseudonymised").output.contains("<applicant>\(applicant)</applicant>"))
    #expect(try names(in: export("applications", "pseudonymised", "--stage", "region").output).first == applicant)
    let identifiers = first.matches(of: #/<application id="([^"]+)"/#).map { String($0.1) }
    let results = try export("results", "pseudonymised").output
    for identifier in identifiers { #expect(results.contains("<result id=\"\(identifier)\">")) }

    let other = try ExportProfileTests()
    let theirs = try other.export("applications", "pseudonymised").output
    #expect(Set(names(in: theirs)).isDisjoint(with: names(in: first)))
  }

  @Test func `equal data gives equal documents, another profile another message`() throws {
    let documents = try ["full", "pseudonymised", "public"].map { profile in
      let first = try export("applications", profile).data
      #expect(try export("applications", profile).data == first)
      return try #require(String(decoding: first, as: UTF8.self).firstMatch(of: #/<messageID>(.*?)<\/messageID>/#)).1
    }
    #expect(Set(documents).count == 3)
    #expect(try laureat("export", "applications", "--contest", "fair").data == export("applications", "full").data)
  }

  @Test func `the key is made once, is in no output and goes with no undo`() throws {
    let before = try export("applications", "pseudonymised").data
    let key = try DatabaseQueue(path: laureat.store.path).read { database in
      try #require(try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'pseudonymKey'"))
    }
    for arguments in [
      ["history", "--json"], ["message", "list", "--json"], ["doctor", "--json"], ["organisation", "list", "--json"],
      ["export", "applications", "--contest", "fair", "--profile", "pseudonymised"],
    ] {
      let result = try laureat.run(arguments)
      #expect(!(result.output + result.errors).lowercased().contains(key))
    }
    let made = try #require(
      try laureat.must("history", "--json").json().list.first { $0["kind"] == "pseudonyms.begin" }?["id"].int)
    #expect(try laureat("undo", String(made)).status == 1)
    try laureat.must("entry", "edit", "fair/2", "--works", "3")
    try laureat.must("undo", String(made + 1))
    #expect(try export("applications", "pseudonymised").data == before)
    #expect(try laureat("doctor").status == 0)
  }

  // MARK: Not a message

  @Test(arguments: ["pseudonymised", "public"])
  func `what hides its people counts as sent to nobody`(profile: String) throws {
    let messages = try laureat.must("message", "list", "--json").output
    _ = try export("applications", profile, "-o", "hidden.xml")
    #expect(try laureat.must("message", "list", "--json").output == messages)
    #expect(!(try laureat.must("history", "--json").json().list.contains { $0["kind"] == "export" }))
    // A receipt for it answers nothing that was sent.
    let other = try Command()
    try other.must("import", "-", input: Documents.announcement())
    try other.write(try laureat.text("hidden.xml"), to: "in.xml")
    try other.must("import", "in.xml", "--receipt", "receipt.xml")
    try laureat.write(try other.text("receipt.xml"), to: "receipt.xml")
    #expect(try laureat("import", "receipt.xml").status != 0)
    // And the import can still be taken back.
    let last = try laureat.must("history", "--json").json().list.last { $0["kind"] == "import" }
    try laureat.must("undo", String(try #require(last?["id"].int)))
  }

  @Test func `a full one is still noted as sent`() throws {
    _ = try export("applications", "full", "-o", "sent.xml")
    #expect(try laureat.must("message", "list", "--direction", "out", "--json").json().list.count == 1)
  }

  // MARK: Public

  private func publish(_ rule: String, consent: String) throws -> String {
    let laureat = try Command()
    try laureat.must(
      "import", "-", input: Documents.announcement(rules: "<rules><publication>\(rule)</publication></rules>"))
    let application = ErasureTests.application().replacing(
      "<processingConsent given=\"true\"/>", with: "<processingConsent given=\"true\"/>\(consent)")
    try laureat.must("import", "-", input: Documents.applications(application))
    return try laureat.must("export", "applications", "--contest", "fair", "--profile", "public").output
  }

  @Test(arguments: ["full", "minimised", "none"], ["", "<publicationConsent given=\"false\"/>"])
  func `without consent to publication nobody is named`(rule: String, consent: String) throws {
    let document = try publish(rule, consent: consent)
    #expect(document.contains("<name>Участник № 1</name>"))
    #expect(document.contains("<participants count=\"3\"/>"))
    for word in ErasureTests.personal { #expect(!document.contains(word)) }
  }

  @Test func `with consent the rules of the contest say in what form names stand`() throws {
    let consent = "<publicationConsent given=\"true\" date=\"2020-03-01\"/>"
    let full = try publish("full", consent: consent)
    #expect(full.contains("<name>Зарубина-Тестовая Аграфена Прохоровна</name>"))
    #expect(full.contains("<title>Дом Аграфены</title>"))
    let minimised = try publish("minimised", consent: consent)
    #expect(minimised.contains("<name>Аграфена З.</name>"))
    #expect(minimised.contains("<name>Е. К.</name>"))
    #expect(minimised.contains("<title>Название скрыто</title>"))
    #expect(!minimised.contains("Зарубин"))
    #expect(try publish("none", consent: consent).contains("<name>Участник № 1</name>"))
    for document in [full, minimised] {
      for word in ["2011-05-06", "+7 900", "agrafena@", "Незаметная", "Прохоровна К", "6 «Ы»", "Самойлов", "особая"] {
        #expect(!document.contains(word), "\(word)")
      }
    }
  }

  @Test func `an erased person has no pseudonym`() throws {
    try laureat.must("entry", "erase", "fair/1", "--reason", "r")
    let document = try export("applications", "pseudonymised")
    #expect(document.output.contains("<name>Участник</name>"))
    expectNoPerson(in: document)
  }

  // MARK: Grants, foreign content, the option

  @Test func `payees and remarks of projects are hidden, money is not`() throws {
    let movements = Documents.movementsInOrder.replacing(
      "<line>plants</line>", with: "<line>plants</line><payee>ИП Получаева</payee><note>звонить Получаевой</note>")
    try laureat.must("import", "-", input: Documents.portfolio(Documents.project(movements: movements)))
    for profile in ["pseudonymised", "public"] {
      let document = try laureat.must("export", "grants", "--profile", profile).output
      #expect(!document.contains("Получаев"))
      #expect(document.contains("25000.50"))
      try laureat.write(document, to: "grants.xml")
      #expect(try laureat("check", "grants.xml").status == 0)
    }
    #expect(try laureat.must("export", "grants").output.contains("Получаева"))
  }

  @Test func `the jury has pseudonyms`() throws {
    let document = try export("announcement", "pseudonymised").output
    #expect(!document.contains("Судейкин"))
    #expect(names(in: document).count == 1)
    #expect(try export("announcement", "public").output.contains("Судейкин"))
  }

  @Test func `foreign content is left out, and that is said`() throws {
    for (language, words) in [("ru", "дополнения отправителей"), ("en", "foreign content")] {
      for profile in ["pseudonymised", "public"] {
        #expect(try export("applications", profile, "--lang", language).errors.contains(words))
      }
      #expect(!(try export("applications", "full", "--lang", language).errors.contains(words)))
    }
  }

  @Test(arguments: [
    ("pseudonymized", "‘pseudonymised’"), ("Public", "‘public’"), ("all", "full, pseudonymised, public"), ("", "full"),
  ])
  func `another profile is a usage error that names the right one`(typed: String, meant: String) throws {
    for what in ["announcement", "applications", "results"] {
      let result = try laureat("export", what, "--contest", "fair", "--profile", typed)
      #expect(result.status == 64)
      #expect(result.errors.contains(meant), "\(result.errors)")
      #expect(result.output.isEmpty)
    }
    #expect(try laureat("export", "grants", "--profile", typed).status == 64)
  }

  @Test func `the help says where the key is kept`() throws {
    #expect(try laureat("export", "grants", "--help").output.contains("copies"))
    #expect(try laureat("export", "grants", "--help", "--lang", "ru").output.contains("копиях"))
  }
}
