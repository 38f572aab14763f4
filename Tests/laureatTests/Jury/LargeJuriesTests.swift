import Foundation
import Testing

/// The large contests of the samples, judged from sheets to minutes. What the rules give is worked out here a second
/// time, from the sheets themselves.
struct LargeJuriesTests {
  private let laureat: Command

  init() throws {
    laureat = try Command(.largeJuries)
  }

  private func standings(_ contest: String, _ nomination: String? = nil) throws -> [Value] {
    let filter = nomination.map { ["--nomination", $0] } ?? []
    return try laureat.must(["ranking", "show", "--contest", contest, "--json"] + filter).json()[0]["standings"].list
  }

  private func record(_ contest: String, _ more: String...) throws -> Command.Result {
    try laureat.run(
      ["winner", "record", "--contest", contest, "--all", "--protocol", "1", "--date", "2020-12-28"] + more)
  }

  /// - Parameter figures: The greater, the better.
  private func expect(_ standings: [Value], give figures: [String: Double]) throws {
    #expect(Set(standings.compactMap { $0["id"].string }) == Set(figures.keys))
    for standing in standings {
      let figure = try #require(figures[standing["id"].string ?? ""])
      let shown = try #require(standing["points"].string.flatMap(Double.init))
      #expect(abs(shown - figure) < 0.000_051, "\(standing["entry"])")
    }
    let shown = standings.compactMap { figures[$0["id"].string ?? ""] }
    #expect(zip(shown, shown.dropFirst()).allSatisfy { $0 > $1 - 1e-9 })
  }

  @Test func `every sheet is of a juror whom the shares gave the entry`() throws {
    let progress = try laureat.must("jury", "progress", "--contest", "snow-2020", "--json").json()
    #expect(progress["missing"] == 0)
    #expect(progress["beyond"] == 0)
    #expect(progress["recused"] == 2)
    #expect(Set(progress["jurors"].map("toJudge").compactMap(\.int)) == [263, 264, 265])
  }

  @Test func `the sum of the points orders the photographs, and equals share a place`() throws {
    let sums = try Sheets("newyear-2020").totals().mapValues { totals in totals.values.reduce(0, +) }
    try expect(standings("newyear-2020"), give: sums)
    try #require(record("newyear-2020").status == 0)
    let winners = try laureat.must("winner", "list", "--contest", "newyear-2020", "--json").json()
    #expect(winners.map("place") == [1, 1, 2, 2, 2, 2, 3])
    for (entry, place) in zip(winners.map("entry"), winners.map("place")) {
      let id = "N-" + "00\(entry.string?.split(separator: "/").last ?? "")".suffix(3)
      #expect(sums[id].map { sum in Set(sums.values.filter { $0 > sum }).count + 1 } == place.int, "\(id)")
    }
  }

  @Test func `the highest and the lowest of a committee's totals do not count`() throws {
    let weights = ["report": 0.5, "residents": 0.3, "order": 0.2]
    let means = try Sheets("tos-2020").totals(weights).mapValues { totals in
      let kept = totals.values.sorted().dropFirst().dropLast()
      return kept.reduce(0, +) / Double(kept.count)
    }
    for nomination in ["district-committee", "street-committee", "house-committee"] {
      let standings = try standings("tos-2020", nomination)
      try expect(standings, give: means.filter { id, _ in standings.contains { $0["id"].string == id } })
      // Nobody below the pass mark is placed, and that is above some.
      #expect(standings.contains { $0["passes"] == false })
    }
  }

  /// The share of his rivals that a juror puts an entry before, equals counting half; the mean over its jurors.
  @Test func `what a juror puts before what orders the snow, not how generous he is`() throws {
    let totals = try Sheets("snow-2020").totals()
    for nomination in ["tradition", "workshop"] {
      let standings = try standings("snow-2020", nomination)
      let ids = standings.compactMap { $0["id"].string }
      let counts = ids.reduce(into: [String: Double]()) { counts, id in
        let shares = (totals[id] ?? [:]).map { juror, total in
          let rivals = ids.filter { $0 != id }.compactMap { totals[$0]?[juror] }
          let points = rivals.reduce(0.0) { $0 + ($1 < total ? 1 : $1 == total ? 0.5 : 0) }
          return points / Double(rivals.count)
        }
        counts[id] = shares.reduce(0, +) / Double(shares.count)
      }
      try expect(standings, give: counts)
    }
  }

  @Test func `a place is withheld, and the best take the next`() throws {
    let first = try standings("snow-2020", "open-gates")[0]["entry"]
    try #require(record("snow-2020", "--absent", "juror-6", "--withhold", "open-gates/1").status == 0)
    let winners = try laureat.must("winner", "list", "--contest", "snow-2020", "--json").json()
    #expect(winners.list.count == 29)
    let gates = winners.list.filter { $0["nomination"] == "open-gates" }
    #expect(gates.map { $0["place"] } == [2, 2, 3, 3, 3])
    #expect(gates.first { $0["entry"] == first }?["place"] == 2)
  }

  @Test func `nothing is recorded before the chair decides, and a stranger can prove what is`() throws {
    let early = try record("tos-2020", "--absent", "juror-6")
    #expect(early.status == 1)
    #expect(early.errors.contains("GC-040-0301"))
    #expect(try laureat.must("winner", "list", "--contest", "tos-2020", "--json").json() == [])
    try laureat.must(
      "jury", "tie", "--contest", "tos-2020", "--nomination", "district-committee", "--method", "chair", "--order",
      "330,297", "--date", "2020-10-29", "--reason", "больше собраний")
    try #require(record("tos-2020", "--absent", "juror-6").status == 0)
    try laureat.must("export", "results", "--contest", "tos-2020", "-o", "results.xml")
    let stranger = try Command()
    let answer = try stranger.must("verify", laureat.path("results.xml"), "--json").json()
    #expect(answer["places"] == 18)
    #expect(answer["sheets"] == 899)
    let applicants = try laureat.must("winner", "list", "--contest", "tos-2020", "--json").json().map("applicant")
    #expect(Set(applicants).count == 18)
  }

  @Test func `authors of photographs stay unknown to the jury`() throws {
    let form = try laureat.must(
      "scores", "export", "--contest", "newyear-2020", "--juror", "juror-3", "--format", "csv", "--lang", "ru"
    ).output
    #expect(form.contains("Новогоднее настроение [mood], от 0 до 10"))
    #expect(!form.contains("Заявитель"))
  }

  @Test func `minutes on many entries are short, and an annex has the order of all`() throws {
    try #require(record("snow-2020").status == 0)
    let text = try laureat.must("protocol", "--contest", "snow-2020", "--lang", "ru").output.plain
    let parts = text.components(separatedBy: "Приложение к протоколу от 28 декабря 2020 г. № 1")
    try #require(parts.count == 2)
    #expect(parts[0].count { $0 == "\n" } < 250)
    #expect(parts[0].contains("Всего оценивалось 142 заявки; порядок всех — в приложении к протоколу."))
    #expect(parts[0].contains("Председатель жюри ____________________ / М. С. Ершова /"))
    let rows = parts[1].components(separatedBy: "ООО «Управляющая компания").count - 1
    #expect(rows == 96)
    let told = try laureat.must("protocol", "--contest", "snow-2020", "--by-juror", "--lang", "ru").output.plain
      .components(separatedBy: "Приложение к протоколу")
    #expect(told.count == 2)
    #expect(!told[0].contains("Г. А. Миронов  "))
    #expect(told[1].contains("Г. А. Миронов  "))
    try laureat.must("protocol", "--contest", "snow-2020", "--format", "pdf", "-o", "p.pdf", "--lang", "ru")
    let signed = try laureat.shell("pdftotext -f 6 -l 6 p.pdf -").output.plain
    #expect(signed.contains("О. И. Белова"))
    #expect(try laureat.shell("pdftotext -f 7 -l 7 p.pdf -").output.plain.contains("Приложение к протоколу"))
  }

  @Test func `those refused for one reason are told by their numbers`() throws {
    try laureat.must(
      "jury", "tie", "--contest", "tos-2020", "--nomination", "district-committee", "--method", "chair", "--order",
      "330,297", "--date", "2020-10-29", "--reason", "больше собраний")
    try #require(record("tos-2020").status == 0)
    let text = try laureat.must("protocol", "--contest", "tos-2020", "--lang", "ru").output.plain
    #expect(text.contains("не выдвинута районом: 971 заявка, № 1–11, 13–16, 20–27, 29–31,"))
  }

  @Test func `the places change no figure of the report but their own`() throws {
    try #require(record("newyear-2020").status == 0)
    let before = try Command(.samples).must("report", "year", "--year", "2020", "--json").json()
    let after = try laureat.must("report", "year", "--year", "2020", "--json").json()
    for contest in before["contests"].list {
      let judged = after["contests"].first("title", contest["title"])
      for figure in ["applications", "participants", "works", "achievements"] {
        #expect(judged[figure] == contest[figure], "\(figure) of \(contest["title"])")
      }
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/python3")))
  func `the samples are what their generator writes`() throws {
    for part in ["generate.py", "generator"] {
      try FileManager.default.copyItem(atPath: Command.sample(part), toPath: laureat.path(part))
    }
    try #require(laureat.shell("mkdir jury && python3 -B generate.py").status == 0)
    let names = try laureat.names(in: "jury") + ["snow-2020-applications.xml", "teplo-2020-results.xml"]
    for name in names {
      let file = FileManager.default.fileExists(atPath: laureat.path("jury/\(name)")) ? "jury/\(name)" : name
      #expect(try laureat.bytes(file) == Data(contentsOf: URL(filePath: Command.sample(file))), "\(file)")
    }
  }
}

/// The points in a file of sheets, read without a parser of ours.
private struct Sheets {
  /// By entry and juror, the points by criterion.
  private var points: [String: [String: [String: Double]]] = [:]

  init(_ contest: String) throws {
    let text = try String(contentsOfFile: Command.sample("jury/\(contest)-score-sheets.xml"), encoding: .utf8)
    for sheet in text.matches(
      of: #/<scoreSheet id="[^"]*" juror="([^"]*)" entry="([^"]*)">(.*?)</scoreSheet>/#.dotMatchesNewlines())
    {
      for mark in sheet.3.matches(of: #/<points criterion="([^"]*)">([^<]*)</points>/#) {
        points[String(sheet.2), default: [:]][String(sheet.1), default: [:]][String(mark.1)] = Double(mark.2)
      }
    }
  }

  /// The total of each juror by entry.
  func totals(_ weights: [String: Double] = [:]) -> [String: [String: Double]] {
    points.mapValues { jurors in
      jurors.mapValues { marks in marks.reduce(0) { $0 + $1.value * (weights[$1.key] ?? 1) } }
    }
  }
}

extension PreparedStore {
  /// The year 2020 with three large juries' work done, and nothing decided.
  static let largeJuries = PreparedStore { laureat in
    try PreparedStore.samples.copy(to: laureat.store)
    let list = try String(contentsOfFile: Command.sample("jury/tos-2020-not-put-forward.txt"), encoding: .utf8)
    try laureat.must(
      ["entry", "refuse", "--date", "2020-10-19", "--reason", "не выдвинута районом"]
        + list.split(separator: "\n").map(String.init))
    for (contest, date) in [("snow-2020", "2020-12-21"), ("tos-2020", "2020-10-19"), ("newyear-2020", "2020-01-17")] {
      try laureat.must("entry", "admit", "--contest", contest, "--all", "--date", date)
      if contest == "snow-2020" { try laureat.must("jury", "assign", "--contest", contest, "--balanced", "3") }
      try laureat.must("import", Command.sample("jury/\(contest)-score-sheets.xml"))
    }
    try laureat.must("jury", "close", "--contest", "tos-2020", "--reason", "болезнь", "--date", "2020-10-28")
  }
}
