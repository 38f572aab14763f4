import ArgumentParser

struct FunderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "funder", abstract: local(ru: "Грантодатели.", en: "Funders."),
    discussion: examples([
      "laureat funder list", "laureat funder add --id timchenko-foundation --title \"Фонд Елены и Геннадия Тимченко\"",
    ]),
    subcommands: [FunderList.self, FunderAdd.self])
}
