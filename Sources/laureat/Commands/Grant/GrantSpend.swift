import ArgumentParser
import Contests
import Grants
import Primitives
import Storage

/// `laureat grant spend P`: money that went out.
struct GrantSpend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spend", abstract: local(ru: "Записать расход.", en: "Record money spent."),
    discussion: examples([
      "laureat grant spend novye-gorizonty --amount 15400,50 --date 2020-09-14 --line materials --document 42 --payee \"ООО «Парус»\"",
      "laureat grant spend novye-gorizonty --amount 900 --date 2020-09-20 --document 43 --file чек-43.pdf",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @Option(help: ArgumentHelp(local(ru: "Статья расходов.", en: "Budget line."), valueName: "id"))
  var line: Identifier?

  @Option(help: ArgumentHelp(local(ru: "Кому заплачено.", en: "Payee.")), transform: TypedText.line)
  var payee: String?

  @Flag(help: ArgumentHelp(local(ru: "Из своих средств, не из гранта.", en: "From own money, not from the grant.")))
  var own = false

  @Option(help: ArgumentHelp(local(ru: "Примечание.", en: "Remark.")), transform: TypedText.line)
  var note: String?

  @Option(
    help: ArgumentHelp(
      local(ru: "Скан документа; хранится рядом с хранилищем.", en: "Scan of the document, to be kept.")),
    completion: .file())
  var file: String?

  @OptionGroup var movement: MovementOptions
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    try LedgerChange(project, common, writing).record("grant.spend") { project, session, files in
      let scan = try file.map { try files.keep($0, in: session) }
      project.expenses.append(
        Expense(
          id: try session.projects.nextID(.expense, of: project.id), date: movement.date,
          amount: try movement.amount(for: project), source: own ? .own : .grant, line: line, payee: payee,
          document: movement.paymentDocument,
          fileDigest: scan?.digest, note: note))
    }
  }
}
