import ArgumentParser
import Grants
import Primitives
import Storage

extension GrantRefund {
  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: local(ru: "Исправить возврат открытого периода.", en: "Edit a refund of an open period."),
      discussion: examples([
        "laureat grant refund edit novye-gorizonty r1 --amount 1200 --reason \"опечатка в сумме\""
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Argument(help: ArgumentHelp(local(ru: "Возврат.", en: "The refund."), valueName: "refund"))
    var refund: Identifier

    @Option(help: ArgumentHelp(local(ru: "Сумма.", en: "Amount.")))
    var amount: TypedAmount?

    @Option(help: ArgumentHelp(local(ru: "День.", en: "Day."), valueName: dayForm))
    var date: Day?

    @Option(help: ArgumentHelp(local(ru: "Статья расходов.", en: "Budget line."), valueName: "id"))
    var line: Identifier?

    @Flag var direction: Direction?

    @OptionGroup var paper: PaymentDocumentFields

    @Option(help: ArgumentHelp(local(ru: "Почему исправлен.", en: "Why it is edited.")), transform: TypedText.line)
    var reason: String

    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func run() throws {
      let change = LedgerChange(project, common, writing)
      let changed = try change.make(
        .init(kind: "grant.refund.edit", detail: refund.description, remark: reason)
      ) { project, _, _ in
        let place = try project.place(of: refund, in: \.refunds) { $0.id }
        if let amount { project.refunds[place].amount = try amount.amount() }
        if let date { project.refunds[place].date = date }
        if let line { project.refunds[place].line = line }
        if let direction { project.refunds[place].direction = direction.refunded }
        paper.apply(to: &project.refunds[place].document)
      }
      try change.printBalance(of: changed)
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: local(
        ru: "Удалить ошибочный возврат открытого периода.", en: "Remove a wrong refund of an open period."),
      discussion: examples(["laureat grant refund remove novye-gorizonty r1 --reason \"внесён дважды\""]))

    @OptionGroup var removal: RemovalOptions

    func run() throws {
      try removal.change.printBalance(of: removal.remove(from: \.refunds, "grant.refund.remove") { $0.id })
    }
  }
}
