import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

struct ContestShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: local(ru: "Показать конкурс.", en: "Show a contest."),
    discussion: examples(["laureat contest show teplo-2020", "laureat contest show teplo-2020 --json"]))

  @Argument(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @OptionGroup var common: CommonOptions

  func run() throws {
    let figures = try common.openStore().read { session in
      try session.contests.figures(of: session.contest(contest))
    }
    try common.print(figures.json, or: figures.text(Speech.language, width: Terminal.width))
  }
}
