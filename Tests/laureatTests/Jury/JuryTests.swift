import Foundation
import Testing

/// The jury: who is in it, who judges what, how far it is, and how it ends.
struct JuryTests {
  let office: Office
  var laureat: Command { office.laureat }

  init() throws {
    office = try Office("city", title: "Администрация города")
    let jury = """
      <criterion id="idea" maximum="10"><title>Идея</title></criterion>
      <juror id="j1" role="chair"><name>Первый</name><post>директор</post></juror>
      <juror id="j2" role="member"><name>Второй</name></juror>
      <juror id="j3" role="member"><name>Третий</name></juror>
      <juror id="keeper" role="secretary"><name>Четвёртый</name></juror>
      """
    _ = try office.take(Documents.announcement(rules: jury + "<rules><tieBreak>chair</tieBreak></rules>"))
    _ = try office.take(
      Documents.applications(
        Documents.application("a"), Documents.application("b"), Documents.application("c"),
        Documents.application("d", nomination: "clay"), Documents.application("e", nomination: "clay")))
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25")
  }

  private func jury(_ command: String, _ arguments: String...) throws -> Command.Result {
    try laureat.run(["jury", command, "--contest", "fair"] + arguments)
  }

  private func progress() throws -> Value { try office.json("jury", "progress", "--contest", "fair") }

  @discardableResult
  private func score(_ juror: String, _ entries: String..., points: Int = 5, message: Int = 20) throws -> Value {
    let sheets = entries.map { entry in
      """
      <scoreSheet id="\(juror)-\(entry)" juror="\(juror)" entry="\(entry)"><date>2020-04-01</date>
      <points criterion="idea">\(points)</points></scoreSheet>
      """
    }
    return try office.take(
      Documents.document(
        "scoreSheets", attributes: " contest=\"fair\"", message: message, count: sheets.count, sender: Documents.city,
        sheets.joined(separator: "\n"))
    ).verdict
  }

  private func expectRefused(_ result: Command.Result, _ code: String, _ status: Int32 = 1) {
    #expect(result.status == status)
    #expect(result.errors.contains(code), "\(result.errors)")
  }

  // MARK: Progress

  @Test func `progress counts what is done, missing and stepped back from`() throws {
    try score("j1", "a", "b")
    #expect(try jury("recuse", "--juror", "j2", "--entry", "1", "--reason", "родственник").status == 0)
    let progress = try progress()
    #expect(progress["jurors"].map("id") == ["j1", "j2", "j3"])
    #expect(progress["jurors"].map("toJudge") == [5, 4, 5])
    #expect(progress["jurors"].map("done") == [2, 0, 0])
    #expect(progress["jurors"].map("recused") == [0, 1, 0])
    #expect(progress["jurors"].map("missing") == [3, 4, 5])
    #expect(progress["jurors"][0]["missingEntries"] == ["fair/3", "fair/4", "fair/5"])
    #expect(progress["nominations"].map("id") == ["wood", "clay"])
    #expect(progress["nominations"].map("entries") == [3, 2])
    #expect(progress["nominations"].map("missing") == [6, 6])
    #expect(progress["missing"] == 12)
    #expect(progress["closed"] == .null)
    let text = try laureat.must("jury", "progress", "--contest", "fair", "--lang", "ru").output
    #expect(text.contains("Не хватает"))
    #expect(text.contains("fair/3, fair/4, fair/5"))
  }

  @Test func `the list shows the jury as it was announced, and the secretary has nothing to judge`() throws {
    let list = try office.json("jury", "list", "--contest", "fair")
    #expect(list.map("id") == ["j1", "j2", "j3", "keeper"])
    #expect(list.map("toJudge") == [5, 5, 5, 0])
    #expect(list[0]["post"] == "директор")
    #expect(try laureat.must("jury", "list", "--contest", "fair", "--lang", "ru").output.contains("секретарь жюри"))
  }

  // MARK: Who is in it

  @Test func `a juror comes in mid-round, with a reason, and loses nobody's points`() throws {
    try score("j1", "a")
    let arguments = ["--id", "j4", "--name", "Пятый", "--nomination", "wood"]
    expectRefused(
      try laureat.run(["jury", "add", "--contest", "fair"] + arguments), "GC-040-0032")
    try laureat.must(
      "jury", "add", "--contest", "fair", "--id", "j4", "--name", "Пятый", "--nomination", "wood", "--reason",
      "вместо заболевшего")
    let progress = try progress()
    #expect(progress["jurors"].map("id") == ["j1", "j2", "j3", "j4"])
    #expect(progress["jurors"].map("toJudge") == [5, 5, 5, 3])
    #expect(progress["jurors"].map("done") == [1, 0, 0, 0])
    #expect(try laureat.must("history", "--lang", "ru").output.contains("введён член жюри"))
    // Another may still be taken back alone.
    try laureat.must("jury", "add", "--contest", "fair", "--id", "j5", "--name", "Шестой", "--reason", "вместо него")
    let added = try office.json("history").list.filter { $0["kind"] == "jury.add" }.compactMap { $0["id"].int }
    try laureat.must("undo", String(added[0]))
    #expect(try office.json("jury", "list", "--contest", "fair").map("id") == ["j1", "j2", "j3", "keeper", "j5"])
  }

  @Test(arguments: [
    (["--id", "j1", "--name", "Двойник"], "GC-040-0020"),
    (["--id", "j9", "--name", "Второй председатель", "--role", "chair"], "GC-040-0026"),
    (["--id", "j9", "--name", "Чужой", "--nomination", "stone"], "GC-050-0002"),
  ])
  func `a jury out of order is refused`(arguments: [String], code: String) throws {
    expectRefused(try laureat.run(["jury", "add", "--contest", "fair"] + arguments), code)
    #expect(try office.json("jury", "list", "--contest", "fair").list.count == 4)
  }

  @Test func `who has given points stays in the jury; who has not, goes with what was given to him`() throws {
    try score("j1", "a")
    expectRefused(try jury("remove", "--juror", "j1"), "GC-040-0029")
    expectRefused(try jury("remove", "--juror", "nobody"), "GC-050-0004")
    try laureat.must("jury", "assign", "--contest", "fair", "--balanced", "3")
    try laureat.must("jury", "remove", "--contest", "fair", "--juror", "j3")
    #expect(try office.json("jury", "list", "--contest", "fair").map("id") == ["j1", "j2", "keeper"])
    #expect(try progress()["jurors"].map("toJudge") == [5, 5])
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `stepping back needs its reason, warns of a sheet that counts no more, and is taken back`() throws {
    try score("j1", "a")
    expectRefused(try jury("recuse", "--juror", "j1", "--entry", "1"), "GC-040-0032")
    expectRefused(try jury("recuse", "--juror", "j1", "--entry", "77", "--reason", "родня"), "GC-050-0003")
    expectRefused(try jury("recuse", "--juror", "x", "--entry", "1", "--reason", "родня"), "GC-050-0004")
    expectRefused(
      try jury("recuse", "--juror", "j1", "--entry", "1", "--reason", "родня", "--date", "2999-01-01"), "GC-040-0065")
    let recused = try jury("recuse", "--juror", "j1", "--entry", "1", "--entry", "b", "--reason", "родня")
    #expect(recused.status == 0)
    #expect(recused.errors.contains("GC-040-0083"))
    #expect(try progress()["jurors"].map("recused") == [2, 0, 0])
    try laureat.must("undo", try #require(office.json("history").list.last?["id"].int.map(String.init)))
    #expect(try progress()["jurors"].map("recused") == [0, 0, 0])
    #expect(try progress()["done"] == 1)
  }

  // MARK: Who judges what

  @Test func `entries are shared out evenly, and sheets stay where they are`() throws {
    try score("j2", "a", "b")
    let preview = try office.json("jury", "assign", "--contest", "fair", "--balanced", "2", "--dry-run")
    #expect(preview["added"] == 10)
    #expect(try progress()["missing"] == 13)
    let shared = try office.json("jury", "assign", "--contest", "fair", "--balanced", "2")
    #expect(shared == preview)
    #expect(shared["jurors"].map("before") == [5, 5, 5])
    let loads = shared["jurors"].list.compactMap { $0["after"].int }
    #expect(loads.sorted() == [3, 3, 4])
    let progress = try progress()
    #expect(progress["toJudge"] == 10)
    #expect(progress["jurors"][1]["done"] == 2)
    // Again: nothing changes, and no event tells of it.
    let events = try office.json("history").list.count
    #expect(try office.json("jury", "assign", "--contest", "fair", "--balanced", "2")["added"] == 0)
    #expect(try office.json("history").list.count == events)
    // Whose entry it is not gives no points.
    let missing = Set(progress["jurors"][0]["missingEntries"].list)
    let other = try #require(
      zip(["a", "b", "c", "d", "e"], 1...).first { !missing.contains(.string("fair/\($1)")) }?.0)
    #expect(try score("j1", other, message: 21)["diagnostics"].map("code") == ["GC-040-0088"])
    try laureat.must("jury", "assign", "--contest", "fair", "--all")
    #expect(try self.progress()["toJudge"] == 15)
    #expect(try score("j1", other, message: 22)["accepted"] == 1)
  }

  @Test func `one nomination may be shared out, and the others are everybody's`() throws {
    try laureat.must("jury", "assign", "--contest", "fair", "--nomination", "clay", "--juror", "j3", "--balanced", "1")
    #expect(try progress()["jurors"].map("toJudge") == [3, 3, 5])
    try laureat.must("jury", "add", "--contest", "fair", "--id", "potter", "--name", "Гончар", "--nomination", "clay")
    try laureat.must("jury", "assign", "--contest", "fair", "--by-nomination")
    #expect(try progress()["jurors"].map("toJudge") == [3, 3, 3, 2])
    // Who steps back from what was not his to judge has stepped back all the same.
    try laureat.must("jury", "recuse", "--contest", "fair", "--juror", "j1", "--entry", "4", "--reason", "родня")
    #expect(try progress()["jurors"].map("recused") == [1, 0, 0, 0])
  }

  @Test func `too few jurors are told for every entry, and nothing is shared out`() throws {
    try laureat.must("jury", "recuse", "--contest", "fair", "--juror", "j2", "--entry", "4", "--reason", "родня")
    let refused = try jury("assign", "--balanced", "3")
    expectRefused(refused, "GC-040-0030")
    #expect(refused.errors.contains("fair/4"))
    #expect(!refused.errors.contains("fair/3"))
    #expect(try progress()["toJudge"] == 14)
    for arguments in [[], ["--all", "--by-nomination"], ["--balanced", "0"]] {
      #expect(try laureat.run(["jury", "assign", "--contest", "fair"] + arguments).status == 64)
    }
    expectRefused(try jury("assign", "--all", "--nomination", "stone"), "GC-050-0002")
  }

  // MARK: The end

  @Test func `a round that some did not finish is ended with a reason, and then takes nothing`() throws {
    try score("j1", "a")
    let refused = try jury("close")
    expectRefused(refused, "GC-040-0089")
    #expect(refused.errors.contains("14"))
    let closed = try office.json(
      "jury", "close", "--contest", "fair", "--reason", "двое заболели", "--date", "2020-04-05")
    #expect(closed["closed"] == ["date": "2020-04-05", "reason": "двое заболели", "missing": 14])
    #expect(try score("j2", "a", message: 21)["diagnostics"].map("code") == ["GC-040-0087"])
    expectRefused(try jury("close"), "GC-040-0087")
    expectRefused(try jury("recuse", "--juror", "j1", "--entry", "1", "--reason", "родня"), "GC-040-0087")
    expectRefused(try jury("add", "--id", "j9", "--name", "Новый", "--reason", "r"), "GC-040-0087")
    expectRefused(try jury("remove", "--juror", "j3"), "GC-040-0087")
    expectRefused(try jury("assign", "--all"), "GC-040-0087")
    #expect(try laureat.must("jury", "progress", "--contest", "fair", "--lang", "ru").output.contains("двое заболели"))
    #expect(try jury("reopen").status == 64)
    #expect(try office.json("jury", "reopen", "--contest", "fair", "--reason", "пришли листы")["closed"] == .null)
    expectRefused(try jury("reopen", "--reason", "ещё раз"), "GC-040-0087")
    #expect(try score("j2", "a", message: 22)["accepted"] == 1)
  }

  @Test func `a finished round is ended without a reason, and the end is taken back`() throws {
    for (number, juror) in ["j1", "j2", "j3"].enumerated() {
      try score(juror, "a", "b", "c", "d", "e", message: 20 + number)
    }
    #expect(try office.json("jury", "close", "--contest", "fair")["closed"]["missing"] == 0)
    try laureat.must("undo", try #require(office.json("history").list.last?["id"].int.map(String.init)))
    #expect(try progress()["closed"] == .null)
  }

  @Test func `nothing of the jury changes once the contest is over`() throws {
    try laureat.must("contest", "status", "fair", "completed", "--date", "2020-04-05")
    for arguments in [
      ["add", "--id", "j9", "--name", "Новый"], ["remove", "--juror", "j3"], ["assign", "--all"], ["close"],
      ["reopen", "--reason", "r"], ["recuse", "--juror", "j1", "--entry", "1", "--reason", "r"],
      ["tie", "--method", "chair", "--order", "1,2", "--reason", "r"],
    ] {
      let result = try laureat.run(["jury", arguments[0], "--contest", "fair"] + arguments.dropFirst())
      expectRefused(result, "GC-040-0006")
    }
  }

  // MARK: Equals

  @Test func `there is nothing to decide between entries that are not equal by points`() throws {
    try score("j1", "a", "b", points: 5)
    try score("j1", "c", points: 6, message: 21)
    func decide(_ order: String) throws -> Command.Result {
      try jury("tie", "--nomination", "wood", "--method", "chair", "--reason", "r", "--order", order)
    }
    expectRefused(try decide("a,c"), "GC-040-0306")
    expectRefused(try decide("a,b,c"), "GC-040-0306")
    #expect(try decide("b,a").status == 0)
    // Points that come in later make others equal: what was decided is in nobody's way.
    try score("j1", "c", points: 5, message: 22)
    #expect(try decide("c,b,a").status == 0)
    // Who is passed over in silence would stand last.
    let silent = try decide("a,b")
    expectRefused(silent, "GC-040-0320")
    #expect(silent.errors.contains("fair/3"))
    let told = try jury(
      "tie", "--nomination", "wood", "--method", "chair", "--reason", "r", "--order", "a,b", "--rest-below")
    #expect(told.status == 0)
    #expect(told.errors.contains("these stay below, equal among themselves: fair/3"), "\(told.errors)")
    // Nobody has judged these.
    expectRefused(
      try jury("tie", "--nomination", "clay", "--method", "chair", "--reason", "r", "--order", "d,e"), "GC-040-0306")
  }

  @Test func `the casting vote of the chair is recorded with its reason`() throws {
    try score("j1", "a", "b", "c")
    let tie = ["--nomination", "wood", "--method", "chair", "--order", "2, a", "--rest-below"]
    expectRefused(try laureat.run(["jury", "tie", "--contest", "fair"] + tie), "GC-040-0062")
    let ties = try office.json(
      "jury", "tie", "--contest", "fair", "--nomination", "wood", "--method", "chair", "--order", "2, a",
      "--rest-below",
      "--reason", "сложность", "--date", "2020-04-04")
    #expect(
      ties == [
        [
          "nomination": "wood", "method": "chair", "entries": ["fair/2", "fair/1"], "reason": "сложность",
          "date": "2020-04-04",
        ]
      ])
    // The same equals again, then some of them with another: what is decided last holds.
    let again = try jury(
      "tie", "--nomination", "wood", "--method", "chair", "--order", "1,2", "--rest-below", "--reason", "иначе")
    #expect(again.status == 0)
    let wider = try jury("tie", "--nomination", "wood", "--method", "chair", "--order", "3,1,2", "--reason", "все")
    #expect(wider.errors.contains("GC-040-0046"))
    #expect(wider.output.contains("fair/3, fair/1, fair/2"))
    #expect(!wider.output.contains("иначе"))
  }

  @Test(arguments: [
    (["--nomination", "wood", "--method", "vote", "--order", "1,2"], "GC-040-0031", 1),
    (["--nomination", "wood", "--method", "chair", "--order", "1,4", "--reason", "r"], "GC-040-0042", 1),
    (["--method", "chair", "--order", "1,2", "--reason", "r"], "GC-040-0042", 1),
    (["--nomination", "stone", "--method", "chair", "--order", "1,2", "--reason", "r"], "GC-050-0002", 1),
    (["--nomination", "wood", "--method", "chair", "--order", "1,77", "--reason", "r"], "GC-050-0003", 1),
    (["--nomination", "wood", "--method", "chair", "--order", "1,1", "--reason", "r"], "--order", 64),
    (["--nomination", "wood", "--method", "chair", "--order", "1", "--reason", "r"], "--order", 64),
    (["--nomination", "wood", "--method", "criterionOrder", "--order", "1,2"], "--method", 64),
  ])
  func `a decision that the rules do not know is refused`(arguments: [String], told: String, status: Int) throws {
    expectRefused(try laureat.run(["jury", "tie", "--contest", "fair"] + arguments), told, Int32(status))
  }

  @Test func `dry runs change nothing`() throws {
    try score("j1", "a", "b")
    let before = try office.json("history")
    for arguments in [
      ["add", "--id", "j9", "--name", "Новый", "--reason", "r"], ["remove", "--juror", "j3"],
      ["assign", "--balanced", "2"],
      ["close", "--reason", "r"], ["recuse", "--juror", "j1", "--entry", "1", "--reason", "r"],
      ["tie", "--nomination", "wood", "--method", "chair", "--order", "1,2", "--reason", "r"],
    ] {
      let result = try laureat.run(["jury", arguments[0], "--contest", "fair", "--dry-run"] + arguments.dropFirst())
      #expect(result.status == 0, "\(arguments): \(result.errors)")
    }
    #expect(try office.json("history") == before)
    #expect(try progress()["toJudge"] == 15)
    #expect(try progress()["closed"] == .null)
  }
}
