import Contests
import Primitives
import SeededGenerator
import Testing

/// Who owes which sheet.
struct JuryDutiesTests {
  static let contest = Contest.open.with { contest in
    contest.jury = [
      Juror(id: "chair", name: "А", role: .chair), Juror(id: "keeper", name: "Б", role: .secretary),
      Juror(id: "eco", name: "В", nominations: ["eco"]),
    ]
  }
  static let entries = [
    JudgedEntry(id: "a", nomination: "spring"), JudgedEntry(id: "b", nomination: "eco"),
    JudgedEntry(id: "c", nomination: "eco"),
  ]

  private static func recusal(_ juror: Identifier, _ entry: Identifier) -> Recusal {
    Recusal(id: "r", juror: juror, entry: entry, date: "2020-04-01", reason: "родственник")
  }

  private static func pair(_ juror: Identifier, _ entry: Identifier) -> Assignment {
    Assignment(juror: juror, entry: entry)
  }

  @Test func `every juror but the secretary owes every entry of his nominations`() {
    let duties = JuryDuties(contest: Self.contest, entries: Self.entries)
    #expect(duties.missing.map { "\($0.juror) \($0.entry.id)" } == ["chair a", "chair b", "chair c", "eco b", "eco c"])
    #expect(duties.byJuror["keeper"] == nil)
    #expect(duties.byNomination["eco"]?.toJudge == 4)
    #expect(duties.unjudged.isEmpty)
  }

  @Test func `who stepped back owes nothing, and his sheet does not count`() {
    let duties = JuryDuties(
      contest: Self.contest, entries: Self.entries, recusals: [Self.recusal("chair", "a")],
      sheets: [Self.pair("chair", "a"), Self.pair("chair", "b")])
    let counts = duties.byJuror["chair"]
    #expect([counts?.toJudge, counts?.done, counts?.missing, counts?.recused] == [2, 1, 1, 1])
    // The only one who judged the nomination has stepped back.
    #expect(duties.unjudged.map(\.id) == ["a"])
  }

  @Test func `where a nomination is shared out, only those owe who were given something`() {
    let duties = JuryDuties(
      contest: Self.contest, entries: Self.entries,
      distribution: JuryDistribution([Self.pair("eco", "b"), Self.pair("keeper", "c")], nominations: ["eco"]),
      sheets: [Self.pair("chair", "b")])
    #expect(duties.missing.map { "\($0.juror) \($0.entry.id)" } == ["chair a", "eco b"])
    #expect(duties.beyond == [Self.pair("chair", "b")])
    #expect(duties.unjudged.map(\.id) == ["c"])
  }

  @Test func `a contest without nominations is judged by all`() {
    let contest = Self.contest.with { $0.nominations = [] }
    #expect(JuryDuties(contest: contest, entries: [JudgedEntry(id: "a")]).total.missing == 2)
  }

  @Test(arguments: 0..<60)
  func `the counts add up, and no work is counted twice or lost`(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    let trial = JuryTrial(&chance)
    let duties = JuryDuties(
      contest: trial.contest, entries: trial.entries, recusals: trial.recusals, distribution: trial.distribution,
      sheets: trial.sheets)
    let total = duties.total
    #expect(total.done + total.missing + total.recused == duties.duties.count)
    #expect(Set(duties.duties.map { Self.pair($0.juror, $0.entry.id) }).count == duties.duties.count)
    #expect(duties.byJuror.values.map(\.toJudge).reduce(0, +) == total.toJudge)
    #expect(duties.byNomination.values.map(\.missing).reduce(0, +) == total.missing)
    // A sheet of one who judges the entry and has not stepped back is done or beyond, and nothing else is.
    let counted = trial.sheets.filter { trial.mayJudge($0) }
    #expect(counted.count == total.done + duties.beyond.count)
    for duty in duties.missing { #expect(!trial.sheets.contains(Self.pair(duty.juror, duty.entry.id))) }
    // Once all that is missing is there, nothing is.
    let complete = JuryDuties(
      contest: trial.contest, entries: trial.entries, recusals: trial.recusals, distribution: trial.distribution,
      sheets: trial.sheets.union(duties.missing.map { Self.pair($0.juror, $0.entry.id) }))
    #expect(complete.missing.isEmpty)
    #expect(complete.total.toJudge == total.toJudge)
  }
}

/// A contest by chance, with what its jury has done.
struct JuryTrial {
  var contest: Contest
  var entries: [JudgedEntry]
  var recusals: [Recusal]
  var assignments: Set<Assignment>
  var sheets: Set<Assignment>

  init(_ chance: inout SplitMix64) {
    let nominations: [Identifier] = ["spring", "eco"]
    contest = Contest.open
    contest.jury = (0..<Int.random(in: 1...7, using: &chance)).map { number in
      Juror(
        id: Self.id("j", number), name: "Имя", role: number == 1 ? .secretary : .member,
        nominations: Bool.random(using: &chance) ? [] : [nominations[Int.random(in: 0...1, using: &chance)]])
    }
    entries = (0..<Int.random(in: 0...30, using: &chance)).map { number in
      JudgedEntry(id: Self.id("e", number), nomination: nominations[Int.random(in: 0...1, using: &chance)])
    }
    var pairs: [Assignment] = []
    for juror in contest.jury { pairs += entries.map { Assignment(juror: juror.id, entry: $0.id) } }
    func some(_ share: Int, _ chance: inout SplitMix64) -> Set<Assignment> {
      Set(pairs.filter { _ in Int.random(in: 0..<100, using: &chance) < share })
    }
    recusals = some(10, &chance).sorted().map {
      Recusal(id: "r", juror: $0.juror, entry: $0.entry, date: "2020-04-01", reason: "родственник")
    }
    assignments = some(30, &chance)
    sheets = some(20, &chance)
  }

  private static func id(_ letter: String, _ number: Int) -> Identifier {
    guard let id = Identifier("\(letter)\(number)") else { preconditionFailure("no identifier") }
    return id
  }

  var distribution: JuryDistribution {
    let given = Set(assignments.map(\.entry))
    return JuryDistribution(
      assignments, nominations: Set(entries.filter { given.contains($0.id) }.map(\.nomination)))
  }

  func juror(_ id: Identifier) -> Juror? { contest.jury.first { $0.id == id } }
  func nomination(of entry: Identifier) -> Identifier? { entries.first { $0.id == entry }?.nomination }

  func mayJudge(_ pair: Assignment) -> Bool {
    juror(pair.juror)?.judges(nomination(of: pair.entry)) == true
      && !recusals.contains { $0.juror == pair.juror && $0.entry == pair.entry }
  }
}
