import ArgumentParser
import Contests
import Exchange
import Primitives
import Reports
import Storage

/// `laureat contest create`: a contest typed in, for one that has no announcement as XML.
struct ContestCreate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: local(ru: "Завести конкурс.", en: "Create a contest."),
    discussion: examples([
      "laureat contest create --id teplo-2021 --title \"Тепло твоих рук\" --year 2021 --date 2021-02-01 \\",
      "    --nomination vesna=\"Весна в шахтерском крае\" --nomination ekodomik=Экодомик --opens 2021-02-01 --closes 2021-03-20",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Идентификатор.", en: "Identifier.")))
  var id: Identifier

  @Option(help: ArgumentHelp(local(ru: "Название.", en: "Title.")), transform: TypedText.line)
  var title: String

  @Option(help: ArgumentHelp(local(ru: "Год.", en: "Year.")))
  var year: Int

  @Option(help: ArgumentHelp(local(ru: "Уровень.", en: "Level.")))
  var level = Level.municipal

  @Option(
    help: ArgumentHelp(
      local(ru: "Организатор (id из organisation list); без него — вы.", en: "Organiser by id; yourself without it."),
      valueName: "id"))
  var organiser: Identifier?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "ОКТМО территории; без него — организатора.", en: "ОКТМО of the territory; the organiser's without it."),
      valueName: "oktmo"))
  var territory: String?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Номинация id=название; «+» в конце id — без своих заявок.",
        en: "Nomination id=title; + after the id: takes no applications."), valueName: "id=title"))
  var nomination: [String] = []

  @Option(
    help: ArgumentHelp(
      local(ru: "Приз место:число=название или число=название.", en: "Prize rank:quantity=title or quantity=title."),
      valueName: "prize"))
  var prize: [String] = []

  @Option(help: ArgumentHelp(local(ru: "Первый день приёма.", en: "First day of applications."), valueName: dayForm))
  var opens: Day?

  @Option(help: ArgumentHelp(local(ru: "Последний день приёма.", en: "Last day of applications."), valueName: dayForm))
  var closes: Day?

  @Flag(help: ArgumentHelp(local(ru: "Равные делят место.", en: "Equals share a place.")))
  var sharedPlaces = false

  @Flag(help: ArgumentHelp(local(ru: "Один участник — одна победа.", en: "One win per participant.")))
  var oneWin = false

  @Option(help: ArgumentHelp(local(ru: "День объявления.", en: "Day of the announcement."), valueName: dayForm))
  var date: Day?

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func validate() throws {
    guard (1900...2999).contains(year) else {
      throw ValidationError(local(ru: "год — от 1900 до 2999", en: "a year lies between 1900 and 2999"))
    }
  }

  func run() throws {
    let figures = try writing.change(common.openOrCreateStore(writing)) { session in
      if try session.contests.find(id) != nil {
        throw Failure.refused(
          ContestCode.doubledIdentifier,
          LocalizedText(ru: "конкурс \(id) уже есть", en: "there is a contest \(id) already"),
          advice: LocalizedText(ru: "выберите другой идентификатор", en: "choose another identifier"))
      }
      let contest = try contest(in: session)
      try settle(ContestRulebook.all.findings(in: contest))
      try session.contests.save(contest, changedAt: Clock.now())
      try session.record("contest.create", id.description)
      return try session.contests.figures(of: contest)
    }
    try common.print(figures.json, or: figures.text(Speech.language, width: Terminal.width))
  }

  private func contest(in session: Session) throws -> Contest {
    var history = StatusHistory<ContestStatus>()
    if let date { try history.apply(StatusChange(.announced, on: date)) }
    let organiser = try organisation(in: session)
    return Contest(
      id: id, title: title, year: year, level: level, organiser: organiser,
      territory: try territory.map { Territory(oktmo: try TypedNumber.oktmo($0)) } ?? organiser.territory,
      schedule: Schedule(opens: opens, closes: closes), nominations: try nomination.map(TypedNomination.parse),
      prizes: try prize.map(TypedPrize.parse),
      rules: ContestRules(sharesPlaces: sharedPlaces, oneWinPerParticipant: oneWin), history: history)
  }

  private func organisation(in session: Session) throws -> Organisation {
    let found = try organiser.map { try session.organisations.find($0) } ?? session.organisations.ourselves()
    guard let found else {
      throw Failure.refused(
        ExchangeCode.unknownSender,
        LocalizedText(ru: "организатор не записан", en: "the organiser is not known"),
        advice: LocalizedText(
          ru: "назовите себя: laureat organisation self, или другого: laureat organisation add",
          en: "say who you are: laureat organisation self, or add another: laureat organisation add"))
    }
    return found
  }
}
