import Primitives

extension AssignmentPlan {
  /// Every entry to so many jurors, and to none of them more than must be: loads differ by one at most, unless
  /// nominations, recusals or sheets that were given leave no such way.
  ///
  /// What was assigned is kept as far as that allows. An entry that has more sheets keeps them all.
  ///
  /// - Throws: ``TooFewJurors`` with every entry that fewer may judge.
  public func balanced(_ count: Int) throws(TooFewJurors) -> Set<Assignment> {
    var balance = try Balance(self, count)
    balance.fill()
    balance.level()
    return balance.assignments
  }
}

/// The work of sharing out evenly.
///
/// First every entry goes to those of its jurors who have least. Then, while a juror has two more than another whom a
/// chain of entries leads to, each link of the chain hands one entry on. Where no such chain is left, no other way of
/// sharing is more even (N. Harvey, R. Ladner, L. Lovász, T. Tamir, Semi-matchings for bipartite graphs and load
/// balancing, J. Algorithms 59 (2006), theorem 3.1; an entry with several jurors changes nothing in it).
private struct Balance {
  private let entries: [JudgedEntry]
  private let jurors: [Identifier]
  private let count: Int
  /// By entry: who may be given it, and who keeps it, as places in the jury.
  private var able: [[Int]]
  private var fixed: [Set<Int>]
  private var chosen: [Set<Int>]
  /// By juror.
  private var loads: [Int]
  /// Sheets of jurors who are not among those chosen now.
  private var others: [[Assignment]]

  init(_ plan: AssignmentPlan, _ count: Int) throws(TooFewJurors) {
    entries = plan.entries
    let jurors = plan.jurors.map(\.id)
    self.jurors = jurors
    self.count = count
    loads = Array(repeating: 0, count: jurors.count)
    let places = Dictionary(jurors.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    able = []
    fixed = []
    chosen = []
    others = []
    var shortages: [TooFewJurors.Shortage] = []
    for entry in entries {
      let able = plan.jurors.indices.filter { place in
        plan.jurors[place].judges(entry.nomination)
          && !plan.recused.contains(Assignment(juror: jurors[place], entry: entry.id))
      }
      let given = plan.given(of: entry)
      let fixed = Set(given.compactMap { places[$0.juror] })
      let others = given.filter { places[$0.juror] == nil }
      // Those who are to have it anyway, then those who had it, as many as are asked for.
      let had = able.filter {
        !fixed.contains($0) && plan.existing.contains(Assignment(juror: jurors[$0], entry: entry.id))
      }
      self.able.append(able)
      self.fixed.append(fixed)
      self.others.append(others)
      chosen.append(fixed.union(had.prefix(max(0, count - fixed.count - others.count))))
      let available = able.count + others.count
      if available < count { shortages.append(.init(entry: entry.id, available: available)) }
    }
    let own = Set(entries.map(\.id))
    for assignment in plan.existing where !own.contains(assignment.entry) {
      if let place = places[assignment.juror] { loads[place] += 1 }
    }
    for place in chosen.joined() { loads[place] += 1 }
    if !shortages.isEmpty { throw TooFewJurors(shortages: shortages) }
  }

  var assignments: Set<Assignment> {
    var found = Set(others.joined())
    for (entry, chosen) in zip(entries, chosen) {
      for place in chosen { found.insert(Assignment(juror: jurors[place], entry: entry.id)) }
    }
    return found
  }

  mutating func fill() {
    for entry in entries.indices {
      while chosen[entry].count + others[entry].count < count {
        // There is one: an entry with too few has been refused.
        let free = able[entry].filter { !chosen[entry].contains($0) }
        guard let next = free.min(by: { (loads[$0], $0) < (loads[$1], $1) }) else { return }
        chosen[entry].insert(next)
        loads[next] += 1
      }
    }
  }

  mutating func level() {
    // The most loaded first; each step brings the loads nearer to each other, so there is an end.
    while let chain = chain() {
      for step in chain {
        chosen[step.entry].remove(step.from)
        chosen[step.entry].insert(step.to)
        loads[step.from] -= 1
        loads[step.to] += 1
      }
    }
  }

  private struct Step {
    var entry: Int
    var from: Int
    var to: Int
  }

  /// The shortest way from the most loaded juror who has one to a juror with two less.
  private func chain() -> [Step]? {
    let least = loads.min() ?? 0
    // An entry that a juror could hand on, for each pair.
    var links = [[Int?]](repeating: Array(repeating: nil, count: jurors.count), count: jurors.count)
    for entry in entries.indices {
      for from in chosen[entry] where !fixed[entry].contains(from) {
        for to in able[entry] where !chosen[entry].contains(to) && links[from][to] == nil { links[from][to] = entry }
      }
    }
    for start in jurors.indices.sorted(by: { (loads[$1], $0) < (loads[$0], $1) }) where loads[start] >= least + 2 {
      var ways: [Int: Step] = [:]
      var queue = [start]
      var next = 0
      while next < queue.count {
        let from = queue[next]
        next += 1
        for to in jurors.indices where to != start && ways[to] == nil {
          guard let entry = links[from][to] else { continue }
          ways[to] = Step(entry: entry, from: from, to: to)
          if loads[to] <= loads[start] - 2 { return Self.way(to: to, from: start, ways) }
          queue.append(to)
        }
      }
    }
    return nil
  }

  private static func way(to end: Int, from start: Int, _ ways: [Int: Step]) -> [Step] {
    var steps: [Step] = []
    var place = end
    while place != start, let step = ways[place] {
      steps.append(step)
      place = step.from
    }
    return steps
  }
}
