import ArgumentParser
import Contests
import Primitives

/// `laureat export …`: documents for a commission, a funder or another store.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: local(ru: "Выгрузить документы обмена.", en: "Write exchange documents."),
    discussion: examples([
      "laureat export applications --contest teplo-2020 -o applications.xml",
      "laureat export results --contest teplo-2020 | less",
      "laureat export grants --funder timchenko-foundation -o grants.xml",
      "laureat export results --contest teplo-2020 --profile public -o site.xml",
    ]) + "\n\n"
      + local(
        ru: "Документ считается отправленным, когда записан в файл (-o): на него ждут квитанцию, и то, что он сообщает,"
          + " назад не берётся. Выгрузка на экран ничего не отмечает.",
        en:
          "A document counts as sent once it is written to a file (-o): a receipt is awaited, and what it tells is not"
          + " taken back. An export to standard output leaves no trace."),
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
