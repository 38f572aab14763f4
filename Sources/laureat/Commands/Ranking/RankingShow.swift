import ArgumentParser
import Contests
import Foundation
import Primitives
import Reports
import Storage

/// `laureat ranking show`: the order of the entries by the jury's points, with what it follows from.
struct RankingShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: local(
      ru: "Показать, кто на каком месте и почему.", en: "Show who stands where, and why."),
    discussion: examples([
      "laureat ranking show --contest city-of-ideas-2020",
      "laureat ranking show --contest teplo-2020 --nomination vesna --json",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(help: ArgumentHelp(local(ru: "Только эта номинация.", en: "Only this nomination."), valueName: "id"))
  var nomination: Identifier?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let rankings = try common.openStore().read { session in
      let contest = try session.contest(contest)
      if let nomination, contest.nomination(nomination) == nil {
        throw Failure.refused(
          ContestCode.unknownNomination,
          LocalizedText(
            ru: "номинации \(nomination) в конкурсе нет", en: "the contest has no nomination \(nomination)"))
      }
      return try ContestRankings(contest, session).all(in: nomination)
    }
    try common.print(
      .array(rankings.map(\.json)), or: rankings.map(\.text).joined(separator: "\n"))
  }
}

/// The rankings of a contest, nomination by nomination.
struct ContestRankings {
  private let contest: Contest
  private let session: Session

  init(_ contest: Contest, _ session: Session) {
    self.contest = contest
    self.session = session
  }

  /// A ranking with the titles of what is ranked. Names of people are none of it.
  struct Ranked {
    var nomination: Nomination?
    var ranking: Ranking
    var entries: [Identifier: (registration: Registration, title: String)]
  }

  /// - Parameter nomination: Only this one, where given.
  func all(in nomination: Identifier?) throws -> [Ranked] {
    let sheets = Dictionary(grouping: try session.judging.sheets(of: contest.id), by: \.entry)
    let recusals = try session.judging.recusals(of: contest.id)
    var byNomination: [Identifier?: [StoredEntry]] = [:]
    try session.entries.each(in: contest.id) { stored in
      if stored.status.isAdmitted { byNomination[stored.entry.nomination, default: []].append(stored) }
    }
    let nominations: [Nomination?] =
      contest.nominations.isEmpty ? [nil] : contest.nominations.filter(\.acceptsApplications)
    return nominations.filter { nomination == nil || $0?.id == nomination }.map { nomination in
      let entries = byNomination[nomination?.id] ?? []
      let judging = Judging(
        criteria: contest.criteria.filter { $0.applies(to: nomination?.id) }, rules: contest.rules,
        passMark: nomination?.passMark ?? contest.rules.passMark, entries: entries.map(\.exchangeID),
        sheets: entries.flatMap { sheets[$0.exchangeID] ?? [] }, recusals: recusals)
      return Ranked(
        nomination: nomination, ranking: judging.ranking(),
        entries: Dictionary(
          entries.map { ($0.exchangeID, (registration: $0.registration, title: $0.entry.title)) },
          uniquingKeysWith: { first, _ in first }))
    }
  }
}

extension ContestRankings.Ranked {
  var json: JSON {
    [
      "nomination": JSON(nomination?.id), "aggregation": .string(ranking.aggregation.rawValue),
      "standings": .array(ranking.standings.map(json)),
    ]
  }

  private func json(_ standing: Ranking.Standing) -> JSON {
    [
      "entry": JSON(entries[standing.entry]?.registration.description), "id": JSON(standing.entry),
      "title": JSON(entries[standing.entry]?.title), "rank": JSON(standing.rank), "shared": .bool(standing.isShared),
      "points": JSON(standing.figure?.rounded(to: 4)), "exact": JSON(standing.figure?.description),
      "passes": .bool(standing.passes), "decidedBy": JSON(standing.decidedBy?.name),
      "zScore": JSON(standing.standardScore.map { String(format: "%.2f", $0) }),
      "jurors": .array(
        standing.totals.map { total in
          [
            "juror": JSON(total.juror), "marks": .array(total.marks.map { .string($0.description) }),
            "total": .string(total.total.rounded(to: 4)),
          ]
        }),
    ]
  }

  var text: String {
    let language = Speech.language
    let title = nomination.map { Format.quoted($0.title, language) + "\n" } ?? ""
    if ranking.standings.isEmpty {
      return title + local(ru: "допущенных заявок нет\n", en: "no entries are admitted\n")
    }
    let rows = ranking.standings.map { standing in
      [
        standing.rank.map(String.init) ?? "—", entries[standing.entry]?.registration.description ?? "—",
        entries[standing.entry]?.title ?? "—", String(standing.totals.count),
        standing.figure?.rounded(to: 4) ?? "—",
        standing.standardScore.map { String(format: "%+.2f", $0) } ?? "—", remark(standing),
      ]
    }
    return title
      + TextTable(
        [
          .number(local(ru: "Порядок", en: "Rank")), .init(local(ru: "Номер", en: "Number")),
          .flexible(local(ru: "Название", en: "Title")), .number(local(ru: "Судей", en: "Jurors")),
          .number(local(ru: "Итог", en: "Result")), .number("z"), .flexible(""),
        ], rows: rows
      ).render(width: Terminal.tableWidth, language: language)
  }

  private func remark(_ standing: Ranking.Standing) -> String {
    var remarks: [String] = []
    if standing.isShared { remarks.append(local(ru: "поровну", en: "equal")) }
    switch standing.decidedBy {
    case .criterion(let criterion)?:
      remarks.append(local(ru: "решил критерий \(criterion)", en: "decided by \(criterion)"))
    case .decision(.chair, _)?: remarks.append(local(ru: "решил председатель", en: "decided by the chair"))
    case .decision?: remarks.append(local(ru: "решено голосованием", en: "decided by a vote"))
    case nil: break
    }
    if standing.rank != nil, !standing.passes {
      remarks.append(local(ru: "ниже проходного балла", en: "below the pass mark"))
    }
    return remarks.joined(separator: ", ")
  }
}

extension Ranking.Decider {
  /// As scripts read it.
  fileprivate var name: String {
    switch self {
    case .criterion(let criterion): "criterion \(criterion)"
    case .decision(let method, _): method.rawValue
    }
  }
}
