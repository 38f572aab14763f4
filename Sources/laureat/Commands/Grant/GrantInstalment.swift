import ArgumentParser
import Grants
import Primitives
import Storage

/// `laureat grant instalment`: the instalments that are to come, and the mending of those that came.
struct GrantInstalment: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instalment", abstract: local(ru: "Транши гранта.", en: "Instalments of the grant."),
    discussion: examples([
      "laureat grant instalment list novye-gorizonty",
      "laureat grant instalment add novye-gorizonty --amount 350000 --date 2020-05-01",
      "laureat grant instalment edit novye-gorizonty i2 --planned-on 2020-09-01 --reason \"график изменён\"",
    ]),
    subcommands: [List.self, Add.self, Edit.self, Remove.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: local(ru: "Транши: план и факт.", en: "Instalments, planned and received."),
      discussion: examples(["laureat grant instalment list novye-gorizonty --json"]))

    @OptionGroup var part: LedgerPartOptions

    func run() throws { try part.print(.instalments) }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: local(ru: "Запланировать транши.", en: "Plan instalments."),
      discussion: examples([
        "laureat grant instalment add novye-gorizonty --amount 350000 --date 2020-05-01",
        "laureat grant instalment add novye-gorizonty --amount 1000000 --date 2020-03-01 --date 2020-06-01 --date 2020-09-01",
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Option(
      help: ArgumentHelp(
        local(ru: "Сумма, на все дни поровну до копейки.", en: "Amount, in equal parts for all days.")))
    var amount: TypedAmount

    @Option(
      name: .customLong("date"),
      help: ArgumentHelp(
        local(ru: "Когда ожидается; можно несколько раз.", en: "When it is to come; may be repeated."),
        valueName: dayForm))
    var dates: [Day]

    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func validate() throws {
      if dates.isEmpty { throw ValidationError(local(ru: "назовите --date", en: "give --date")) }
    }

    func run() throws {
      let changed = try LedgerChange(project, common, writing).make(.init(kind: "grant.instalment")) {
        project, session, _ in
        let parts = try amount.amount().split(by: dates.map { _ in 1 }) ?? []
        for (day, part) in zip(dates, parts) {
          project.instalments.append(
            Instalment(
              id: try project.nextInstalment(after: session.projects.nextID(.instalment, of: project.id)),
              plannedOn: day, planned: part))
        }
      }
      try LedgerPart.instalments.print(of: changed, common)
    }
  }
}

extension Project {
  /// The identifier itself, or the first after it that none of the project's instalments has: several are added at once.
  fileprivate func nextInstalment(after first: Identifier) throws -> Identifier {
    try first.numbered(notIn: Set(instalments.map(\.id)))
  }
}
