import ArgumentParser
import Contests

struct ContestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contest", abstract: local(ru: "Конкурсы.", en: "Contests."),
    discussion: examples([
      "laureat contest list --year 2020",
      "laureat contest show teplo-2020",
      "laureat contest status teplo-2020 closed --date 2020-03-20",
    ]),
    subcommands: [
      ContestList.self, ContestShow.self, ContestCreate.self, ContestClone.self, ContestEdit.self,
      ContestStatusCommand.self,
    ])
}
