import ArgumentParser
import Exchange
import Grants
import LibXML
import Primitives
import Reports
import Storage

/// `laureat grant expense import P FILE`: the expenses of a table, all or none.
struct GrantExpenseImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: local(ru: "Принять таблицу расходов.", en: "Take in a table of expenses."),
    discussion: examples([
      "laureat grant expense import novye-gorizonty расходы.csv --preview",
      "laureat grant expense import novye-gorizonty расходы.xlsx --sheet 2020 --ignore-unknown-columns",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @Argument(
    help: ArgumentHelp(
      local(
        ru: "Таблица CSV или XLSX со столбцами «дата», «сумма», «статья», «получатель», «номер документа».",
        en: "Table, CSV or XLSX, with the columns date, amount, line, payee, document number."), valueName: "file"),
    completion: .file(extensions: ["csv", "xlsx"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      local(
        ru: "Лист книги; без него — первый видимый.", en: "Sheet of the workbook; otherwise the first visible one."),
      valueName: "title"))
  var sheet: String?

  @Flag(
    help: ArgumentHelp(
      local(ru: "Не читать столбцы с незнакомыми названиями.", en: "Leave out columns with unknown names.")))
  var ignoreUnknownColumns = false

  @Flag(
    help: ArgumentHelp(
      local(
        ru: "Показать, как поняты столбцы и строки, ничего не записывая.",
        en: "Show how columns and rows are understood, and record nothing.")))
  var preview = false

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let source = try TableSource(path: file)
    var writing = writing
    writing.dryRun = writing.dryRun || preview
    var table: ExpenseTable?
    var added: [Expense] = []
    var whole: Project?
    let change = LedgerChange(project, common, writing)
    let changed = try change.make(
      .init(kind: "grant.import", detail: nil, digest: Digest(of: source.bytes).description),
      located: { finding in whole.flatMap { table?.located(finding, in: $0) } ?? finding }
    ) { project, session, _ in
      let read = try ExpenseTable(
        source, sheet: sheet, ignoreUnknownColumns: ignoreUnknownColumns, for: project)
      if read.isRecorded(in: project) {
        throw Failure.refused(GrantCode.doubledExpense, .tableAgain, advice: .notAgain)
      }
      var taken = Set(project.expenses.map(\.id))
      var next = try session.projects.nextID(.expense, of: project.id)
      for row in read.rows {
        var expense = row.expense
        next = try next.numbered(notIn: taken)
        expense.id = next
        taken.insert(next)
        added.append(expense)
      }
      table = read
      project.expenses += added
      read.stands(in: project)
      whole = project
    }
    guard let table else { return }
    let page = ExpensePreview(table, added, changed)
    try common.print(page.json, or: preview ? page.document.text(width: Terminal.width) : page.summary)
  }
}

extension LocalizedText {
  fileprivate static let tableAgain = LocalizedText(
    ru: "все расходы этой таблицы уже записаны", en: "all expenses of this table are recorded already")

  fileprivate static let notAgain = LocalizedText(
    ru: "если это другие платежи, укажите в таблице их документы или примечания",
    en: "for other payments give their documents or notes in the table")
}
