import ArgumentParser
import Contests

struct EntryWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: local(ru: "Отозвать заявку.", en: "Withdraw an entry."),
    discussion: examples([
      "laureat entry withdraw teplo-2020/17 --date 2020-03-12 --reason \"по просьбе заявителя\""
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Номера заявок.", en: "Numbers of the entries."), valueName: "contest/n"))
  var entries: [Registration]

  @OptionGroup var change: ChangeOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    try EntryDecision(.withdrawn, change, common, writing).apply { _ in entries }
  }
}
