import ArgumentParser

struct ScoresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores", abstract: local(ru: "Оценочные листы жюри.", en: "The score sheets of a jury."),
    discussion: examples([
      "laureat scores export --contest teplo-2020 --folder sheets/",
      "laureat scores import sheets/*.xlsx --preview",
    ]), subcommands: [ScoresExport.self, ScoresImport.self, ScoresList.self])
}
