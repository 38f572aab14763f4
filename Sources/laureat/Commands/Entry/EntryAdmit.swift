import ArgumentParser
import Contests
import Primitives
import Storage

/// `laureat entry admit E…` or `--contest C --all`.
struct EntryAdmit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admit", abstract: local(ru: "Допустить заявки.", en: "Admit entries."),
    discussion: examples([
      "laureat entry admit teplo-2020/17 teplo-2020/18 --date 2020-03-25",
      "laureat entry admit --contest teplo-2020 --all --date 2020-03-25 --dry-run",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Номера заявок.", en: "Numbers of the entries."), valueName: "contest/n"))
  var entries: [Registration] = []

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier?

  @Flag(help: ArgumentHelp(local(ru: "Все зарегистрированные.", en: "All that are registered.")))
  var all = false

  @OptionGroup var change: ChangeOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func validate() throws {
    guard entries.isEmpty == all, all == (contest != nil) else {
      throw ValidationError(
        local(
          ru: "назовите заявки или весь конкурс: --contest C --all",
          en: "name entries, or a whole contest: --contest C --all"))
    }
  }

  func run() throws {
    try EntryDecision(.admitted, change, common, writing).apply { session in
      guard let contest else { return entries }
      _ = try session.contest(contest)
      return try session.entries.list(EntryFilter(contest: contest, status: .registered)).map(\.registration)
    }
  }
}
