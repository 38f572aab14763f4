import ArgumentParser
import Grants
import Primitives
import Storage

/// `laureat grant checkpoint`: what is to be done by which day.
struct GrantCheckpoint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint", abstract: local(ru: "Контрольные точки.", en: "Checkpoints."),
    discussion: examples([
      "laureat grant checkpoint list novye-gorizonty",
      "laureat grant checkpoint add novye-gorizonty --title \"Открыта гостиная\" --planned 2020-09-01",
      "laureat grant checkpoint set novye-gorizonty c1 --status met --date 2020-09-03 --evidence \"акт № 4\"",
    ]),
    subcommands: [List.self, Add.self, Set.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: local(ru: "Показать контрольные точки.", en: "Show the checkpoints."),
      discussion: examples(["laureat grant checkpoint list novye-gorizonty --json"]))

    @OptionGroup var part: LedgerPartOptions

    func run() throws { try part.print(.checkpoints) }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: local(ru: "Добавить контрольную точку.", en: "Add a checkpoint."),
      discussion: examples([
        "laureat grant checkpoint add novye-gorizonty --title \"Открыта гостиная\" --planned 2020-09-01"
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Option(
      help: ArgumentHelp(local(ru: "Обозначение; без него — по порядку.", en: "Identifier; the next without it.")))
    var id: Identifier?

    @Option(
      help: ArgumentHelp(local(ru: "Что должно быть сделано.", en: "What has to be done.")), transform: TypedText.line)
    var title: String

    @Option(help: ArgumentHelp(local(ru: "Срок.", en: "The day it is due."), valueName: dayForm))
    var planned: Day

    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func run() throws {
      let changed = try LedgerChange(project, common, writing).make(.init(kind: "grant.checkpoint")) {
        project, session, _ in
        project.checkpoints.append(
          Checkpoint(
            id: try id ?? session.projects.nextID(.checkpoint, of: project.id), title: title, plannedOn: planned))
      }
      try LedgerPart.checkpoints.print(of: changed, common)
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: local(ru: "Отметить контрольную точку.", en: "Say what became of a checkpoint."),
      discussion: examples([
        "laureat grant checkpoint set novye-gorizonty c1 --status met --date 2020-09-03 --evidence \"акт № 4\"",
        "laureat grant checkpoint set novye-gorizonty c2 --planned 2020-11-01",
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Argument(help: ArgumentHelp(local(ru: "Контрольная точка.", en: "The checkpoint."), valueName: "checkpoint"))
    var checkpoint: Identifier

    @Option(
      help: ArgumentHelp(
        local(
          ru: "scheduled, met, partiallyMet или notMet.", en: "scheduled, met, partiallyMet or notMet."),
        valueName: "status"))
    var status: Checkpoint.Status?

    @Option(help: ArgumentHelp(local(ru: "Когда сделано.", en: "The day it was done."), valueName: dayForm))
    var date: Day?

    @Option(help: ArgumentHelp(local(ru: "Новый срок.", en: "A new day it is due."), valueName: dayForm))
    var planned: Day?

    @Option(
      help: ArgumentHelp(local(ru: "Чем подтверждается.", en: "What shows it.")), transform: TypedText.line)
    var evidence: String?

    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func validate() throws {
      if status == nil, date == nil, planned == nil, evidence == nil {
        throw ValidationError(
          local(
            ru: "назовите --status, --date, --planned или --evidence",
            en: "give --status, --date, --planned or --evidence"))
      }
    }

    func run() throws {
      let changed = try LedgerChange(project, common, writing).make(
        .init(kind: "grant.checkpoint", detail: checkpoint.description)
      ) { project, _, _ in
        let place = try project.place(of: checkpoint, in: \.checkpoints) { $0.id }
        if let planned { project.checkpoints[place].plannedOn = planned }
        if let evidence { project.checkpoints[place].evidence = evidence }
        if let date { project.checkpoints[place].actualOn = date }
        if let status {
          project.checkpoints[place].status = status
          if status == .scheduled { project.checkpoints[place].actualOn = nil }
        }
      }
      try LedgerPart.checkpoints.print(of: changed, common)
    }
  }
}
