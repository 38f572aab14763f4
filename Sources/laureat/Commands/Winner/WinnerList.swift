import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

struct WinnerList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: local(ru: "Список победителей.", en: "List winners."),
    discussion: examples([
      "laureat winner list --contest teplo-2020 --nomination vesna",
      "laureat winner list --contest teplo-2020 -o winners.xlsx",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(help: ArgumentHelp(local(ru: "Номинация.", en: "The nomination."), valueName: "id"))
  var nomination: Identifier?

  @OptionGroup var list: ListOptions

  func run() throws {
    let (announced, winners) = try list.common.openStore().read { session in
      (
        try session.contest(contest),
        try session.winners.list(contest: contest, nomination: nomination).filter { $0.revoked == nil }
      )
    }
    try list.write(
      listing(announced.byAgeGroup(winners), of: announced), json: .array(winners.map { $0.json(in: announced) }),
      changed: winners.map(\.winner.minutes.date).max().map { Instant(noonOf: $0) })
  }

  private func listing(_ winners: [StoredWinner], of contest: Contest) -> Listing {
    let tellsAgeGroup = winners.contains { $0.ageGroup(in: contest) != nil }
    let ageGroup = Listing.Column(local(ru: "Возрастная группа", en: "Age group"), .name)
    return Listing(
      local(ru: "Победители", en: "Winners"),
      columns: [.init(local(ru: "Номинация", en: "Nomination"), .name)] + (tellsAgeGroup ? [ageGroup] : []) + [
        .init(local(ru: "Место", en: "Place"), .figure),
        .init(local(ru: "Приз", en: "Prize"), .name), .init(local(ru: "Номер", en: "Number")),
        .init(local(ru: "Название", en: "Title"), .name), .init(local(ru: "Заявитель", en: "Applicant"), .name),
        .init(local(ru: "Протокол", en: "Protocol"), isInFilesOnly: true),
        .init(local(ru: "Дата протокола", en: "Day of the protocol"), isInFilesOnly: true),
      ], count: winners.count, Speech.language
    ) { row in
      let stored = winners[row]
      let prize =
        stored.winner.prize ?? contest.prizeTitle(ofPlace: stored.winner.place, in: stored.winner.nomination)
      let division = [stored.nominationTitle] + (tellsAgeGroup ? [stored.ageGroup(in: contest)] : [])
      return division.map { $0.map { .text($0) } ?? .missing } + [
        stored.winner.place.map { .count($0) } ?? .missing,
        prize.map { .text($0) } ?? .missing, .text(stored.registration.description), .text(stored.title),
        .text(stored.applicant), .text(stored.winner.minutes.number), .day(stored.winner.minutes.date),
      ]
    }
  }
}

extension Contest {
  /// With the places of each age group together, in the order of the announcement.
  fileprivate func byAgeGroup(_ winners: [StoredWinner]) -> [StoredWinner] {
    guard rules.placesByAgeGroup else { return winners }
    let first = Dictionary(
      winners.enumerated().map { ($1.winner.nomination, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = winners.enumerated().map { index, winner in
      let announced = winner.winner.nomination.flatMap { nomination($0)?.ageGroups } ?? []
      let group = winner.ageGroup(in: self)
      let order = group.map { group in announced.firstIndex { $0.title == group } ?? announced.count } ?? .max
      return (first[winner.winner.nomination] ?? 0, order, group ?? "", index)
    }
    return winners.indices.sorted { keys[$0] < keys[$1] }.map { winners[$0] }
  }
}

extension StoredWinner {
  /// The age group whose place it is; nil where they compete together, and for a special prize.
  func ageGroup(in contest: Contest) -> String? {
    winner.place.flatMap { _ in contest.division(nomination: winner.nomination, ageGroup: ageGroup).ageGroup }
  }

  func json(in contest: Contest) -> JSON {
    JSON.winnerRow(
      contest: winner.contest.description, nomination: winner.nomination?.description,
      ageGroup: ageGroup(in: contest), entry: registration.description, title: title, applicant: applicant,
      place: winner.place, prize: winner.prize,
      protocolNumber: winner.minutes.number, date: winner.minutes.date)
  }
}
