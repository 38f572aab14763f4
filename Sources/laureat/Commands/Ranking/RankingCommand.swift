import ArgumentParser

struct RankingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ranking", abstract: local(ru: "Места по оценкам жюри.", en: "The order by the jury's points."),
    discussion: examples(["laureat ranking show --contest city-of-ideas-2020"]), subcommands: [RankingShow.self])
}
