import ArgumentParser
import Contests
import Primitives

/// What `contest create` and `contest edit` say about a contest itself; what is not given stays as it is.
struct ContestFields: ParsableArguments {
  @Option(
    help: ArgumentHelp(local(ru: "Который раз: XII, 12, «весна 2021».", en: "Edition: XII, 12, spring 2021.")),
    transform: TypedText.short)
  var edition: String?

  @Option(help: ArgumentHelp(local(ru: "О конкурсе.", en: "About the contest.")), transform: TypedText.long)
  var description: String?

  @Option(help: ArgumentHelp(local(ru: "Кто может участвовать.", en: "Who may take part.")), transform: TypedText.long)
  var eligibility: String?

  @Option(
    help: ArgumentHelp(
      local(ru: "Этап большего конкурса: название или id=название.", en: "Stage of a larger one: title or id=title."),
      valueName: "contest"), transform: TypedLargerContest.parse)
  var stageOf: LargerContest?

  @Option(
    help: ArgumentHelp(local(ru: "Муниципальная программа.", en: "Municipal programme.")), transform: TypedText.line)
  var programme: String?

  @Option(
    help: ArgumentHelp(
      local(ru: "Распоряжение или постановление о конкурсе.", en: "The act that approves the contest."),
      valueName: "title"), transform: TypedText.line)
  var act: String?

  @Option(
    help: ArgumentHelp(local(ru: "Его номер.", en: "Its number."), valueName: "number"), transform: TypedText.short)
  var actNumber: String?

  @Option(help: ArgumentHelp(local(ru: "Его дата.", en: "Its day."), valueName: dayForm))
  var actDate: Day?

  @Option(help: ArgumentHelp(local(ru: "Первый день приёма.", en: "First day of applications."), valueName: dayForm))
  var opens: Day?

  @Option(help: ArgumentHelp(local(ru: "Последний день приёма.", en: "Last day of applications."), valueName: dayForm))
  var closes: Day?

  @Option(help: ArgumentHelp(local(ru: "Жюри начинает работу.", en: "The jury begins."), valueName: dayForm))
  var judging: Day?

  @Option(help: ArgumentHelp(local(ru: "Объявление итогов.", en: "The results are made known."), valueName: dayForm))
  var results: Day?

  @Option(help: ArgumentHelp(local(ru: "Призовой фонд в рублях.", en: "Prize fund in roubles."), valueName: "amount"))
  var prizeFund: TypedAmount?

  func validate() throws {
    guard act != nil || (actNumber == nil && actDate == nil) else {
      throw ValidationError(
        local(ru: "--act-number и --act-date пишут вместе с --act", en: "--act-number and --act-date go with --act"))
    }
    guard act == nil || actDate != nil else {
      throw ValidationError(local(ru: "--act: укажите дату, --act-date", en: "--act: give its day, --act-date"))
    }
  }

  func apply(to contest: inout Contest) throws {
    if let edition { contest.edition = edition }
    if let description { contest.description = description }
    if let eligibility { contest.eligibility = eligibility }
    if let stageOf { contest.stageOf = stageOf }
    if let programme { contest.programme = MunicipalProgramme(title: programme) }
    if let act, let actDate { contest.approvingAct = ApprovingAct(title: act, number: actNumber, date: actDate) }
    if let opens { contest.schedule.opens = opens }
    if let closes { contest.schedule.closes = closes }
    if let judging { contest.schedule.judging = judging }
    if let results { contest.schedule.results = results }
    if let prizeFund { contest.prizeFund = Money(try prizeFund.amount()) }
  }
}
