import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

/// `laureat jury progress`: how far the jury is, and who owes what.
struct JuryProgress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: local(ru: "Кто сколько оценил и чего не хватает.", en: "Who has judged what."),
    discussion: examples(["laureat jury progress --contest teplo-2020"]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @OptionGroup var common: CommonOptions

  func run() throws {
    let page = try common.openStore().read { JuryProgressPage(try JuryWork(of: contest, in: $0)) }
    try common.print(page.json, or: page.text)
  }
}

/// How far a jury is, for a reader.
struct JuryProgressPage {
  private let work: JuryWork
  private let duties: JuryDuties
  private let byJuror: [Identifier: JuryDuties.Counts]
  private let byNomination: [Identifier?: JuryDuties.Counts]
  private let missing: [Identifier: [String]]
  private let language = Speech.language

  init(_ work: JuryWork) {
    self.work = work
    duties = work.duties
    byJuror = duties.byJuror
    byNomination = duties.byNomination
    missing = Dictionary(grouping: duties.missing, by: \.juror).mapValues { $0.map { work.number($0.entry.id) } }
  }

  /// Those entries can be sent to.
  private var nominations: [Nomination] { work.contest.nominations.filter(\.acceptsApplications) }

  private func entries(in nomination: Identifier) -> Int { work.entries.count { $0.nomination == nomination } }

  var json: JSON {
    JSON.object([
      "contest": JSON(work.contest.id), "entries": .integer(work.entries.count),
      "closed": work.closing.map(\.json) ?? .null, "beyond": .integer(duties.beyond.count),
      "unjudged": .array(duties.unjudged.map { .string(work.number($0.id)) }),
      "jurors": .array(
        work.contest.jury.filter(\.givesPoints).map { juror in
          JSON.juror(juror, byJuror[juror.id]).adding([
            "missingEntries": .array((missing[juror.id] ?? []).map { .string($0) })
          ])
        }),
      "nominations": .array(
        nominations.map { nomination in
          JSON.object([
            "id": JSON(nomination.id), "title": .string(nomination.title),
            "entries": .integer(entries(in: nomination.id)),
          ]).adding(JSON.members(of: byNomination[nomination.id] ?? JuryDuties.Counts()))
        }),
    ]).adding(JSON.members(of: duties.total))
  }

  var text: String {
    var parts = [jurors]
    if !nominations.isEmpty { parts.append(byNominationText) }
    if !duties.unjudged.isEmpty {
      parts.append(
        local(ru: "Никто не судит: ", en: "Judged by nobody: ")
          + Self.shown(duties.unjudged.map { work.number($0.id) }) + "\n")
    }
    if let closing = work.closing { parts.append(closing.text(language)) }
    return parts.joined(separator: "\n")
  }

  private var jurors: String {
    TextTable(
      [.init("id"), .flexible(local(ru: "Имя", en: "Name"))] + Self.columns
        + [.flexible(local(ru: "Чего не хватает", en: "What is missing"))],
      rows: work.contest.jury.filter(\.givesPoints).map { juror in
        [juror.id.description, juror.name] + Self.cells(byJuror[juror.id])
          + [Self.shown(missing[juror.id] ?? [])]
      }, totals: [["", local(ru: "Всего", en: "Total")] + Self.cells(duties.total) + [""]]
    ).render(width: Terminal.tableWidth, language: language)
  }

  private var byNominationText: String {
    TextTable(
      [.flexible(local(ru: "Номинация", en: "Nomination")), .number(local(ru: "Заявок", en: "Entries"))]
        + Self.columns,
      rows: nominations.map { nomination in
        [nomination.title, String(entries(in: nomination.id))] + Self.cells(byNomination[nomination.id])
      }
    ).render(width: Terminal.tableWidth, language: language)
  }

  private static let columns: [TextTable.Column] = [
    .number(local(ru: "Судит", en: "To judge")), .number(local(ru: "Оценено", en: "Done")),
    .number(local(ru: "Не хватает", en: "Missing")), .number(local(ru: "Самоотводов", en: "Stepped back")),
  ]

  private static func cells(_ counts: JuryDuties.Counts?) -> [String] {
    let counts = counts ?? JuryDuties.Counts()
    return [counts.toJudge, counts.done, counts.missing, counts.recused].map(String.init)
  }

  private static func shown(_ numbers: [String]) -> String {
    let most = 5
    return numbers.prefix(most).joined(separator: ", ") + (numbers.count > most ? ", …" : "")
  }
}

extension JudgingClosing {
  var json: JSON { ["date": JSON(date), "reason": JSON(reason), "missing": .integer(missing)] }

  /// «Работа жюри закончена 05.04.2020; не хватало листов: 2 (болезнь)».
  func text(_ language: Language) -> String {
    let day = Format.day(date, .table, language)
    let reason = reason.map { " (\($0))" } ?? ""
    let rest =
      missing == 0 ? reason : local(ru: "; не хватало листов: ", en: "; sheets missing: ") + "\(missing)\(reason)"
    return local(ru: "Работа жюри закончена \(day)", en: "The jury ended its work on \(day)") + rest + "\n"
  }
}
