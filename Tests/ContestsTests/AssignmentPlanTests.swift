import Contests
import Primitives
import SeededGenerator
import Testing

/// How entries are shared out among a jury.
struct AssignmentPlanTests {
  private static func jury(_ jurors: Juror...) -> Contest { Contest.open.with { $0.jury = jurors } }

  private static let jury = jury(
    Juror(id: "j1", name: "А", role: .chair), Juror(id: "j2", name: "Б"), Juror(id: "j3", name: "В"),
    Juror(id: "keeper", name: "Г", role: .secretary), Juror(id: "eco", name: "Д", nominations: ["eco"]))

  private static func entries(_ count: Int, in nomination: Identifier = "spring") -> [JudgedEntry] {
    (1...count).map { number in
      guard let id = Identifier("\(nomination)-\(number)") else { preconditionFailure("no identifier") }
      return JudgedEntry(id: id, nomination: nomination)
    }
  }

  private static func loads(_ plan: Set<Assignment>) -> [Identifier: Int] {
    Dictionary(grouping: plan, by: \.juror).mapValues(\.count)
  }

  @Test func `everybody judges what he may`() {
    let plan = AssignmentPlan(contest: Self.jury, entries: Self.entries(2) + Self.entries(3, in: "eco"))
    #expect(Self.loads(plan.everybody()) == ["j1": 5, "j2": 5, "j3": 5, "eco": 3])
  }

  @Test func `a nomination is judged by those who are there for it, where there are any`() {
    let plan = AssignmentPlan(contest: Self.jury, entries: Self.entries(2) + Self.entries(3, in: "eco"))
    #expect(Self.loads(plan.byNomination()) == ["j1": 2, "j2": 2, "j3": 2, "eco": 3])
  }

  @Test func `every entry has so many jurors, and loads differ by one at most`() throws {
    let plan = AssignmentPlan(contest: Self.jury, entries: Self.entries(10))
    let shared = try plan.balanced(2)
    #expect(Dictionary(grouping: shared, by: \.entry).values.allSatisfy { $0.count == 2 })
    #expect(Self.loads(shared).values.sorted() == [6, 7, 7])
    #expect(try plan.balanced(2) == shared)
  }

  @Test func `what a juror has given stays with him, and the others make up for it`() throws {
    let entries = Self.entries(6)
    let sheets = entries.prefix(3).map { Assignment(juror: "j1", entry: $0.id) }
    let shared = try AssignmentPlan(contest: Self.jury, entries: entries, sheets: sheets).balanced(1)
    #expect(shared.isSuperset(of: sheets))
    #expect(Self.loads(shared) == ["j1": 3, "j2": 2, "j3": 1] || Self.loads(shared) == ["j1": 3, "j2": 1, "j3": 2])
  }

  @Test func `work on other entries weighs too`() throws {
    let before = Self.entries(4, in: "eco").map { Assignment(juror: "j1", entry: $0.id) }
    let shared = try AssignmentPlan(contest: Self.jury, entries: Self.entries(4), existing: before).balanced(1)
    #expect(Self.loads(shared) == ["j2": 2, "j3": 2])
  }

  @Test func `what was shared out evenly stays as it was`() throws {
    let entries = Self.entries(6)
    let before = zip(entries, ["j3", "j3", "j1", "j2", "j1", "j2"] as [Identifier]).map {
      Assignment(juror: $1, entry: $0.id)
    }
    #expect(try AssignmentPlan(contest: Self.jury, entries: entries, existing: before).balanced(1) == Set(before))
  }

  @Test func `too few jurors are told with every entry that lacks one`() {
    let recusal = Recusal(id: "r", juror: "j1", entry: "spring-2", date: "2020-04-01", reason: "родственник")
    let plan = AssignmentPlan(
      contest: Self.jury, entries: Self.entries(2) + Self.entries(1, in: "eco"), recusals: [recusal])
    let error = #expect(throws: TooFewJurors.self) { try plan.balanced(3) }
    #expect(error?.shortages.map(\.entry) == ["spring-2"])
    #expect(error?.shortages.map(\.available) == [2])
  }

  @Test func `only the jurors named are given anything new`() throws {
    let plan = AssignmentPlan(contest: Self.jury, entries: Self.entries(4), jurors: ["j2", "keeper"])
    #expect(Self.loads(try plan.balanced(1)) == ["j2": 4])
    #expect(Self.loads(plan.everybody()) == ["j2": 4])
  }

  /// A chain over two jurors is needed: the first may hand over only to the second, the second only to the third.
  @Test func `loads are levelled over several hands`() throws {
    let contest = Self.jury(
      Juror(id: "j1", name: "А", nominations: ["spring"]), Juror(id: "j2", name: "Б"),
      Juror(id: "j3", name: "В", nominations: ["eco"]))
    let spring = Self.entries(4)
    let eco = Self.entries(4, in: "eco")
    let before = (spring + eco).map { Assignment(juror: $0.nomination == "spring" ? "j1" : "j2", entry: $0.id) }
    let shared = try AssignmentPlan(contest: contest, entries: spring + eco, existing: before).balanced(1)
    #expect(Self.loads(shared).values.sorted() == [2, 3, 3])
  }

  @Test(arguments: 0..<150)
  func `a plan by chance keeps all its promises`(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    let trial = JuryTrial(&chance)
    let count = Int.random(in: 1...3, using: &chance)
    let plan = AssignmentPlan(
      contest: trial.contest, entries: trial.entries, recusals: trial.recusals, existing: trial.assignments,
      sheets: trial.sheets)
    func able(_ entry: Identifier) -> [Identifier] {
      trial.contest.jury.map(\.id).filter { trial.mayJudge(Assignment(juror: $0, entry: entry)) }
    }
    let short = trial.entries.filter { able($0.id).count < count }
    let shared: Set<Assignment>
    do throws(TooFewJurors) {
      shared = try plan.balanced(count)
      #expect(short.isEmpty)
    } catch {
      #expect(error.shortages.map(\.entry) == short.map(\.id))
      return
    }
    let given = trial.sheets.filter(trial.mayJudge)
    #expect(shared.isSuperset(of: given))
    #expect(shared.allSatisfy(trial.mayJudge))
    for entry in trial.entries {
      let jurors = shared.filter { $0.entry == entry.id }
      #expect(jurors.count == max(count, given.filter { $0.entry == entry.id }.count))
    }
    #expect(squares(shared) == fewestSquares(trial, given, count, able))
  }

  private func squares(_ plan: Set<Assignment>) -> Int {
    Self.loads(plan).values.map { $0 * $0 }.reduce(0, +)
  }

  /// The least sum of the squared loads, found in another way: each step of a shortest augmenting path by what it costs.
  private func fewestSquares(
    _ trial: JuryTrial, _ given: Set<Assignment>, _ count: Int, _ able: (Identifier) -> [Identifier]
  ) -> Int {
    var held = given
    for entry in trial.entries {
      while held.count(where: { $0.entry == entry.id }) < count {
        held = Self.cheapest(held, entry.id, trial, given, able)
      }
    }
    return squares(held)
  }

  /// Gives an entry one more juror at the least cost, handing other entries on where that helps: the juror with the
  /// least load whom any chain of hands reaches.
  private static func cheapest(
    _ held: Set<Assignment>, _ entry: Identifier, _ trial: JuryTrial, _ given: Set<Assignment>,
    _ able: (Identifier) -> [Identifier]
  ) -> Set<Assignment> {
    var plans: [Identifier: Set<Assignment>] = [:]
    var queue: [Identifier] = []
    for juror in able(entry) where !held.contains(Assignment(juror: juror, entry: entry)) {
      plans[juror] = held.union([Assignment(juror: juror, entry: entry)])
      queue.append(juror)
    }
    while let from = queue.first {
      queue.removeFirst()
      guard let plan = plans[from] else { continue }
      for other in trial.entries where other.id != entry {
        let pair = Assignment(juror: from, entry: other.id)
        guard held.contains(pair), plan.contains(pair), !given.contains(pair) else { continue }
        for to in able(other.id) where plans[to] == nil && !plan.contains(Assignment(juror: to, entry: other.id)) {
          plans[to] = plan.subtracting([pair]).union([Assignment(juror: to, entry: other.id)])
          queue.append(to)
        }
      }
    }
    let loads = loads(held)
    let best = plans.keys.min { (loads[$0, default: 0], $0) < (loads[$1, default: 0], $1) }
    return best.flatMap { plans[$0] } ?? held
  }
}
