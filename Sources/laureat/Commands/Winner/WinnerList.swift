import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

struct WinnerList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: local(ru: "Список победителей.", en: "List winners."),
    discussion: examples(["laureat winner list --contest teplo-2020 --nomination vesna"]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(help: ArgumentHelp(local(ru: "Номинация.", en: "The nomination."), valueName: "id"))
  var nomination: Identifier?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let (announced, winners) = try common.openStore().read { session in
      (
        try session.contest(contest),
        try session.winners.list(contest: contest, nomination: nomination).filter { $0.revoked == nil }
      )
    }
    try common.print(.array(winners.map(\.json)), or: table(winners, of: announced))
  }

  private func table(_ winners: [StoredWinner], of contest: Contest) -> String {
    TextTable(
      [
        .flexible(local(ru: "Номинация", en: "Nomination")), .number(local(ru: "Место", en: "Place")),
        .flexible(local(ru: "Приз", en: "Prize")), .init(local(ru: "Номер", en: "Number")),
        .flexible(local(ru: "Название", en: "Title")), .flexible(local(ru: "Заявитель", en: "Applicant")),
      ],
      rows: winners.map { stored in
        [
          stored.nominationTitle ?? "—", stored.winner.place.map(String.init) ?? "—",
          stored.winner.prize ?? contest.prizeTitle(of: stored.winner) ?? "—",
          stored.registration.description, stored.title, stored.applicant,
        ]
      }
    ).render(width: Terminal.tableWidth, language: Speech.language)
  }
}

extension Contest {
  /// What the announced prize of a winner's place is called.
  fileprivate func prizeTitle(of winner: Winner) -> String? {
    guard let place = winner.place else { return nil }
    return prizes(in: winner.nomination).first { $0.rank == place }?.title
  }
}

extension StoredWinner {
  var json: JSON {
    JSON.winnerRow(
      contest: winner.contest.description, nomination: winner.nomination?.description,
      entry: registration.description, title: title, applicant: applicant, place: winner.place, prize: winner.prize,
      protocolNumber: winner.minutes.number, date: winner.minutes.date)
  }
}
