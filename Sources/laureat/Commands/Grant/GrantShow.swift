import ArgumentParser
import Grants
import Primitives
import Reports
import Storage

struct GrantShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: local(ru: "Показать проект.", en: "Show a project."),
    discussion: examples(["laureat grant show novye-gorizonty", "laureat grant show novye-gorizonty --json"]))

  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @OptionGroup var common: CommonOptions

  func run() throws {
    let project = try common.openStore().read { try $0.project(self.project) }
    try common.print(json(project), or: GrantPage(project).document.text(width: Terminal.width))
  }

  /// The row of the list with the ledger beside.
  private func json(_ project: Project) -> JSON {
    guard case .object(var members) = project.json else { return project.json }
    members["history"] = .array(project.history.changes.map { JSON.change($0) })
    members["coFinancing"] = JSON(project.coFinancing)
    members["instalments"] = .array(
      project.instalments.map {
        [
          "id": JSON($0.id), "plannedOn": JSON($0.plannedOn), "planned": JSON($0.planned),
          "receivedOn": JSON($0.receivedOn), "received": JSON($0.received),
        ]
      })
    members["expenses"] = .array(
      project.expenses.map {
        [
          "id": JSON($0.id), "date": JSON($0.date), "amount": JSON($0.amount), "line": JSON($0.line),
          "source": .string($0.source.rawValue), "payee": JSON($0.payee), "document": JSON($0.document?.number),
        ]
      })
    return .object(members)
  }
}
