import ArgumentParser
import Grants
import Primitives
import Storage

extension GrantInstalment {
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: local(
        ru: "Исправить транш: план или поступление открытого периода.",
        en: "Edit an instalment: its plan, or what came in an open period."),
      discussion: examples([
        "laureat grant instalment edit novye-gorizonty i2 --planned-on 2020-09-01 --reason \"график изменён соглашением № 2\"",
        "laureat grant instalment edit novye-gorizonty i1 --received 350000 --document 118 --reason \"опечатка в сумме\"",
        "laureat grant instalment edit novye-gorizonty i2 --not-received --reason \"записан не тот транш\"",
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Argument(help: ArgumentHelp(local(ru: "Транш.", en: "The instalment."), valueName: "instalment"))
    var instalment: Identifier

    @Option(help: ArgumentHelp(local(ru: "Сумма по плану.", en: "Planned amount."), valueName: "amount"))
    var planned: TypedAmount?

    @Option(help: ArgumentHelp(local(ru: "Когда ожидается.", en: "When it is to come."), valueName: dayForm))
    var plannedOn: Day?

    @Option(help: ArgumentHelp(local(ru: "Сколько поступило.", en: "Amount received."), valueName: "amount"))
    var received: TypedAmount?

    @Option(help: ArgumentHelp(local(ru: "Когда поступило.", en: "When it came."), valueName: dayForm))
    var receivedOn: Day?

    @Option(
      help: ArgumentHelp(
        local(
          ru: "Сколько из суммы на статью, вместо прежнего распределения; можно несколько раз.",
          en: "What is for a budget line, in place of what was said before; may be repeated."),
        valueName: "line=amount"))
    var share: [TypedShare] = []

    @Flag(
      help: ArgumentHelp(
        local(ru: "Поступление записано ошибочно, транш ещё ожидается.", en: "It has not come; the plan stays.")))
    var notReceived = false

    @OptionGroup var paper: PaymentDocumentFields

    @Option(help: ArgumentHelp(local(ru: "Почему исправлен.", en: "Why it is edited.")), transform: TypedText.line)
    var reason: String

    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func validate() throws {
      if notReceived, received != nil || receivedOn != nil || paper.isGiven {
        throw ValidationError(
          local(
            ru: "--not-received не пишут вместе с тем, что поступило", en: "--not-received goes without what came in"))
      }
    }

    func run() throws {
      let changed = try LedgerChange(project, common, writing).make(
        .init(kind: "grant.instalment.edit", detail: instalment.description, remark: reason)
      ) { project, _, _ in
        try apply(to: &project.instalments[project.place(of: instalment, in: \.instalments) { $0.id }])
      }
      try LedgerPart.instalments.print(of: changed, common)
    }

    private func apply(to instalment: inout Instalment) throws {
      if let planned { instalment.planned = try planned.amount() }
      if let plannedOn { instalment.plannedOn = plannedOn }
      if let received { instalment.received = try received.amount() }
      if let receivedOn { instalment.receivedOn = receivedOn }
      if !share.isEmpty {
        instalment.shares = try share.map { InstalmentShare(line: $0.line, amount: try $0.amount.amount()) }
      }
      paper.apply(to: &instalment.document)
      if notReceived { (instalment.receivedOn, instalment.received, instalment.document) = (nil, nil, nil) }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: local(
        ru: "Удалить транш, ожидаемый или записанный ошибочно.",
        en: "Remove an instalment, planned or recorded wrongly."),
      discussion: examples(["laureat grant instalment remove novye-gorizonty i3 --reason \"фонд сократил график\""]))

    @OptionGroup var removal: RemovalOptions

    func run() throws {
      try LedgerPart.instalments.print(
        of: removal.remove(from: \.instalments, "grant.instalment.remove") { $0.id }, removal.common)
    }
  }
}
