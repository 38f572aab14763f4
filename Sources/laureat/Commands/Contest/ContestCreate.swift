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
      "    --nomination vesna=\"Весна в шахтерском крае\" --criterion idea:10=Замысел --prize 1:2=\"Диплом I степени\" \\",
      "    --juror petrova:chair=\"Петрова А. А., директор школы\" --tie-break vote --quorum 2/3",
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
        ru: "Член жюри id:роль=имя, должность; роль — chair, deputy, secretary, member; id@номинация — только в ней.",
        en: "Juror id:role=name, post; role: chair, deputy, secretary, member; id@nomination: only there."),
      valueName: "juror"), transform: TypedJuror.parse)
  var juror: [Juror] = []

  @Option(help: ArgumentHelp(local(ru: "День объявления.", en: "Day of the announcement."), valueName: dayForm))
  var date: Day?

  @OptionGroup(title: local(ru: "О конкурсе", en: "About the contest")) var fields: ContestFields
  @OptionGroup(title: local(ru: "Номинации и критерии", en: "Nominations and criteria")) var parts: ContestPartFields
  @OptionGroup(title: local(ru: "Правила", en: "Rules")) var rules: ContestRuleFields
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func validate() throws { try ContestYear.validate(year) }

  func run() throws {
    let figures = try writing.change(common.openOrCreateStore(writing)) { session in
      try session.mustBeFree(id)
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
    var contest = Contest(
      id: id, title: title, year: year, level: level, organiser: organiser,
      territory: try territory.map { Territory(oktmo: try TypedNumber.oktmo($0)) } ?? organiser.territory,
      jury: juror, history: history)
    try fields.apply(to: &contest)
    try parts.apply(to: &contest)
    rules.apply(to: &contest.rules)
    return contest
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
