public import Primitives

/// Numbers for participants who stand behind several entries of a contest. They tell nothing else of them, and stand for
/// them when what they are known by has been erased.
public struct SharedParticipants: Hashable, Sendable {
  /// By entry, in ascending order.
  public private(set) var numbers: [Identifier: [Int]]

  /// Those that were given before.
  public init(_ numbers: [Identifier: [Int]] = [:]) {
    self.numbers = numbers.mapValues { $0.sorted() }
  }

  /// Numbers participants whom no number stands for yet, in the order in which their entries come. Of several behind the
  /// very same entries one is enough.
  public mutating func add(_ entrants: [Adjudication.Entrant]) {
    var entries: [ParticipantKey: [Int]] = [:]
    for (place, entrant) in entrants.enumerated() {
      for key in entrant.participants { entries[key, default: []].append(place) }
    }
    var known = numbered
    var next = (known.keys.max() ?? 0) + 1
    // The widest first: it may stand for narrower ones.
    let groups = Set(entries.values.filter { $0.count > 1 }).sorted { left, right in
      left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count > right.count
    }
    for group in groups {
      let together = Set(group.map { entrants[$0].entry })
      let ofFirst = numbers[entrants[group[0]].entry] ?? []
      if ofFirst.contains(where: { known[$0]?.isSuperset(of: together) == true }) { continue }
      known[next] = together
      for entry in together { numbers[entry, default: []].append(next) }
      next += 1
    }
  }

  /// What the participants behind an entry are called by their numbers.
  public func keys(of entry: Identifier) -> Set<ParticipantKey> {
    Set((numbers[entry] ?? []).map { ParticipantKey(number: $0) })
  }

  private var numbered: [Int: Set<Identifier>] {
    numbers.reduce(into: [:]) { numbered, entry in
      for number in entry.value { numbered[number, default: []].insert(entry.key) }
    }
  }
}
