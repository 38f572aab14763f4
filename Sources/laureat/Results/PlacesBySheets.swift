import Contests
import Primitives
import Reports
import Storage

/// What the sheets of a finished round give, beside which typed places are held: `laureat verify` will compare them too.
struct PlacesBySheets {
  private let judging: ContestJudging
  private let history: PlaceHistory
  private let session: Session

  /// - Returns: nil where there are no sheets, or the jury still owes some.
  init?(_ contest: Contest, in session: Session) throws {
    guard try session.judging.hasSheets(in: contest.id) else { return nil }
    let judging = try ContestJudging(contest, in: session)
    if try session.judging.closing(of: contest.id) == nil, try !judging.duties(in: session).missing.isEmpty {
      return nil
    }
    self.judging = judging
    history = try PlaceHistory(contest, in: session)
    self.session = session
  }

  /// - Parameter typed: All that is recorded together: whoever wins in one nomination may be passed over in another.
  /// - Returns: By the position of what was typed.
  func findings(for typed: [Winner]) throws -> [Int: Diagnostic] {
    var findings: [Int: Diagnostic] = [:]
    for (nomination, indices) in Dictionary(grouping: typed.indices, by: { typed[$0].nomination }) {
      let results = try results(of: nomination, beside: typed)
      for index in indices {
        guard let place = typed[index].place,
          let result = results.first(where: { $0.ranking.standings.contains { $0.entry == typed[index].entry } })
        else { continue }
        findings[index] = finding(for: typed[index].entry, place, result)
      }
    }
    return findings
  }

  /// As if nothing had been recorded in the nomination, but for what was taken back.
  private func results(of nomination: Identifier?, beside typed: [Winner]) throws -> [Adjudication.Result] {
    var adjudication = judging.adjudication
    let shared = try session.sharedParticipants.of(judging.contest.id)
    let others = Set(typed.filter { $0.nomination != nomination }.map(\.entry))
    let lost = Set(history.lost(in: nomination).map(\.winner.entry))
    let passed = Set(history.lost(in: nomination).filter { history.movedUp(to: $0) != nil }.map(\.winner.entry))
    adjudication.earlierWinners =
      try session.winners.existing(in: judging.contest.id).filter { $0.place == nil || $0.nomination != nomination }
      .map { Adjudication.Entrant($0, numbered: shared) } + adjudication.entrants.filter { others.contains($0.entry) }
    // The others are in no need of being ranked.
    adjudication.entrants.removeAll { $0.nomination != nomination }
    adjudication.nominations = [nomination]
    adjudication.excluded = [nomination: passed]
    adjudication.vacated = [nomination: lost.subtracting(passed)]
    // Between equals of a participant the jury may take either.
    adjudication.precedence = typed.map(\.entry) + adjudication.precedence
    return adjudication.results().filter { $0.division.nomination == nomination && $0.obstacles.isEmpty }
  }

  private func finding(for entry: Identifier, _ place: Int, _ result: Adjudication.Result) -> Diagnostic? {
    let proposal = result.proposal
    let award = proposal.awards.first { $0.entry == entry }
    if award?.place == place { return nil }
    let given: LocalizedText
    if let award {
      given = LocalizedText(ru: "дают \(award.place)-е", en: "give it place \(award.place)")
    } else if let reason = reason(for: entry, result) {
      given = LocalizedText(
        ru: "места не дают (\(reason[.russian]))", en: "give it none (\(reason[.english]))")
    } else {
      given = LocalizedText(ru: "места не дают", en: "give it none")
    }
    return .againstSheets(judging.registration(entry), place, given, judging.contest.id)
  }

  private func reason(for entry: Identifier, _ result: Adjudication.Result) -> LocalizedText? {
    if result.proposal.undecided.contains(where: { $0.entries.contains(entry) }) {
      return LocalizedText(ru: "поровну с другими, решает жюри", en: "equal to others, the jury decides")
    }
    if let omission = result.proposal.omitted[entry] {
      return LocalizedText(ru: Format.name(omission, .russian), en: Format.name(omission, .english))
    }
    guard let rank = result.ranking.standings.first(where: { $0.entry == entry })?.rank else {
      return LocalizedText(ru: "её никто не оценил", en: "nobody gave it points")
    }
    return LocalizedText(ru: "по баллам она \(rank)-я", en: "by points it is number \(rank)")
  }
}

extension Diagnostic {
  fileprivate static func againstSheets(
    _ entry: String, _ place: Int, _ given: LocalizedText, _ contest: Identifier
  ) -> Diagnostic {
    Diagnostic(
      ContestCode.placeAgainstSheets, .warning,
      LocalizedText(
        ru: "заявке \(entry) записывается \(place)-е место, а листы жюри \(given[.russian])",
        en: "\(entry) is recorded with place \(place), and the jury's sheets \(given[.english])"),
      advice: LocalizedText(
        ru:
          "сверьте: laureat ranking show --contest \(contest); такое место проверка (laureat verify) не подтвердит; если жюри решило место не присуждать: laureat winner record --all --withhold …",
        en:
          "compare: laureat ranking show --contest \(contest); laureat verify will not confirm such a place; if the jury withholds one: laureat winner record --all --withhold …"
      ))
  }
}
