import Foundation
import Testing

/// The end of a round: places proposed by the rules, and recorded as one act.
struct RoundTests {
  /// What was said of an entry when it was recorded.
  private func status(_ contest: JudgedContest, _ entry: String) throws -> Value {
    try contest.office.json("entry", "list", "--contest", "fair").first("id", .string(entry))["status"]
  }

  @Test func `the places that the rules give are shown, and recorded as one act that undo takes back`() throws {
    var contest = try JudgedContest(entries: ["a": "wood", "b": "wood", "c": "wood", "d": "clay"])
    try contest.score("j1 a 10 5", "j2 a 9 5", "j1 b 8 8", "j2 b 8 8", "j1 c 1 1", "j2 c 2 2", "j1 d 5 5", "j2 d 7 7")
    let proposal = try contest.office.json("winner", "propose", "--contest", "fair")
    // a: (8.0 + 7.4) / 2 = 7.7; b: 8; d: 6. One place for each rank.
    #expect(proposal.map("nomination") == ["wood", "clay"])
    #expect(proposal[0]["awards"].map("id") == ["b", "a"])
    #expect(proposal[0]["awards"].map("prize") == ["Диплом I степени", "Диплом II степени"])
    #expect(proposal[1]["awards"].map("place") == [1])
    let clay = ["winner", "propose", "--contest", "fair", "--nomination", "clay"]
    #expect(try contest.office.laureat.must(clay + ["--json"]).json().list == [proposal[1]])
    let table = try contest.office.laureat.must(clay).output
    #expect(table.contains("fair/4") && !table.contains("fair/2"))
    let unknown = try contest.office.laureat("winner", "propose", "--contest", "fair", "--nomination", "nowhere")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("GC-050-0002"))
    #expect(try contest.winners().isEmpty)

    #expect(try contest.record("--dry-run").status == 0)
    #expect(try contest.winners().isEmpty)
    let recorded = try contest.record()
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(
      try contest.winners() == [
        "wood fair/2 1 Диплом I степени", "wood fair/1 2 Диплом II степени", "clay fair/4 1 Диплом I степени",
      ])
    #expect(try status(contest, "b") == "awarded")
    #expect(try status(contest, "c") == "participated")
    let event = try #require(try contest.office.json("history").list.first { $0["kind"] == "winner.record" }?["id"].int)
    try contest.office.laureat.must("undo", String(event))
    #expect(try contest.winners().isEmpty)
    #expect(try status(contest, "c") == "admitted")
    #expect(try contest.office.laureat("doctor").status == 0)
  }

  @Test func `a second time is refused, and changes nothing`() throws {
    var contest = try JudgedContest(entries: ["a": "wood"])
    try contest.score("j1 a 5 5", "j2 a 5 5")
    #expect(try contest.record().status == 0)
    let before = try contest.winners()
    let again = try contest.record()
    #expect(again.status == 1)
    #expect(again.errors.contains("GC-040-0046"))
    #expect(try contest.winners() == before)
  }

  @Test func `an unfinished round is refused until the jury ends it`() throws {
    var contest = try JudgedContest(entries: ["a": "wood", "b": "clay"])
    let none = try contest.record()
    #expect(none.status == 1)
    #expect(none.errors.contains("GC-040-0300"))
    try contest.score("j1 a 5 5", "j2 a 5 5", "j1 b 5 5")
    let unfinished = try contest.record()
    #expect(unfinished.status == 1)
    #expect(unfinished.errors.contains("1 score sheet is missing"))
    #expect(try contest.winners().isEmpty)
    try contest.office.laureat.must("jury", "close", "--contest", "fair", "--reason", "болен", "--date", "2020-04-04")
    #expect(try contest.record().status == 0)
    #expect(try contest.winners().count == 2)
    // Why sheets are missing is nobody's matter outside the office.
    for (profile, isTold) in [("full", true), ("public", false)] {
      let minutes = try contest.office.laureat.must(
        "protocol", "--contest", "fair", "--profile", profile, "--lang", "ru"
      ).output.plain
      #expect(minutes.contains("не сдано оценочных листов: 1") && minutes.contains("болен") == isTold, "\(minutes)")
    }
    // Nobody takes back the end of the work that these places follow from.
    let events = try contest.office.json("history").list.compactMap { $0["id"].int.map(String.init) }
    let close = try #require(events.dropLast().last)
    let late = try contest.office.laureat("undo", close)
    #expect(late.status == 1)
    #expect(late.errors.contains("GC-010-0012"), "\(late.errors)")
    try contest.office.laureat.must("undo", try #require(events.last))
    #expect(try contest.office.laureat("undo", close).status == 0)
  }

  @Test func `equals that the rules cannot tell apart are refused with the command that decides`() throws {
    var contest = try JudgedContest(
      rules: "<tieBreak>criterionOrder</tieBreak><tieBreak>chair</tieBreak>", entries: ["a": "wood", "b": "wood"])
    try contest.score("j1 a 5 5", "j2 a 7 7", "j1 b 7 7", "j2 b 5 5")
    let refused = try contest.record()
    #expect(refused.status == 1)
    #expect(refused.errors.contains("GC-040-0301"))
    #expect(
      refused.errors.contains("laureat jury tie --contest fair --nomination wood --method chair --order 1,2"))
    #expect(try contest.winners().isEmpty)
    try contest.office.laureat.must(
      "jury", "tie", "--contest", "fair", "--nomination", "wood", "--method", "chair", "--order", "b,a", "--reason",
      "ближе к теме", "--date", "2020-04-04")
    #expect(try contest.record().status == 0)
    #expect(try contest.winners().map { String($0.prefix(13)) } == ["wood fair/2 1", "wood fair/1 2"])
    try contest.office.laureat.must("export", "results", "--contest", "fair", "-o", "results.xml")
    #expect(try contest.office.laureat("verify", "results.xml").status == 0)
    let untold = try contest.office.laureat.text("results.xml").replacing(
      /(?s)<tieDecision.*?<\/tieDecision>\s*/, with: "")
    try untold.write(to: contest.office.laureat.folder.appending(path: "untold.xml"), atomically: true, encoding: .utf8)
    #expect(try contest.office.laureat("verify", "untold.xml").errors.contains("GC-040-0301"))
  }

  @Test func `where the regulation names nothing that decides, the advice is to name it first`() throws {
    var contest = try JudgedContest(rules: "<tieBreak>criterionOrder</tieBreak>", entries: ["a": "wood", "b": "wood"])
    try contest.score("j1 a 5 5", "j2 a 7 7", "j1 b 7 7", "j2 b 5 5")
    let proposed = try contest.office.laureat("winner", "propose", "--contest", "fair")
    #expect(proposed.status == 0)
    #expect(
      proposed.errors.contains(
        "laureat contest edit fair --tie-break criterionOrder --tie-break vote; laureat jury tie"))
    try contest.office.laureat.must(
      "contest", "edit", "fair", "--tie-break", "criterionOrder", "--tie-break", "vote")
    try contest.office.laureat.must(
      "jury", "tie", "--contest", "fair", "--nomination", "wood", "--method", "vote", "--order", "a,b", "--reason",
      "3:2",
      "--date", "2020-04-04")
    #expect(try contest.record().status == 0)
  }

  @Test func `without a quorum nothing is decided`() throws {
    var contest = try JudgedContest(rules: "<quorum>2/3</quorum>", entries: ["a": "wood"])
    try contest.score("j1 a 5 5", "j2 a 5 5")
    // Of two who vote one is there; the secretary makes no quorum.
    let missed = try contest.record("--absent", "j2")
    #expect(missed.status == 1)
    #expect(missed.errors.contains("GC-040-0064") && missed.errors.contains("1 of the 2 members with a vote"))
    #expect(try contest.record("--absent", "sec", "--dry-run").status == 0)
    #expect(try contest.winners().isEmpty)
    #expect(try contest.record("--present", "nobody").errors.contains("GC-050-0004"))
    #expect(try contest.record().status == 0)
  }

  @Test func `the advised command decides between the equals, whatever their sender calls them`() throws {
    // Registered as fair/1 to fair/3: the sender's «3» is fair/1.
    var contest = try JudgedContest(
      rules: "<tieBreak>chair</tieBreak>", entries: ["3": "wood", "1": "wood", "2": "wood"])
    try contest.score("j1 3 9 9", "j2 3 9 9", "j1 1 5 5", "j2 1 7 7", "j1 2 7 7", "j2 2 5 5")
    let refused = try contest.record()
    let advised = try #require(
      refused.errors.firstMatch(of: /laureat (jury tie .*--order [0-9,]+)/), "\(refused.errors)")
    #expect(advised.1.hasSuffix("--order 2,3"))
    try contest.office.laureat.must(
      advised.1.split(separator: " ").map(String.init) + ["--reason", "ближе к теме", "--date", "2020-04-04"])
    #expect(try contest.record().status == 0)
    #expect(try contest.winners().map { String($0.prefix(13)) } == ["wood fair/1 1", "wood fair/2 2"])
  }

  @Test func `who gave no points is absent though somebody else is named, and what contradicts the sheets is told`()
    throws
  {
    var contest = try JudgedContest(rules: "<quorum>2/3</quorum>", entries: ["a": "wood"])
    try contest.office.laureat.must("jury", "add", "--contest", "fair", "--juror", "j3", "--name", "Третий")
    try contest.score("j1 a 5 5", "j2 a 5 5")
    try contest.office.laureat.must("jury", "close", "--contest", "fair", "--reason", "болен", "--date", "2020-04-04")
    let missed = try contest.record("--absent", "j1", "--lang", "ru")
    #expect(missed.status == 1)
    #expect(missed.errors.contains("GC-040-0064"), "\(missed.errors)")
    #expect(missed.errors.contains("отмечены отсутствующими, а их оценки учтены: j1"), "\(missed.errors)")
    let idle = try contest.record("--present", "j1", "--present", "j2", "--present", "j3", "--dry-run", "--lang", "ru")
    #expect(idle.status == 0)
    #expect(idle.errors.contains("отмечены присутствующими, но никого не оценили: j3"), "\(idle.errors)")
    let recorded = try contest.record()
    #expect(recorded.status == 0)
    #expect(!recorded.errors.contains("GC-040-0068"))
  }

  @Test func `what is proposed says where there is no quorum`() throws {
    var contest = try JudgedContest(rules: "<quorum>1/1</quorum>", entries: ["a": "wood"])
    try contest.office.laureat.must("jury", "add", "--contest", "fair", "--juror", "j3", "--name", "Третий")
    try contest.score("j1 a 5 5", "j2 a 5 5")
    #expect(!(try contest.office.laureat("winner", "propose", "--contest", "fair").errors.contains("GC-040-0064")))
    try contest.office.laureat.must("jury", "close", "--contest", "fair", "--reason", "болен", "--date", "2020-04-04")
    #expect(try contest.office.laureat("winner", "propose", "--contest", "fair").errors.contains("GC-040-0064"))
  }

  @Test func `what is recorded is proposed again with its protocol, even where a participant wins once`() throws {
    var contest = try JudgedContest(
      rules: "<oneWinPerParticipant>true</oneWinPerParticipant>", entries: ["a": "wood", "b": "wood", "c": "wood"],
      people: ["a": "Юн Ив", "b": "Рао Вера", "c": "Юн Ив"])
    try contest.score("j1 a 9 9", "j2 a 9 9", "j1 b 5 5", "j2 b 5 5", "j1 c 7 7", "j2 c 7 7")
    let before = try contest.office.json("winner", "propose", "--contest", "fair")
    #expect(try contest.record().status == 0)
    let after = try contest.office.laureat("winner", "propose", "--contest", "fair", "--lang", "ru")
    #expect(after.output.contains("записано: протокол № 4"), "\(after.output)")
    #expect(!after.errors.contains("GC-040-0303"), "\(after.errors)")
    let again = try contest.office.json("winner", "propose", "--contest", "fair")
    #expect(again[0]["awards"].map("entry") == before[0]["awards"].map("entry"))
    #expect(before[0]["awards"].map("protocol") == [.null, .null])
    #expect(again[0]["awards"].map("protocol") == ["4", "4"])
    #expect(try contest.record().errors.contains("GC-040-0046"))
    // The minutes say why the second best work has no place.
    let minutes = try contest.office.laureat.must("protocol", "--contest", "fair", "--lang", "ru").output.plain
    #expect(minutes.contains("участник уже победил"), "\(minutes)")
  }

  @Test func `a bundle without a quorum is told, whether its contest is known or not`() throws {
    var contest = try JudgedContest(rules: "<quorum>2/3</quorum>", entries: ["a": "wood"])
    try contest.score("j1 a 5 5", "j2 a 5 5")
    #expect(try contest.record().status == 0)
    let bundle = String(decoding: try contest.office.send("results", "--contest", "fair"), as: UTF8.self)
    let stranger = try Office("region", title: "Область")
    try stranger.laureat.write(bundle, to: "sound.xml")
    #expect(try stranger.laureat("check", "sound.xml").status == 0)
    let missed = bundle.replacing(/<attendance juror="j[12]"/) { "\($0.output) present=\"false\"" }
    try stranger.laureat.write(missed, to: "missed.xml")
    let checked = try stranger.laureat("check", "missed.xml")
    #expect(checked.status != 0)
    #expect(checked.errors.contains("GC-040-0064"), "\(checked.errors)")
    _ = try stranger.take(contest.office.send("announcement", "--contest", "fair"))
    _ = try stranger.take(contest.office.send("applications", "--contest", "fair"))
    let taken = try stranger.laureat("import", "missed.xml")
    #expect(taken.status != 0)
    #expect(taken.errors.contains("GC-040-0064"), "\(taken.errors)")
  }

  @Test func `the jury may withhold a place, and leave a nomination without a winner`() throws {
    var contest = try JudgedContest(entries: ["a": "wood", "b": "wood", "c": "clay"])
    try contest.score("j1 a 9 9", "j2 a 9 9", "j1 b 5 5", "j2 b 5 5", "j1 c 5 5", "j2 c 5 5")
    let recorded = try contest.record("--withhold", "wood/1", "--no-winner", "clay")
    #expect(recorded.status == 0, "\(recorded.errors)")
    #expect(try contest.winners() == ["wood fair/1 2 Диплом II степени"])
    try contest.office.laureat.must("export", "results", "--contest", "fair", "-o", "results.xml")
    let bundle = try contest.office.laureat.text("results.xml")
    #expect(bundle.contains(/<decision nomination="wood" outcome="decided">\s*<withheld>1<\/withheld>/))
    #expect(bundle.contains("<decision nomination=\"clay\" outcome=\"noWinner\"/>"))
    #expect(try contest.office.laureat("verify", "results.xml").status == 0)
  }

  @Test func `a nomination with too few entries gives no places, and it is said why`() throws {
    var contest = try JudgedContest(rules: "<minimumEntries>2</minimumEntries>", entries: ["a": "wood"])
    try contest.score("j1 a 9 9", "j2 a 9 9")
    let recorded = try contest.record()
    #expect(recorded.status == 0)
    #expect(recorded.errors.contains("GC-040-0302"))
    #expect(try contest.winners().isEmpty)
  }

  @Test func `a place by hand in a nomination with too few entries is refused, a prize is not`() throws {
    let contest = try JudgedContest(
      rules: "<minimumEntries>2</minimumEntries>", entries: ["a": "wood", "b": "clay", "c": "clay"])
    func record(_ words: String...) throws -> Command.Result {
      try contest.office.laureat.run(
        ["winner", "record", "--contest", "fair", "--protocol", "4", "--date", "2020-04-05"] + words)
    }
    let refused = try record("--entry", "a", "--place", "1")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("GC-040-0305"), "\(refused.errors)")
    try contest.office.laureat.write("заявка;место\nfair/2;1\nfair/1;1\n", to: "w.csv")
    let table = try record("--from", "w.csv")
    #expect(table.status == 1)
    #expect(table.errors.contains("w.csv:3"), "\(table.errors)")
    #expect(table.errors.contains("GC-040-0305"))
    #expect(try contest.winners().isEmpty)
    #expect(try record("--entry", "a", "--prize", "За смелость").status == 0)
    #expect(try record("--entry", "b", "--place", "1").status == 0)
    #expect(try contest.winners().count == 2)
  }

  @Test func `what places were decided by does not change until they are revoked`() throws {
    var contest = try JudgedContest(
      rules: "<tieBreak>vote</tieBreak>", entries: ["a": "wood", "b": "wood", "c": "clay"])
    try contest.score("j1 a 9 9", "j2 a 9 9", "j1 b 5 5", "j2 b 5 5")
    let laureat = contest.office.laureat
    for (entry, place) in [("a", "1"), ("b", "2")] {
      try laureat.must(
        "winner", "record", "--contest", "fair", "--entry", entry, "--place", place, "--protocol", "4", "--date",
        "2020-04-05")
    }
    let recuse = ["jury", "recuse", "--contest", "fair", "--juror", "j1", "--reason", "родня", "--entry"]
    let late = try laureat.run(recuse + ["a"])
    #expect(late.status == 1)
    #expect(late.errors.contains("GC-010-0009"), "\(late.errors)")
    let tie = try laureat(
      "jury", "tie", "--contest", "fair", "--nomination", "wood", "--method", "vote", "--order", "a,b")
    #expect(tie.errors.contains("GC-010-0009"), "\(tie.errors)")

    func take(_ record: String, _ message: Int) throws -> Value {
      try contest.office.take(
        Documents.document(
          "scoreSheets", attributes: " contest=\"fair\"", message: message, count: 1, sender: Documents.city, record)
      ).verdict
    }
    func sheet(_ juror: String, _ entry: String, _ points: Int) -> String {
      """
      <scoreSheet id="\(juror)-\(entry)" juror="\(juror)" entry="\(entry)"><date>2020-04-01</date>
      <points criterion="idea">\(points)</points><points criterion="work">\(points)</points></scoreSheet>
      """
    }
    let recusal = { (entry: String) in
      "<recusal id=\"r-\(entry)\" juror=\"j2\" entry=\"\(entry)\"><date>2020-04-01</date><reason>родня</reason></recusal>"
    }
    #expect(try take(sheet("j1", "a", 1), 31)["diagnostics"].map("code") == ["GC-010-0009"])
    #expect(try take(recusal("a"), 32)["diagnostics"].map("code") == ["GC-010-0009"])
    #expect(try take(sheet("j1", "a", 9), 33)["unchanged"] == 1)
    // The other nomination is still open.
    #expect(try take(sheet("j1", "c", 3), 34)["accepted"] == 1)
    #expect(try take(recusal("c"), 35)["accepted"] == 1)

    let form = "Конкурс;fair\nЧлен жюри;j2\n\nНомер;Идея [idea];Исполнение [work];Самоотвод\n"
    for row in ["fair/1;1;1;\n", "fair/1;;;родня\n"] {
      try laureat.write(form + row, to: "form.csv")
      let refused = try laureat("scores", "import", "form.csv", "--date", "2020-04-01")
      #expect(refused.status == 1)
      #expect(refused.errors.contains("GC-010-0009"), "\(refused.errors)")
      #expect(refused.errors.contains("form.csv:5:"), "\(refused.errors)")
    }
    try laureat.write(form + "fair/1;9;9;\n", to: "form.csv")
    #expect(try laureat("scores", "import", "form.csv", "--date", "2020-04-01").status == 0)

    for entry in ["a", "b"] {
      try laureat.must(
        "winner", "revoke", "--contest", "fair", "--entry", entry, "--date", "2020-04-06", "--reason", "пересмотр")
    }
    #expect(try laureat.run(recuse + ["a"]).status == 0)
  }

  @Test func `sheets on an entry that was withdrawn are no part of the decision, nor of its proof`() throws {
    var contest = try JudgedContest(entries: ["a": "wood", "b": "wood"])
    try contest.score("j1 a 9 9", "j2 a 9 9", "j1 b 5 5", "j2 b 5 5")
    let laureat = contest.office.laureat
    try laureat.must("entry", "withdraw", "fair/1", "--reason", "по просьбе", "--date", "2020-04-03")
    #expect(try contest.record().status == 0)
    #expect(try contest.winners() == ["wood fair/2 1 Диплом I степени"])
    for profile in ["full", "pseudonymised", "public"] {
      try laureat.must("export", "results", "--contest", "fair", "--profile", profile, "-o", "\(profile).xml")
      let verdict = try laureat("verify", "\(profile).xml")
      #expect(verdict.status == 0, "\(profile): \(verdict.errors)")
    }
  }

  @Test func `a protocol that comes back changes nothing, and keeps its proof`() throws {
    var contest = try JudgedContest(entries: ["a": "wood", "b": "wood", "c": "clay"])
    try contest.score("j1 a 9 9", "j2 a 9 9", "j1 b 5 5", "j2 b 5 5", "j1 c 5 5", "j2 c 5 5")
    #expect(try contest.record().status == 0)
    let laureat = contest.office.laureat
    try laureat.must("export", "results", "--contest", "fair", "-o", "results.xml")
    let sent = try laureat.text("results.xml").unsealed
    // As another office sends it on: under its own number, without the sheets.
    let echo = sent.replacing(
      #/<messageID>.*?<\/messageID>/#, with: "<messageID>\(Documents.messageID(77))</messageID>"
    )
    .replacing(#/\s*<(scoreSheet|recusal) (?s:.)*?<\/\1>/#, with: "")
    let count = echo.matches(of: #/<result /#).count
    let bare = echo.replacing(#/<recordCount>\d+/#, with: "<recordCount>\(count)")
      .replacing(#/\s*<jurorTotal .*?<\/jurorTotal>/#, with: "")
    let taken = try contest.office.take(bare)
    #expect(taken.status == 0, "\(taken.verdict)")
    #expect(taken.verdict["unchanged"] == 3, "\(taken.verdict)")
    try laureat.must("export", "results", "--contest", "fair", "-o", "again.xml")
    #expect(try laureat("verify", "again.xml").status == 0)
    let otherwise = bare.replacing(Documents.messageID(77), with: Documents.messageID(78))
      .replacing("<award place=\"2\">", with: "<award place=\"1\">")
    #expect(try contest.office.take(otherwise).verdict["diagnostics"].map("code").contains("GC-040-0204"))
    #expect(try contest.winners().count == 3)
  }

  @Test func `sheets and decisions that places follow from are taken back after the places, not before`() throws {
    var contest = try JudgedContest(
      rules: "<tieBreak>vote</tieBreak>", entries: ["a": "wood", "b": "wood", "c": "clay"])
    let laureat = contest.office.laureat
    func last() throws -> String { try #require(contest.office.json("history").list.last?["id"].int.map(String.init)) }
    try contest.score("j1 a 5 5", "j2 a 5 5", "j1 b 5 5", "j2 b 5 5")
    var events = [try last()]
    try contest.score("j1 c 5 5", "j2 c 5 5")
    let clay = try last()
    try laureat.must("jury", "recuse", "--contest", "fair", "--juror", "j2", "--entry", "a", "--reason", "родня")
    events.append(try last())
    try laureat.must(
      "jury", "tie", "--contest", "fair", "--nomination", "wood", "--method", "vote", "--order", "b,a", "--date",
      "2020-04-04")
    events.append(try last())
    for (entry, place) in [("b", "1"), ("a", "2")] {
      try laureat.must(
        "winner", "record", "--contest", "fair", "--entry", entry, "--place", place, "--protocol", "4", "--date",
        "2020-04-05")
      events.append(try last())
    }
    for event in events.prefix(3) {
      let refused = try laureat("undo", event)
      #expect(refused.status == 1)
      #expect(refused.errors.contains("GC-010-0012"), "\(event): \(refused.errors)")
    }
    #expect(try laureat("undo", clay).status == 0)
    for event in events.reversed() { try laureat.must("undo", event) }
    #expect(try contest.winners().isEmpty)
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `a participant wins once where the rules say so, whoever gave the first win`() throws {
    let once = "<oneWinPerParticipant>true</oneWinPerParticipant>"
    let office = try Office("city", title: "Администрация города")
    let applicant = "<organisation id=\"school\"><title>Школа</title></organisation>"
    let jury = """
      <criterion id="idea" maximum="10"><title>Идея</title></criterion>
      <juror id="j1" role="chair"><name>Председатель</name></juror><rules>\(once)</rules>
      """
    _ = try office.take(Documents.announcement(rules: jury))
    let records = [("a", "wood", applicant), ("b", "wood", ""), ("c", "clay", applicant)].map {
      id, nomination, school in
      let record = Documents.application(id, nomination: nomination)
      guard !school.isEmpty else { return record }
      return record.replacing("<group><title>Группа \(id)</title></group>", with: school)
    }
    _ = try office.take(
      Documents.document(
        "applications", attributes: " contest=\"fair\"", message: 2, count: 3, records.joined(separator: "\n")))
    try office.laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25")
    let sheets = [("a", 9), ("b", 5), ("c", 9)].map { entry, points in
      """
      <scoreSheet id="\(entry)" juror="j1" entry="\(entry)"><date>2020-04-01</date>
      <points criterion="idea">\(points)</points></scoreSheet>
      """
    }
    _ = try office.take(
      Documents.document(
        "scoreSheets", attributes: " contest=\"fair\"", message: 3, count: 3, sender: Documents.city,
        sheets.joined(separator: "\n")))
    let proposal = try office.json("winner", "propose", "--contest", "fair")
    #expect(proposal[0]["awards"].map("id") == ["a", "b"])
    #expect(proposal[1]["awards"].list.isEmpty)
    #expect(proposal[1]["omitted"].map("reason") == ["hasWonElsewhere"])
    try office.laureat.must(
      "winner", "record", "--contest", "fair", "--all", "--protocol", "4", "--date", "2020-04-05")
    try office.laureat.must("export", "results", "--contest", "fair", "-o", "results.xml")
    #expect(try office.laureat.text("results.xml").contains("<sharedParticipant>1</sharedParticipant>"))
    #expect(try office.laureat("verify", "results.xml").status == 0)
  }

  @Test func `what is for all goes with --all alone`() throws {
    let contest = try JudgedContest(entries: ["a": "wood"])
    #expect(try contest.record("--place", "1").status == 64)
    #expect(try contest.record("--entry", "1").status == 64)
    let single = try contest.office.laureat(
      "winner", "record", "--contest", "fair", "--entry", "1", "--place", "1", "--protocol", "4", "--date",
      "2020-04-05", "--absent", "j1")
    #expect(single.status == 64)
    #expect(try contest.record("--withhold", "wood/7").errors.contains("GC-040-0044"))
    #expect(try contest.record("--no-winner", "stone").errors.contains("GC-050-0002"))
  }
}
