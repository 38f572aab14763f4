import Contests
import Primitives
import SeededGenerator
import Testing

/// The places of a whole contest, from the sheets of its jury.
struct AdjudicationTests {
  private static let organiser = Organisation(id: "town", title: "Администрация")

  private func contest(
    _ rules: ContestRules = ContestRules(), nominations: [Nomination], prizes: [Prize] = []
  ) -> Contest {
    Contest(
      id: "c", title: "Конкурс", year: 2020, organiser: Self.organiser, nominations: nominations, prizes: prizes,
      criteria: [Criterion(id: "idea", title: "Замысел", maximum: ExactDecimal(10))],
      jury: [Juror(id: "j", name: "Ю")], rules: rules)
  }

  private func sheet(_ entry: Identifier, _ points: Int32, by juror: Identifier = "j") -> ScoreSheet {
    ScoreSheet(
      id: entry, juror: juror, entry: entry, date: "2020-04-01",
      marks: [.init(criterion: "idea", points: ExactDecimal(points))])
  }

  /// Places as «nomination/group: entry place».
  private func places(_ results: [Adjudication.Result]) -> [String] {
    results.flatMap { result in
      result.proposal.awards.map { award in
        let group = result.division.ageGroup.map { "/" + $0 } ?? ""
        return "\(result.division.nomination?.description ?? "—")\(group): \(award.entry) \(award.place)"
      }
    }
  }

  @Test func `each nomination gives its own prizes, or those of the contest`() {
    let adjudication = Adjudication(
      contest: contest(
        nominations: [
          Nomination(id: "a", title: "А", prizes: [Prize(rank: 1, title: "Гран-при", quantity: 2)]),
          Nomination(id: "jury", title: "Приз жюри", acceptsApplications: false), Nomination(id: "b", title: "Б"),
        ], prizes: [Prize(rank: 1, title: "I степени")]),
      entrants: [
        .init(entry: "1", nomination: "a"), .init(entry: "2", nomination: "a"), .init(entry: "3", nomination: "b"),
        .init(entry: "4", nomination: "b"),
      ], sheets: [sheet("1", 5), sheet("2", 9), sheet("3", 4), sheet("4", 8)])
    #expect(places(adjudication.results()) == ["a: 2 1", "a: 1 1", "b: 4 1"])
  }

  @Test func `age groups have places of their own where the rules say so, and else compete together`() {
    let nominations = [
      Nomination(id: "a", title: "А", ageGroups: [AgeGroup(title: "7–10 лет"), AgeGroup(title: "11–14 лет")])
    ]
    let entrants: [Adjudication.Entrant] = [
      .init(entry: "1", nomination: "a", ageGroup: "11-14 ЛЕТ"),
      .init(entry: "2", nomination: "a", ageGroup: "7–10 лет"), .init(entry: "3", nomination: "a"),
    ]
    let sheets = [sheet("1", 9), sheet("2", 5), sheet("3", 7)]
    let prizes = [Prize(rank: 1, title: "I степени")]
    let apart = Adjudication(
      contest: contest(ContestRules(placesByAgeGroup: true), nominations: nominations, prizes: prizes),
      entrants: entrants, sheets: sheets)
    #expect(places(apart.results()) == ["a/7–10 лет: 2 1", "a/11–14 лет: 1 1", "a: 3 1"])
    let together = Adjudication(
      contest: contest(nominations: nominations, prizes: prizes), entrants: entrants, sheets: sheets)
    #expect(places(together.results()) == ["a: 1 1"])
  }

  @Test func `a nomination is void by its entries in all age groups together`() {
    let nominations = [
      Nomination(
        id: "a", title: "А", ageGroups: [AgeGroup(title: "дети"), AgeGroup(title: "взрослые")], minimumEntries: 2)
    ]
    let adjudication = Adjudication(
      contest: contest(ContestRules(placesByAgeGroup: true, minimumEntries: 5), nominations: nominations),
      entrants: [
        .init(entry: "1", nomination: "a", ageGroup: "дети"), .init(entry: "2", nomination: "a", ageGroup: "взрослые"),
      ], sheets: [sheet("1", 9), sheet("2", 5)])
    #expect(adjudication.results().map(\.proposal.outcome) == [.decided, .decided])
    var lonely = adjudication
    lonely.entrants.removeLast()
    #expect(lonely.results().map(\.proposal.outcome) == [.tooFewEntries, .tooFewEntries])
  }

  @Test func `who may win once wins in the nomination that is announced first`() {
    let school = ParticipantKey(Self.organiser)
    let rules = ContestRules(oneWinPerParticipant: true)
    let nominations = [Nomination(id: "b", title: "Б"), Nomination(id: "a", title: "А")]
    var adjudication = Adjudication(
      contest: contest(rules, nominations: nominations, prizes: [Prize(rank: 1, title: "I степени")]),
      entrants: [
        .init(entry: "1", nomination: "a", participants: [school]), .init(entry: "2", nomination: "a"),
        .init(entry: "3", nomination: "b", participants: [school]),
      ], sheets: [sheet("1", 9), sheet("2", 5), sheet("3", 6)])
    #expect(places(adjudication.results()) == ["b: 3 1", "a: 2 1"])
    adjudication.earlierWinners = [.init(entry: "9", nomination: "b", participants: [school])]
    #expect(places(adjudication.results()) == ["a: 2 1"])
  }

  @Test func `what the jury withholds in a nomination is withheld there alone`() {
    var adjudication = Adjudication(
      contest: contest(nominations: [Nomination(id: "a", title: "А"), Nomination(id: "b", title: "Б")]),
      entrants: [
        .init(entry: "1", nomination: "a"), .init(entry: "2", nomination: "b"), .init(entry: "3", nomination: "b"),
      ], sheets: [sheet("1", 9), sheet("2", 5), sheet("3", 4)],
      decisions: [.init(nomination: "a", outcome: .decided, withheld: [1])])
    #expect(places(adjudication.results()) == ["a: 1 2", "b: 2 1", "b: 3 2"])
    adjudication.decisions = [.init(nomination: "b", outcome: .noWinner)]
    #expect(places(adjudication.results()) == ["a: 1 1"])
    #expect(adjudication.results().map(\.proposal.outcome) == [.decided, .noWinner])
  }

  @Test func `a contest without nominations is one field`() {
    let adjudication = Adjudication(
      contest: contest(nominations: []), entrants: [.init(entry: "1", nomination: nil)], sheets: [sheet("1", 9)])
    #expect(places(adjudication.results()) == ["—: 1 1"])
  }

  @Test(arguments: 0..<40)
  func `places do not depend on the order of entries and sheets`(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    let aggregation = ContestRules.Aggregation.allCases.randomElement(using: &chance) ?? .mean
    let rules = ContestRules(
      aggregation: aggregation, tieBreaks: [.criterionOrder], sharesPlaces: Bool.random(using: &chance),
      placesByAgeGroup: Bool.random(using: &chance), oneWinPerParticipant: Bool.random(using: &chance))
    let groups = [AgeGroup(title: "дети"), AgeGroup(title: "взрослые")]
    let nominations = [Nomination(id: "a", title: "А", ageGroups: groups), Nomination(id: "b", title: "Б")]
    var adjudication = Adjudication(
      contest: contest(rules, nominations: nominations), entrants: [], sheets: [])
    for number in 1...20 {
      let entry = Identifier("e\(number)") ?? "e"
      let people = Organisation(id: Identifier("o\(number % 7)") ?? "o", title: "О")
      adjudication.entrants.append(
        .init(
          entry: entry, nomination: Bool.random(using: &chance) ? "a" : "b",
          ageGroup: Bool.random(using: &chance) ? "дети" : "взрослые", participants: [ParticipantKey(people)]))
      for juror in ["j", "k", "l"] as [Identifier] where Int.random(in: 0..<5, using: &chance) > 0 {
        adjudication.sheets.append(sheet(entry, Int32.random(in: 0...10, using: &chance), by: juror))
      }
    }
    let results = adjudication.results()
    adjudication.entrants.shuffle(using: &chance)
    adjudication.sheets.shuffle(using: &chance)
    #expect(adjudication.results() == results)
  }
}
