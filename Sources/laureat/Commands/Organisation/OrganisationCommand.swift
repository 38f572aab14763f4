import ArgumentParser
import Primitives

struct OrganisationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organisation",
    abstract: local(ru: "Кто мы и кого мы знаем.", en: "Who we are, and whom we know."),
    discussion: examples([
      "laureat organisation self --inn 4299000015 --title \"Администрация города\"",
      "laureat organisation add --id RU-INN-4299000022 --title \"Областная комиссия\"",
      "laureat organisation list",
    ]),
    subcommands: [OrganisationSelf.self, OrganisationAdd.self, OrganisationList.self])
}
