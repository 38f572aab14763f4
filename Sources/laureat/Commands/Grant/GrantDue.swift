import ArgumentParser
import Grants
import Primitives
import Reports
import Storage

/// `laureat grant due`: the reports that are owed, and what becomes of them.
struct GrantDue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: local(ru: "Отчёты, которые нужно сдать.", en: "Reports that are owed."),
    discussion: examples([
      "laureat grant due add novye-gorizonty --each quarter --from 2020-01-01 --to 2020-12-31 --working-days 10",
      "laureat grant due list novye-gorizonty",
      "laureat grant due status novye-gorizonty o1 submitted --date 2020-04-14",
    ]),
    subcommands: [Add.self, List.self, Status.self, Remove.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: local(ru: "Записать, какой отчёт когда сдавать.", en: "Say what report is due when."),
      discussion: examples([
        "laureat grant due add novye-gorizonty --kind interim --from 2020-01-01 --to 2020-06-30 --by 2020-07-15",
        "laureat grant due add novye-gorizonty --each quarter --from 2020-01-01 --to 2020-12-31 --working-days 10",
        "laureat grant due add novye-gorizonty --each month --from 2020-03-01 --to 2020-12-31 --day-of-month 15 --to-whom \"Учредитель\"",
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Option(
      help: ArgumentHelp(local(ru: "interim, final, annual или period.", en: "interim, final, annual or period.")))
    var kind = GrantReport.Kind.interim

    @Option(help: ArgumentHelp(local(ru: "Первый день.", en: "First day."), valueName: dayForm))
    var from: Day

    @Option(help: ArgumentHelp(local(ru: "Последний день.", en: "Last day."), valueName: dayForm))
    var to: Day

    @Option(
      help: ArgumentHelp(
        local(
          ru: "Как часто за эти дни: once, month, quarter или year.",
          en: "How often in these days: once, month, quarter or year.")))
    var each = ReportSchedule.once

    @Option(help: ArgumentHelp(local(ru: "Не позднее этого дня.", en: "By this day."), valueName: dayForm))
    var by: Day?

    @Option(
      help: ArgumentHelp(local(ru: "Календарных дней после периода.", en: "Days after the period."), valueName: "n"))
    var days: Int?

    @Option(
      help: ArgumentHelp(local(ru: "Рабочих дней после периода.", en: "Working days after the period."), valueName: "n")
    )
    var workingDays: Int?

    @Option(
      help: ArgumentHelp(
        local(ru: "Число месяца, следующего за периодом.", en: "Day of the month after the period."), valueName: "n"))
    var dayOfMonth: Int?

    @Option(
      help: ArgumentHelp(local(ru: "Кому, если не грантодателю.", en: "To whom, if not to the funder.")),
      transform: TypedText.line)
    var toWhom: String?

    @Option(help: ArgumentHelp(local(ru: "Примечание.", en: "Remark.")), transform: TypedText.line)
    var note: String?

    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    private var rules: [DueRule] {
      [
        by.map { .on($0) }, days.map { .days($0) }, workingDays.map { .workingDays($0) },
        dayOfMonth.map { .dayOfMonth($0) },
      ].compactMap { $0 }
    }

    func validate() throws {
      guard rules.count == 1, let rule = rules.first else {
        throw ValidationError(
          local(
            ru: "назовите один срок: --by, --days, --working-days или --day-of-month",
            en: "give one term: --by, --days, --working-days or --day-of-month"))
      }
      if to < from {
        throw ValidationError(
          local(ru: "период кончается раньше, чем начинается", en: "the period ends before it starts"))
      }
      if by != nil, each != .once {
        throw ValidationError(
          local(
            ru: "--by называет день одного отчёта, без --each", en: "--by names the day of one report, without --each"))
      }
      guard DueRule(rule.description) != nil else {
        throw ValidationError(
          local(
            ru: "дней может быть от 1 до 366, число месяца — от 1 до 31",
            en: "there may be 1 to 366 days; a day of the month is 1 to 31"))
      }
    }

    func run() throws {
      guard let rule = rules.first else { return }
      let periods = each.periods(of: Period(start: from, end: to))
      let added = try writing.change(common.openStore()) { session in
        let project = try session.project(project)
        let calendar = try session.books.calendar()
        let known = try session.books.obligations(of: project.id)
        let closed = try session.books.closedPeriods(of: project.id)
        let added = try periods.map { period in
          let obligation = Obligation(
            id: try session.books.nextObligationID(of: project.id), kind: kind, period: period, due: rule,
            recipient: toWhom, note: note)
          if let other = known.first(where: { obligation.repeats($0, of: project.funder) }) {
            throw Failure([.repeated(other, of: project.id)])
          }
          let others = [obligation.refusal(by: closed), obligation.leftOut(of: project)].compactMap { $0 }
          try settle(obligation.findings(by: calendar) + others)
          try session.books.save(obligation, of: project.id)
          return obligation
        }
        try session.record("grant.due", project.id.description, detail: "\(added.count)")
        return DuePage(project, added, calendar)
      }
      try common.print(added.json, or: added.text)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: local(ru: "Отчёты проекта и их сроки.", en: "The reports of a project, and when."),
      discussion: examples(["laureat grant due list novye-gorizonty --json"]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @OptionGroup var common: CommonOptions

    func run() throws {
      let page = try common.openStore().read { session in
        DuePage(
          try session.project(project), try session.books.obligations(of: project), try session.books.calendar())
      }
      try common.print(page.json, or: page.text)
    }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: local(ru: "Отметить, что стало с отчётом.", en: "Say what became of a report."),
      discussion: examples([
        "laureat grant due status novye-gorizonty o1 submitted --date 2020-04-14",
        "laureat grant due status novye-gorizonty o1 returned --date 2020-04-20 --reason \"нет подписи\"",
        "laureat grant due status novye-gorizonty o1",
      ]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Argument(help: ArgumentHelp(local(ru: "Отчёт из due list.", en: "The report, of due list."), valueName: "report"))
    var report: Identifier

    @Argument(
      help: ArgumentHelp(
        local(
          ru: "prepared, submitted, returned или accepted; без него — история.",
          en: "prepared, submitted, returned or accepted; without it the history.")))
    var status: ReportStatus?

    @OptionGroup var change: ChangeOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func run() throws {
      let history: StatusHistory<ReportStatus>
      if let status {
        history = try writing.change(common.openStore()) { session in
          var obligation = try session.obligation(report, of: project)
          try change.applying(status) { try obligation.history.apply($0) }
          try settle([obligation.lastChangeFinding].compactMap { $0 })
          try session.books.save(obligation, of: project)
          try session.record("grant.report", project.description, detail: "\(report) \(status.rawValue)")
          return obligation.history
        }
      } else {
        history = try common.openStore().read { try $0.obligation(report, of: project).history }
      }
      let text = StatusHistoryText(history)
      try common.print(text.json, or: text.text)
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: local(ru: "Снять отчёт, по которому ничего не сдано.", en: "Remove a report not begun."),
      discussion: examples(["laureat grant due remove novye-gorizonty o3"]))

    @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
    var project: Identifier

    @Argument(help: ArgumentHelp(local(ru: "Отчёт из due list.", en: "The report, of due list."), valueName: "report"))
    var report: Identifier

    @OptionGroup var common: CommonOptions
    @OptionGroup var writing: WriteOptions

    func run() throws {
      let page = try writing.change(common.openStore()) { session in
        let obligation = try session.obligation(report, of: project)
        guard obligation.history.changes.isEmpty else {
          throw Failure.refused(
            GrantCode.reportInProgress,
            LocalizedText(ru: "отчёт уже готовили или сдавали", en: "the report was prepared or submitted"),
            advice: LocalizedText(
              ru: "возьмите назад отметки о нём: laureat history, laureat undo",
              en: "take its changes back: laureat history, laureat undo"))
        }
        try settle([obligation.refusal(by: session.books.closedPeriods(of: project))].compactMap { $0 })
        try session.books.removeObligation(report, of: project)
        try session.record("grant.due.remove", project.description, detail: report.description)
        return DuePage(
          try session.project(project), try session.books.obligations(of: project), try session.books.calendar())
      }
      try common.print(page.json, or: page.text)
    }
  }
}

extension Session {
  fileprivate func obligation(_ id: Identifier, of project: Identifier) throws -> Obligation {
    _ = try self.project(project)
    if let found = try books.obligations(of: project).first(where: { $0.id == id }) { return found }
    throw Failure.refused(
      GrantCode.unknownRecord, LocalizedText(ru: "отчёта «\(id)» в списке нет", en: "there is no report “\(id)”"),
      advice: LocalizedText(
        ru: "список: laureat grant due list \(project)", en: "list them: laureat grant due list \(project)"))
  }
}

extension Diagnostic {
  fileprivate static func repeated(_ other: Obligation, of project: Identifier) -> Diagnostic {
    Diagnostic(
      GrantCode.doubledObligation,
      LocalizedText(
        ru: "такой отчёт за \(Format.span(other.period, .russian)) уже записан: «\(other.id)»",
        en: "this report on \(Format.span(other.period, .english)) is recorded already: “\(other.id)”"),
      advice: LocalizedText(
        ru: "другой отчёт за те же дни отличите примечанием (--note) или адресатом (--to-whom); чтобы изменить срок,"
          + " снимите прежний: laureat grant due remove \(project) \(other.id)",
        en: "tell another report on these days apart by --note or --to-whom; for another term remove the former one"
          + ": laureat grant due remove \(project) \(other.id)"))
  }
}
