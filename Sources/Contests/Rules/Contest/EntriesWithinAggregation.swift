public import Primitives

/// No more entries that compete with one another are put in order than the aggregation of the rules can.
public struct EntriesWithinAggregation: Sendable {
  public init() {}

  /// Before the jury begins: every entry that competes may come to be scored.
  ///
  /// - Parameters:
  ///   - entrants: All entries that compete.
  ///   - contest: The contest they compete in.
  public func findings(for entrants: [Adjudication.Entrant], in contest: Contest) -> [Diagnostic] {
    guard let limit = contest.rules.aggregation.limit, entrants.count > limit else { return [] }
    let counts = entrants.reduce(into: [:]) { counts, entrant in
      counts[contest.division(nomination: entrant.nomination, ageGroup: entrant.ageGroup), default: 0] += 1
    }
    return counts.values.filter { $0 > limit }.sorted().map { .tooManyCompete($0, limit, contest) }
  }

  /// Once there are points: only entries that were scored are ranked.
  ///
  /// - Parameters:
  ///   - ranking: Of those who competed with one another.
  ///   - contest: The contest they competed in.
  public func findings(in ranking: Ranking, of contest: Contest) -> [Diagnostic] {
    guard let limit = ranking.aggregation.limit, ranking.scoredCount > limit else { return [] }
    return [.tooManyScored(ranking.scoredCount, limit, contest)]
  }
}

extension Diagnostic {
  fileprivate static func tooManyCompete(_ count: Int, _ limit: Int, _ contest: Contest) -> Diagnostic {
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

  /// How points are counted is not changed once they are given, so the jury has to decide without it.
  fileprivate static func tooManyScored(_ count: Int, _ limit: Int, _ contest: Contest) -> Diagnostic {
    let method = contest.rules.aggregation.rawValue
    return Diagnostic(
      ContestCode.tooManyToRank, .error,
      LocalizedText(
        ru: "способ \(method) упорядочивает не больше \(limit) заявок, а здесь оценены \(count)",
        en: "\(method) puts at most \(limit) entries in order, and here \(count) are scored"),
      advice: LocalizedText(
        ru:
          "пусть жюри распределит места решением, запишите их по его протоколу: laureat winner record --contest \(contest.id) --entry … --place …; если способ введён с ошибкой, сначала возьмите назад приём листов: laureat history, laureat undo",
        en:
          "let the jury decide on the places, and record them by its minutes: laureat winner record --contest \(contest.id) --entry … --place …; if the way was mistyped, take back the sheets first: laureat history, laureat undo"
      ))
  }
}
