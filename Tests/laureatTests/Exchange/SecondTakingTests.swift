import Foundation
import Testing

/// A file that was not taken whole comes again after other things have happened: nothing of it is put back.
struct SecondTakingTests {
  private let city: Office
  private var laureat: Command { city.laureat }

  init() throws {
    city = try Office("city", title: "Администрация города")
  }

  private func imports() throws -> [Int] {
    try city.json("history").list.filter { $0["kind"] == "import" }.compactMap { $0["id"].int }
  }

  // MARK: Sheets

  private func beginJudging() throws {
    let jury = """
      <criterion id="idea" weight="60" maximum="10"><title>Идея</title></criterion>
      <criterion id="work" weight="40" maximum="10"><title>Исполнение</title></criterion>
      <juror id="j1" role="chair"><name>Первый</name></juror><juror id="j2" role="member"><name>Второй</name></juror>
      """
    _ = try city.take(Documents.announcement(rules: jury))
    try admit("a", message: 11)
  }

  private func admit(_ entry: String, message: Int) throws {
    #expect(try city.take(Documents.applications(Documents.application(entry), message: message)).status == 0)
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25")
  }

  /// - Parameter points: For each sheet «juror entry idea».
  private func sheets(_ points: String..., message: Int) -> String {
    let sheets = points.enumerated().map { index, line in
      let parts = line.split(separator: " ")
      return """
        <scoreSheet id="s\(index)" juror="\(parts[0])" entry="\(parts[1])"><date>2020-04-01</date>
        <points criterion="idea">\(parts[2])</points><points criterion="work">1</points></scoreSheet>
        """
    }
    return Documents.document(
      "scoreSheets", attributes: " contest=\"fair\"", message: message, count: sheets.count, sender: Documents.city,
      sheets.joined(separator: "\n"))
  }

  /// What each sheet comes to: 0.6 for each point of the idea, and 0.4.
  private func totals() throws -> [Value] {
    try city.json("scores", "list", "--contest", "fair").list.map { $0["total"] }
  }

  @Test func `a sheet that was corrected since stays corrected`() throws {
    try beginJudging()
    let first = sheets("j1 a 5", "j1 b 4", message: 20)
    #expect(try city.take(first).status == 3)
    #expect(try city.take(sheets("j1 a 7", message: 21)).status == 0)
    try admit("b", message: 12)
    let second = try city.take(first)
    #expect(second.status == 0, "\(second.verdict)")
    #expect(second.verdict["accepted"] == 1)
    #expect(second.verdict["unchanged"] == 1)
    #expect(try totals() == ["4.6000", "2.8000"])
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `what was refused and has come in another way since is not put back`() throws {
    try beginJudging()
    let first = sheets("j1 a 5", "j1 b 4", message: 20)
    #expect(try city.take(first).status == 3)
    try admit("b", message: 12)
    #expect(try city.take(sheets("j1 b 9", message: 21)).status == 0)
    let before = try laureat.state()
    let second = try city.take(first)
    #expect(second.verdict["status"] == "duplicate", "\(second.verdict)")
    #expect(try laureat.state() == before)
  }

  @Test func `a second sheet of the same juror stays a second one`() throws {
    try beginJudging()
    let first = sheets("j1 a 5", "j1 a 9", "j1 b 4", message: 20)
    #expect(try city.take(first).verdict["rejected"] == 2)
    try admit("b", message: 12)
    let second = try city.take(first)
    #expect(second.status == 3)
    #expect(second.verdict["accepted"] == 1)
    #expect(second.verdict["rejected"] == 1)
    #expect(try totals() == ["3.4000", "2.8000"])
  }

  // MARK: Others

  @Test func `an application that was corrected since stays so, and hinders no other`() throws {
    _ = try city.take(Documents.announcement())
    let first = Documents.applications(
      Documents.application("a"), Documents.application("b", submitted: "2020-04-02"), message: 11)
    #expect(try city.take(first).status == 3)
    let corrected = Documents.applications(Documents.application("a", title: "Ларец", correction: 1), message: 12)
    #expect(try city.take(corrected).status == 0)
    let longer = Documents.announcement(message: 13).replacing(
      "<closes>2020-03-31</closes>", with: "<closes>2020-04-05</closes>")
    #expect(try city.take(longer).status == 0)
    let second = try city.take(first)
    #expect(second.status == 0, "\(second.verdict)")
    #expect(try city.json("entry", "list", "--contest", "fair").list.map { $0["title"] } == ["Ларец", "Шкатулка"])
    // Its receipt names the number that the first one gave.
    let receipt = String(decoding: try #require(second.receipt), as: UTF8.self)
    #expect(receipt.contains("fair/1"))
    #expect(receipt.contains("fair/2"))
  }

  @Test func `an expense that was typed since stays in the ledger`() throws {
    #expect(try city.take(Documents.portfolio(Documents.project("yard"), message: 11)).status == 0)
    try laureat.must("grant", "status", "yard", "suspended", "--date", "2020-05-01", "--reason", "пауза")
    let change = try #require(try city.json("history").list.last?["id"].int)
    let first = Documents.portfolio(Documents.project("garden"), Documents.project("yard"), message: 12)
    #expect(try city.take(first).status == 3)
    try laureat.must("grant", "spend", "garden", "--amount", "10", "--date", "2020-04-01", "--line", "plants")
    try laureat.must("undo", String(change))
    let second = try city.take(first)
    #expect(second.status == 0, "\(second.verdict)")
    #expect(try city.json("grant", "show", "garden")["expenses"].list.count == 2)
    #expect(try city.json("grant", "show", "yard")["status"] == "active")
  }

  @Test func `a contest that was edited since stays edited`() throws {
    let expo = Documents.announcement(id: "expo", message: 11)
    #expect(try city.take(expo).status == 0)
    #expect(
      try city.take(Documents.applications(Documents.application("x"), contest: "expo", message: 12)).status == 0)
    let entries = try #require(try imports().last)
    let (start, end) = ("<contest id", "</contest>")
    func record(_ document: String) throws -> String {
      let from = try #require(document.range(of: start))
      let to = try #require(document.range(of: end))
      return String(document[from.lowerBound..<to.upperBound])
    }
    let poorer = try record(Documents.announcement(id: "expo", title: "Выставка"))
      .replacing("id=\"wood\"", with: "id=\"oak\"")
    let first = Documents.document(
      "contestAnnouncement", message: 13, count: 2, sender: Documents.city,
      try record(Documents.announcement()) + "\n" + poorer
    ).replacing("2020-06-01T12", with: "2020-06-02T12")
    let taken = try city.take(first)
    #expect(taken.status == 3, "\(taken.verdict)")
    try laureat.must("contest", "edit", "fair", "--title", "Другая ярмарка")
    try laureat.must("undo", String(entries))
    let second = try city.take(first)
    #expect(second.status == 0, "\(second.verdict)")
    #expect(try city.json("contest", "show", "fair")["title"] == "Другая ярмарка")
    #expect(try city.json("contest", "show", "expo")["title"] == "Выставка")
  }

  // MARK: Taking back

  private func states(of document: String) throws -> [Value] {
    try city.json("message", "list").list.filter { $0["document"] == .string(document) }.map { $0["status"] }
  }

  @Test func `the first time is not taken back alone, and counts again without the second`() throws {
    try beginJudging()
    let first = sheets("j1 a 5", "j1 b 4", message: 20)
    #expect(try city.take(first).status == 3)
    try admit("b", message: 12)
    #expect(try city.take(first).status == 0)
    #expect(try states(of: "scoreSheets") == ["takenAgain", "accepted"])
    #expect(try laureat.must("message", "list", "--lang", "en").output.contains("taken in again"))
    let all = try imports()
    let (earlier, later) = (all[all.count - 3], all[all.count - 1])
    let alone = try laureat("undo", String(earlier))
    #expect(alone.status == 1)
    #expect(alone.errors.contains("№ \(later)"), "\(alone.errors)")
    try laureat.must("undo", String(later))
    #expect(try states(of: "scoreSheets") == ["partial", "takenBack"])
    #expect(try totals().count == 1)
    try laureat.must("undo", String(earlier))
    #expect(try states(of: "scoreSheets") == ["takenBack", "takenBack"])
    #expect(try totals().isEmpty)
    // As if it had never come.
    let anew = try city.take(first)
    #expect(anew.verdict["accepted"] == 2, "\(anew.verdict)")
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `a second time that changed nothing is taken back as well`() throws {
    try beginJudging()
    let first = sheets("j1 a 5", "j1 b 4", message: 20)
    #expect(try city.take(first).status == 3)
    try admit("b", message: 12)
    // The same sheet in a message of its own.
    let same = sheets("j1 c 1", "j1 b 4", message: 21)
    #expect(try city.take(same).verdict["accepted"] == 1)
    #expect(try city.take(first).verdict["unchanged"] == 2)
    try laureat.must("undo", String(try #require(try imports().last)))
    #expect(try states(of: "scoreSheets").first == "partial")
  }

  // MARK: Packages

  @Test func `a package that was not taken whole is mended as it is told`() throws {
    _ = try city.take(Documents.announcement())
    let document = Documents.applications(
      Documents.application("a", more: PackageTests.text.xml), Documents.application("b", submitted: "2020-04-02"),
      message: 11)
    let package = try laureat.pack(
      [("applications.xml", document), ("files/a/\(PackageTests.text.name)", PackageTests.text.content)], to: "p.zip")
    #expect(try laureat("import", package).status == 3)
    let event = try #require(try imports().last)
    let longer = Documents.announcement(message: 13).replacing(
      "<closes>2020-03-31</closes>", with: "<closes>2020-04-05</closes>")
    #expect(try city.take(longer).status == 0)
    let again = try laureat("import", package, "--lang", "en")
    #expect(again.status == 0)
    #expect(again.errors.contains("records refused: 1"), "\(again.errors)")
    #expect(again.errors.contains("laureat undo \(event)"), "\(again.errors)")
    try laureat.must("undo", String(event))
    #expect(try laureat("import", package).status == 0)
    #expect(try city.json("entry", "list", "--contest", "fair").list.count == 2)
  }
}
