import Foundation
import Testing

/// One import is one transaction for each file, and says what became of every record.
struct ImportTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    try laureat.write(
      Documents.applications(Documents.application("a"), Documents.application("b", nomination: "clay")),
      to: "applications.xml")
    try laureat.write(
      Documents.results(
        Documents.result("a", "<award place=\"1\"/>"),
        Documents.result("b", "<award nomination=\"jury\"><prize>Приз жюри</prize></award>")),
      to: "results.xml")
    try laureat.write(Documents.portfolio(Documents.project()), to: "grants.xml")
  }

  // MARK: Several files

  @Test(arguments: [
    ["results.xml", "applications.xml", "grants.xml", "announcement.xml"],
    ["applications.xml", "announcement.xml", "results.xml", "grants.xml"],
  ])
  func `files named in any order are taken in the order they need`(files: [String]) throws {
    try laureat.run(["import"] + files)
    let contest = try laureat("contest", "show", "fair", "--json").json()
    #expect(contest["applications"] == 2)
    #expect(contest["winners"] == 2)
    #expect(contest["status"] == "completed")
    #expect(try laureat("grant", "list", "--json").json().list.count == 1)
  }

  @Test func `files on one command line see each other in a check as in an import`() throws {
    let alone = try laureat("check", "applications.xml", "--json").json()[0]
    #expect(alone["diagnostics"].map("code") == ["GC-050-0041"])
    #expect(alone["diagnostics"][0]["severity"] == "note")
    let together = try laureat("check", "applications.xml", "announcement.xml", "--json")
    #expect(together.status == 0)
    #expect(together.output.contains("GC-050-0041") == false)
    try laureat.write(Documents.applications(Documents.application("a", nomination: "stone")), to: "unknown.xml")
    #expect(try laureat("check", "unknown.xml").status == 0)
    #expect(try laureat("check", "unknown.xml", "announcement.xml").status == 3)
  }

  @Test func `a check exits as the import would`() throws {
    for (name, document) in [
      ("late.xml", Documents.applications(Documents.application("a", submitted: "2020-04-01"))),
      (
        "partial.xml",
        Documents.applications(Documents.application("a"), Documents.application("b", nomination: "jury"))
      ),
      ("fine.xml", Documents.applications(Documents.application("a"))),
    ] {
      try laureat.write(document, to: name)
      let other = try Command()
      try other.must("import", laureat.path("announcement.xml"))
      let check = try laureat("check", "announcement.xml", name, "--json").json()
      let taken = try other("import", laureat.path(name), "--json").json()[0]
      #expect(
        check.list.first { $0["file"].string == name }?["status"].string?.prefix(8) == taken["status"].string?.prefix(8)
      )
    }
  }

  @Test func `one bad file does not keep the others out`() throws {
    try laureat.write("<applications", to: "cut.xml")
    let result = try laureat("import", "announcement.xml", "cut.xml", "applications.xml", "--json")
    #expect(result.status == 3)
    let verdicts = try result.json()
    #expect(verdicts.first("file", "cut.xml")["status"] == "rejected")
    #expect(verdicts.first("file", "applications.xml")["accepted"] == 2)
  }

  @Test func `when every file is refused the first one's status is the command's`() throws {
    try laureat.write("<applications", to: "cut.xml")
    #expect(try laureat("import", "nowhere.xml").status == 66)
    #expect(try laureat("import", "cut.xml").status == 65)
    #expect(try laureat("import", "applications.xml").status == 1)
  }

  // MARK: In part, or all or nothing

  @Test func `good records are taken and bad ones refused`() throws {
    try laureat.must("import", "announcement.xml")
    try laureat.write(
      Documents.applications(
        Documents.application("a"), Documents.application("b", nomination: "stone"), Documents.application("c")),
      to: "partial.xml")
    let result = try laureat("import", "partial.xml", "--json")
    #expect(result.status == 3)
    let verdict = try result.json()[0]
    #expect(verdict["status"] == "partial")
    #expect(verdict["accepted"] == 2)
    #expect(verdict["rejected"] == 1)
    #expect(try laureat("entry", "list", "--json").json().map("id") == ["a", "c"])
    // A refused record takes no number.
    #expect(try laureat("entry", "list", "--json").json().map("registration") == ["fair/1", "fair/2"])
  }

  @Test func `all or nothing refuses the file for one bad record`() throws {
    try laureat.must("import", "announcement.xml")
    try laureat.write(
      Documents.applications(Documents.application("a"), Documents.application("b", nomination: "stone")),
      to: "partial.xml")
    let before = try laureat.state()
    let result = try laureat("import", "partial.xml", "--all-or-nothing", "--receipt", "receipt.xml", "--json")
    #expect(result.status == 1)
    #expect(try result.json()[0]["status"] == "rejected")
    #expect(try laureat.state() == before)
    #expect(try laureat.xmllint("receipt.xml", "receipt").status == 0)
    // Its message id is free, so the same file may still be taken in part.
    #expect(try laureat("import", "partial.xml").status == 3)
  }

  @Test func `all or nothing holds for each file by itself`() throws {
    try laureat.write(
      Documents.applications(Documents.application("z", nomination: "stone"), message: 9), to: "bad.xml")
    let result = try laureat("import", "announcement.xml", "applications.xml", "bad.xml", "--all-or-nothing")
    #expect(result.status == 3)
    #expect(try laureat("entry", "list", "--json").json().list.count == 2)
  }

  @Test func `a protocol with a refused result leaves the contest open for the mended one`() throws {
    try laureat.must("import", "announcement.xml", "applications.xml")
    let bad = Documents.result("b", "<award place=\"9\"/>")
    try laureat.write(Documents.results(Documents.result("a", "<award place=\"1\"/>"), bad), to: "results.xml")
    #expect(try laureat("import", "results.xml").status == 3)
    #expect(try laureat("contest", "show", "fair", "--json").json()["status"] == "announced")
    try laureat.write(
      Documents.results(Documents.result("a", "<award place=\"1\"/>"), Documents.result("b"), message: 7),
      to: "results.xml")
    try laureat.must("import", "results.xml")
    #expect(try laureat("contest", "show", "fair", "--json").json()["status"] == "completed")
  }

  // MARK: Where documents come from

  @Test func `standard input is taken under its name`() throws {
    let result = try laureat("import", "-", "--json", input: Documents.announcement())
    #expect(result.status == 0)
    #expect(try result.json()[0]["accepted"] == 1)
    #expect(try laureat("check", "-", input: "<applications").status == 65)
    #expect(try laureat("import", "-", "-").status == 64)
  }

  @Test func `a pipe is read to its end`() throws {
    let result = try laureat.shell(
      "cat announcement.xml | $laureat import - && $laureat export announcement --contest fair | $laureat check -")
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test(arguments: [
    (String.Encoding.windowsCP1251, "windows-1251"), (.utf16LittleEndian, "UTF-16"), (.utf16BigEndian, "UTF-16"),
  ])
  func `documents in the encodings of the office say the same`(encoding: String.Encoding, name: String) throws {
    let text = Documents.announcement().replacing("encoding=\"UTF-8\"", with: "encoding=\"\(name)\"")
    var bytes = try #require(text.data(using: encoding))
    if name == "UTF-16" { bytes = Data(encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]) + bytes }
    try bytes.write(to: laureat.folder.appending(path: "encoded.xml"))
    try laureat.must("import", "encoded.xml")
    let encoded = try laureat("contest", "list", "--json").json()
    let other = try Command()
    try other.must("import", laureat.path("announcement.xml"))
    #expect(try other("contest", "list", "--json").json() == encoded)
  }

  // MARK: Without a trace

  @Test func `a dry run says what an import would and leaves the store's bytes`() throws {
    try laureat.must("import", "announcement.xml")
    let before = try laureat.bytes("store.sqlite")
    let dry = try laureat("import", "applications.xml", "grants.xml", "--dry-run", "--json")
    #expect(dry.status == 0)
    #expect(try laureat.bytes("store.sqlite") == before)
    let real = try laureat("import", "applications.xml", "grants.xml", "--json")
    #expect(try dry.json() == real.json())
  }

  @Test func `a message marked as a test is checked and leaves nothing`() throws {
    try laureat.must("import", "announcement.xml")
    let before = try laureat.state()
    let trial = Documents.applications(Documents.application("a"), header: "<test>true</test>")
    try laureat.write(trial, to: "test.xml")
    let result = try laureat("import", "test.xml", "--receipt", "receipt.xml", "--json")
    #expect(result.status == 0)
    #expect(try result.json()[0]["diagnostics"].map("code").contains("GC-010-0007"))
    #expect(try laureat.state() == before)
    #expect(try laureat.xmllint("receipt.xml", "receipt").status == 0)
    // It used nothing up: the real message may carry the same id.
    try laureat.write(trial.replacing("<test>true</test>", with: ""), to: "real.xml")
    #expect(try laureat("import", "real.xml", "--json").json()[0]["accepted"] == 1)
  }

  // MARK: Whom we know

  @Test func `an unknown sender is a warning that names the remedy`() throws {
    let result = try laureat("import", "announcement.xml", "--json")
    #expect(result.status == 0)
    let verdict = try result.json()[0]
    #expect(verdict["status"] == "acceptedWithWarnings")
    #expect(verdict["warnings"] == 1)
    let warning = verdict["diagnostics"].first("code", "GC-050-0040")
    #expect(warning["severity"] == "warning")
  }

  @Test func `a sender that was added is known`() throws {
    try laureat.must("organisation", "add", "--id", "city", "--title", "Администрация города")
    let verdict = try laureat("import", "announcement.xml", "--json").json()[0]
    #expect(verdict["status"] == "accepted")
    #expect(verdict["warnings"] == 0)
  }

  @Test func `a store may be told to take documents from known senders only`() throws {
    try laureat.must("organisation", "self", "--id", "centre", "--title", "Центр", "--known-senders-only")
    let result = try laureat("import", "announcement.xml", "--json")
    #expect(result.status == 1)
    #expect(try result.json()[0]["diagnostics"].first("code", "GC-050-0040")["severity"] == "error")
    #expect(try laureat("contest", "list", "--json").json() == [])
    try laureat.must("organisation", "add", "--id", "city", "--title", "Администрация города")
    try laureat.must("import", "announcement.xml")
    try laureat.must("organisation", "self", "--no-known-senders-only")
  }

  // MARK: Kinds

  @Test(arguments: ["grantReport", "receipt"])
  func `a document that is only for reading is refused with a hint`(kind: String) throws {
    let source = try Command(.typed)
    if kind == "grantReport" {
      try source.must(
        "report", "funder", "fund", "--year", "2020", "--format", "xml", "-o", laureat.path("document.xml"))
    } else {
      try laureat.must("import", "announcement.xml", "--receipt", "document.xml")
    }
    try laureat.must("check", "document.xml")
    let result = try laureat("import", "document.xml")
    #expect(result.status != 0)
    #expect(result.errors.contains("laureat "))
  }

  // MARK: Results of a higher body

  @Test func `the protocol of a higher body adds outcomes to an entry that went there`() throws {
    try laureat.write(
      Documents.announcement(more: "", ).replacing(
        "<schedule>", with: "<stageOf id=\"region-fair\">Областная ярмарка</stageOf><schedule>"), to: "announcement.xml"
    )
    try laureat.must("import", "announcement.xml", "applications.xml")
    try laureat.write(
      Documents.results(
        Documents.result("a", "<award place=\"2\"/><outOf>40</outOf>"), contest: "region-fair", level: "regional"),
      to: "region.xml")
    try laureat.must("import", "region.xml")
    let outcomes = try laureat("entry", "show", "fair/1", "--json").json()["outcomes"]
    #expect(outcomes.list.count == 1)
    #expect(outcomes[0]["place"] == 2)
    #expect(outcomes[0]["outOf"] == 40)
    #expect(try laureat("winner", "list", "--contest", "fair", "--json").json() == [])
    #expect(try laureat("report", "year", "--year", "2020", "--json").json()["outcomes"].list.count == 1)
  }
}
