import ArgumentParser
import Grants
import Primitives
import Storage

/// `laureat grant refund P`: money that went back, to the funder or from a payee.
struct GrantRefund: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refund", abstract: local(ru: "Возвраты денег.", en: "Money that went back."),
    discussion: examples([
      "laureat grant refund novye-gorizonty --from-payee --amount 1200 --date 2020-10-02 --line materials --reason \"брак\"",
      "laureat grant refund list novye-gorizonty",
      "laureat grant refund edit novye-gorizonty r1 --amount 1200 --reason \"опечатка в сумме\"",
    ]),
    subcommands: [Add.self, List.self, Edit.self, Remove.self], defaultSubcommand: Add.self)

  enum Direction: EnumerableFlag {
    case toFunder, fromPayee

    static func help(for value: Direction) -> ArgumentHelp? {
      switch value {
      case .toFunder: ArgumentHelp(local(ru: "Вы вернули деньги грантодателю.", en: "To the funder."))
      case .fromPayee: ArgumentHelp(local(ru: "Деньги вернул вам получатель платежа.", en: "From a payee to you."))
      }
    }

    var refunded: Refund.Direction {
      switch self {
      case .toFunder: .toFunder
      case .fromPayee: .fromPayee
      }
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: local(ru: "Записать возврат денег.", en: "Record money that went back."),
      discussion: examples([
        "laureat grant refund add novye-gorizonty --from-payee --amount 1200 --date 2020-10-02 --line materials --reason \"брак\"",
        "laureat grant refund add novye-gorizonty --to-funder --amount 5000 --date 2020-12-20 --reason \"неизрасходованный остаток\"",
        "laureat grant refund edit novye-gorizonty r1 --amount 1200 --reason \"опечатка в сумме\"",
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Flag var direction: Direction

    @Option(help: ArgumentHelp(local(ru: "Статья расходов.", en: "Budget line."), valueName: "id"))
    var line: Identifier?

    @Option(help: ArgumentHelp(local(ru: "Причина.", en: "Reason.")), transform: TypedText.line)
    var reason: String

    @OptionGroup var movement: MovementOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func run() throws {
      try LedgerChange(project, common, writing).record("grant.refund") { project, session, _ in
        project.refunds.append(
          Refund(
            id: try session.projects.nextID(.refund, of: project.id), direction: direction.refunded,
            date: movement.date,
            amount: try movement.amount(for: project), line: line, document: movement.paymentDocument, reason: reason))
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: local(ru: "Показать возвраты.", en: "Show the refunds."),
      discussion: examples(["laureat grant refund list novye-gorizonty --json"]))

    @OptionGroup var part: LedgerPartOptions

    func run() throws { try part.print(.refunds) }
  }
}
