import Foundation
import Testing

/// An erasure reaches whoever was sent the entry, whatever has become of the contest there.
struct ErasureThereTests {
  let city: Office
  let region: Office

  init() throws {
    city = try Office("city", title: "Администрация города")
    region = try Office("commission", title: "Областная комиссия")
    for office in [city, region] { try office.take(Documents.announcement()) }
    try city.take(
      Documents.applications(ErasureTests.application(), Documents.application("b"), sender: Documents.city))
    try region.take(try city.send("applications", "--contest", "fair"))
  }

  private func erase() throws {
    try city.laureat.must("entry", "erase", "fair/1", "--reason", "отозвано согласие")
  }

  private func expectNothing() throws {
    for suffix in ["", "-wal", "-shm"] where region.laureat.exists("store.sqlite" + suffix) {
      let bytes = try region.laureat.bytes("store.sqlite" + suffix)
      for spelling in ErasureTests.spellings {
        #expect(bytes.range(of: spelling) == nil, "\(String(decoding: spelling, as: UTF8.self))")
      }
    }
    #expect(try region.laureat("doctor").status == 0)
  }

  @Test func `after the results the people go, and places and figures stay`() throws {
    try region.take(
      Documents.results(
        Documents.result("p", "<applicant>Зарубина-Тестовая А. П.</applicant><award place=\"1\"/>"),
        Documents.result("b")))
    let winners = try region.json("winner", "list", "--contest", "fair")
    try erase()
    let sent = try city.send("applications", "--contest", "fair")
    #expect(String(decoding: sent, as: UTF8.self).contains("erased=\"true\""))
    try city.laureat.write(String(decoding: sent, as: UTF8.self), to: "sent.xml")
    #expect(try city.laureat.xmllint("sent.xml", "applications").status == 0)

    let taken = try region.take(sent)
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(taken.verdict["updated"] == 1)
    #expect(taken.verdict["unchanged"] == 1)
    try expectNothing()
    let entry = try region.json("entry", "show", "fair/1")
    #expect(entry["applicant"] == "Участник")
    #expect(entry["participants"] == 3)
    #expect(entry["status"] == "awarded")
    #expect(entry["erased"] != .null)
    let after = try region.json("winner", "list", "--contest", "fair")
    #expect(after.map("place") == winners.map("place"))
    #expect(try region.json("history").list.last?["kind"] == "entry.erase")
    #expect(try city.take(try #require(taken.receipt)).status == 0)
  }

  @Test func `whom a withdrawn application named goes too`() throws {
    try city.laureat.must("entry", "withdraw", "fair/1", "--date", "2020-03-20", "--reason", "по просьбе")
    #expect(try region.take(try city.send("applications", "--contest", "fair")).status == 0)
    try erase()
    let sent = try city.send("applications", "--contest", "fair")
    try sent.write(to: city.laureat.folder.appending(path: "sent.xml"))
    #expect(try city.laureat.xmllint("sent.xml", "applications").status == 0)
    let taken = try region.take(sent)
    #expect(taken.verdict["updated"] == 1, "\(taken.verdict)")
    try expectNothing()
    let entry = try region.json("entry", "show", "fair/1")
    #expect(entry["status"] == "withdrawn")
    #expect(entry["erased"] != .null)
  }

  @Test func `it is done once, and every further export is clean`() throws {
    try region.laureat.must("contest", "status", "fair", "cancelled", "--date", "2020-05-01", "--reason", "нет заявок")
    try erase()
    #expect(try region.take(try city.send("applications", "--contest", "fair")).status == 0)
    let events = try region.json("history").list.count
    try city.laureat.must("entry", "withdraw", "fair/2", "--date", "2020-03-20", "--reason", "по просьбе")
    let again = try region.take(try city.send("applications", "--contest", "fair"))
    #expect(again.verdict["unchanged"] == 1)
    // Of the withdrawal alone the commission says that it is too late.
    #expect(again.verdict["rejected"] == 1)
    #expect(try region.json("history").list.count == events + 1)
    try expectNothing()
  }

  @Test func `while the contest runs, a correction that goes with it is taken too`() throws {
    try city.laureat.must("entry", "edit", "fair/1", "--works", "9")
    try erase()
    let taken = try region.take(try city.send("applications", "--contest", "fair"))
    #expect(taken.verdict["updated"] == 1)
    #expect(try region.json("entry", "show", "fair/1")["works"] == 9)
    try expectNothing()
  }

  @Test func `a trial run erases nothing`() throws {
    try erase()
    try city.send("applications", "--contest", "fair").write(to: region.laureat.folder.appending(path: "erased.xml"))
    try region.laureat.must("import", "erased.xml", "--dry-run")
    #expect(try region.json("entry", "show", "fair/1")["applicant"] == "Зарубина-Тестовая Аграфена Прохоровна")
    // In a file that names the person, which the commission has named so itself.
    try city.send("applications", "--contest", "fair").write(
      to: region.laureat.folder.appending(path: "Зарубина-Тестовая, удаление.xml"))
    try region.laureat.must("import", "Зарубина-Тестовая, удаление.xml", "--receipt", "receipt.xml")
    #expect(try !region.laureat.text("receipt.xml").contains("Зарубина"))
    try expectNothing()
    // The import may be taken back; what was erased does not come again.
    let event = try #require(try region.json("history").list.last { $0["kind"] == "import" }?["id"].int)
    _ = try region.laureat("undo", String(event))
    try expectNothing()
  }

  @Test func `an entry that comes erased the first time is an entry like any other`() throws {
    try erase()
    let other = try Office("other", title: "Другая комиссия")
    try other.take(Documents.announcement())
    #expect(try other.take(try city.send("applications", "--contest", "fair")).verdict["accepted"] == 2)
    try city.laureat.must("entry", "edit", "fair/2", "--works", "5")
    let again = try other.take(try city.send("applications", "--contest", "fair"))
    #expect(again.verdict["unchanged"] == 1)
    #expect(again.verdict["updated"] == 1)
  }
}
