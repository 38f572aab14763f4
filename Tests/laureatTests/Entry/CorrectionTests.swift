import Foundation
import Testing

/// An application may come again, corrected or withdrawn.
struct CorrectionTests {
  let laureat: Command

  init() throws {
    laureat = try Command()
    try laureat.write(Documents.announcement(), to: "announcement.xml")
    try laureat.must("import", "announcement.xml")
    _ = try take(Documents.applications(Documents.application("a"), message: 10))
  }

  private func take(_ document: String) throws -> (status: Int32, verdict: Value) {
    try laureat.write(document, to: "in.xml")
    let result = try laureat("import", "in.xml", "--json")
    return (result.status, try result.json()[0])
  }

  private func entry() throws -> Value { try laureat("entry", "show", "fair/1", "--json").json() }

  @Test func `the same application in another message is unchanged`() throws {
    let (status, verdict) = try take(Documents.applications(Documents.application("a"), message: 11))
    #expect(status == 0)
    #expect(verdict["unchanged"] == 1)
    #expect(verdict["accepted"] == 0)
  }

  @Test func `the next correction replaces the application and keeps its number`() throws {
    let (status, verdict) = try take(
      Documents.applications(Documents.application("a", title: "Ларец", works: 2, correction: 1), message: 11))
    #expect(status == 0)
    #expect(verdict["updated"] == 1)
    #expect(try entry()["title"] == "Ларец")
    #expect(try entry()["registration"] == "fair/1")
    #expect(try laureat("contest", "show", "fair", "--json").json()["applications"] == 1)
  }

  @Test(arguments: [(0, "GC-010-0003"), (1, "GC-010-0005"), (3, "GC-010-0004")])
  func `a correction out of turn is refused`(number: Int, code: String) throws {
    _ = try take(Documents.applications(Documents.application("a", title: "Ларец", correction: 1), message: 11))
    let (status, verdict) = try take(
      Documents.applications(Documents.application("a", title: "Сундук", correction: number), message: 12))
    #expect(status == 1)
    #expect(verdict["diagnostics"].map("code").contains(.string(code)))
    #expect(verdict["diagnostics"].first("code", .string(code))["record"] == "a")
    #expect(try entry()["title"] == "Ларец")
  }

  @Test func `a withdrawal withdraws, and says so once`() throws {
    let (status, verdict) = try take(Documents.applications(Documents.withdrawal("a"), message: 11))
    #expect(status == 0)
    #expect(verdict["updated"] == 1)
    #expect(try entry()["status"] == "withdrawn")
    #expect(try entry()["history"].list.last == ["status": "withdrawn", "date": "2020-03-20", "reason": "по просьбе"])
    #expect(try laureat("contest", "show", "fair", "--json").json()["applications"] == 0)
    #expect(try take(Documents.applications(Documents.withdrawal("a"), message: 12)).verdict["unchanged"] == 1)
  }

  @Test func `a withdrawn application is not corrected`() throws {
    _ = try take(Documents.applications(Documents.withdrawal("a"), message: 11))
    let (status, verdict) = try take(
      Documents.applications(Documents.application("a", title: "Ларец", correction: 1), message: 12))
    #expect(status == 1)
    #expect(verdict["diagnostics"].map("code").contains("GC-010-0005"))
    #expect(try entry()["status"] == "withdrawn")
  }

  @Test func `that a withdrawn application takes no part is said when it comes again`() throws {
    _ = try take(Documents.applications(Documents.withdrawal("a"), message: 11))
    let (status, verdict) = try take(Documents.applications(Documents.application("a"), message: 12))
    #expect(status == 0)
    #expect(verdict["status"] == "acceptedWithWarnings")
    #expect(verdict["unchanged"] == 1)
    #expect(verdict["diagnostics"].first("code", "GC-010-0015")["severity"] == "warning")
    // No version would help, whatever its number.
    for number in [0, 1, 2, 7] {
      let (status, verdict) = try take(
        Documents.applications(Documents.application("a", title: "Ларец", correction: number), message: 13))
      #expect(status == 1)
      #expect(verdict["diagnostics"].map("code").contains("GC-010-0005"), "\(number)")
    }
  }

  @Test func `a withdrawal of an unknown application is refused`() throws {
    let (status, verdict) = try take(Documents.applications(Documents.withdrawal("z"), message: 11))
    #expect(status == 1)
    #expect(verdict["diagnostics"].map("code").contains("GC-050-0003"))
  }

  @Test func `another sender's application of the same id is another application`() throws {
    let (_, verdict) = try take(
      Documents.applications(
        Documents.application("a", title: "Чужая"), message: 10,
        sender: "<sender id=\"school\"><title>Школа</title></sender>"))
    #expect(verdict["accepted"] == 1)
    #expect(try entry()["title"] == "Шкатулка")
    #expect(try laureat("entry", "show", "fair/2", "--json").json()["title"] == "Чужая")
  }

  @Test func `after the results nothing is corrected, withdrawn or added`() throws {
    #expect(try take(Documents.results(Documents.result("a", "<award place=\"1\"/>"))).status == 0)
    let before = try laureat.state()
    for (record, code) in [
      (Documents.withdrawal("a"), "GC-010-0006"),
      (Documents.application("a", title: "Ларец", correction: 1), "GC-010-0009"),
      (Documents.application("b", submitted: "2020-04-20"), "GC-040-0001"),
    ] {
      let (status, verdict) = try take(Documents.applications(record, message: 20))
      #expect(status == 1)
      #expect(verdict["diagnostics"].map("code").contains(.string(code)), "\(verdict["diagnostics"])")
    }
    #expect(try laureat.state() == before)
  }

  @Test func `what is decided on an entry stays, though the contest goes on`() throws {
    _ = try take(Documents.applications(Documents.application("b"), message: 15))
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-04-02")
    try laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "1", "--place", "1", "--protocol", "7", "--date",
      "2020-04-10")
    #expect(try laureat("contest", "show", "fair", "--json").json()["status"] != "completed")
    let before = try laureat.state()
    for (record, code) in [
      (Documents.withdrawal("a"), "GC-010-0006"),
      (Documents.application("a", nomination: "clay", correction: 1), "GC-010-0009"),
    ] {
      let (status, verdict) = try take(Documents.applications(record, message: 20))
      #expect(status == 1)
      #expect(verdict["diagnostics"].map("code").contains(.string(code)), "\(verdict["diagnostics"])")
    }
    let typed = try laureat("entry", "edit", "fair/1", "--title", "Ларец")
    #expect(typed.status == 1)
    #expect(typed.errors.contains("GC-010-0009"))
    let withdrawn = try laureat("entry", "withdraw", "fair/1", "--date", "2020-04-12", "--reason", "по просьбе")
    #expect(withdrawn.status == 1)
    #expect(withdrawn.errors.contains("GC-010-0006"))
    #expect(withdrawn.errors.contains("results are fixed"))
    #expect(try laureat.state() == before)
    // On the other entry nothing is decided yet.
    try laureat.must("entry", "edit", "fair/2", "--title", "Ларец")
    #expect(try take(Documents.applications(Documents.withdrawal("b", date: "2020-04-12"), message: 21)).status == 0)
  }

  @Test func `a contest that was cancelled has no results`() throws {
    try laureat.must("contest", "status", "fair", "cancelled", "--date", "2020-03-20", "--reason", "карантин")
    let before = try laureat.state()
    let (status, verdict) = try take(Documents.results(Documents.result("a", "<award place=\"1\"/>")))
    #expect(status == 1)
    #expect(verdict["diagnostics"].map("code").contains("GC-040-0066"))
    #expect(try laureat.state() == before)
  }

  // MARK: Other documents

  @Test func `an announcement that comes again updates its contest`() throws {
    let (status, verdict) = try take(Documents.announcement(message: 30, title: "Большая ярмарка"))
    #expect(status == 0)
    #expect(verdict["updated"] == 1)
    #expect(try laureat("contest", "show", "fair", "--json").json()["title"] == "Большая ярмарка")
    #expect(try take(Documents.announcement(message: 31, title: "Большая ярмарка")).verdict["unchanged"] == 1)
  }

  @Test func `only its organiser changes an announcement`() throws {
    let (status, verdict) = try take(
      Documents.announcement(message: 30, title: "Чужая ярмарка", sender: Documents.sender))
    #expect(status == 1)
    #expect(verdict["diagnostics"].map("code").contains("GC-010-0008"))
    #expect(try laureat("contest", "show", "fair", "--json").json()["title"] == "Ярмарка мастеров")
  }

  @Test func `an announcement does not drop a nomination that has applications`() throws {
    let dropped = Documents.announcement(message: 30).replacing("id=\"wood\"", with: "id=\"stone\"")
    let (status, verdict) = try take(dropped)
    #expect(status == 1)
    #expect(verdict["diagnostics"].map("code").contains("GC-050-0002"))
  }

  @Test func `a project that comes again is updated with its money`() throws {
    _ = try take(Documents.portfolio(Documents.project(), message: 40))
    #expect(try take(Documents.portfolio(Documents.project(), message: 41)).verdict["unchanged"] == 1)
    let (status, verdict) = try take(
      Documents.portfolio(
        Documents.project(
          movements: Documents.movementsInOrder
            + "<expense id=\"e2\"><date>2020-04-05</date><amount currency=\"RUB\">1000.00</amount></expense>"),
        message: 42))
    #expect(status == 0, "\(verdict)")
    #expect(verdict["updated"] == 1)
    #expect(try laureat("grant", "list", "--json").json()[0]["spent"] == "26000.50")
  }

  @Test func `a protocol that comes again changes nothing, and another decision is refused`() throws {
    let result = Documents.result("a", "<award place=\"1\"/>")
    #expect(try take(Documents.results(result, message: 50)).status == 0)
    let before = try laureat.state()
    #expect(try take(Documents.results(result, message: 51)).verdict["unchanged"] == 1)
    let (status, verdict) = try take(
      Documents.results(Documents.result("a", "<award place=\"2\"/>"), message: 52))
    #expect(status == 1)
    #expect(verdict["diagnostics"].map("code").contains("GC-040-0204"))
    #expect(try take(Documents.results(result, number: "2", message: 53)).status == 1)
    #expect(try laureat.state() == before)
  }
}
