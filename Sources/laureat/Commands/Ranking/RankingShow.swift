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
    let judging = try common.openStore().read { session in
      let contest = try session.contest(contest)
      if let nomination { _ = try contest.known(nomination) }
      return try ContestJudging(contest, in: session)
    }
    let ranked = judging.adjudication.results()
      .filter { nomination == nil || $0.division.nomination == nomination }
      .map { RankedDivision(result: $0, judging: judging) }
    try common.print(.array(ranked.map(\.json)), or: ranked.map(\.text).joined(separator: "\n"))
  }
}

/// The order of those who competed with one another, with the titles of what is ranked.
private struct RankedDivision {
  var result: Adjudication.Result
  var judging: ContestJudging

  private var ranking: Ranking { result.ranking }
  /// Those whose points the marks are, in their order.
  private var criteria: [Criterion] {
    judging.contest.criteria.filter { $0.applies(to: result.division.nomination) }
  }

  var json: JSON {
    [
      "nomination": JSON(result.division.nomination), "ageGroup": JSON(result.division.ageGroup),
      "aggregation": .string(ranking.aggregation.rawValue),
      "criteria": .array(
        criteria.map { criterion in
          [
            "id": JSON(criterion.id), "title": .string(criterion.title), "weight": JSON(criterion.weight?.description),
            "maximum": .string(criterion.maximum.description),
          ]
        }),
      "standings": .array(ranking.standings.map(json)),
    ]
  }

  private func json(_ standing: Ranking.Standing) -> JSON {
    [
      "entry": .string(judging.registration(standing.entry)), "id": JSON(standing.entry),
      "title": JSON(judging.title(of: standing.entry)), "rank": JSON(standing.rank), "shared": .bool(standing.isShared),
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
    let title = judging.contest.heading(result.division).map { Format.quoted($0, language) + "\n" } ?? ""
    if ranking.standings.isEmpty {
      return title + local(ru: "допущенных заявок нет\n", en: "no entries are admitted\n")
    }
    let rows = ranking.standings.map { standing in
      [
        standing.rank.map(String.init) ?? "—", judging.registration(standing.entry),
        judging.title(of: standing.entry) ?? "—", String(standing.totals.count),
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
