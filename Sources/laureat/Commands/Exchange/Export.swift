import ArgumentParser
import Contests
import Primitives

/// `laureat export …`: documents for a commission, a funder or another store.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: local(ru: "Выгрузить документы обмена.", en: "Write exchange documents."),
    discussion: examples([
      "laureat export applications --contest teplo-2020 -o applications.xml",
      "laureat export results --contest teplo-2020 | gzip > results.xml.gz",
      "laureat export grants --funder timchenko-foundation -o grants.xml",
      "laureat export results --contest teplo-2020 --profile public -o site.xml",
    ]),
    subcommands: [ExportAnnouncement.self, ExportApplications.self, ExportResults.self, ExportGrants.self])
}

/// What the export commands of a contest share.
struct ContestExportOptions: ParsableArguments {
  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @OptionGroup var addressee: AddresseeOptions
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var output: OutputOptions
}
