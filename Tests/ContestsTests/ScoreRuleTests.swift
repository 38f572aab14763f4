import Contests
import Primitives
import Testing

/// What a juror's sheet must keep.
struct ScoreRuleTests {
  private let panel: Panel

  private static func id(_ text: String) throws -> Identifier { try #require(Identifier(text)) }

  init() throws {
    var contest = try Contest(
      id: Self.id("fair"), title: "Ярмарка", year: 2020, organiser: Organisation(id: Self.id("city"), title: "Город"))
    contest.criteria = [
      Criterion(id: try Self.id("idea"), title: "Идея", maximum: ExactDecimal(10)),
      Criterion(
        id: try Self.id("glaze"), title: "Глазурь", maximum: ExactDecimal(5), nominations: [try Self.id("clay")]),
    ]
    contest.jury = [
      Juror(id: try Self.id("chair"), name: "А", role: .chair),
      Juror(id: try Self.id("keeper"), name: "Б", role: .secretary),
      Juror(id: try Self.id("potter"), name: "В", nominations: [try Self.id("clay")]),
    ]
    let recusal = Recusal(
      id: try Self.id("r"), juror: try Self.id("chair"), entry: try Self.id("kin"),
      date: Day("2020-04-01"), reason: "родственник")
    panel = Panel(contest: contest, recusals: [recusal])
  }

  private func codes(
    _ juror: String, on entry: String = "e", in nomination: String = "wood", _ status: EntryStatus = .admitted,
    marks: [(String, Int32)]
  ) throws -> [Diagnostic.Code] {
    let sheet = ScoreSheet(
      id: try Self.id("s"), juror: try Self.id(juror), entry: try Self.id(entry),
      date: Day("2020-04-01"),
      marks: try marks.map { .init(criterion: try Self.id($0), points: ExactDecimal($1)) })
    let scored = ScoredEntry(nomination: try Self.id(nomination), status: status)
    let findings = ScoreRules.all.findings(in: sheet, on: scored, of: panel)
    #expect(findings.allSatisfy { $0.record == "s" && $0.advice != nil })
    return findings.map(\.code)
  }

  @Test func `a sheet in order has no findings`() throws {
    #expect(try codes("chair", marks: [("idea", 10)]).isEmpty)
    #expect(try codes("potter", in: "clay", marks: [("idea", 0), ("glaze", 5)]).isEmpty)
  }

  @Test func `who is not of the jury, or does not judge the nomination, gives no points`() throws {
    #expect(try codes("stranger", marks: [("idea", 1)]) == [ContestCode.unknownJuror])
    #expect(try codes("keeper", marks: [("idea", 1)]) == [ContestCode.jurorDoesNotJudge])
    #expect(try codes("potter", marks: [("idea", 1)]) == [ContestCode.jurorDoesNotJudge])
  }

  @Test func `a juror who stepped back gives no points`() throws {
    #expect(try codes("chair", on: "kin", marks: [("idea", 1)]) == [ContestCode.recusedJurorScores])
  }

  @Test(arguments: [EntryStatus.registered, .notAdmitted, .withdrawn])
  func `an entry that does not compete gets no points`(status: EntryStatus) throws {
    #expect(try codes("chair", status, marks: [("idea", 1)]) == [ContestCode.scoredNotAdmitted])
  }

  @Test func `marks keep to the criteria of the nomination`() throws {
    #expect(try codes("chair", marks: [("idea", 11)]) == [ContestCode.pointsAboveMaximum])
    #expect(try codes("chair", marks: [("idea", 1), ("idea", 2)]) == [ContestCode.markedTwice])
    #expect(try codes("chair", marks: [("idea", 1), ("glaze", 2)]) == [ContestCode.unknownCriterion])
    #expect(try codes("chair", in: "clay", marks: [("idea", 1)]) == [ContestCode.criterionNotMarked])
    #expect(try codes("chair", marks: []) == [ContestCode.criterionNotMarked])
  }

  @Test func `where entries are shared out, a juror judges his own`() throws {
    let distribution = JuryDistribution(
      [Assignment(juror: try Self.id("chair"), entry: try Self.id("e"))], nominations: [try Self.id("wood")])
    let panel = Panel(contest: panel.contest, distribution: distribution)
    func codes(_ juror: String, _ entry: String, in nomination: String) throws -> [Diagnostic.Code] {
      let sheet = ScoreSheet(
        id: try Self.id("s"), juror: try Self.id(juror), entry: try Self.id(entry), date: Day("2020-04-01"), marks: [])
      let scored = ScoredEntry(nomination: try Self.id(nomination), status: .admitted)
      return JurorAssigned().findings(in: sheet, on: scored, of: panel).map(\.code)
    }
    #expect(try codes("chair", "e", in: "wood") == [])
    #expect(try codes("chair", "f", in: "wood") == [ContestCode.jurorNotAssigned])
    // What is not shared out is everybody's, and who does not judge at all is told that alone.
    #expect(try codes("chair", "f", in: "clay") == [])
    #expect(try codes("potter", "f", in: "wood") == [])
  }

  @Test func `once the jury has ended its work no sheet is taken`() throws {
    let panel = Panel(contest: panel.contest, closing: JudgingClosing(date: Day("2020-04-03")))
    let sheet = ScoreSheet(
      id: try Self.id("s"), juror: try Self.id("chair"), entry: try Self.id("e"), date: Day("2020-04-01"),
      marks: [.init(criterion: try Self.id("idea"), points: ExactDecimal(1))])
    let scored = ScoredEntry(nomination: try Self.id("wood"), status: .admitted)
    #expect(ScoreRules.all.findings(in: sheet, on: scored, of: panel).map(\.code) == [ContestCode.judgingClosed])
  }

  @Test(arguments: [
    ("2020-03-01", nil, false), ("2020-02-29", nil, true), ("2020-03-05", "2020-03-06", true),
    ("2020-03-06", "2020-03-06", false),
  ])
  func `a sheet is not older than what it judges, which is told and refuses nothing`(
    day: String, submitted: String?, isEarly: Bool
  ) throws {
    var contest = panel.contest
    contest.schedule.opens = Day("2020-03-01")
    let date = try #require(Day(day))
    let sheet = ScoreSheet(
      id: try Self.id("s"), juror: try Self.id("chair"), entry: try Self.id("e"), date: date, marks: [])
    let scored = ScoredEntry(nomination: nil, status: .admitted, submittedOn: submitted.flatMap { Day($0) })
    let found = SheetAfterEntry().findings(in: sheet, on: scored, of: Panel(contest: contest))
    #expect(found.map(\.code) == (isEarly ? [ContestCode.sheetBeforeEntry] : []))
    #expect(!found.hasErrors)
  }
}
