import ArgumentParser

struct GrantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant", abstract: local(ru: "Грантовые проекты и их деньги.", en: "Grant projects and their money."),
    discussion: examples([
      "laureat grant list", "laureat grant show novye-gorizonty",
      "laureat grant spend novye-gorizonty --amount 15400 --date 2020-09-14 --payee \"ООО «Парус»\"",
    ]),
    subcommands: [
      GrantList.self, GrantShow.self, GrantCreate.self, GrantEdit.self, GrantStatus.self, GrantReceive.self,
      GrantSpend.self, GrantRefund.self, GrantExpense.self, GrantLine.self, GrantMove.self, GrantInstalment.self,
      GrantClose.self,
      GrantReopen.self, GrantIndicator.self, GrantCheckpoint.self, GrantText.self, GrantDue.self, GrantDeadlines.self,
      GrantCalendar.self,
    ])
}
