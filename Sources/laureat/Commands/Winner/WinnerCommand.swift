import ArgumentParser

struct WinnerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "winner", abstract: local(ru: "Победители.", en: "Winners."),
    discussion: examples([
      "laureat winner propose --contest teplo-2020",
      "laureat winner record --contest teplo-2020 --entry 17 --place 1 --protocol 4 --date 2020-03-30",
      "laureat winner record --contest teplo-2020 --from winners.csv --protocol 4 --date 2020-03-30",
      "laureat winner list --contest teplo-2020",
    ]),
    subcommands: [WinnerPropose.self, WinnerRecord.self, WinnerList.self, WinnerRevoke.self])
}
