import ArgumentParser

struct JuryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jury", abstract: local(ru: "Работа жюри.", en: "The work of the jury."),
    discussion: examples([
      "laureat jury progress --contest teplo-2020",
      "laureat jury assign --contest teplo-2020 --balanced 3 --dry-run",
    ]),
    subcommands: [
      JuryList.self, JuryAdd.self, JuryRemove.self, JuryRecuse.self, JuryAssign.self, JuryProgress.self, JuryClose.self,
      JuryReopen.self, JuryTie.self,
    ])
}
