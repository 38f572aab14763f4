import ArgumentParser
import Contests

struct EntryRefuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse", abstract: local(ru: "Не допустить заявку.", en: "Refuse an entry."),
    discussion: examples([
      "laureat entry refuse teplo-2020/17 --date 2020-03-25 --reason \"работа не представлена\""
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Номера заявок.", en: "Numbers of the entries."), valueName: "contest/n"))
  var entries: [Registration]

  @OptionGroup var change: ChangeOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    try EntryDecision(.notAdmitted, change, common, writing).apply { _ in entries }
  }
}
