import Foundation
import Testing

/// Contests typed by hand with all their rules, changed, and held again.
struct ContestRulesTests {
  let office: Office
  var laureat: Command { office.laureat }

  init() throws {
    office = try Office("city", title: "Администрация города")
  }

  private static let everything = [
    "--edition", "XII", "--description", "О ремёслах", "--eligibility", "Жители города", "--stage-of",
    "region-2020=Областная ярмарка", "--programme", "Культура", "--act", "О ярмарке", "--act-number", "12-р",
    "--act-date", "2020-01-20", "--opens", "2020-02-29", "--closes", "2020-03-31", "--judging", "2020-04-02",
    "--results", "2020-04-20", "--prize-fund", "10 000,50",
    "--nomination", "wood=Дерево", "--nomination", "clay=Глина", "--nomination", "jury+=Приз жюри",
    "--prize", "1:1=Диплом I степени", "--prize", "2:2=Диплом II степени", "--prize", "clay/1:3=Кубок", "--prize",
    "jury/1=Приз жюри", "--age-group", "wood:7-10=Младшие", "--age-group", "wood:11+=Старшие", "--age-group",
    "clay:-6=Малыши", "--age-group", "clay=Семьи", "--nomination-minimum", "wood=2", "--nomination-pass-mark",
    "wood=15,5",
    "--criterion", "idea:10:60=Замысел", "--criterion", "work:5:40=Исполнение",
    "--juror", "petrova:chair=Петрова А. А., директор школы", "--juror", "orlov=Орлов П. С.", "--juror",
    "zimina:secretary@wood,clay=Зимина К. Л.",
    "--aggregation", "trimmedMean", "--tie-break", "criterionOrder", "--tie-break", "vote", "--tie-break", "chair",
    "--shared-places", "--places-by-age-group", "--one-win", "--quorum", "2/3", "--pass-mark", "4,5",
    "--minimum-entries", "3", "--blind",
    "--publication", "none",
  ]

  @discardableResult
  private func create(_ arguments: [String], id: String = "fair") throws -> Command.Result {
    try laureat.run(
      ["contest", "create", "--id", id, "--title", "Ярмарка 2020", "--year", "2020", "--date", "2020-02-01"]
        + arguments)
  }

  private func announcement(_ id: String = "fair") throws -> String {
    String(decoding: try office.send("announcement", "--contest", id), as: UTF8.self)
  }

  @Test func `all the rules of a contest can be typed, and an announcement says them`() throws {
    let created = try create(Self.everything)
    #expect(created.status == 0, "\(created.errors)")
    let file = try announcement()
    for said in [
      "<edition>XII</edition>", "<description>О ремёслах</description>", "<eligibility>Жители города</eligibility>",
      "region-2020", "<approvingAct>", "<number>12-р</number>", "<opens>2020-02-29</opens>",
      "<judging>2020-04-02</judging>", "<results>2020-04-20</results>", "10000.50", "acceptsApplications=\"false\"",
      "<ageGroup minimum=\"7\" maximum=\"10\">Младшие</ageGroup>", "<ageGroup minimum=\"11\">Старшие</ageGroup>",
      "<ageGroup maximum=\"6\">Малыши</ageGroup>", "<ageGroup>Семьи</ageGroup>", "<minimumEntries>2</minimumEntries>",
      "<passMark>15.5</passMark>", "weight=\"60\"", "maximum=\"5\"", "role=\"chair\"", "<post>директор школы</post>",
      "<aggregation>trimmedMean</aggregation>", "<quorum>2/3</quorum>", "<passMark>4.5</passMark>",
      "<publication>none</publication>", "<placesByAgeGroup>true</placesByAgeGroup>",
    ] {
      #expect(file.contains(said), "\(said) in \(file)")
    }
    let ties = try #require(file.range(of: "criterionOrder"))
    #expect(file[ties.upperBound...].contains("vote"))
    // It is a document in order, and says the same elsewhere.
    let other = try Office("region", title: "Область")
    #expect(try other.take(Data(file.utf8)).status == 0)
    let text = try laureat.must("contest", "show", "fair", "--lang", "ru").output
    for said in [
      "Замысел", "средний балл без высшего и низшего", "критерии по порядку, затем голосование жюри", "2/3",
      "у каждой возрастной группы свои места", "имена не публикуются", "директор школы",
    ] {
      #expect(text.contains(said), "\(said)")
    }
    #expect(!(try laureat.must("contest", "show", "fair", "--lang", "en").output.contains("между равными")))
  }

  @Test(arguments: [
    ["--criterion", "idea"], ["--criterion", "idea:x=Идея"], ["--criterion", "idea:5:40:1=Идея"],
    ["--criterion", "idea@=Идея"], ["--juror", "petrova"], ["--juror", "petrova:queen=Петрова"],
    ["--juror", "petrova="], ["--age-group", "wood:7-=Группа"], ["--age-group", "wood:old=Группа"],
    ["--age-group", "wood:7-151=Группа"], ["--quorum", "3/2"], ["--quorum", "half"], ["--aggregation", "best"],
    ["--tie-break", "dice"], ["--tie-break", "vote", "--tie-break", "vote"], ["--pass-mark", "-1"],
    ["--minimum-entries", "-1"], ["--publication", "some"], ["--nomination-minimum", "wood"],
    ["--nomination", "wood=Дерево", "--nomination-pass-mark", "wood=x"], ["--prize", "a/b/1=Приз"],
    ["--act", "О ярмарке"], ["--act-date", "2020-01-01"], ["--prize-fund", "1,300"],
  ])
  func `what cannot be read is a usage error and creates nothing`(arguments: [String]) throws {
    let result = try create(arguments)
    #expect(result.status == 64, "\(result.errors)")
    #expect(!result.errors.isEmpty)
    #expect(!result.errors.contains("Failure"))
    #expect(try office.json("contest", "list") == [])
  }

  @Test(arguments: [
    (["--prize", "stone/1:1=Приз"], "GC-050-0002"), (["--age-group", "stone:7-10=Группа"], "GC-050-0002"),
    (["--nomination", "wood=Дерево", "--age-group", "wood:10-7=Группа"], "GC-040-0025"),
    (["--criterion", "a:5:60=А", "--criterion", "b:5:30=Б"], "GC-040-0021"),
    (["--juror", "a:chair=А", "--juror", "b:chair=Б"], "GC-040-0026"),
    (["--juror", "a@stone=А"], "GC-050-0002"), (["--closes", "2020-03-01", "--judging", "2020-02-01"], "GC-040-0023"),
    (["--juror", "a=А", "--juror", "a=Б"], "GC-040-0020"),
  ])
  func `rules that contradict one another are refused`(arguments: [String], code: String) throws {
    let result = try create(arguments)
    #expect(result.status == 1)
    #expect(result.errors.contains(code), "\(result.errors)")
    #expect(try office.json("contest", "list") == [])
  }

  // MARK: Changes

  @Test func `a change says only what changes`() throws {
    try create(Self.everything)
    try laureat.must(
      "contest", "edit", "fair", "--closes", "2020-03-30", "--no-shared-places", "--nomination", "clay=Глина и фарфор",
      "--clear", "passMark", "--prize", "clay/1:1=Ваза")
    let after = try announcement()
    #expect(after.contains("<closes>2020-03-30</closes>"))
    #expect(after.contains("Глина и фарфор"))
    #expect(after.contains("Ваза"))
    #expect(!after.contains("Кубок"))
    #expect(!after.contains("<passMark>4.5</passMark>"))
    #expect(after.contains("<quorum>2/3</quorum>"))
    #expect(after.contains("Малыши"))
  }

  @Test func `a change is taken back`() throws {
    try create(Self.everything)
    let before = try laureat.must("contest", "show", "fair").output
    try laureat.must("contest", "edit", "fair", "--criterion", "idea:9:60=Мысль", "--clear", "quorum", "--dry-run")
    #expect(try laureat.must("contest", "show", "fair").output == before)
    // The weights of the others no longer make up the whole.
    #expect(try laureat("contest", "edit", "fair", "--criterion", "size:5:10=Размер").errors.contains("GC-040-0021"))
    try laureat.must("contest", "edit", "fair", "--criterion", "idea:9:60=Мысль", "--clear", "quorum")
    #expect(try laureat.must("contest", "show", "fair").output != before)
    try laureat.must("undo", try #require(office.json("history").list.last?["id"].int.map(String.init)))
    #expect(try laureat.must("contest", "show", "fair").output == before)
  }

  @Test func `what points were given by stays, and so does what is decided`() throws {
    try create(["--nomination", "wood=Дерево", "--criterion", "idea=Идея", "--juror", "j1=Первый"])
    _ = try office.take(Documents.applications(Documents.application("a")))
    func edit(_ arguments: String...) throws -> Command.Result {
      try laureat.run(["contest", "edit", "fair"] + arguments)
    }
    let dropped = try edit("--drop-nomination", "wood")
    #expect(dropped.status == 1)
    #expect(dropped.errors.contains("GC-050-0002"))
    #expect(try edit("--drop-nomination", "stone").errors.contains("GC-050-0002"))
    #expect(try edit("--drop-criterion", "size").errors.contains("GC-050-0005"))
    #expect(try edit("--criterion", "idea:5=Идея").status == 0)
    try laureat.must("entry", "admit", "--contest", "fair", "--all", "--date", "2020-03-25")
    let sheet = """
      <scoreSheet id="s" juror="j1" entry="a"><date>2020-04-01</date><points criterion="idea">5</points></scoreSheet>
      """
    let taken = try office.take(
      Documents.document(
        "scoreSheets", attributes: " contest=\"fair\"", message: 20, count: 1, sender: Documents.city, sheet))
    #expect(taken.status == 0, "\(taken.verdict)")
    for arguments in [["--criterion", "idea:10=Идея"], ["--drop-criterion", "idea"], ["--aggregation", "sum"]] {
      let refused = try laureat.run(["contest", "edit", "fair"] + arguments)
      #expect(refused.status == 1)
      #expect(refused.errors.contains("GC-040-0028"))
    }
    #expect(try edit("--results", "2020-05-01").status == 0)
    try laureat.must(
      "winner", "record", "--contest", "fair", "--entry", "1", "--place", "1", "--protocol", "1", "--date",
      "2020-04-10")
    #expect(try edit("--results", "2020-05-02").errors.contains("GC-040-0028"))
  }

  // MARK: Held again

  @Test func `last year's contest is this year's, without what came of it`() throws {
    try create(Self.everything)
    _ = try office.take(Documents.applications(Documents.application("a", participants: 1)))
    try laureat.must("contest", "clone", "fair", "--id", "fair-2021", "--year", "2021", "--date", "2021-01-25")
    let clone = try office.json("contest", "show", "fair-2021")
    #expect(clone["title"] == "Ярмарка 2021")
    #expect(clone["year"] == 2021)
    #expect(clone["applications"] == 0)
    #expect(clone["status"] == "announced")
    #expect(clone["nominations"].map("id") == ["wood", "clay", "jury"])
    let file = try announcement("fair-2021")
    for said in [
      "<edition>XIII</edition>", "<opens>2021-02-28</opens>", "<results>2021-04-20</results>", "Малыши", "Кубок",
      "<quorum>2/3</quorum>", "Петрова",
    ] {
      #expect(file.contains(said), "\(said)")
    }
    #expect(!file.contains("approvingAct"))
    #expect(try office.json("jury", "list", "--contest", "fair-2021").map("id") == ["petrova", "orlov", "zimina"])
    #expect(try office.json("history").list.last { $0["kind"] == "contest.clone" }?["detail"] == "fair")
  }

  @Test func `the days of a clone are given, moved or left out`() throws {
    try create(Self.everything)
    try laureat.must(
      "contest", "clone", "fair", "--id", "given", "--year", "2021", "--opens", "2021-03-05", "--title", "Другая")
    #expect(try announcement("given").contains("<opens>2021-03-05</opens>"))
    #expect(try announcement("given").contains("<closes>2021-03-31</closes>"))
    #expect(try office.json("contest", "show", "given")["title"] == "Другая")
    try laureat.must("contest", "clone", "fair", "--id", "bare", "--year", "2021", "--without-days")
    #expect(!(try announcement("bare").contains("<schedule>")))
    let refused = try laureat("contest", "clone", "fair", "--id", "late", "--year", "2021", "--opens", "2021-09-01")
    #expect(refused.errors.contains("GC-040-0023"))
    #expect(try laureat("contest", "clone", "fair", "--id", "given", "--year", "2022").errors.contains("GC-040-0020"))
    #expect(try laureat("contest", "clone", "nothing", "--id", "x", "--year", "2022").errors.contains("GC-050-0001"))
    #expect(try laureat("contest", "clone", "fair", "--id", "x", "--year", "3000").status == 64)
    try laureat.must("contest", "clone", "fair", "--id", "dry", "--year", "2021", "--dry-run")
    #expect(try office.json("contest", "list").list.count == 3)
  }
}
