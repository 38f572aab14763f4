import ArgumentParser
import Grants
import Primitives
import Reports
import Storage

/// `laureat grant text`: what a project tells in the narrative part of its reports.
struct GrantText: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: local(ru: "Содержательная часть отчётов.", en: "The narrative part of reports."),
    discussion: examples([
      "laureat grant text set novye-gorizonty сделано.txt --section done --year 2020",
      "laureat grant text list novye-gorizonty",
      "laureat grant text show novye-gorizonty t1",
    ]),
    subcommands: [Set.self, List.self, Show.self, Remove.self])

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: local(
        ru: "Записать текст раздела или заменить его.", en: "Record the text of a section, or replace it."),
      discussion: examples([
        "laureat grant text set novye-gorizonty сделано.txt --section done --year 2020",
        "laureat grant text set novye-gorizonty сми.txt --section other --title \"О нас пишут\" --from 2020-01-01 --to 2020-06-30",
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Argument(
      help: ArgumentHelp(
        local(
          ru: "Файл с текстом, UTF-8; каждая строка — абзац.",
          en: "File with the text, UTF-8; each line is a paragraph."),
        valueName: "file"), completion: .file())
    var file: String

    @Option(
      help: ArgumentHelp(
        local(ru: "done, results, conclusions или other.", en: "done, results, conclusions or other.")))
    var section: NarrativeSection

    @Option(
      help: ArgumentHelp(
        local(ru: "Заголовок; у other обязателен.", en: "Its title; one of other needs it.")), transform: TypedText.line
    )
    var title: String?

    @OptionGroup var days: TextDays
    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func run() throws {
      let text = try TypedParagraphs(path: file).text
      let changed = try LedgerChange(project, common, writing).make(.init(kind: "grant.text")) { project, session, _ in
        var told = ProjectText(
          id: try session.projects.nextID(.text, of: project.id), period: days.period, section: section, title: title,
          text: text)
        if let place = project.texts.firstIndex(where: { $0.place == told.place }) {
          told.id = project.texts[place].id
          project.texts[place] = told
        } else {
          project.texts.append(told)
        }
      }
      try LedgerPart.texts.print(of: changed, common)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: local(ru: "Какие тексты записаны.", en: "Which texts there are."),
      discussion: examples(["laureat grant text list novye-gorizonty --json"]))

    @OptionGroup var part: LedgerPartOptions

    func run() throws { try part.print(.texts) }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: local(ru: "Вывести текст.", en: "Print a text."),
      discussion: examples([
        "laureat grant text show novye-gorizonty t1", "laureat grant text show novye-gorizonty t1 > сделано.txt",
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Argument(help: ArgumentHelp(local(ru: "Текст из text list.", en: "The text, of text list."), valueName: "text"))
    var text: Identifier

    @OptionGroup var common: CommonOptions

    func run() throws {
      let found = try common.openStore().read { session in
        let project = try session.project(project)
        return project.texts[try project.place(of: text, in: \.texts) { $0.id }]
      }
      try common.print(found.json, or: found.text + "\n")
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: local(ru: "Удалить текст.", en: "Remove a text."),
      discussion: examples(["laureat grant text remove novye-gorizonty t1"]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Argument(help: ArgumentHelp(local(ru: "Текст из text list.", en: "The text, of text list."), valueName: "text"))
    var text: Identifier

    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func run() throws {
      let changed = try LedgerChange(project, common, writing).make(
        .init(kind: "grant.text.remove", detail: text.description)
      ) { project, _, _ in
        project.texts.remove(at: try project.place(of: text, in: \.texts) { $0.id })
      }
      try LedgerPart.texts.print(of: changed, common)
    }
  }
}

/// The days a text is about: those of the report it is for.
struct TextDays: ParsableArguments {
  @Option(help: ArgumentHelp(local(ru: "Год отчёта.", en: "Year of the report.")))
  var year: Int?

  @Option(help: ArgumentHelp(local(ru: "Первый день периода.", en: "First day of the period."), valueName: dayForm))
  var from: Day?

  @Option(help: ArgumentHelp(local(ru: "Последний день периода.", en: "Last day of the period."), valueName: dayForm))
  var to: Day?

  var period: Period { year.map { Period(year: $0) } ?? Period(start: from, end: to) }

  func validate() throws { try PeriodArguments.check(year: year, from: from, to: to) }
}
