import ArgumentParser
import Grants
import Primitives
import Storage

/// `laureat grant receive P`: money that came in.
struct GrantReceive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: local(ru: "Записать поступление.", en: "Record money received."),
    discussion: examples([
      "laureat grant receive novye-gorizonty --amount \"350 000,00\" --date 2020-05-12 --document 118",
      "laureat grant receive novye-gorizonty --amount 350000 --date 2020-05-12 --share materials=250000 --share travel=100000",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @Option(
    help: ArgumentHelp(
      local(ru: "Запланированный транш, который пришёл.", en: "The planned instalment that came."), valueName: "id"))
  var instalment: Identifier?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Сколько из суммы на статью; можно несколько раз, в сумме — всё.",
        en: "What is for a budget line; may be repeated, and adds up to all of it."), valueName: "line=amount"))
  var share: [TypedShare] = []

  @OptionGroup var movement: MovementOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    try LedgerChange(project, common, writing).record("grant.receive") { project, session, _ in
      let received = try movement.amount(for: project)
      let shares = try share.map { InstalmentShare(line: $0.line, amount: try $0.amount.amount()) }
      if let instalment {
        guard let index = project.instalments.firstIndex(where: { $0.id == instalment && $0.receivedOn == nil }) else {
          throw Failure.refused(
            GrantCode.instalmentEmpty,
            LocalizedText(
              ru: "ожидаемого транша \(instalment) нет", en: "there is no instalment \(instalment) to come"),
            advice: LocalizedText(
              ru: "посмотрите: laureat grant show \(project.id)", en: "look: laureat grant show \(project.id)"))
        }
        project.instalments[index].receivedOn = movement.date
        project.instalments[index].received = received
        project.instalments[index].document = movement.paymentDocument ?? project.instalments[index].document
        if !shares.isEmpty { project.instalments[index].shares = shares }
      } else {
        project.instalments.append(
          Instalment(
            id: try session.projects.nextID(.instalment, of: project.id), receivedOn: movement.date,
            received: received, document: movement.paymentDocument, shares: shares))
      }
    }
  }
}

/// The part of a receipt that is for one budget line: `materials=250000`.
struct TypedShare: ExpressibleByArgument {
  let line: Identifier
  let amount: TypedAmount

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let line = Identifier(parts[0]) else { return nil }
    self.line = line
    amount = TypedAmount(argument: parts[1])
  }
}
