import Foundation
import GRDB
import Testing

/// That an erased person is found nowhere: not in a byte of the store, not in what any command says or writes.
struct ErasureProofTests {
  let erasure: ErasureTests
  var laureat: Command { erasure.laureat }

  init() throws {
    erasure = try ErasureTests()
  }

  /// Runs a command and looks through all that it says.
  @discardableResult
  private func quiet(_ arguments: String..., status: Int32? = nil) throws -> Command.Result {
    let result = try laureat.run(arguments)
    if let status { #expect(result.status == status, "\(arguments) \(result.errors)") }
    let what = arguments.joined(separator: " ")
    erasure.expectNothing(in: result.data, what)
    erasure.expectNothing(in: Data(result.errors.utf8), "the messages of " + what)
    return result
  }

  private func events(_ kind: String) throws -> [String] {
    try laureat.must("history", "--json").json().list.filter { $0["kind"].string == kind }
      .compactMap { $0["id"].int.map(String.init) }
  }

  private func count(_ sql: String) throws -> Int? {
    try DatabaseQueue(path: laureat.store.path).read { try Int.fetchOne($0, sql: sql) }
  }

  @Test func `after a whole life in the store nothing is left in any file or answer`() throws {
    // Words typed elsewhere that name the person.
    try laureat.must("entry", "edit", "fair/2", "--works", "7")
    let edit = try #require(try events("entry.edit").last)
    try laureat.must("undo", edit, "--reason", "звонила Зарубина-Тестовая")
    try erasure.live()
    let before = try laureat.bytes("store.sqlite")
    #expect(ErasureTests.personal.contains { before.range(of: Data($0.utf8)) != nil }, "the search finds what is there")
    #expect(try erasure.erase().status == 0)
    try erasure.expectNothingInFiles()

    for profile in ["full", "pseudonymised", "public"] {
      for what in ["announcement", "applications", "results"] {
        try quiet("export", what, "--contest", "fair", "--profile", profile, "-o", "\(what)-\(profile).xml", status: 0)
        erasure.expectNothing(in: try laureat.bytes("\(what)-\(profile).xml"), "\(what), \(profile)")
      }
    }
    for form in [[], ["--json"]] {
      for command in [
        ["history"], ["doctor"], ["entry", "list"], ["entry", "show", "fair/1"], ["contest", "show", "fair"],
        ["winner", "list", "--contest", "fair"], ["message", "list"], ["report", "year", "--year", "2020"],
      ] {
        let result = try laureat.run(command + form)
        #expect(result.status == 0, "\(command) \(result.errors)")
        erasure.expectNothing(in: result.data + Data(result.errors.utf8), command.joined(separator: " "))
      }
    }
    for message in try laureat.must("message", "list", "--json").json().list {
      let id = try #require(message["messageID"].string)
      try quiet("message", "show", id, status: 0)
      guard message["direction"] == "in" else { continue }
      try quiet("message", "show", id, "--receipt", "again.xml", status: 0)
      erasure.expectNothing(in: try laureat.bytes("again.xml"), "the receipt for \(id)")
      #expect(try laureat.xmllint("again.xml", "receipt").status == 0)
    }
    try erasure.expectNothingInFiles()
  }

  @Test func `no undo brings the person back, whichever event it is`() throws {
    try erasure.live()
    _ = try erasure.erase()
    let brought = try #require(try events("import").dropFirst().first)
    let refused = try quiet("undo", brought, status: 1)
    #expect(refused.errors.contains("GC-010-0012"))
    #expect(try quiet("undo", brought, "--lang", "ru", status: 1).errors.contains("вернуть их нельзя"))
    let last = try #require(try laureat.must("history", "--json").json().list.last?["id"].int)
    for event in (1...last).reversed() { try quiet("undo", String(event)) }
    try erasure.expectNothingInFiles()
    #expect(try laureat.must("entry", "show", "fair/1", "--json").json()["applicant"] == "Участник")
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `a resend in a file named after the person leaves no trace, and the others in it are taken`() throws {
    _ = try erasure.erase()
    try laureat.write(
      Documents.applications(ErasureTests.application(), Documents.application("c"), message: 21),
      to: "Зарубина-Тестовая, ещё раз.xml")
    let taken = try laureat("import", "Зарубина-Тестовая, ещё раз.xml", "--receipt", "receipt.xml", "--json")
    #expect(taken.status == 3)
    erasure.expectNothing(in: try laureat.bytes("receipt.xml"), "the receipt")
    try erasure.expectNothingInFiles()
    let again = try laureat("import", "Зарубина-Тестовая, ещё раз.xml", "--receipt", "second.xml", "--json")
    #expect(try again.json()[0]["status"] == "duplicate")
    #expect(try laureat.bytes("second.xml") == laureat.bytes("receipt.xml"))
    try erasure.expectNothingInFiles()
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `a file that brought nothing new is not remembered by the person's name either`() throws {
    try laureat.write(
      Documents.applications(ErasureTests.application(), Documents.application("c"), message: 22),
      to: "Снова Зарубина-Тестовая.xml")
    try laureat.must("import", "Снова Зарубина-Тестовая.xml")
    _ = try erasure.erase()
    try erasure.expectNothingInFiles()
  }

  /// What any message's file is called, and any stored receipt says.
  private func expectNoFileNames(_ word: String) throws {
    try DatabaseQueue(path: laureat.store.path).read { database in
      let names = try String.fetchAll(database, sql: "SELECT file_name FROM message WHERE file_name IS NOT NULL")
      #expect(!names.contains { $0.contains(word) }, "\(names)")
      let receipts = try Data.fetchAll(database, sql: "SELECT bytes FROM receipt_chunk")
      #expect(!receipts.contains { String(decoding: $0, as: UTF8.self).contains(word) })
    }
  }

  @Test func `whatever came or went in a file named after the person, its name is forgotten`() throws {
    func take(_ document: String, in file: String) throws {
      try laureat.write(document, to: file)
      let taken = try laureat("import", file)
      #expect(taken.status == 0, "\(file): \(taken.errors)")
    }
    // One that was taken back, a correction, what went out, and the receipt for it.
    try take(Documents.applications(Documents.withdrawal("p"), message: 31), in: "отзыв Зарубиной-Тестовой.xml")
    try laureat.must("undo", try #require(try events("import").last))
    try take(
      Documents.applications(ErasureTests.application(correction: 1), message: 32),
      in: "исправление_Зарубина-Тестовая.xml")
    let region = try Office("commission", title: "Областная комиссия")
    try region.take(Documents.announcement())
    try laureat.must("export", "applications", "--contest", "fair", "-o", "Зарубина-Тестовая.xml")
    let receipt = try #require(try region.take(try laureat.bytes("Зарубина-Тестовая.xml")).receipt)
    try take(String(decoding: receipt, as: UTF8.self), in: "квитанция Аграфене.xml")
    // The protocol, and at last the withdrawal.
    try take(
      Documents.results(Documents.result("p"), contest: "fair-region", level: "regional", message: 33),
      in: "итоги Аграфены.xml")
    try take(Documents.applications(Documents.withdrawal("p"), message: 34), in: "Аграфена отозвала.xml")
    for word in ["Зарубин", "Аграфен"] {
      #expect(
        try count("SELECT count(*) FROM message WHERE file_name LIKE '%\(word)%'").map { $0 > 1 } == true,
        "the names are there before")
    }
    let act = try erasure.erase()
    #expect(act.status == 0, "\(act.errors)")
    #expect(try act.json()["removed"].first("field", "fileNames")["count"] == 7)
    for word in ["Зарубин", "Аграфен"] { try expectNoFileNames(word) }
    try erasure.expectNothingInFiles()
  }

  @Test func `a withdrawal that comes after the erasure does not leave the name of its file`() throws {
    _ = try erasure.erase()
    for (name, message) in [("отзыв Зарубиной-Тестовой.xml", 35), ("ещё раз, Зарубина-Тестовая.xml", 36)] {
      try laureat.write(Documents.applications(Documents.withdrawal("p"), message: message), to: name)
      try laureat.must("import", name, "--receipt", "receipt.xml")
      #expect(try !laureat.text("receipt.xml").contains("Зарубин"))
    }
    try expectNoFileNames("Зарубин")
    try erasure.expectNothingInFiles()
  }

  @Test func `a contest's own words about the person go too`() throws {
    try laureat.must(
      "contest", "status", "fair", "cancelled", "--date", "2020-05-01", "--reason", "жалоба Зарубиной-Тестовой")
    _ = try erasure.erase()
    try erasure.expectNothingInFiles()
    #expect(try quiet("contest", "status", "fair", status: 0).output.contains("Сведения скрыты"))
  }

  @Test func `of an application of many, all people go and their number stays`() throws {
    let people = ["Безымянова Ульяна", "Никтошкина Ева", "Пустовалов Лев"]
    let many = Documents.application("many", participants: 5).replacing(
      "<participants count=\"5\"/>",
      with: "<participants count=\"5\">"
        + people.map { "<person><name>\($0)</name><birthDay>2012-03-04</birthDay></person>" }.joined()
        + "</participants>")
    try laureat.must("import", "-", input: Documents.applications(many, message: 23))
    let act = try laureat.must("entry", "erase", "fair/3", "--reason", "r", "--json").json()
    #expect(act["removed"].first("field", "people")["count"] == 3)
    #expect(act["removed"].first("field", "birthDays")["count"] == 3)
    #expect(try laureat.must("entry", "show", "fair/3", "--json").json()["participants"] == 5)
    let bytes = try laureat.bytes("store.sqlite")
    for word in ["Безымянова", "Никтошкина", "Пустовалов", "пустовалов", "2012-03-04"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil)
    }
    #expect(try count("SELECT count(*) FROM entry WHERE people LIKE '%birthDay%' AND id & 4294967295 = 3") == 0)
    // The neighbour of the same file stays.
    #expect(try laureat.must("entry", "show", "fair/1").output.contains("Зарубина-Тестовая"))
  }

  @Test func `an entrepreneur is a person: name and numbers go`() throws {
    let application = Documents.application("ip").replacing(
      #/<group>.*<\/group>/#,
      with: "<organisation id=\"RU-INN-500100732259\"><title>ИП Зарубина-Тестовая Аграфена</title>"
        + "<inn>500100732259</inn></organisation>")
    try laureat.must("import", "-", input: Documents.applications(application, message: 24))
    let hidden = try laureat.must("export", "applications", "--contest", "fair", "--profile", "pseudonymised").output
    #expect(!hidden.contains("500100732259"))
    try laureat.must("entry", "erase", "fair/3", "--reason", "r")
    _ = try erasure.erase()
    try erasure.expectNothingInFiles()
    #expect(try laureat.bytes("store.sqlite").range(of: Data("500100732259".utf8)) == nil)
    #expect(try quiet("entry", "show", "fair/3", "--json", status: 0).json()["applicant"] == "Участник")
    try laureat.write(try quiet("export", "applications", "--contest", "fair").output, to: "out.xml")
    #expect(try laureat("check", "out.xml").status == 0)
  }

  @Test func `grants that stand beside are not touched`() throws {
    try laureat.must("import", "-", input: Documents.portfolio(Documents.project()))
    let before = try laureat.must("export", "grants").data
    let report = try laureat.must("grant", "list", "--json").output
    _ = try erasure.erase()
    #expect(try laureat.must("export", "grants").data == before)
    #expect(try laureat.must("grant", "list", "--json").output == report)
    try erasure.expectNothingInFiles()
  }

  @Test func `places and awards stay under neutral words`() throws {
    try erasure.live()
    let winners = try laureat.must("winner", "list", "--contest", "fair", "--json").json()
    _ = try erasure.erase()
    let after = try quiet("winner", "list", "--contest", "fair", "--json").json()
    #expect(after.list.count == winners.list.count)
    #expect(after.map("place") == winners.map("place"))
    let results = try quiet("export", "results", "--contest", "fair", status: 0).output
    #expect(results.contains("<applicant>Участник</applicant>"))
    #expect(results.contains("<title>Название скрыто</title>"))
    let shown = try quiet("entry", "show", "fair/1", "--lang", "ru", status: 0).output
    for word in ["Участник", "Название скрыто", "отозвано согласие"] { #expect(shown.contains(word)) }
  }

  @Test func `erasing twice says so and changes nothing`() throws {
    try erasure.live()
    _ = try erasure.erase()
    let events = try laureat.must("history", "--json").output
    let shown = try laureat.must("entry", "show", "fair/1", "--json").output
    let export = try laureat.must("export", "applications", "--contest", "fair", "--profile", "public").data
    let twice = try quiet("entry", "erase", "fair/1", "--reason", "ещё раз", "--lang", "ru", status: 1)
    #expect(twice.errors.contains("GC-010-0020"))
    #expect(try laureat.must("history", "--json").output == events)
    #expect(try laureat.must("entry", "show", "fair/1", "--json").output == shown)
    #expect(try laureat.must("export", "applications", "--contest", "fair", "--profile", "public").data == export)
  }
}
