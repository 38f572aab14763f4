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
    let results = judging.adjudication.results().filter { nomination == nil || $0.division.nomination == nomination }
    let obstacles = results.flatMap(\.obstacles)
    if !obstacles.isEmpty { throw Failure(obstacles) }
    let ranked = results.map { RankedDivision(result: $0, judging: judging) }
    guard common.json else { return try Terminal.print(ranked.map(\.text).joined(separator: "\n")) }
    var writer = JSONWriter(to: Terminal.print(bytes:))
    try writer.openArray()
    for division in ranked { try division.write(to: &writer) }
    try writer.closeArray()
    try writer.finish()
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

  /// Row by row: there may be a hundred thousand.
  func write(to writer: inout JSONWriter) throws {
    try writer.openObject()
    try writer.member("ageGroup", result.division.ageGroup)
    try writer.member("aggregation", ranking.aggregation.rawValue)
    try writer.member(
      "criteria",
      .array(
        criteria.map { criterion in
          [
            "id": JSON(criterion.id), "title": .string(criterion.title), "weight": JSON(criterion.weight?.description),
            "maximum": .string(criterion.maximum.description),
          ]
        }))
    try writer.member("nomination", result.division.nomination?.description)
    try writer.openArray("standings")
    for standing in ranking.standings { try write(standing, to: &writer) }
    try writer.closeArray()
    try writer.closeObject()
  }

  private func write(_ standing: Ranking.Standing, to writer: inout JSONWriter) throws {
    try writer.openObject()
    try writer.member("decidedBy", standing.decidedBy?.name)
    try writer.member("entry", judging.registration(standing.entry))
    try writer.member("exact", standing.figure?.description)
    try writer.member("id", standing.entry.description)
    try writer.openArray("jurors")
    for total in standing.totals {
      try writer.openObject()
      try writer.member("juror", total.juror.description)
      try writer.openArray("marks")
      for mark in total.marks { try writer.item(.string(mark.description)) }
      try writer.closeArray()
      try writer.member("total", total.total.rounded(to: 4))
      try writer.closeObject()
    }
    try writer.closeArray()
    try writer.member("passes", .bool(standing.passes))
    try writer.member("points", standing.figure?.rounded(to: 4))
    try writer.member("rank", JSON(standing.rank))
    try writer.member("shared", .bool(standing.isShared))
    try writer.member("title", judging.title(of: standing.entry))
    try writer.member("zScore", standing.standardScore.map { String(format: "%.2f", $0) })
    try writer.closeObject()
  }

  var text: String {
    let language = Speech.language
    let title = Format.division(result.division, of: judging.contest, language).map { $0 + "\n" } ?? ""
    if ranking.standings.isEmpty {
      return title + local(ru: "допущенных заявок нет\n", en: "no entries are admitted\n")
    }
    let rows = ranking.standings.map { standing in
      [
        standing.rank.map(String.init) ?? "—", judging.registration(standing.entry),
        judging.title(of: standing.entry) ?? "—", String(standing.totals.count),
        standing.figure.map { Format.rounded($0.rounded(to: 4), language) } ?? "—",
        standing.standardScore.map { Format.rounded(String(format: "%+.2f", $0), language) } ?? "—", remark(standing),
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
    case .criterion(let id)?:
      let title = judging.contest.criteria.first { $0.id == id }?.title ?? id.description
      remarks.append(
        local(ru: "решил критерий «\(title)»", en: "decided by the criterion “\(title)”"))
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
