import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

/// `laureat scores list`: the points that were given, and who stepped back.
struct ScoresList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: local(ru: "Список оценок.", en: "List the points given."),
    discussion: examples([
      "laureat scores list --contest teplo-2020",
      "laureat scores list --contest teplo-2020 --juror ivanova -o ivanova.xlsx",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(help: ArgumentHelp(local(ru: "Только этот член жюри.", en: "Only this juror."), valueName: "id"))
  var juror: Identifier?

  @OptionGroup var list: ListOptions

  func run() throws {
    let (rows, announced, changed) = try list.common.openStore().read { session in
      let contest = try session.contest(contest)
      if let juror { try contest.knownJuror(juror) }
      return (
        try GivenPoints.all(in: contest, of: juror, session), contest, try session.entries.changedAt(in: contest.id)
      )
    }
    try list.write(listing(rows, announced), json: .array(rows.map { $0.json(announced) }), changed: changed)
  }

  private func listing(_ rows: [GivenPoints], _ contest: Contest) -> Listing {
    let names = Dictionary(contest.jury.map { ($0.id, $0.name) }) { first, _ in first }
    return Listing(
      local(ru: "Оценки", en: "Points"),
      columns: [
        .init(local(ru: "Член жюри", en: "Juror"), .name), .init(local(ru: "Номер", en: "Number")),
        .init(local(ru: "Название", en: "Title"), .name),
      ] + contest.criteria.map { .init($0.title, .figure) } + [
        .init(local(ru: "Итог", en: "Total"), .figure), .init(local(ru: "Дата", en: "Date")),
        .init(local(ru: "Замечание", en: "Remark"), .name), .init(local(ru: "Самоотвод", en: "Recusal"), .name),
      ], count: rows.count, Speech.language
    ) { index in
      let row = rows[index]
      let marks = contest.criteria.map { criterion in
        row.sheet?.points(for: criterion.id).map { Cell.decimal($0) } ?? .missing
      }
      return [
        .text(names[row.juror] ?? row.juror.description), .text(row.registration.description), .text(row.title),
      ] + marks + [
        row.total(contest).flatMap { ExactDecimal(rounded: $0) }.map { .decimal($0) } ?? .missing, .day(row.date),
        row.sheet?.remark.map { .text($0) } ?? .missing, row.recusal.map { .text($0.reason) } ?? .missing,
      ]
    }
  }
}

/// What a juror gave an entry, or that he stepped back from it.
private struct GivenPoints {
  let juror: Identifier
  let registration: Registration
  let id: Identifier
  let title: String
  let nomination: Identifier?
  let sheet: ScoreSheet?
  let recusal: Recusal?

  var date: Day { sheet?.date ?? recusal?.date ?? .firstDay(of: 1) }

  /// Juror by juror as they were named, entries in the order of registration.
  static func all(in contest: Contest, of juror: Identifier?, _ session: Session) throws -> [GivenPoints] {
    var entries: [Identifier: StoredEntry] = [:]
    try session.entries.each(in: contest.id) { entries[$0.exchangeID] = $0 }
    func row(_ juror: Identifier, _ entry: Identifier, _ sheet: ScoreSheet?, _ recusal: Recusal?) -> GivenPoints? {
      entries[entry].map { stored in
        GivenPoints(
          juror: juror, registration: stored.registration, id: entry, title: stored.entry.title,
          nomination: stored.entry.nomination, sheet: sheet, recusal: recusal)
      }
    }
    let sheets = try session.judging.sheets(of: contest.id).compactMap { row($0.juror, $0.entry, $0, nil) }
    let recusals = try session.judging.recusals(of: contest.id).compactMap { row($0.juror, $0.entry, nil, $0) }
    let places = Dictionary(contest.jury.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func place(_ row: GivenPoints) -> (Int, Registration, Int) {
      (places[row.juror] ?? places.count, row.registration, row.sheet == nil ? 1 : 0)
    }
    return (sheets + recusals).filter { juror == nil || $0.juror == juror }.sorted { place($0) < place($1) }
  }

  func total(_ contest: Contest) -> Fraction? { sheet?.total(by: contest, in: nomination) }

  /// `{contest, juror, entry, id, title, date, marks: [{criterion, points}], total, remark, recusal}`.
  func json(_ contest: Contest) -> JSON {
    [
      "contest": JSON(contest.id), "juror": JSON(juror), "entry": JSON(registration), "id": JSON(id),
      "title": .string(title), "date": JSON(date), "marks": .array((sheet?.marks ?? []).map(\.json)),
      "total": JSON(total(contest)?.rounded(to: 4)), "remark": JSON(sheet?.remark), "recusal": JSON(recusal?.reason),
    ]
  }
}

extension ExactDecimal {
  /// A fraction to four decimals.
  fileprivate init?(rounded fraction: Fraction) { self.init(fraction.rounded(to: 4)) }
}
