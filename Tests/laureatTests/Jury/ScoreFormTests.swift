import Foundation
import TableSamples
import Tables
import Testing

/// Jurors' forms go out, come back filled in, and give an order.
struct ScoreFormTests {
  let laureat: Command

  init() throws {
    laureat = try Command(.judged)
  }

  private func export(_ juror: String, _ more: String...) throws -> String {
    let arguments = ["scores", "export", "--contest", "fair", "--juror", juror, "--format", "csv", "--lang", "ru"]
    let result = try laureat.run(arguments + more)
    try #require(result.status == 0, "\(result.errors)")
    return result.output
  }

  /// The form of the first juror with what was typed into rows: points, remark and recusal behind the details.
  private func filled(_ rows: [String: String], by juror: String = "j1") throws -> String {
    let lines = try export(juror).components(separatedBy: "\r\n").map { line in
      guard let number = rows.keys.first(where: { line.hasPrefix("fair/\($0);") }) else { return line }
      let cells = line.components(separatedBy: ";")
      return cells.prefix(4).joined(separator: ";") + ";" + (rows[number] ?? "")
    }
    return lines.joined(separator: "\r\n")
  }

  @discardableResult
  private func take(_ form: String, _ more: String..., name: String = "form.csv") throws -> Command.Result {
    try laureat.write(form, to: name)
    return try laureat.run(["scores", "import", name, "--date", "2020-04-02"] + more)
  }

  private func given() throws -> [Value] {
    try laureat.must("scores", "list", "--contest", "fair", "--json").json().list
  }

  // MARK: Going out

  @Test func `a form has what the juror judges, and nothing else`() throws {
    let chair = try export("j1")
    #expect(chair.hasPrefix("\u{FEFF}Конкурс;fair;Ярмарка мастеров;"))
    #expect(chair.contains("Член жюри;j1;Первый;"))
    #expect(
      chair.contains(
        "Номер;Название;Заявитель;Номинация;\"Идея [idea], от 0 до 10\"".replacing("\"", with: "")))
    #expect(["fair/1;", "fair/2;", "fair/3;"].allSatisfy { chair.contains($0) })
    // Not admitted, and of a nomination that the second does not judge.
    #expect(!chair.contains("fair/4"))
    #expect(!(try export("j2").contains("fair/3")))
    #expect(!(try export("j1", "--nomination", "clay").contains("fair/1")))
    // A criterion of another nomination is barred.
    #expect(chair.contains(#/fair/1;Шкатулка;[^;]*;Дерево;;—;;/#))
    #expect(chair.contains(#/fair/3;Горшок;[^;]*;Глина;;;;/#))
  }

  @Test func `who applied stays unknown in a blind contest`() throws {
    try laureat.must(
      "import",
      try laureat.write(
        Documents.announcement(message: 9, rules: PreparedStore.jury + "<rules><blind>true</blind></rules>"),
        to: "b.xml"))
    let form = try export("j1")
    #expect(!form.contains("Заявитель"))
    #expect(!form.contains("Группа"))
  }

  @Test func `a folder gets a workbook for each who judges, the same every time`() throws {
    let result = try laureat.must("scores", "export", "--contest", "fair", "--folder", "sheets", "--json")
    #expect(try laureat.names(in: "sheets") == ["fair-j1.xlsx", "fair-j2.xlsx"])
    #expect(try result.json().map("entries") == [3, 2])
    let first = try laureat.bytes("sheets/fair-j1.xlsx")
    try laureat.must("scores", "export", "--contest", "fair", "--juror", "j1", "-o", "again.xlsx")
    #expect(try laureat.bytes("again.xlsx") == first)
    var rows = try TableFile(bytes: Array(first)).rows()
    var read: [TableRow] = []
    while let row = try rows.next() { read.append(row) }
    let header = try #require(read.first { $0.cells.first?.content == .text("Number") })
    #expect(header.cells.contains { $0.content == .text("Идея [idea], 0 to 10") })
    // The total is computed from the row, and called a sum where criteria have no weights.
    #expect(header.cells.contains { $0.content == .text("Total") })
    #expect(read.last?.cells.contains { $0.hasFormula } == true)
  }

  @Test func `a total by weights is not called a sum`() throws {
    let contest = try JudgedContest(entries: ["a": "wood"])
    let laureat = contest.office.laureat
    try laureat.must("scores", "export", "--contest", "fair", "--juror", "j1", "--lang", "ru", "-o", "j1.xlsx")
    var rows = try TableFile(bytes: Array(try laureat.bytes("j1.xlsx"))).rows()
    var titles: [Cell.Content] = []
    while let row = try rows.next() { titles += row.cells.map(\.content) }
    #expect(titles.contains(.text("Итог с весами")))
    #expect(!titles.contains(.text("Сумма")))
  }

  @Test(arguments: [
    "1 GC-050-0004 --juror nobody -o a.xlsx", "1 GC-040-0086 --juror sec -o a.xlsx",
    "1 GC-050-0002 --juror j1 --nomination none", "64 --folder", "64 --folder --folder x -o y",
    "73 GC-090-0009 --juror j1 -o none/a.xlsx",
  ])
  func `what cannot be made is told`(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let result = try laureat.run(["scores", "export", "--contest", "fair"] + words.dropFirst(2))
    #expect(String(result.status) == words[0])
    #expect(result.errors.contains(words[1]), "\(result.errors)")
    #expect(!laureat.exists("a.xlsx"))
  }

  // MARK: Coming back

  @Test(
    arguments: ["import", "check"], ["form.csv", "form.xlsx", "form.csv --contest fair", "form.xlsx --contest fair"])
  func `a form that is handed to another command is told what takes it`(command: String, form: String) throws {
    let words = form.split(separator: " ").map(String.init)
    let (file, history) = (words[0], try laureat.must("history").output)
    try laureat.must("scores", "export", "--contest", "fair", "--juror", "j1", "-o", file)
    let result = try laureat.run([command] + words)
    #expect(result.status == 65)
    #expect(result.errors.contains("GC-020-0022"), "\(result.errors)")
    #expect(result.errors.contains("laureat scores import FILE"))
    #expect(result.errors.count { $0 == "\n" } == 2, "\(result.errors)")
    #expect(try laureat.must("history").output == history)
  }

  @Test func `a form without a head is known by its criteria`() throws {
    try laureat.write("Номер;Название;Идея [idea], от 0 до 10\nfair/1;Шкатулка;7\n", to: "form.csv")
    #expect(try laureat("import", "form.csv", "--contest", "fair").errors.contains("GC-020-0022"))
    #expect(try laureat("import", "form.csv").errors.contains("GC-020-0022"))
  }

  @Test func `a form is looked at, taken, taken again without a change, and taken back`() throws {
    let form = try filled(["1": "8,5;—;с душой;", "2": "10;—;;", "3": "7;5,5;;"])
    let preview = try take(form, "--preview", "--lang", "ru")
    #expect(preview.output.contains(#/5\s+fair/1\s+Шкатулка\s+8,5; с душой\s+новая оценка/#), "\(preview.output)")
    #expect(preview.errors.contains("ничего не записано"))
    #expect(try given().isEmpty)

    #expect(try take(form, "--lang", "ru").output == "form.csv: лист j1, новых 3\n")
    let ranking = try laureat.must("ranking", "show", "--contest", "fair", "--json").json()
    #expect(ranking[0]["standings"].map("id") == ["typed-2", "typed-1"])
    #expect(ranking[0]["standings"].map("exact") == ["10", "17/2"])
    #expect(ranking[1]["standings"].map("exact") == ["25/2"])
    #expect(try given().map { $0["date"] } == ["2020-04-02", "2020-04-02", "2020-04-02"])

    let events = try laureat.must("history", "--json").json().list.count
    #expect(try take(form, "--date", "2020-04-03").output == "form.csv: sheet of j1, 3 unchanged\n")
    #expect(try laureat.must("history", "--json").json().list.count == events)
    #expect(try given().map { $0["date"] } == ["2020-04-02", "2020-04-02", "2020-04-02"])

    // What was given stands in the next form, and comes back as it is.
    #expect(try export("j1").contains("fair/1;Шкатулка;Группа 1;Дерево;8,5;—;с душой;"))
    #expect(try take(try export("j1")).output.contains("3 unchanged"))

    let changed = try take(try filled(["1": "9;—;;", "2": "10;—;;", "3": "7;5,5;;"]), "--json").json()[0]
    #expect(changed["updated"] == 1)
    #expect(changed["rows"][0]["before"][0]["points"] == .number(8.5))
    #expect(changed["rows"][0]["after"][0]["points"] == 9)
    #expect(changed["rows"][0]["after"][0]["criterion"] == "idea")
    #expect(try laureat.must("history", "--last", "1", "--lang", "ru").output.contains("принят оценочный лист"))
    try laureat.must("undo", "\(events + 1)")
    #expect(try given()[0]["remark"] == "с душой")
    #expect(try laureat("doctor").status == 0)
  }

  @Test func `a juror steps back by giving the reason alone`() throws {
    let result = try take(try filled(["1": "1;—;;", "2": ";—;;моя ученица", "3": ";;;"]), "--json")
    #expect(try result.json()[0]["recusals"] == 1)
    #expect(try result.json()[0]["blank"] == 1)
    #expect(try given().map { $0["recusal"] } == [.null, "моя ученица"])
    #expect(!(try export("j1").contains("fair/2")))
    // Points for what was stepped back from are refused.
    let late = try export("j1") + "fair/2;;;;9;—;;\r\n"
    #expect(try take(late).errors.contains("GC-040-0083"))
  }

  @Test func `an emptied row takes nothing back, and says so`() throws {
    try take(try filled(["1": "1;—;;"]))
    let result = try take(try filled(["1": ";—;;"]))
    #expect(result.status == 0)
    #expect(result.errors.contains("GC-040-0082"))
    #expect(try given().count == 1)
  }

  /// The status, the place and the code, the row, and what is typed into it.
  @Test(arguments: [
    "1 5:5 GC-040-0080 1 11;—;;", "65 5:5 GC-030-0005 1 восемь;—;;", "65 5:5 GC-030-0005 1 -1;—;;",
    "65 5:5 GC-030-0005 1 1,23456;—;;", "65 5:5 GC-020-0048 1 =5+3;—;;", "1 5:6 GC-050-0005 1 5;3;;",
    "1 7:6 GC-040-0082 3 5;;;", "1 5:5 GC-040-0082 1 ;—;хорошо;", "1 5:8 GC-040-0092 1 5;—;;брат",
  ])
  func `a wrong cell is named by its place, and nothing of the form is taken`(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    var rows = ["2": "5;—;;"]
    rows[words[3]] = words[4]
    let result = try take(try filled(rows))
    #expect(String(result.status) == words[0])
    #expect(result.errors.contains("form.csv:\(words[1]): "), "\(result.errors)")
    #expect(result.errors.contains(words[2]), "\(result.errors)")
    #expect(result.errors.components(separatedBy: "error: ").count == 2, "\(result.errors)")
    #expect(result.errors.contains("→"))
    #expect(try given().isEmpty)
  }

  @Test func `all that is wrong is told at once`() throws {
    let errors = try take(try filled(["1": "11;—;;", "2": "много;—;;", "3": "1;99;;"])).errors
    for place in ["form.csv:5:5", "form.csv:6:5", "form.csv:7:6"] { #expect(errors.contains(place), "\(errors)") }
  }

  @Test(arguments: [
    "GC-040-0084 fair/1;;;;5;—;;|fair/1;;;;5;—;;", "GC-050-0003 fair/99;;;;5;—;;", "GC-050-0003 other/1;;;;5;—;;",
    "GC-030-0002 ;;;;5;—;;", "GC-040-0085 fair/4;;;;5;—;;",
  ])
  func `a row that names no entry of the juror's is refused`(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let head = try export("j1").components(separatedBy: "fair/1;")[0]
    let result = try take(head + words[1].replacing("|", with: "\r\n") + "\r\n")
    #expect(result.status != 0)
    #expect(result.errors.contains(words[0]), "\(result.errors)")
    #expect(try given().isEmpty)
  }

  @Test func `a form says whose it is, or the command does`() throws {
    let form = try filled(["1": "5;—;;"])
    #expect(try take(form, "--juror", "j2").errors.contains("GC-040-0091"))
    #expect(try take(form, "--contest", "other").errors.contains("GC-040-0090"))
    #expect(try take(form.replacing(";j1;", with: ";sec;")).errors.contains("GC-040-0086"))
    #expect(try take(form.replacing(";j1;", with: ";nobody;")).errors.contains("form.csv:2:2"))
    #expect(try take(form.replacing(";fair;", with: ";nowhere;")).errors.contains("GC-050-0001"))
    let bare = form.components(separatedBy: "\r\n").dropFirst(3).joined(separator: "\n")
    #expect(try take(bare).errors.contains("GC-020-0052"))
    #expect(try take(bare, "--contest", "fair").errors.contains("--juror"))
    #expect(try take(bare, "--contest", "fair", "--juror", "j1").status == 0)
    #expect(try take("Ведомость;2020\n1;2\n").errors.contains("GC-020-0043"))
    #expect(try laureat("scores", "import", "none.csv").status == 66)
  }

  @Test func `a second juror does not judge what is not his`() throws {
    let form = try filled(["1": "5;;"], by: "j2") + "fair/3;;;;5;;;\r\n"
    #expect(try take(form).errors.contains("GC-040-0086"))
  }

  @Test func `the day is that of the form where the command names none, and never to come`() throws {
    let form = try filled(["1": "5;—;;"]).replacing("Дата;;", with: "Дата;28.03.2020;")
    try laureat.write(form, to: "dated.csv")
    try laureat.must("scores", "import", "dated.csv")
    #expect(try given()[0]["date"] == "2020-03-28")
    let late = try take(form, "--date", "9999-01-01")
    #expect(late.status == 1)
    #expect(late.errors.contains("GC-040-0065"))
  }

  @Test func `of several forms the sound ones are taken`() throws {
    try laureat.write(try filled(["1": "5;—;;"]), to: "a.csv")
    try laureat.write(try filled(["1": "55;;"], by: "j2"), to: "b.csv")
    let result = try laureat("scores", "import", "a.csv", "b.csv", "--json")
    #expect(result.status == 3)
    #expect(try result.json().map("status") == ["accepted", "rejected"])
    #expect(try given().map { $0["juror"] } == ["j1"])
  }

  @Test func `a workbook is read by its titles, wherever its columns stand`() throws {
    let rows: [[SampleCell]] = [
      ["Конкурс", "fair"], ["Член жюри", "j1"], ["Дата", .day(43_922)], [],
      ["Своё", "Идея [idea]", "Глазурь [glaze]", "Номер заявки", "Сумма", "Комментарий"],
      ["x", .number(8), "", .number(1), .formula("SUM(B6)", 8), "с душой"],
      ["y", .number(7), .number(4), "fair/3", .formula("SUM(B7)", 7), ""],
    ]
    try Data(workbook(rows: rows)).write(to: laureat.folder.appending(path: "form.xlsx"))
    try laureat.must("scores", "import", "form.xlsx")
    #expect(try given().map { $0["entry"] } == ["fair/1", "fair/3"])
    #expect(try given()[0]["remark"] == "с душой")
    #expect(try given()[0]["date"] == "2020-04-01")
  }

  @Test func `a column that was deleted is missed once, where its criterion counts`() throws {
    let rows: [[SampleCell]] = [
      ["Конкурс", "fair"], ["Член жюри", "j1"], ["Номер", "Идея [idea]", "Краски [paint]"], ["1", .number(8)],
      ["3", .number(7)],
    ]
    try Data(workbook(rows: rows)).write(to: laureat.folder.appending(path: "form.xlsx"))
    let errors = try laureat("scores", "import", "form.xlsx").errors
    #expect(errors.contains("Sheet1!C3") || errors.contains("!C3"), "\(errors)")
    #expect(errors.contains("GC-050-0005"))
    #expect(errors.components(separatedBy: "GC-020-0046").count == 2, "\(errors)")
  }

  @Test func `once the results are recorded no form is taken`() throws {
    let form = try filled(["1": "5;—;;"])
    try laureat.must("contest", "status", "fair", "completed", "--date", "2020-04-05")
    let result = try take(form)
    #expect(result.status == 1)
    #expect(result.errors.contains("GC-010-0009"))
  }

  @Test func `a form is of the entries that were given to the juror, and of no others`() throws {
    try laureat.must("jury", "assign", "--contest", "fair", "--nomination", "wood", "--juror", "j2", "--balanced", "1")
    #expect(!(try export("j1").contains("fair/1;")))
    #expect(try export("j1").contains("fair/3;"))
    let form = try export("j1").replacing("fair/3;", with: "fair/1;")
    #expect(
      try take(form.replacing(#/(fair\/1;[^;]*;[^;]*;[^;]*);.*/#) { "\($0.1);5;;;" }).errors.contains("GC-040-0088"))
  }

  @Test func `once the jury has ended its work nothing of a form is taken, and forms still show what was given`() throws
  {
    try take(try filled(["1": "5;—;;"]))
    let recusal = try filled(["2": ";—;;моя ученица"])
    let points = try filled(["1": "6;—;;", "2": "7;—;;", "3": "4;1,5;;"])
    try laureat.must("jury", "close", "--contest", "fair", "--reason", "болезнь", "--date", "2020-04-03")
    for form in [recusal, points] {
      let result = try take(form)
      #expect(result.status == 1)
      // Once for the form, however many lines it has.
      #expect(result.errors.ranges(of: "GC-040-0087").count == 1, "\(result.errors)")
    }
    #expect(try given().count == 1)
    #expect(try export("j1").contains("fair/1;Шкатулка;Группа 1;Дерево;5;"))
  }

  @Test(arguments: [("2020-02-20", 1), ("2020-03-09", 1), ("2020-03-10", 0)])
  func `a form older than what it judges is taken, and its day told once`(day: String, warnings: Int) throws {
    try laureat.write(try filled(["1": "5;—;;", "2": "7;—;;"]), to: "early.csv")
    let result = try laureat("scores", "import", "early.csv", "--date", day)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.ranges(of: "GC-040-0093").count == warnings, "\(result.errors)")
    #expect(try given().count == 2)
  }

  @Test func `what was given is listed, juror by juror`() throws {
    try take(try filled(["1": "5;—;;", "3": "4;1,5;;"]))
    try take(try filled(["1": "7;;"], by: "j2"))
    #expect(try given().map { $0["total"] } == ["5.0000", "5.5000", "7.0000"])
    #expect(try laureat.must("scores", "list", "--contest", "fair", "--juror", "j2", "--json").json().list.count == 1)
    #expect(try laureat.must("scores", "list", "--contest", "fair", "--lang", "ru").output.contains("Второй"))
    #expect(try laureat("scores", "list", "--contest", "fair", "--juror", "nobody").status == 1)
    try laureat.must("scores", "list", "--contest", "fair", "-o", "list.csv", "--lang", "ru")
    #expect(try laureat.text("list.csv").contains("Первый;fair/3;Горшок;4;1,5;5,5;02.04.2020;;"))
  }
}

extension PreparedStore {
  /// Two jurors, of whom the second judges one nomination, and a secretary; a criterion for clay alone.
  fileprivate static let jury = """
    <criterion id="idea" maximum="10"><title>Идея</title></criterion>
    <criterion id="glaze" maximum="5.5"><title>Глазурь</title><nomination>clay</nomination></criterion>
    <juror id="j1" role="chair"><name>Первый</name></juror>
    <juror id="j2" role="member"><name>Второй</name><nomination>wood</nomination></juror>
    <juror id="sec" role="secretary"><name>Третий</name></juror>
    """

  /// Two entries of wood and one of clay that compete, and one that does not.
  fileprivate static let judged = PreparedStore { laureat in
    try laureat.must("import", try laureat.write(Documents.announcement(rules: jury), to: "fair.xml"))
    for (number, nomination, title) in [
      ("1", "wood", "Шкатулка"), ("2", "wood", "Ложка"), ("3", "clay", "Горшок"), ("4", "wood", "Ковш"),
    ] {
      try laureat.must(
        "entry", "add", "--contest", "fair", "--nomination", nomination, "--title", title, "--group",
        "Группа \(number)",
        "--date", "2020-03-10", "--processing-consent")
    }
    try laureat.must("entry", "admit", "fair/1", "fair/2", "fair/3", "--date", "2020-03-25")
  }
}
