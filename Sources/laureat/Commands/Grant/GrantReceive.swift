import ArgumentParser
import Grants
import Primitives
import Storage

/// `laureat grant receive P`: money that came in.
struct GrantReceive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: local(ru: "Записать поступление.", en: "Record money received."),
    discussion: examples([
      "laureat grant receive novye-gorizonty --amount \"350 000,00\" --date 2020-05-12 --document 118"
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @Option(
    help: ArgumentHelp(
      local(ru: "Запланированный транш, который пришёл.", en: "The planned instalment that came."), valueName: "id"))
  var instalment: Identifier?

  @OptionGroup var movement: MovementOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    try LedgerChange(project, common, writing).record("grant.receive") { project, session, _ in
      let received = try movement.amount(for: project)
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
      } else {
        project.instalments.append(
          Instalment(
            id: try session.projects.nextID(.instalment, of: project.id), receivedOn: movement.date,
            received: received, document: movement.paymentDocument))
      }
    }
  }
}
