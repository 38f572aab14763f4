import ArgumentParser
import Contests
import Primitives
import Reports
import Storage

/// `laureat contest clone C`: last year's contest as this year's.
struct ContestClone: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clone",
    abstract: local(ru: "Завести конкурс по прошлогоднему.", en: "Create a contest like an earlier one."),
    discussion: examples([
      "laureat contest clone teplo-2020 --id teplo-2021 --year 2021",
      "laureat contest clone teplo-2020 --id teplo-2021 --year 2021 --opens 2021-02-01 --closes 2021-03-20 --date 2021-01-25",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Прежний конкурс.", en: "The earlier contest."), valueName: "id"))
  var contest: Identifier

  @Option(help: ArgumentHelp(local(ru: "Идентификатор нового.", en: "Identifier of the new one.")))
  var id: Identifier

  @Option(help: ArgumentHelp(local(ru: "Год нового.", en: "Year of the new one.")))
  var year: Int

  @Option(
    help: ArgumentHelp(
      local(ru: "Название, если другое.", en: "Title, if another.")), transform: TypedText.line)
  var title: String?

  @Flag(
    help: ArgumentHelp(
      local(ru: "Без сроков: иначе они сдвигаются на год.", en: "Without days: otherwise they move with the year.")))
  var withoutDays = false

  @Option(help: ArgumentHelp(local(ru: "День объявления.", en: "Day of the announcement."), valueName: dayForm))
  var date: Day?

  @OptionGroup(title: local(ru: "О конкурсе", en: "About the contest")) var fields: ContestFields
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func validate() throws { try ContestYear.validate(year) }

  func run() throws {
    let figures = try writing.change(common.openStore()) { session in
      let earlier = try session.contest(contest)
      try session.mustBeFree(id)
      var next = earlier.nextEdition(id: id, year: year)
      if let title { next.title = title }
      if withoutDays { next.schedule = Schedule() }
      if let date { try next.history.apply(StatusChange(.announced, on: date)) }
      try fields.apply(to: &next)
      try settle(ContestRulebook.all.findings(in: next))
      try session.contests.save(next, changedAt: Clock.now())
      try session.record("contest.clone", id.description, detail: contest.description)
      return try session.contests.figures(of: next)
    }
    try common.print(figures.json, or: figures.text(Speech.language, width: Terminal.width))
  }
}

/// The years a contest may be counted in.
enum ContestYear {
  static func validate(_ year: Int) throws {
    guard (1900...2999).contains(year) else {
      throw ValidationError(local(ru: "год — от 1900 до 2999", en: "a year lies between 1900 and 2999"))
    }
  }
}

extension Session {
  /// - Throws: `Failure` where there is a contest of that identifier.
  func mustBeFree(_ id: Identifier) throws {
    guard try contests.find(id) != nil else { return }
    throw Failure.refused(
      ContestCode.doubledIdentifier,
      LocalizedText(ru: "конкурс \(id) уже есть", en: "there is a contest \(id) already"),
      advice: LocalizedText(ru: "выберите другой идентификатор", en: "choose another identifier"))
  }
}
