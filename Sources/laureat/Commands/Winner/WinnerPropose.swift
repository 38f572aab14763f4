import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

/// `laureat winner propose`: the places that the rules give by the jury's points. It records nothing.
struct WinnerPropose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: local(ru: "Показать, кому какое место дают правила.", en: "Show the places that the rules give."),
    discussion: examples([
      "laureat winner propose --contest teplo-2020",
      "laureat winner propose --contest teplo-2020 --nomination vesna",
      "laureat winner propose --contest teplo-2020 --withhold vesna/1 --json",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(help: ArgumentHelp(local(ru: "Только эта номинация.", en: "Only this nomination."), valueName: "id"))
  var nomination: Identifier?

  @OptionGroup var outcomes: OutcomeOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let round = try common.openStore().read { session in
      let contest = try session.contest(contest)
      if let nomination { _ = try contest.known(nomination) }
      return try DecidedRound(
        contest, decisions: outcomes.decisions(in: contest), showing: nomination, in: session)
    }
    // Here they hinder nothing yet.
    DiagnosticPrinter.show(
      (round.obstacles + round.quorum).map { obstacle in
        var warning = obstacle
        warning.severity = .warning
        return warning
      })
    try common.print(round.json, or: round.text(Speech.language))
  }
}
