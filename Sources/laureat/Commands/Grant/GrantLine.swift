import ArgumentParser
import Grants
import Primitives
import Storage

/// `laureat grant line`: the lines of a project's budget.
struct GrantLine: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "line", abstract: local(ru: "Статьи сметы.", en: "Lines of the budget."),
    discussion: examples([
      "laureat grant line list novye-gorizonty",
      "laureat grant line add novye-gorizonty --id materials --title \"Материалы\" --planned 90000",
    ]),
    subcommands: [List.self, Add.self, Edit.self, Remove.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: local(ru: "Смета: план, расход, остаток.", en: "The budget: planned, spent, left."),
      discussion: examples(["laureat grant line list novye-gorizonty --json"]))

    @OptionGroup var part: LedgerPartOptions

    func run() throws { try part.print(.budget) }
  }

  /// What a line says; in an edit, what is not given stays.
  struct Fields: ParsableArguments {
    @Option(help: ArgumentHelp(local(ru: "Название статьи.", en: "Title of the line.")), transform: TypedText.line)
    var title: String?

    @Option(help: ArgumentHelp(local(ru: "План, всего.", en: "Planned in all."), valueName: "amount"))
    var planned: TypedAmount?

    @Option(help: ArgumentHelp(local(ru: "Количество.", en: "Quantity.")))
    var quantity: ExactDecimal?

    @Option(help: ArgumentHelp(local(ru: "Единица измерения.", en: "Unit.")), transform: TypedText.short)
    var unit: String?

    @Option(help: ArgumentHelp(local(ru: "Цена за единицу.", en: "Price of a unit."), valueName: "amount"))
    var price: TypedAmount?

    @Option(
      help: ArgumentHelp(local(ru: "В том числе из гранта.", en: "The part of the grant."), valueName: "amount"))
    var requested: TypedAmount?

    @Option(help: ArgumentHelp(local(ru: "В том числе своё.", en: "The own part."), valueName: "amount"))
    var own: TypedAmount?

    @Option(
      help: ArgumentHelp(local(ru: "В том числе привлечённое.", en: "The part attracted."), valueName: "amount"))
    var attracted: TypedAmount?

    @Option(
      help: ArgumentHelp(local(ru: "Почему расход разошёлся с планом.", en: "Why spending differs from the plan.")),
      transform: TypedText.line)
    var divergenceReason: String?

    func apply(to line: inout BudgetLine) throws {
      if let title { line.title = title }
      if let quantity { line.quantity = quantity }
      if let unit { line.unit = unit }
      if let price { line.price = try price.amount() }
      if let requested { line.requested = try requested.amount() }
      if let own { line.own = try own.amount() }
      if let attracted { line.attracted = try attracted.amount() }
      if let divergenceReason { line.divergenceReason = divergenceReason }
      if let planned { line.planned = try planned.amount() }
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: local(ru: "Добавить статью.", en: "Add a line."),
      discussion: examples([
        "laureat grant line add novye-gorizonty --id materials --title \"Материалы\" --planned 90000",
        "laureat grant line add novye-gorizonty --id rooms --title \"Аренда\" --quantity 6 --unit месяц --price 5000 --planned 30000",
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Option(
      help: ArgumentHelp(local(ru: "Обозначение; без него — по порядку.", en: "Identifier; the next without it.")))
    var id: Identifier?

    @OptionGroup var fields: Fields
    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func validate() throws {
      if fields.title == nil || fields.planned == nil {
        throw ValidationError(local(ru: "назовите --title и --planned", en: "give --title and --planned"))
      }
    }

    func run() throws {
      let changed = try LedgerChange(project, common, writing).make(.init(kind: "grant.line")) { project, session, _ in
        var line = BudgetLine(
          id: try id ?? session.projects.nextID(.budgetLine, of: project.id), title: "", planned: .zero)
        try fields.apply(to: &line)
        project.budget.append(line)
      }
      try LedgerPart.budget.print(of: changed, common)
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit", abstract: local(ru: "Исправить статью.", en: "Edit a line."),
      discussion: examples([
        "laureat grant line edit novye-gorizonty materials --planned 95000",
        "laureat grant line edit novye-gorizonty materials --divergence-reason \"цены выросли\"",
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Argument(help: ArgumentHelp(local(ru: "Статья.", en: "The line."), valueName: "line"))
    var line: Identifier

    @OptionGroup var fields: Fields
    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func run() throws {
      let changed = try LedgerChange(project, common, writing).make(
        .init(kind: "grant.line", detail: line.description)
      ) { project, _, _ in
        try fields.apply(to: &project.budget[project.place(of: line, in: \.budget) { $0.id }])
      }
      try LedgerPart.budget.print(of: changed, common)
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: local(ru: "Убрать статью без движений.", en: "Remove a line nothing refers to."),
      discussion: examples(["laureat grant line remove novye-gorizonty travel"]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Argument(help: ArgumentHelp(local(ru: "Статья.", en: "The line."), valueName: "line"))
    var line: Identifier

    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func run() throws {
      let changed = try LedgerChange(project, common, writing).make(
        .init(kind: "grant.line", detail: line.description)
      ) { project, _, _ in
        let place = try project.place(of: line, in: \.budget) { $0.id }
        if project.refers(to: line) {
          throw Failure.refused(
            GrantCode.lineInUse,
            LocalizedText(
              ru:
                "на статью «\(project.budget[place].title)» ссылаются расходы, возвраты, перемещения или доли поступлений",
              en: "expenses, refunds, moves or shares of receipts refer to line “\(project.budget[place].title)”"),
            advice: LocalizedText(
              ru:
                "перенесите расходы на другую статью (laureat grant expense edit), ошибочную запись отмените: laureat undo",
              en:
                "put the expenses on another line (laureat grant expense edit), take a wrong record back: laureat undo")
          )
        }
        project.budget.remove(at: place)
      }
      try LedgerPart.budget.print(of: changed, common)
    }
  }
}
