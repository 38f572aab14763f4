import ArgumentParser
import Grants
import Primitives
import Storage

/// `laureat grant indicator`: what the project promised to reach, and has reached.
struct GrantIndicator: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicator", abstract: local(ru: "Показатели: план и факт.", en: "Indicators, planned and actual."),
    discussion: examples([
      "laureat grant indicator list novye-gorizonty",
      "laureat grant indicator add novye-gorizonty --title \"Семей получили помощь\" --unit семья --planned 40",
      "laureat grant indicator set novye-gorizonty n1 --actual 38 --reason \"две семьи переехали\"",
    ]),
    subcommands: [List.self, Add.self, Set.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: local(ru: "Показать показатели.", en: "Show the indicators."),
      discussion: examples(["laureat grant indicator list novye-gorizonty --json"]))

    @OptionGroup var part: LedgerPartOptions

    func run() throws { try part.print(.indicators) }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: local(ru: "Добавить показатель.", en: "Add an indicator."),
      discussion: examples([
        "laureat grant indicator add novye-gorizonty --title \"Детей на занятиях\" --unit чел. --unit-code 792 --planned 60"
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Option(
      help: ArgumentHelp(local(ru: "Обозначение; без него — по порядку.", en: "Identifier; the next without it.")))
    var id: Identifier?

    @Option(help: ArgumentHelp(local(ru: "Что измеряется.", en: "What is measured.")), transform: TypedText.line)
    var title: String

    @Option(help: ArgumentHelp(local(ru: "Единица измерения.", en: "Unit.")), transform: TypedText.short)
    var unit: String?

    @Option(
      help: ArgumentHelp(local(ru: "Код единицы по ОКЕИ.", en: "Code of the unit by OKEI."), valueName: "code"),
      transform: GrantIndicator.okeiCode)
    var unitCode: String?

    @Option(help: ArgumentHelp(local(ru: "План.", en: "Planned value.")))
    var planned: ExactDecimal

    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func run() throws {
      let changed = try LedgerChange(project, common, writing).make(.init(kind: "grant.indicator")) {
        project, session, _ in
        project.indicators.append(
          Indicator(
            id: try id ?? session.projects.nextID(.indicator, of: project.id), title: title, unit: unit,
            unitCode: unitCode, planned: planned))
      }
      try LedgerPart.indicators.print(of: changed, common)
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: local(ru: "Записать план или факт.", en: "Record plan or fact."),
      discussion: examples([
        "laureat grant indicator set novye-gorizonty n1 --actual 38 --reason \"две семьи переехали\"",
        "laureat grant indicator set novye-gorizonty n1 --from 2020-07-01 --to 2020-09-30 --planned 10 --actual 12 --reason \"спрос\"",
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Argument(help: ArgumentHelp(local(ru: "Показатель.", en: "The indicator."), valueName: "indicator"))
    var indicator: Identifier

    @Option(
      help: ArgumentHelp(
        local(
          ru: "Первый день периода; без него — весь проект.",
          en: "First day of the period; without it the whole project."),
        valueName: dayForm))
    var from: Day?

    @Option(help: ArgumentHelp(local(ru: "Последний день периода.", en: "Last day of the period."), valueName: dayForm))
    var to: Day?

    @Option(help: ArgumentHelp(local(ru: "План.", en: "Planned value.")))
    var planned: ExactDecimal?

    @Option(help: ArgumentHelp(local(ru: "Факт.", en: "Actual value.")))
    var actual: ExactDecimal?

    @Option(
      help: ArgumentHelp(local(ru: "Причина отклонения.", en: "Reason of the deviation.")), transform: TypedText.line)
    var reason: String?

    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func validate() throws {
      if (from == nil) != (to == nil) {
        throw ValidationError(local(ru: "назовите оба дня: --from и --to", en: "give both days: --from and --to"))
      }
      if planned == nil, actual == nil, reason == nil {
        throw ValidationError(
          local(ru: "назовите --planned, --actual или --reason", en: "give --planned, --actual or --reason"))
      }
    }

    func run() throws {
      let changed = try LedgerChange(project, common, writing).make(
        .init(kind: "grant.indicator", detail: indicator.description)
      ) { project, _, _ in
        let place = try project.place(of: indicator, in: \.indicators) { $0.id }
        apply(to: &project.indicators[place])
      }
      try LedgerPart.indicators.print(of: changed, common)
    }

    private func apply(to indicator: inout Indicator) {
      guard from != nil else {
        if let planned { indicator.planned = planned }
        if let actual { indicator.actual = actual }
        if let reason { indicator.deviationReason = reason }
        return
      }
      let period = Period(start: from, end: to)
      let known = indicator.stages.firstIndex { $0.period == period }
      var stage = known.map { indicator.stages[$0] } ?? IndicatorStage(period: period)
      if let planned { stage.planned = planned }
      if let actual { stage.actual = actual }
      if let reason { stage.deviationReason = reason }
      if let known { indicator.stages[known] = stage } else { indicator.stages.append(stage) }
      indicator.stages.sort { ($0.period.start ?? .firstDay(of: 1)) < ($1.period.start ?? .firstDay(of: 1)) }
    }
  }

  /// Three or four digits (ОК 015-94), as documents hold it.
  @Sendable static func okeiCode(_ text: String) throws -> String {
    guard (3...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw ValidationError(
        local(
          ru: "код по ОКЕИ — три или четыре цифры, например 792", en: "an OKEI code has three or four digits, as 792"))
    }
    return text
  }
}
