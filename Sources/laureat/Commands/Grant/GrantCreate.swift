import ArgumentParser
import Exchange
import Grants
import Primitives
import Reports
import Storage

/// `laureat grant create`: a project typed in.
struct GrantCreate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: local(ru: "Завести проект.", en: "Create a project."),
    discussion: examples([
      "laureat grant create --id novye-gorizonty --title \"Новые горизонты\" --funder initiative \\",
      "    --grantee RU-INN-4299000030 --applied 700000 --status applied --date 2020-02-01",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Идентификатор.", en: "Identifier.")))
  var id: Identifier

  @Option(help: ArgumentHelp(local(ru: "Название.", en: "Title.")), transform: TypedText.line)
  var title: String

  @Option(help: ArgumentHelp(local(ru: "Грантодатель (id из funder list).", en: "Funder by id."), valueName: "id"))
  var funder: Identifier

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Грантополучатель (id из organisation list); без него — вы.", en: "Grantee by id; yourself without it."),
      valueName: "id"))
  var grantee: Identifier?

  @Option(
    help: ArgumentHelp(local(ru: "Конкурс грантодателя.", en: "The funder's programme.")), transform: TypedText.line)
  var programme: String?

  @Option(help: ArgumentHelp(local(ru: "Номинация.", en: "Nomination.")), transform: TypedText.line)
  var nomination: String?

  @Option(help: ArgumentHelp(local(ru: "Запрошено.", en: "Applied for."), valueName: "amount"))
  var applied: TypedAmount?

  @Option(help: ArgumentHelp(local(ru: "Присуждено.", en: "Awarded."), valueName: "amount"))
  var awarded: TypedAmount?

  @Option(help: ArgumentHelp(local(ru: "Софинансирование.", en: "Co-financing."), valueName: "amount"))
  var coFinancing: TypedAmount?

  @Option(help: ArgumentHelp(local(ru: "Начало по плану.", en: "Planned start."), valueName: dayForm))
  var starts: Day?

  @Option(help: ArgumentHelp(local(ru: "Конец по плану.", en: "Planned end."), valueName: dayForm))
  var ends: Day?

  @Option(help: ArgumentHelp(local(ru: "Состояние.", en: "Status.")))
  var status = ProjectStatus.planned

  @OptionGroup var change: ChangeOptions
  @OptionGroup var currency: CurrencyOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let now = Clock.now()
    let project = try writing.change(common.openOrCreateStore(writing)) { session in
      if try session.projects.find(id) != nil {
        throw Failure.refused(
          GrantCode.doubledIdentifier,
          LocalizedText(ru: "проект \(id) уже есть", en: "there is a project \(id) already"))
      }
      let project = try typed(in: session, today: now.day)
      try settle(ProjectRules.all.findings(in: project, today: now.day))
      try session.projects.save(project, changedAt: now)
      try session.record("grant.create", id.description)
      return project
    }
    try common.print(project.json, or: GrantPage(project).document.text(width: Terminal.width))
  }

  private func typed(in session: Session, today: Day) throws -> Project {
    var history = StatusHistory<ProjectStatus>()
    try change.applying(status, fallback: today) { history = try StatusHistory([$0]) }
    return Project(
      id: id, title: title, funder: try session.funder(funder), programme: programme, nomination: nomination,
      grantee: try organisation(in: session), currency: currency.chosen, applied: try applied?.amount(),
      awarded: try awarded?.amount(), coFinancing: try coFinancing?.amount(),
      plannedPeriod: starts == nil && ends == nil ? nil : Period(start: starts, end: ends), history: history)
  }

  private func organisation(in session: Session) throws -> Organisation {
    let found = try grantee.map { try session.organisations.find($0) } ?? session.organisations.ourselves()
    guard let found else {
      throw Failure.refused(
        ExchangeCode.unknownSender,
        LocalizedText(ru: "грантополучатель не записан", en: "the grantee is not known"),
        advice: LocalizedText(ru: "запишите его: laureat organisation add", en: "add it: laureat organisation add"))
    }
    return found
  }
}
