import Foundation
import Testing

struct EntryCommandTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
    try laureat.must("import", "-", input: Documents.announcement())
  }

  @discardableResult
  private func add(_ arguments: String...) throws -> Command.Result {
    try laureat.run(
      [
        "entry", "add", "--contest", "fair", "--nomination", "wood", "--title", "Шкатулка", "--group", "Семья",
        "--date", "2020-03-10", "--processing-consent",
      ] + arguments)
  }

  private func entry(_ number: String) throws -> Value {
    try laureat.must("entry", "show", number, "--json").json()
  }

  // MARK: Typed in

  @Test func `an application from paper is registered and prints its number`() throws {
    #expect(try add("--participants", "3", "--works", "2", "--district", "Центральный").output == "fair/1\n")
    let entry = try entry("fair/1")
    #expect(entry["title"] == "Шкатулка")
    #expect(entry["applicant"] == "Семья")
    #expect(entry["participants"] == 3)
    #expect(entry["works"] == 2)
    #expect(entry["territory"] == "Центральный")
    #expect(entry["status"] == "registered")
    #expect(try #require(entry["submittedAt"].string).hasPrefix("2020-03-10"))
    #expect(entry["history"] == [["status": "registered", "date": "2020-03-10", "reason": .null]])
  }

  @Test func `figures that were not given stay unknown`() throws {
    try add()
    #expect(try entry("fair/1")["participants"] == .null)
    #expect(try laureat.must("contest", "show", "fair", "--json").json()["participants"] == .null)
  }

  @Test func `identifiers are given where none is, and used once`() throws {
    try add()
    try add()
    #expect(try entry("fair/1")["id"] != entry("fair/2")["id"])
    #expect(try add("--id", "mine").status == 0)
    let again = try add("--id", "mine")
    #expect(again.status == 1)
    #expect(again.errors.contains("laureat entry edit"))
    #expect(try laureat.must("entry", "list", "--json").json().list.count == 3)
  }

  @Test(arguments: [
    (["--date", "2020-04-01"], "GC-040-0001"), (["--date", "2020-02-29"], "GC-040-0002"),
    (["--nomination", "stone"], "GC-050-0002"), (["--nomination", "jury"], "GC-040-0004"),
    (["--no-processing-consent"], "GC-040-0010"),
  ])
  func `what a rule forbids is refused with its code`(arguments: [String], code: String) throws {
    let result = try laureat.run(
      [
        "entry", "add", "--contest", "fair", "--nomination", "wood", "--title", "Шкатулка", "--group", "Семья",
        "--date", "2020-03-10",
      ] + arguments)
    #expect(result.status == 1)
    #expect(result.errors.contains(code), "\(result.errors)")
    #expect(try laureat.must("entry", "list", "--json").json() == [])
  }

  @Test(arguments: [
    ["--title", "Шкатулка"], ["--group", "Семья"], ["--title", "Ш", "--group", "Семья", "--person", "Иванова"],
    ["--title", "Ш", "--group", "Семья", "--works", "-1"], ["--title", "", "--group", "Семья"],
    ["--title", "Ш", "--group", " "], ["--title", "a\u{1}b", "--group", "Семья"],
    ["--title", "Ш", "--group", "Семья", "--works", "1000000000"],
    ["--title", String(repeating: "ш", count: 501), "--group", "Семья"],
  ])
  func `what no document could say is a usage error`(arguments: [String]) throws {
    let result = try laureat.run(
      ["entry", "add", "--contest", "fair", "--nomination", "wood", "--date", "2020-03-10"] + arguments)
    #expect(result.status == 64)
    #expect(!result.errors.isEmpty)
    #expect(try laureat.must("entry", "list", "--json").json() == [])
  }

  @Test func `an entry is mended, and nothing else changes`() throws {
    try add("--works", "1")
    try laureat.must("entry", "edit", "fair/1", "--works", "2", "--district", "Центральный")
    let entry = try entry("fair/1")
    #expect(entry["works"] == 2)
    #expect(entry["title"] == "Шкатулка")
    #expect(entry["status"] == "registered")
    #expect(try laureat("entry", "edit", "fair/1", "--nomination", "stone").status == 1)
    #expect(try laureat("entry", "edit", "fair/9", "--works", "2").status == 1)
  }

  // MARK: Decisions

  @Test func `entries are admitted one by one or all together`() throws {
    try add()
    try add()
    try add()
    try laureat.must("entry", "admit", "fair/2", "--date", "2020-04-01")
    #expect(
      try laureat.must("entry", "list", "--status", "admitted", "--json").json().map("registration") == ["fair/2"])
    try laureat.must("entry", "refuse", "fair/3", "--date", "2020-04-01", "--reason", "работы нет")
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-04-02")
    #expect(
      try laureat.must("entry", "list", "--json").json().map("status") == ["admitted", "admitted", "notAdmitted"])
    #expect(try entry("fair/3")["history"].list.last?["reason"] == "работы нет")
  }

  @Test func `a decision on many is made on all of them or none`() throws {
    try add()
    try add()
    try laureat.must("entry", "withdraw", "fair/2", "--date", "2020-03-11", "--reason", "по просьбе")
    #expect(try laureat("entry", "admit", "fair/1", "fair/2", "--date", "2020-04-01").status == 1)
    #expect(try laureat("entry", "admit", "fair/1", "fair/7", "--date", "2020-04-01").status == 1)
    #expect(try entry("fair/1")["status"] == "registered")
  }

  @Test func `admit names entries or a whole contest`() throws {
    try add()
    for arguments in [[], ["--all"], ["--contest", "fair"], ["fair/1", "--contest", "fair", "--all"]] {
      #expect(try laureat.run(["entry", "admit", "--date", "2020-04-01"] + arguments).status == 64)
    }
  }

  @Test func `a refusal and a withdrawal need their reason, and every decision its day`() throws {
    try add()
    for verb in ["refuse", "withdraw"] {
      let result = try laureat("entry", verb, "fair/1", "--date", "2020-04-01")
      #expect(result.status == 1 || result.status == 64)
      #expect(result.errors.contains("--reason"))
      #expect(try laureat("entry", verb, "fair/1", "--reason", "так").status == 64)
    }
    #expect(try laureat("entry", "admit", "fair/1").status == 64)
    #expect(try entry("fair/1")["status"] == "registered")
  }

  @Test func `a withdrawn entry is not counted`() throws {
    try add("--participants", "2")
    try add("--participants", "3")
    try laureat.must("entry", "withdraw", "fair/2", "--date", "2020-03-12", "--reason", "по просьбе")
    let contest = try laureat.must("contest", "show", "fair", "--json").json()
    #expect(contest["applications"] == 1)
    #expect(contest["participants"] == 2)
  }

  @Test func `dry runs change nothing`() throws {
    #expect(try add("--dry-run").output == "fair/1\n")
    #expect(try laureat.must("entry", "list", "--json").json() == [])
    try add()
    let before = try laureat.bytes("store.sqlite")
    try laureat.must("entry", "edit", "fair/1", "--works", "2", "--dry-run")
    try laureat.must("entry", "admit", "fair/1", "--date", "2020-04-01", "--dry-run")
    try laureat.must("entry", "withdraw", "fair/1", "--date", "2020-04-01", "--reason", "так", "--dry-run")
    #expect(try laureat.bytes("store.sqlite") == before)
  }

  // MARK: Lists

  @Test func `entries are found by contest, nomination, status, district and text`() throws {
    let samples = try Command(.samples)
    func count(_ arguments: String...) throws -> Int {
      try samples.run(["entry", "list", "--json"] + arguments).output.ranges(of: "\"registration\"").count
    }
    #expect(try count() == 412 + 618 + 1123 + 8 + 170)
    #expect(try count("--contest", "teplo-2020") == 412)
    #expect(
      try count("--contest", "teplo-2020", "--nomination", "vesna")
        + count("--contest", "teplo-2020", "--nomination", "ekodomik") == 412)
    #expect(try count("--contest", "teplo-2020", "--status", "awarded") == 95)
    #expect(try count("--contest", "city-of-ideas-2020", "--district", "Кировский район") == 1)
    #expect(try count("--text", "звезда памяти") == 1)
    #expect(try count("--text", "Лесная поляна", "--contest", "city-of-ideas-2020") == 1)
    #expect(try count("--text", "нет такого") == 0)
    #expect(try samples("entry", "list", "--contest", "nowhere").status == 1)
  }

  @Test(arguments: ["ru", "en"])
  func `an entry is shown to a person with its path`(language: String) throws {
    try add()
    let page = try laureat.must("entry", "show", "fair/1", "--lang", language).output.plain
    #expect(page.contains("Шкатулка"))
    #expect(page.contains("Ярмарка мастеров"))
    #expect(page.contains(language == "ru" ? "10.03.2020" : "10 Mar 2020"))
    #expect(try laureat.must("entry", "list", "--lang", language).output.contains("fair/1"))
  }

  @Test func `an unknown entry is refused with a hint, a misspelled number is a usage error`() throws {
    let result = try laureat("entry", "show", "fair/7")
    #expect(result.status == 1)
    #expect(result.errors.contains("GC-050-0003"))
    #expect(try laureat("entry", "show", "nowhere/1").errors.contains("GC-050-0001"))
    #expect(try laureat("entry", "show", "fair").status == 64)
  }
}
