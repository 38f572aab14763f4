import ArgumentParser
import Glibc

/// The command. Every subcommand is one file under Commands/.
@main
struct Laureat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "laureat",
    abstract: local(
      ru: "Конкурсы и гранты: заявки, победители, отчёты, обмен в XML.",
      en: "Contests and grants: applications, winners, reports, exchange in XML."),
    discussion: examples(
      [
        "laureat import announcement.xml applications.xml --receipt receipts/",
        "laureat winner list --contest teplo-2020",
        "laureat report year --year 2020 --format html -o year.html",
      ]),
    version: Program.version,
    subcommands: [
      Check.self, Import.self, Export.self, Verify.self, ContestCommand.self, EntryCommand.self, JuryCommand.self,
      ScoresCommand.self, RankingCommand.self, WinnerCommand.self, ProtocolCommand.self, DiplomaCommand.self,
      OrganisationCommand.self, FunderCommand.self, GrantCommand.self, ReportCommand.self, ReceiptCommand.self,
      MessageCommand.self, History.self, UndoCommand.self, Doctor.self, Backup.self,
    ])

  static func main() {
    // A reader that goes away (`| head`) is told by the write that fails, and nothing is wrong then.
    signal(SIGPIPE, SIG_IGN)
    // So is who may write no larger file: it ends as on a full disk.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Glibc.exit(ExitReport(error).conclude())
    }
  }
}

/// The program as it names itself in the documents it writes.
enum Program {
  static let version = "1.0.0"
  static let software = "Laureat \(version)"
}
