import ArgumentParser
import Grants
import Primitives
import Reports
import Storage

struct GrantList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: local(ru: "Список проектов.", en: "List projects."),
    discussion: examples(["laureat grant list --funder timchenko-foundation --status active"]))

  @Option(help: ArgumentHelp(local(ru: "Грантодатель.", en: "Funder."), valueName: "id"))
  var funder: Identifier?

  @Option(help: ArgumentHelp(local(ru: "Грантополучатель.", en: "Grantee."), valueName: "id"))
  var grantee: Identifier?

  @Option(help: ArgumentHelp(local(ru: "Состояние.", en: "Status.")))
  var status: ProjectStatus?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let projects = try common.openStore().read { session in
      if let funder { _ = try session.funder(funder) }
      return try session.projects.list(.init(funder: funder, grantee: grantee, status: status))
    }
    try common.print(.array(projects.map(\.json)), or: table(projects))
  }

  private func table(_ projects: [Project]) -> String {
    TextTable(
      [
        .init("id"), .flexible(local(ru: "Проект", en: "Project")), .flexible(local(ru: "Грантодатель", en: "Funder")),
        .init(local(ru: "Состояние", en: "Status")), .number(local(ru: "Присуждено", en: "Awarded")),
        .number(local(ru: "Поступило", en: "Received")),
        .number(local(ru: "Освоено из гранта", en: "Spent of the grant")),
        .number(local(ru: "Остаток средств", en: "Money in hand")),
      ],
      rows: projects.map { project in
        let balance = project.balance()
        return [
          project.id.description, project.title, project.funder.title, Format.name(project.status, Speech.language),
          project.awarded.map { Format.money($0, project.currency, Speech.language) } ?? "—",
        ]
          + [balance.received, balance.spent, balance.balance].map {
            Format.money($0, project.currency, Speech.language)
          }
      }
    ).render(width: Terminal.tableWidth, language: Speech.language)
  }
}

extension Project {
  var json: JSON {
    let balance = balance()
    return JSON.grantRow(
      id: id.description, title: title, grantee: grantee.title, funder: funder.title, programme: programme,
      nomination: nomination, status: status.rawValue, currency: currency, applied: applied, awarded: awarded,
      received: balance.received, spent: balance.spent, ownSpent: ownSpent, balance: balance.balance)
  }
}
