import Foundation
import Testing

/// Every file taken in is answered by a receipt.
struct ReceiptTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    try laureat.write(
      Documents.applications(Documents.application("a"), Documents.application("b")), to: "applications.xml")
    try laureat.must("import", "announcement.xml")
  }

  private func verdict(_ arguments: String...) throws -> Value {
    try laureat.run(["import", "--json"] + arguments).json()[0]
  }

  @Test func `a receipt is valid by its schema and answers the message`() throws {
    try laureat.must("import", "applications.xml", "--receipt", "receipt.xml")
    let lint = try laureat.xmllint("receipt.xml", "receipt")
    #expect(lint.status == 0, "\(lint.errors)")
    #expect(try laureat("check", "receipt.xml").status == 0)
    let receipt = try laureat.text("receipt.xml")
    #expect(receipt.contains("<referenceMessageID>\(Documents.messageID(2))</referenceMessageID>"))
    #expect(receipt.contains("document=\"applications\""))
    #expect(receipt.contains("fair/1"))
    #expect(receipt.contains("fair/2"))
  }

  @Test func `the receipt of a refused record names its reason and place`() throws {
    try laureat.write(
      Documents.applications(Documents.application("a"), Documents.application("b", nomination: "stone")),
      to: "partial.xml")
    #expect(try laureat("import", "partial.xml", "--receipt", "receipt.xml").status == 3)
    #expect(try laureat.xmllint("receipt.xml", "receipt").status == 0)
    let receipt = try laureat("receipt", "show", "receipt.xml", "--json").json()
    #expect(receipt["status"] == "partial")
    #expect(receipt["accepted"] == 1)
    #expect(receipt["rejected"] == 1)
    let refused = receipt["records"].first("id", "b")
    #expect(refused["status"] == "rejected")
    #expect(refused["diagnostics"].map("code") == ["GC-050-0002"])
    #expect(refused["diagnostics"][0]["line"] != .null)
  }

  @Test func `a file refused whole has a receipt too when its sender can be read`() throws {
    try laureat.write(Documents.applications(Documents.application("a"), contest: "other"), to: "unknown.xml")
    #expect(try laureat("import", "unknown.xml", "--receipt", "receipt.xml").status == 1)
    #expect(try laureat.xmllint("receipt.xml", "receipt").status == 0)
    let receipt = try laureat("receipt", "show", "receipt.xml", "--json").json()
    #expect(receipt["status"] == "rejected")
    #expect(receipt["diagnostics"].map("code").contains("GC-050-0001"))
  }

  @Test func `a file that nobody can be answered about has no receipt`() throws {
    try laureat.write("<applications", to: "cut.xml")
    #expect(try laureat("import", "cut.xml", "--receipt", "receipt.xml").status == 65)
    #expect(!laureat.exists("receipt.xml"))
  }

  // MARK: The same message again

  @Test func `the same file again changes nothing and gets the same receipt`() throws {
    try laureat.must("import", "applications.xml", "--receipt", "first.xml")
    let before = try laureat.state()
    let again = try verdict("applications.xml", "--receipt", "second.xml")
    #expect(again["status"] == "duplicate")
    #expect(try laureat("import", "applications.xml").status == 0)
    #expect(try laureat.bytes("first.xml") == laureat.bytes("second.xml"))
    #expect(try laureat.state() == before)
  }

  @Test func `the first receipt is kept for a sender who did not ask for one`() throws {
    try laureat.must("import", "applications.xml")
    try laureat.must("import", "applications.xml", "--receipt", "late.xml")
    #expect(try laureat.xmllint("late.xml", "receipt").status == 0)
    let receipt = try laureat("receipt", "show", "late.xml", "--json").json()
    #expect(receipt["status"] != "duplicate")
    #expect(receipt["accepted"] == 2)
  }

  @Test func `the receipt of a file taken in part is the same again`() throws {
    try laureat.write(
      Documents.applications(Documents.application("a"), Documents.application("b", nomination: "stone")),
      to: "partial.xml")
    try laureat("import", "partial.xml", "--receipt", "first.xml")
    let again = try laureat("import", "partial.xml", "--receipt", "second.xml", "--json")
    #expect(again.status == 0)
    #expect(try again.json()[0]["status"] == "duplicate")
    #expect(try laureat.bytes("first.xml") == laureat.bytes("second.xml"))
  }

  @Test func `another content under a used message id is refused`() throws {
    try laureat.must("import", "applications.xml")
    let before = try laureat.state()
    try laureat.write(Documents.applications(Documents.application("c")), to: "other.xml")
    let result = try laureat("import", "other.xml", "--json")
    #expect(result.status == 1)
    #expect(try result.json()[0]["diagnostics"].map("code").contains("GC-010-0002"))
    #expect(try laureat.state() == before)
  }

  @Test func `a refusal does not replace the receipt of the message whose id was used again`() throws {
    try laureat.write(Documents.applications(Documents.application("c")), to: "other.xml")
    #expect(try laureat("import", "applications.xml", "other.xml", "--receipt", "receipts").status == 3)
    let outcomes = try laureat.names(in: "receipts").map {
      try laureat.must("receipt", "show", "receipts/\($0)", "--json").json()["accepted"]
    }
    #expect(Set(outcomes) == [0, 2])
  }

  @Test func `two senders may use one message id`() throws {
    try laureat.must("import", "applications.xml")
    try laureat.write(
      Documents.applications(
        Documents.application("a"), sender: "<sender id=\"school\"><title>Школа</title></sender>"), to: "school.xml")
    try laureat.must("import", "school.xml")
    #expect(try laureat("entry", "list", "--json").json().list.count == 3)
  }

  @Test func `a refused message does not use up its id`() throws {
    let bad = Documents.applications(Documents.application("a", nomination: "stone"))
    try laureat.write(bad, to: "applications.xml")
    #expect(try laureat("import", "applications.xml").status == 1)
    #expect(try laureat("import", "applications.xml").status == 1)
    try laureat.write(bad.replacing(">stone<", with: ">wood<"), to: "applications.xml")
    let mended = try verdict("applications.xml")
    #expect(mended["accepted"] == 1)
  }

  // MARK: Where receipts go

  @Test func `the receipts of several files go to a folder, one each`() throws {
    try laureat.write(Documents.portfolio(Documents.project()), to: "grants.xml")
    try laureat.must("import", "applications.xml", "grants.xml", "--receipt", "receipts")
    let names = try laureat.names(in: "receipts")
    #expect(names.count == 2)
    for name in names { #expect(try laureat.xmllint("receipts/\(name)", "receipt").status == 0) }
  }

  @Test func `the receipt of one file goes into a folder that is there`() throws {
    try laureat.must("import", "applications.xml", "--receipt", "./")
    #expect(try laureat.names(in: ".").filter { $0.hasPrefix("receipt-") }.count == 1)
  }

  @Test func `several receipts do not go into one file`() throws {
    try laureat.write("", to: "receipt.xml")
    let result = try laureat("import", "announcement.xml", "applications.xml", "--receipt", "receipt.xml")
    #expect(result.status == 64)
    #expect(try laureat("entry", "list", "--json").json() == [])
  }

  @Test(arguments: ["nowhere/receipt.xml", "announcement.xml/receipt.xml", "announcement.xml/"])
  func `a receipt that cannot be written takes the import back`(receipt: String) throws {
    let before = try laureat.state()
    let result = try laureat("import", "applications.xml", "--receipt", receipt)
    #expect(result.status == 73)
    #expect(!result.errors.isEmpty)
    #expect(try laureat.state() == before)
    // The message id is free: the file comes in when the receipt has a place.
    #expect(try verdict("applications.xml", "--receipt", "receipt.xml")["accepted"] == 2)
  }

  @Test func `a dry run writes no receipt`() throws {
    try laureat.must("import", "applications.xml", "--receipt", "receipt.xml", "--dry-run")
    #expect(!laureat.exists("receipt.xml"))
  }

  // MARK: Shown to a person

  @Test(arguments: ["ru", "en"])
  func `a receipt is shown as text and as a page`(language: String) throws {
    try laureat.must("import", "applications.xml", "--receipt", "receipt.xml")
    let text = try laureat.must("receipt", "show", "receipt.xml", "--lang", language).output
    #expect(text.contains("Областная комиссия"))
    #expect(text.contains("fair/1"))
    let page = try laureat.must("receipt", "show", "receipt.xml", "--format", "html", "--lang", language).output
    #expect(page.contains("<html lang=\"\(language)\""))
    #expect(page.contains("fair/2"))
  }

  @Test func `a document of another kind is not shown as a receipt`() throws {
    let result = try laureat("receipt", "show", "applications.xml")
    #expect(result.status == 65)
    #expect(result.errors.contains("GC-020-0013"))
    #expect(try laureat("receipt", "show", "nowhere.xml").status == 66)
  }

  @Test func `a receipt is not answered with a receipt`() throws {
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    try laureat.must("import", "announcement.xml", "--receipt", "receipt.xml")
    let result = try laureat("import", "receipt.xml", "--receipt", "answer.xml")
    #expect(result.status == 1)
    #expect(result.errors.contains("GC-010-0010"))
    #expect(!laureat.exists("answer.xml"))
  }
}
