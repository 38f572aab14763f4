import Foundation
import Primitives

/// How far each total lies from what its juror gives on average, in standard deviations of that juror.
///
/// Statistics beside a ranking, in floating point: they show a severe or a generous juror, and decide nothing.
struct StandardScores {
  private var jurors: [Identifier: (mean: Double, deviation: Double)] = [:]

  init(_ tallies: [Tally]) {
    var totals: [Identifier: [Double]] = [:]
    for tally in tallies {
      for total in tally.totals { totals[total.juror, default: []].append(total.total.approximation) }
    }
    for (juror, values) in totals {
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(values.count)
      jurors[juror] = (mean, sqrt(variance))
    }
  }

  /// The mean over the jurors who tell entries apart; nil without any.
  func mean(of tally: Tally) -> Double? {
    let scores = tally.totals.compactMap { total -> Double? in
      guard let juror = jurors[total.juror], juror.deviation > 0 else { return nil }
      return (total.total.approximation - juror.mean) / juror.deviation
    }
    return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
  }
}
