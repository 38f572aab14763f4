import ArgumentParser
import Grants
import Primitives
import Reports
import Storage

struct GrantStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: local(ru: "Сменить состояние проекта.", en: "Change a project's status."),
    discussion: examples([
      "laureat grant status novye-gorizonty awarded --date 2020-03-02 --awarded 350000",
      "laureat grant status novye-gorizonty reporting --date 2020-12-01",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @Argument(help: ArgumentHelp(local(ru: "Новое состояние.", en: "The new status.")))
  var status: ProjectStatus

  @Option(help: ArgumentHelp(local(ru: "Присуждённая сумма.", en: "The amount awarded."), valueName: "amount"))
  var awarded: TypedAmount?

  @OptionGroup var change: ChangeOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let changed = try LedgerChange(project, common, writing).make(
      .init(kind: "grant.status", detail: status.rawValue)
    ) { project, _, _ in
      try change.applying(status) { try project.history.apply($0) }
      if let awarded { project.awarded = try awarded.amount() }
    }
    let history = StatusHistoryText(changed.history)
    try common.print(history.json, or: history.text)
  }
}
