import ArgumentParser
import Primitives
import Reports
import Storage

struct OrganisationList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: local(ru: "Список организаций.", en: "List organisations."),
    discussion: examples(["laureat organisation list --json"]))

  @OptionGroup var common: CommonOptions

  func run() throws {
    let (organisations, ourselves) = try common.openStore().read { session in
      (try session.organisations.list(), try session.organisations.ourselves())
    }
    let table = TextTable(
      [.init("id"), .flexible(local(ru: "Название", en: "Name")), .init("ИНН"), .init("")],
      rows: organisations.map { organisation in
        [
          organisation.id.description, organisation.title, organisation.inn?.description ?? "—",
          organisation.id == ourselves?.id ? local(ru: "это мы", en: "ourselves") : "",
        ]
      })
    try common.print(
      .array(organisations.map(\.json)), or: table.render(width: Terminal.tableWidth, language: Speech.language))
  }
}

extension Organisation {
  var json: JSON {
    [
      "id": JSON(id), "title": .string(title), "inn": JSON(inn?.description), "kpp": JSON(kpp?.description),
      "ogrn": JSON(ogrn?.description), "territory": JSON(territory?.oktmo?.description ?? territory?.title),
    ]
  }
}
