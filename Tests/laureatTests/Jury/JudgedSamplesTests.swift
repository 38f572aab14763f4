import Foundation
import Testing

/// A contest of the samples judged from score sheets to diplomas. Its points are invented, and added up here by hand.
struct JudgedSamplesTests {
  private let laureat: Command
  private let contest = ["--contest", "city-of-ideas-2020"]
  private static let form = Command.sample("jury/city-of-ideas-2020-juror-4.csv")

  init() throws {
    laureat = try Command(.judgedSamples)
  }

  private func must(_ arguments: String...) throws -> Command.Result {
    try laureat.must(arguments.prefix(2) + contest + arguments.dropFirst(2))
  }

  private func decide() throws {
    _ = try must(
      "jury", "tie", "--method", "chair", "--order", "6,1", "--date", "2020-03-27", "--reason", "ближе к памятной дате")
  }

  private func record() throws {
    try decide()
    _ = try must("winner", "record", "--all", "--protocol", "1", "--date", "2020-03-27")
  }

  /// Sums of the criteria over the jurors who scored an entry; idea, use and quality weigh 40, 35 and 25 percent.
  ///
  ///     8   29    27    25     11.6 +  9.45 + 6.25 = 27.3    / 3 = 9.1      idea 29 / 3 = 9.67
  ///     3   37    36    36     14.8 + 12.6  + 9    = 36.4    / 4 = 9.1      idea 37 / 4 = 9.25
  ///     1   34.5  33    34     13.8 + 11.55 + 8.5  = 33.85   / 4 = 8.4625
  ///     6   34.5  33    34     as entry 1, criterion by criterion
  ///     7   32    29    31     12.8 + 10.15 + 7.75 = 30.7    / 4 = 7.675
  ///     2   32    29    29     12.8 + 10.15 + 7.25 = 30.2    / 4 = 7.55
  ///     5   31    26    33     12.4 +  9.1  + 8.25 = 29.75   / 4 = 7.4375
  ///     4   30    28    27     12   +  9.8  + 6.75 = 28.55   / 4 = 7.1375
  @Test func `the sheets give the order that was computed by hand`() throws {
    let standings = try must("ranking", "show", "--json").json()[0]["standings"]
    #expect(standings.map("id") == ["I-8", "I-3", "I-1", "I-6", "I-7", "I-2", "I-5", "I-4"])
    #expect(
      standings.map("points") == [
        "9.1000", "9.1000", "8.4625", "8.4625", "7.6750", "7.5500", "7.4375", "7.1375",
      ])
    #expect(standings.map("exact") == ["91/10", "91/10", "677/80", "677/80", "307/40", "151/20", "119/16", "571/80"])
    #expect(standings.map("rank") == [1, 2, 3, 3, 5, 6, 7, 8])
    #expect(standings.map("shared") == [false, false, true, true, false, false, false, false])
    #expect(
      standings.map("decidedBy") == ["criterion idea", "criterion idea", .null, .null, .null, .null, .null, .null])
    #expect(standings.list.map { $0["jurors"].list.count } == [3, 4, 4, 4, 4, 4, 4, 4])
  }

  @Test func `what the points do not decide is not recorded before the chair decides it`() throws {
    let record = ["winner", "record"] + contest + ["--all", "--protocol", "1", "--date", "2020-03-27"]
    let early = try laureat.run(record)
    #expect(early.status == 1)
    #expect(early.errors.contains("GC-040-0301"))
    #expect(try must("winner", "list", "--json").json() == [])
    try decide()
    try laureat.must(record)
    let winners = try must("winner", "list", "--json").json()
    #expect(winners.map("entry") == ["city-of-ideas-2020/8", "city-of-ideas-2020/3", "city-of-ideas-2020/6"])
    #expect(winners.map("place") == [1, 2, 3])
    #expect(winners.map("prize") == ["Диплом I степени", "Диплом II степени", "Диплом III степени"])
  }

  @Test func `the form of the samples is one that the command gives out`() throws {
    let out = try must("scores", "export", "--juror", "juror-4", "--format", "csv", "--lang", "ru").output
    let sample = String(decoding: try Data(contentsOf: URL(filePath: Self.form)), as: UTF8.self)
    let isDay = { (line: String) in line.hasPrefix("Дата;") }
    let lines = sample.components(separatedBy: "\r\n").filter { !isDay($0) }
    #expect(out.components(separatedBy: "\r\n").filter { !isDay($0) } == lines)
    #expect(try laureat.must("scores", "import", Self.form).output.contains("8 unchanged"))
  }

  @Test func `every juror has judged all that is his`() throws {
    let points = try must("scores", "list", "--json").json()
    #expect(points.list.filter { $0["recusal"] == .null }.count == 31)
    let recusals = points.list.filter { $0["recusal"] != .null }
    #expect(recusals.map { $0["juror"] } == ["juror-3"])
    #expect(recusals.map { $0["entry"] } == ["city-of-ideas-2020/8"])
  }

  @Test func `the protocol proves its places to a stranger, and one changed point does not`() throws {
    try record()
    _ = try must("export", "results", "-o", "results.xml")
    let stranger = try Command()
    let bundle = try laureat.text("results.xml")
    try stranger.write(bundle, to: "results.xml")
    let answer = try stranger.must("verify", "results.xml", "--json").json()
    #expect(answer["places"] == 3)
    #expect(answer["sheets"] == 31)
    let point = try #require(bundle.firstRange(of: "<points criterion=\"idea\">9<"))
    try stranger.write(
      bundle.replacingCharacters(in: point, with: "<points criterion=\"idea\">10<"), to: "forged.xml")
    let forged = try stranger("verify", "forged.xml", "--json")
    #expect(forged.status == 1)
    let line = bundle[..<point.lowerBound].count { $0 == "\n" } + 1
    #expect(try forged.json()["diagnostics"].first("code", "GC-040-0310")["line"].int == line)
  }

  @Test func `the places change no figure of the report but their own`() throws {
    let before = try Command(.samples).must("report", "year", "--year", "2020", "--json").json()
    try record()
    let after = try laureat.must("report", "year", "--year", "2020", "--json").json()
    for contest in before["contests"].list {
      let judged = after["contests"].first("title", contest["title"])
      let isJudged = contest["title"] == "Город друзей – город идей"
      #expect(judged["winners"] == (isJudged ? 3 : contest["winners"]))
      for figure in ["applications", "participants", "works", "achievements"] {
        #expect(judged[figure] == contest[figure], "\(figure) of \(contest["title"])")
      }
    }
    #expect(after["outcomes"] == before["outcomes"])
    #expect(after["grants"] == before["grants"])
  }

  @Test func `each who was placed gets a diploma`() throws {
    try record()
    let diplomas = try laureat.must(["diploma"] + contest + ["--dry-run", "--json"]).json()
    let holders = zip(diplomas.map("name"), diplomas.map("place"))
    #expect(
      Set(holders.map { "\($0.string ?? "") \($1.int ?? 0)" }) == [
        "Окружной комитет ТОС Ленинского района 1", "Окружной комитет ТОС ж.р. Ягуновский, Пионер 2",
        "Окружной комитет ТОС Центрального района 3",
      ])
  }
}

extension PreparedStore {
  /// The year 2020 with the jury's work on one of its contests done, and nothing decided.
  static let judgedSamples = PreparedStore { laureat in
    try PreparedStore.samples.copy(to: laureat.store)
    try laureat.must("entry", "admit", "--contest", "city-of-ideas-2020", "--all", "--date", "2020-03-23")
    try laureat.must("import", Command.sample("jury/city-of-ideas-2020-score-sheets.xml"))
    try laureat.must("scores", "import", Command.sample("jury/city-of-ideas-2020-juror-4.csv"))
  }
}
