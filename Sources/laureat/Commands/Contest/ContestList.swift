import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

struct ContestList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: local(ru: "Список конкурсов.", en: "List contests."),
    discussion: examples(["laureat contest list", "laureat contest list --year 2020 --territory 32701000"]))

  @Option(help: ArgumentHelp(local(ru: "Год.", en: "Year.")))
  var year: Int?

  @Option(
    help: ArgumentHelp(local(ru: "ОКТМО или его начало.", en: "ОКТМО or its beginning."), valueName: "oktmo"))
  var territory: String?

  @Option(help: ArgumentHelp(local(ru: "Состояние.", en: "Status.")))
  var status: ContestStatus?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let figures = try common.openStore().read { session in
      try session.contests.list(.init(year: year, territory: territory, status: status)).map {
        try session.contests.figures(of: $0)
      }
    }
    try common.print(.array(figures.map(\.summaryJSON)), or: table(figures))
  }

  private func table(_ figures: [ContestFigures]) -> String {
    let language = Speech.language
    let table = TextTable(
      [
        .init("id"), .flexible(local(ru: "Конкурс", en: "Contest")), .number(local(ru: "Год", en: "Year")),
        .init(local(ru: "Состояние", en: "Status")), .number(local(ru: "Заявок", en: "Applications")),
        .number(local(ru: "Участников", en: "Participants")), .number(local(ru: "Работ", en: "Works")),
        .number(local(ru: "Победителей", en: "Winners")),
      ],
      rows: figures.map { figures in
        [
          figures.contest.id.description, figures.contest.title, String(figures.contest.year),
          Format.name(figures.contest.status, language), String(figures.total.applications),
          figures.total.participants.map(String.init) ?? "—", figures.total.works.map(String.init) ?? "—",
          String(figures.total.winners),
        ]
      })
    return table.render(width: Terminal.tableWidth, language: language)
  }
}
