import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

struct ContestStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: local(ru: "Показать или сменить состояние.", en: "Show or change the status."),
    discussion: examples([
      "laureat contest status teplo-2020",
      "laureat contest status teplo-2020 closed --date 2020-03-20",
      "laureat contest status teplo-2020 cancelled --date 2020-03-01 --reason \"…\"",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Argument(help: ArgumentHelp(local(ru: "Новое состояние.", en: "The new status.")))
  var status: ContestStatus?

  @OptionGroup var change: ChangeOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let contest =
      if let status {
        try writing.change(common.openStore()) { session in
          _ = try session.contest(self.contest)
          try change.applying(status) {
            try session.contests.apply($0, to: self.contest, changedAt: Clock.now())
          }
          try session.record("contest.status", self.contest.description, detail: status.rawValue)
          return try session.contest(self.contest)
        }
      } else {
        try common.openStore().read { try $0.contest(self.contest) }
      }
    let history = StatusHistoryText(contest.history)
    try common.print(history.json, or: history.text)
  }
}
