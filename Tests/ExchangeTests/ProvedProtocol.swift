import Contests
import Exchange
import Foundation
import Primitives
import SeededGenerator
import Testing

/// A protocol of a random contest that proves every place it gives.
struct ProvedProtocol {
  let contest: Contest
  let adjudication: Adjudication

  init(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func id(_ text: String) throws -> Identifier { try #require(Identifier(text)) }
    func prizes(_ count: Int) -> [Prize] { (1...count).map { Prize(rank: $0, title: "Диплом \($0)-й степени") } }
    let once = Bool.random(using: &random)
    let rules = ContestRules(
      aggregation: [.mean, .sum, .trimmedMean, .borda].randomElement(using: &random) ?? .mean, tieBreaks: [.vote],
      sharesPlaces: Bool.random(using: &random), oneWinPerParticipant: once,
      minimumEntries: Bool.random(using: &random) ? 2 : nil)
    let contest = try Contest(
      id: id("fair"), title: "Ярмарка", year: 2020, level: .municipal,
      organiser: Organisation(id: id("city"), title: "Администрация города"),
      nominations: [
        Nomination(id: id("wood"), title: "Дерево", prizes: prizes(Int.random(in: 1...3, using: &random))),
        Nomination(id: id("clay"), title: "Глина", prizes: prizes(2)),
        Nomination(
          id: id("jury"), title: "Приз жюри", acceptsApplications: false, prizes: [Prize(title: "Приз жюри")]),
      ],
      criteria: [
        Criterion(id: id("idea"), title: "Идея", weight: ExactDecimal(60), maximum: Points(10)),
        Criterion(id: id("work"), title: "Исполнение", weight: ExactDecimal(40), maximum: Points(10)),
      ],
      jury: [
        Juror(id: id("j1"), name: "Председатель", role: .chair), Juror(id: id("j2"), name: "Член жюри"),
        Juror(id: id("j3"), name: "Член жюри"), Juror(id: id("sec"), name: "Секретарь", role: .secretary),
      ], rules: rules)
    let names = try (1...Int.random(in: 5...9, using: &random)).map { try id("e\($0)") }
    var entrants: [Adjudication.Entrant] = []
    for name in names {
      entrants.append(
        try .init(
          entry: name, nomination: id(["wood", "clay"].randomElement(using: &random) ?? "wood"),
          participants: once && Int.random(in: 0...2, using: &random) == 0
            ? [ParticipantKey(number: Int.random(in: 1...2, using: &random))] : []))
    }
    let date = try #require(Day("2020-04-01"))
    var sheets: [ScoreSheet] = []
    var recusals: [Recusal] = []
    for name in names {
      for juror in ["j1", "j2", "j3"] {
        if juror == "j3", Int.random(in: 0...5, using: &random) == 0 {
          recusals.append(
            try Recusal(id: id("r-\(name)"), juror: id(juror), entry: name, date: date, reason: "родственник"))
          continue
        }
        sheets.append(
          try ScoreSheet(
            id: id("\(juror)-\(name)"), juror: id(juror), entry: name, date: date,
            marks: contest.criteria.map {
              .init(criterion: $0.id, points: Points(Int32.random(in: 2...8, using: &random)))
            }))
      }
    }
    var adjudication = Adjudication(contest: contest, entrants: entrants, sheets: sheets, recusals: recusals)
    // The jury votes wherever points do not decide.
    while let tie = adjudication.results().lazy.flatMap(\.proposal.undecided).first {
      let nomination = entrants.first { $0.entry == tie.entries.first }?.nomination
      adjudication.tieDecisions.append(
        .init(
          nomination: nomination, method: .vote, entries: tie.entries.shuffled(using: &random), reason: "2:1"))
    }
    self.contest = contest
    self.adjudication = adjudication
  }

  /// As it is sent; without the digest of its decision unless it is sealed.
  func text(sealed isSealed: Bool = false) throws -> String {
    let results = adjudication.results()
    let created = try #require(Instant("2020-04-05T12:00:00+07:00"))
    let date = try #require(Day("2020-04-05"))
    var minutes = adjudication.minutes(ProtocolReference(number: "4", date: date), giving: results)
    minutes.admitted = adjudication.entrants.count
    minutes.rejected = 1
    minutes.received = adjudication.entrants.count + 1
    minutes.scoresDigest = ScoresDigest.over(adjudication.sheets, adjudication.recusals).description
    let standings = Dictionary(
      results.flatMap(\.ranking.standings).map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
    let awards = Dictionary(grouping: results.flatMap(\.proposal.awards), by: \.entry)
    let document = OutgoingDocument(.resultsProtocol, sender: contest.organiser, createdAt: created) { body in
      try body.add(minutes, sealed: isSealed)
      for (index, entrant) in adjudication.entrants.enumerated() {
        var result = ProtocolResult(id: entrant.entry, nomination: entrant.nomination)
        result.total = standings[entrant.entry]?.figure.flatMap { ExactDecimal($0.rounded(to: 4)) }
        for total in standings[entrant.entry]?.totals ?? [] {
          guard let sheet = sheet(of: total.juror, on: entrant.entry),
            let sum = ExactDecimal(total.total.rounded(to: 4))
          else { continue }
          result.scores.append(
            .init(juror: total.juror, marks: sheet.marks, total: sum, digest: ScoresDigest.of(sheet).description))
        }
        result.sharedParticipants = entrant.participants.compactMap { Int($0.description.split(separator: "|")[1]) }
        result.awards = (awards[entrant.entry] ?? []).map { .init(place: $0.place, prize: $0.prize) }
        if !result.awards.isEmpty {
          result.outOf = adjudication.entrants.count { $0.nomination == entrant.nomination }
        }
        if index == 0 { result.awards.append(.init(nomination: Identifier("jury"), prize: "Приз жюри")) }
        try body.add(result)
      }
      if let refused = Identifier("refused") {
        try body.add(ProtocolResult(id: refused, nomination: nil, isAdmitted: false, reason: "опоздала"))
      }
      for sheet in adjudication.sheets { try body.add(sheet) }
      for recusal in adjudication.recusals { try body.add(recusal) }
    }
    return String(decoding: try document.bytes(), as: UTF8.self)
  }

  private func sheet(of juror: Identifier, on entry: Identifier) -> ScoreSheet? {
    adjudication.sheets.first { $0.juror == juror && $0.entry == entry }
  }

  /// Entries that were passed over because somebody behind them had won.
  var passedOver: [Identifier] {
    adjudication.results().flatMap { $0.proposal.omitted.filter { $0.value == .hasWonElsewhere }.map(\.key) }.sorted()
  }
}
