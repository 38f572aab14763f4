import ArgumentParser
import Contests
import Exchange
import Foundation
import Grants
import Primitives
import Reports
import Storage

/// `laureat grant expense`: the expenses of a project, one by one or as a table.
struct GrantExpense: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expense", abstract: local(ru: "Расходы проекта.", en: "Expenses of a project."),
    discussion: examples([
      "laureat grant expense list novye-gorizonty",
      "laureat grant expense import novye-gorizonty расходы.xlsx --preview",
      "laureat grant expense edit novye-gorizonty e12 --amount 15400,50 --reason \"опечатка в сумме\"",
    ]),
    subcommands: [List.self, GrantExpenseImport.self, Edit.self, Remove.self, Scan.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: local(ru: "Показать расходы.", en: "Show the expenses."),
      discussion: examples(["laureat grant expense list novye-gorizonty --json"]))

    @OptionGroup var part: LedgerPartOptions

    func run() throws { try part.print(.expenses) }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: local(ru: "Исправить расход открытого периода.", en: "Edit an expense of an open period."),
      discussion: examples([
        "laureat grant expense edit novye-gorizonty e12 --amount 15400,50 --reason \"опечатка в сумме\"",
        "laureat grant expense edit novye-gorizonty e12 --line travel --reason \"не та статья\"",
      ]))

    enum Source: EnumerableFlag {
      case ofGrant, own

      static func help(for value: Source) -> ArgumentHelp? {
        switch value {
        case .ofGrant: ArgumentHelp(local(ru: "Из средств гранта.", en: "From the grant."))
        case .own: ArgumentHelp(local(ru: "Из своих средств, не из гранта.", en: "From own money, not from the grant."))
        }
      }

      var money: Expense.Source {
        switch self {
        case .ofGrant: .grant
        case .own: .own
        }
      }
    }

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Argument(help: ArgumentHelp(local(ru: "Расход.", en: "The expense."), valueName: "expense"))
    var expense: Identifier

    @Option(help: ArgumentHelp(local(ru: "Сумма.", en: "Amount.")))
    var amount: TypedAmount?

    @Option(help: ArgumentHelp(local(ru: "День.", en: "Day."), valueName: dayForm))
    var date: Day?

    @Option(help: ArgumentHelp(local(ru: "Статья расходов.", en: "Budget line."), valueName: "id"))
    var line: Identifier?

    @Option(help: ArgumentHelp(local(ru: "Кому заплачено.", en: "Payee.")), transform: TypedText.line)
    var payee: String?

    @Flag var source: Source?

    @Option(help: ArgumentHelp(local(ru: "Примечание.", en: "Remark.")), transform: TypedText.line)
    var note: String?

    @OptionGroup var paper: PaymentDocumentFields

    @Option(help: ArgumentHelp(local(ru: "Скан документа.", en: "Scan of the document.")), completion: .file())
    var file: String?

    @Option(help: ArgumentHelp(local(ru: "Почему исправлен.", en: "Why it is edited.")), transform: TypedText.line)
    var reason: String

    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func run() throws {
      let change = LedgerChange(project, common, writing)
      let changed = try change.make(
        .init(kind: "grant.expense.edit", detail: expense.description, remark: reason)
      ) { project, session, files in
        let place = try project.place(of: expense, in: \.expenses) { $0.id }
        let scan = try file.map { try files.keep($0, in: session) }
        try apply(to: &project.expenses[place])
        if let scan { project.expenses[place].fileDigest = scan.digest }
      }
      try change.printBalance(of: changed)
    }

    private func apply(to expense: inout Expense) throws {
      if let amount { expense.amount = try amount.amount() }
      if let date { expense.date = date }
      if let line { expense.line = line }
      if let payee { expense.payee = payee }
      if let source { expense.source = source.money }
      if let note { expense.note = note }
      paper.apply(to: &expense.document)
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: local(
        ru: "Удалить ошибочный расход открытого периода.", en: "Remove a wrong expense of an open period."),
      discussion: examples(["laureat grant expense remove novye-gorizonty e12 --reason \"внесён дважды\""]))

    @OptionGroup var removal: RemovalOptions

    func run() throws {
      try removal.change.printBalance(of: removal.remove(from: \.expenses, "grant.expense.remove") { $0.id })
    }
  }

  struct Scan: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "scan", abstract: local(ru: "Достать скан документа.", en: "Get the scan of a document."),
      discussion: examples(["laureat grant expense scan novye-gorizonty e12 -o платёжка.pdf"]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Argument(help: ArgumentHelp(local(ru: "Расход.", en: "The expense."), valueName: "expense"))
    var expense: Identifier

    @Option(
      name: [.short, .customLong("output")],
      help: ArgumentHelp(local(ru: "Куда скопировать.", en: "Where to copy it to."), valueName: "file"),
      completion: .file())
    var output: String

    @OptionGroup var common: CommonOptions

    func run() throws {
      let digest = try common.openStore().read { session in
        let project = try session.project(project)
        return project.expenses[try project.place(of: expense, in: \.expenses) { $0.id }].fileDigest
      }
      let source = digest.map { common.shelf.path(of: $0) }
      guard let digest, let source, FileManager.default.fileExists(atPath: source) else {
        throw Failure.refused(
          ExchangeCode.attachedFileMissing,
          LocalizedText(ru: "скана этого документа здесь нет", en: "the scan of this document is not here"),
          advice: LocalizedText(
            ru: "приложите его: laureat grant expense edit … --file",
            en: "attach it: laureat grant expense edit … --file"))
      }
      // What is there already may be somebody's work.
      guard (try? FileManager.default.copyItem(atPath: source, toPath: output)) != nil else {
        throw Failure.cannotWrite(output)
      }
      try common.print(["file": .string(output), "sha256": .string(digest)], or: "\(output)\n")
    }
  }
}
