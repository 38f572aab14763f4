public import Primitives

/// No more entries compete with one another than the aggregation of the rules can put in order.
public struct EntriesWithinAggregation: Sendable {
  public init() {}

  /// - Parameters:
  ///   - entrants: All entries that compete.
  ///   - contest: The contest they compete in.
  public func findings(for entrants: [Adjudication.Entrant], in contest: Contest) -> [Diagnostic] {
    guard let limit = contest.rules.aggregation.limit, entrants.count > limit else { return [] }
    let counts = entrants.reduce(into: [:]) { counts, entrant in
      counts[contest.division(nomination: entrant.nomination, ageGroup: entrant.ageGroup), default: 0] += 1
    }
    return counts.values.filter { $0 > limit }.sorted().map { tooMany($0, limit, contest) }
  }

  private func tooMany(_ count: Int, _ limit: Int, _ contest: Contest) -> Diagnostic {
    let method = contest.rules.aggregation.rawValue
    return Diagnostic(
      ContestCode.tooManyToRank, .error,
      LocalizedText(
        ru: "способ \(method) упорядочивает не больше \(limit) заявок, а здесь соревнуются \(count)",
        en: "\(method) puts at most \(limit) entries in order, and here \(count) compete"),
      advice: LocalizedText(
        ru:
          "отберите часть заявок первым туром или выберите другой способ: laureat contest edit \(contest.id) --aggregation …",
        en: "admit fewer by a first round, or choose another way: laureat contest edit \(contest.id) --aggregation …"))
  }
}
