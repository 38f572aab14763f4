import ArgumentParser
import Contests
import Exchange
import Primitives
import Reports
import Storage

/// `laureat winner revoke`: takes back a place or prize; the entry stays a participant.
struct WinnerRevoke: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: local(ru: "Отменить решение о победителе.", en: "Revoke a place or prize."),
    discussion: examples([
      "laureat winner revoke --contest teplo-2020 --entry 17 --date 2020-04-02 --reason \"работа снята\"",
      "laureat winner revoke --contest teplo-2020 --entry 17 --date 2020-04-02 --ground violation --reason \"чужая работа\"",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Конкурс.", en: "The contest."), valueName: "id"))
  var contest: Identifier

  @Option(
    help: ArgumentHelp(local(ru: "Заявка: номер или идентификатор.", en: "The entry: its number or identifier.")))
  var entry: String

  @Option(help: ArgumentHelp(local(ru: "Только в этой номинации.", en: "Only in this nomination."), valueName: "id"))
  var nomination: Identifier?

  @Option(help: ArgumentHelp(local(ru: "Только это место.", en: "Only this place.")))
  var place: Int?

  @Option(help: ArgumentHelp(local(ru: "Только этот приз.", en: "Only this prize.")))
  var prize: String?

  @Option(help: ArgumentHelp(local(ru: "День решения.", en: "Day of the decision."), valueName: dayForm))
  var date: Day

  @Option(help: ArgumentHelp(local(ru: "Причина.", en: "Reason.")), transform: TypedText.line)
  var reason: String

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Основание одним словом: его видно и в выгрузке, где причины нет; mistake — места как не бывало.",
        en: "The ground in one word, which exports tell without the reason; mistake: as if it had never been given."),
      valueName: "violation|declined|mistake|other"))
  var ground = RevocationGround.other

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func validate() throws {
    guard ground != .moved else {
      throw ValidationError(
        local(
          ru: "moved пишет сама программа, когда следующие поднимаются: laureat winner record --all --move-up",
          en: "moved is what the program writes when the next ones move up: laureat winner record --all --move-up"))
    }
  }

  func run() throws {
    let (announced, revoked) = try writing.change(common.openStore()) { session in
      let contest = try session.contest(contest)
      let stored = try session.entry(entry, in: contest.id)
      let held = try session.winners.list(contest: contest.id).filter {
        $0.revoked == nil && $0.registration == stored.registration
      }
      let chosen = held.filter { isMeant($0.winner) }
      if chosen.isEmpty {
        throw Failure.refused(
          ContestCode.awardNotHeld,
          LocalizedText(ru: "такого места или приза у заявки нет", en: "the entry holds no such place or prize"),
          advice: LocalizedText(
            ru: "список: laureat winner list --contest \(contest.id)",
            en: "list them: laureat winner list --contest \(contest.id)"))
      }
      let others = try OthersProtocols(of: contest, in: session)
      if let finding = chosen.lazy.compactMap({ others.finding(forRevoking: $0) }).first {
        throw Failure([finding])
      }
      let now = Clock.now()
      try checkDay(of: chosen, try PlaceHistory(contest, in: session), today: now.day)
      for winner in chosen {
        try session.winners.revoke(winner.id, reason: reason, ground: ground, date: date, changedAt: now)
      }
      if chosen.count == held.count, stored.status == .awarded {
        try ChangeOptions(date: date, reason: reason).applying(EntryStatus.participated) {
          try session.entries.apply($0, to: stored.registration, changedAt: now)
        }
      }
      try session.record("winner.revoke", stored.registration.description)
      return (contest, chosen)
    }
    try common.print(
      .array(revoked.map { $0.json(in: announced) }),
      or: local(ru: "отменено: \(revoked.count)\n", en: "revoked: \(revoked.count)\n"))
  }

  private func checkDay(of chosen: [StoredWinner], _ history: PlaceHistory, today: Day) throws {
    if date > today {
      throw Failure.refused(
        ExchangeCode.illegalHistory,
        LocalizedText(ru: "день ещё не наступил", en: "the day has not come yet"),
        advice: LocalizedText(ru: "проверьте --date", en: "check --date"))
    }
    guard let first = chosen.map(history.firstDay).max(), date < first else { return }
    throw Failure.refused(
      ExchangeCode.illegalHistory,
      LocalizedText(
        ru: "место или приз даны протоколом от \(first.dotted), или протокол того дня решал о местах номинации",
        en: "a protocol of \(first.worded) gave it, or decided on places of the nomination"),
      advice: LocalizedText(ru: "укажите дату не раньше \(first.dotted)", en: "give a date not before \(first.worded)"))
  }

  private func isMeant(_ winner: Winner) -> Bool {
    (nomination == nil || winner.nomination == nomination) && (place == nil || winner.place == place)
      && (prize == nil || winner.prize == prize)
  }
}
