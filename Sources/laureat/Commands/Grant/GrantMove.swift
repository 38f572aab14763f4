import ArgumentParser
import Grants
import Primitives
import Storage

/// `laureat grant move P`: planned money from one budget line to another.
struct GrantMove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: local(ru: "Переместить деньги между статьями.", en: "Move money between lines."),
    discussion: examples([
      "laureat grant move novye-gorizonty --from travel --to materials --amount 12000 --date 2020-08-03 --reason \"письмо фонда № 17\""
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @Option(help: ArgumentHelp(local(ru: "С какой статьи.", en: "The line it comes from."), valueName: "id"))
  var from: Identifier

  @Option(help: ArgumentHelp(local(ru: "На какую статью.", en: "The line it goes to."), valueName: "id"))
  var to: Identifier

  @Option(help: ArgumentHelp(local(ru: "Сумма.", en: "Amount.")))
  var amount: TypedAmount

  @Option(help: ArgumentHelp(local(ru: "День.", en: "Day."), valueName: dayForm))
  var date: Day

  @Option(
    help: ArgumentHelp(local(ru: "Причина; кто согласовал.", en: "Reason, and who agreed to it.")),
    transform: TypedText.line)
  var reason: String

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let moved = try LedgerChange(project, common, writing).make(
      .init(kind: "grant.move", detail: "\(from) → \(to)", remark: reason)
    ) { project, session, _ in
      try project.move(
        LineMove(
          id: try session.projects.nextID(.move, of: project.id), from: from, to: to, date: date,
          amount: try amount.amount(), reason: reason))
    }
    try LedgerPart.budget.print(of: moved, common)
  }
}
