import Primitives

/// How the totals of the jurors become one figure for each entry: the greater, the better.
protocol Aggregator: Sendable {
  /// - Returns: one for each tally; nil where nobody scored the entry.
  func figures(of tallies: [Tally]) -> [Fraction?]
}

enum Aggregators {
  static func of(_ aggregation: ContestRules.Aggregation) -> any Aggregator {
    switch aggregation {
    case .mean: Mean()
    case .sum: Sum()
    case .trimmedMean: TrimmedMean()
    case .borda: Borda()
    case .schulze: Schulze()
    }
  }
}

/// The mean over the jurors who scored: one who was recused or ill does not pull an entry down.
private struct Mean: Aggregator {
  func figures(of tallies: [Tally]) -> [Fraction?] {
    tallies.map { Fraction.mean(of: $0.totals.map(\.total)) }
  }
}

/// The sum of what the jurors gave.
private struct Sum: Aggregator {
  func figures(of tallies: [Tally]) -> [Fraction?] {
    tallies.map { $0.totals.isEmpty ? nil : $0.totals.map(\.total).reduce(.zero, +) }
  }
}

/// The mean without the highest and the lowest total; with fewer than three there is nothing to leave out.
private struct TrimmedMean: Aggregator {
  func figures(of tallies: [Tally]) -> [Fraction?] {
    tallies.map { tally in
      let totals = tally.totals.map(\.total).sorted()
      return Fraction.mean(of: totals.count < 3 ? totals[...] : totals.dropFirst().dropLast())
    }
  }
}

/// Borda's count: of the rivals that a juror scored too, how many stand below, equals counting half; as a share, so that
/// jurors with few entries and with many weigh alike; then the mean over the jurors.
///
/// J.-C. de Borda, Mémoire sur les élections au scrutin, 1781.
private struct Borda: Aggregator {
  func figures(of tallies: [Tally]) -> [Fraction?] {
    var byJuror: [Identifier: [(entry: Int, total: Fraction)]] = [:]
    for (entry, tally) in tallies.enumerated() {
      for total in tally.totals { byJuror[total.juror, default: []].append((entry, total.total)) }
    }
    var shares = [[Fraction]](repeating: [], count: tallies.count)
    for juror in byJuror.keys.sorted() {
      let ballot = (byJuror[juror] ?? []).sorted { $0.total < $1.total }
      var start = 0
      while start < ballot.count {
        let end = ballot[start...].firstIndex { $0.total > ballot[start].total } ?? ballot.count
        // Twice the number below, and each of the other equals once.
        let points = 2 * start + (end - start - 1)
        for place in start..<end {
          shares[ballot[place].entry].append(
            ballot.count == 1 ? Fraction(1) : Fraction(Int128(points), over: Int128(2 * (ballot.count - 1))))
        }
        start = end
      }
    }
    return shares.map { Fraction.mean(of: $0) }
  }
}

/// Schulze's method: an entry stands before another when its strongest path of majorities is stronger than the way back.
/// The figure is the number of levels below: on the highest stand those whom nobody beats, on the next those whom then
/// nobody beats, and so on.
///
/// The strength of a link is the number of jurors who scored both and prefer the first, where they are more than those
/// who prefer the second ("winning votes").
///
/// M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election
/// method, Social Choice and Welfare 36 (2011), 267–303.
private struct Schulze: Aggregator {
  func figures(of tallies: [Tally]) -> [Fraction?] {
    let scored = tallies.indices.filter { !tallies[$0].totals.isEmpty }
    // Time grows with the cube of them, memory with the square.
    if let limit = ContestRules.Aggregation.schulze.limit, scored.count > limit {
      return [Fraction?](repeating: nil, count: tallies.count)
    }
    let paths = strongestPaths(links(scored.map { tallies[$0] }), count: scored.count)
    var figures = [Fraction?](repeating: nil, count: tallies.count)
    let levels = levels(paths, count: scored.count)
    for (depth, level) in levels.enumerated() {
      for place in level { figures[scored[place]] = Fraction(Int128(levels.count - 1 - depth)) }
    }
    return figures
  }

  private func links(_ tallies: [Tally]) -> [Int32] {
    let count = tallies.count
    var byJuror: [Identifier: [(entry: Int, total: Fraction)]] = [:]
    for (entry, tally) in tallies.enumerated() {
      for total in tally.totals { byJuror[total.juror, default: []].append((entry, total.total)) }
    }
    var preferring = [Int32](repeating: 0, count: count * count)
    for ballot in byJuror.values {
      for one in ballot {
        for other in ballot where one.total > other.total { preferring[one.entry * count + other.entry] += 1 }
      }
    }
    var links = preferring
    for one in 0..<count {
      for other in 0..<count where preferring[one * count + other] <= preferring[other * count + one] {
        links[one * count + other] = 0
      }
    }
    return links
  }

  /// Floyd and Warshall's way through all intermediate entries: the strength of a path is that of its weakest link.
  ///
  /// What comes to stand on the diagonal is never asked for.
  private func strongestPaths(_ links: [Int32], count: Int) -> [Int32] {
    var paths = links
    paths.withUnsafeMutableBufferPointer { paths in
      for between in 0..<count {
        let onward = paths.extracting(between * count..<(between + 1) * count)
        for from in 0..<count where from != between {
          let way = paths.extracting(from * count..<(from + 1) * count)
          let first = way[between]
          if first == 0 { continue }
          // The one loop that is run n³ times.
          for to in 0..<count { way[to] = max(way[to], min(first, onward[to])) }
        }
      }
    }
    return paths
  }

  private func levels(_ paths: [Int32], count: Int) -> [[Int]] {
    var beaters = (0..<count).map { entry in
      (0..<count).count { paths[$0 * count + entry] > paths[entry * count + $0] }
    }
    var rest = Set(0..<count)
    var levels: [[Int]] = []
    while !rest.isEmpty {
      // Never empty, for the relation is transitive (Schulze 2011, section 4.1).
      let level = rest.filter { beaters[$0] == 0 }.sorted()
      levels.append(level)
      rest.subtract(level)
      for entry in rest {
        beaters[entry] -= level.count { paths[$0 * count + entry] > paths[entry * count + $0] }
      }
    }
    return levels
  }
}
