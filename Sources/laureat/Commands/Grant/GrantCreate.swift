import ArgumentParser
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
      "laureat grant create --id novye-gorizonty --title \"Новые горизонты\" --funder initiative --awarded 350000 \\",
      "    --awarded-on 2020-03-02 --agreement 17/2020 --agreement-date 2020-03-10 --status agreementSigned --date 2020-03-10",
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

  @Option(help: ArgumentHelp(local(ru: "Состояние.", en: "Status.")))
  var status = ProjectStatus.planned

  @OptionGroup(title: local(ru: "О проекте", en: "About the project")) var fields: GrantFields
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
    try common.print(project.ownJSON, or: GrantPage(project).document.text(width: Terminal.width))
  }

  private func typed(in session: Session, today: Day) throws -> Project {
    var history = StatusHistory<ProjectStatus>()
    try change.applying(status, fallback: today) { history = try StatusHistory([$0]) }
    var project = Project(
      id: id, title: title, funder: try session.funder(funder), grantee: try session.grantee(grantee),
      currency: currency.chosen, history: history)
    try fields.apply(to: &project)
    return project
  }
}
