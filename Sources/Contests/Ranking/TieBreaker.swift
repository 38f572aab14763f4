import Primitives

/// Puts entries in order by their figures, and equals by what the rules name for that, in turn.
struct TieBreaker {
  private let criteria: [Criterion]
  private let methods: [ContestRules.TieBreak]
  private let decisions: [ResultsProtocol.TieDecision]
  private let tallies: [Tally]
  /// What has decided for each entry; nil where the figure alone did.
  private(set) var deciders: [Ranking.Decider?]

  init(
    criteria: [Criterion], methods: [ContestRules.TieBreak], decisions: [ResultsProtocol.TieDecision], tallies: [Tally]
  ) {
    self.criteria = criteria
    self.methods = methods
    self.decisions = decisions
    self.tallies = tallies
    deciders = Array(repeating: nil, count: tallies.count)
  }

  /// - Returns: groups of equals, best first; those without a figure are the last group.
  mutating func order(_ figures: [Fraction?]) -> [[Int]] {
    let scored = figures.indices.filter { figures[$0] != nil }
    let unscored = figures.indices.filter { figures[$0] == nil }
    var groups: [[Int]] = []
    for group in Self.grouped(scored, by: { figures[$0] ?? .zero }) {
      groups += broken(group, by: methods[...])
    }
    return groups + (unscored.isEmpty ? [] : [unscored])
  }

  private mutating func broken(_ group: [Int], by methods: ArraySlice<ContestRules.TieBreak>) -> [[Int]] {
    guard group.count > 1, let method = methods.first else { return [group] }
    let parts: [[Int]] =
      switch method {
      case .criterionOrder: byCriteria(group, criteria.indices[...])
      case .chair, .vote: byDecision(group, method)
      }
    return parts.flatMap { broken($0, by: methods.dropFirst()) }
  }

  /// By the mean of the points for each criterion in turn.
  private mutating func byCriteria(_ group: [Int], _ rest: Range<Int>.SubSequence) -> [[Int]] {
    guard group.count > 1, let criterion = rest.first else { return [group] }
    let parts = Self.grouped(group) { [tallies] entry in
      Fraction.mean(of: tallies[entry].totals.map { Fraction($0.marks[criterion]) }) ?? .zero
    }
    if parts.count > 1 {
      for entry in group { deciders[entry] = .criterion(criteria[criterion].id) }
    }
    return parts.flatMap { byCriteria($0, rest.dropFirst()) }
  }

  /// By the recorded decision that fits them best; entries it does not name stay behind together.
  private mutating func byDecision(_ group: [Int], _ method: ContestRules.TieBreak) -> [[Int]] {
    let names = Set(group.map { tallies[$0].entry })
    guard let decision = decision(method, between: names) else { return [group] }
    var order: [Identifier: Int] = [:]
    for (place, entry) in decision.entries.enumerated() where order[entry] == nil { order[entry] = place }
    let parts = Self.grouped(group) { [tallies] entry in
      Fraction(-Int128(order[tallies[entry].entry] ?? decision.entries.count))
    }
    if parts.count > 1 {
      for entry in group { deciders[entry] = .decision(method, reason: decision.reason) }
    }
    return parts
  }

  /// That on exactly these entries; otherwise that which names most of them, and of such the one with the fewest others.
  private func decision(
    _ method: ContestRules.TieBreak, between names: Set<Identifier>
  ) -> ResultsProtocol.TieDecision? {
    var best: (decision: ResultsProtocol.TieDecision, named: Int, others: Int)?
    for decision in decisions where decision.method == method {
      let entries = Set(decision.entries)
      let named = entries.intersection(names).count
      guard named > 1 else { continue }
      let others = entries.count - named
      // Of two that fit alike the earlier holds.
      if let best, (named, -others) <= (best.named, -best.others) { continue }
      best = (decision, named, others)
    }
    return best?.decision
  }

  /// Equals together, the greatest first; within a group as they came.
  private static func grouped(_ entries: [Int], by figure: (Int) -> Fraction) -> [[Int]] {
    let keyed = entries.map { (entry: $0, figure: figure($0)) }
    var groups: [[Int]] = []
    var last: Fraction?
    for (entry, figure) in keyed.sorted(by: { ($1.figure, $0.entry) < ($0.figure, $1.entry) }) {
      if figure == last {
        groups[groups.count - 1].append(entry)
      } else {
        groups.append([entry])
      }
      last = figure
    }
    return groups
  }
}
