import ArgumentParser
import Grants
import Primitives
import Reports
import Storage

/// `laureat grant close P`: settles the movements of a period.
struct GrantClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: local(ru: "Закрыть отчётный период.", en: "Close a reported period."),
    discussion: examples(["laureat grant close novye-gorizonty --from 2020-01-01 --to 2020-06-30 --date 2020-07-10"]))

  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @Option(help: ArgumentHelp(local(ru: "Первый день.", en: "First day."), valueName: dayForm))
  var from: Day

  @Option(help: ArgumentHelp(local(ru: "Последний день.", en: "Last day."), valueName: dayForm))
  var to: Day

  @Option(
    help: ArgumentHelp(
      local(ru: "Когда закрыт; не раньше последнего дня.", en: "When it is closed, not before its last day."),
      valueName: dayForm))
  var date: Day

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func validate() throws {
    if to < from {
      throw ValidationError(
        local(ru: "период кончается раньше, чем начинается", en: "the period ends before it starts"))
    }
    if date < to {
      throw ValidationError(
        local(ru: "период ещё не кончился: --date раньше --to", en: "the period is not over: --date is before --to"))
    }
  }

  func run() throws {
    let period = Period(start: from, end: to)
    let closed = try writing.change(common.openStore()) { session in
      let project = try session.project(project)
      if date > Clock.now().day {
        throw Failure.refused(
          GrantCode.dayInFuture, LocalizedText(ru: "день ещё не наступил", en: "the day has not come yet"),
          advice: LocalizedText(ru: "проверьте --date", en: "check --date"))
      }
      if let other = try session.books.closedPeriods(of: project.id).overlapping(period) {
        throw Failure.refused(
          GrantCode.closedPeriodsOverlap,
          LocalizedText(
            ru: "эти дни отчасти уже закрыты: \(Format.span(other.period, .russian))",
            en: "some of these days are closed already: \(Format.span(other.period, .english))"),
          advice: LocalizedText(
            ru: "закройте только остальные дни или откройте тот период: laureat grant reopen",
            en: "close only the other days, or open that period: laureat grant reopen"))
      }
      let closed = ClosedPeriod(
        id: try session.books.nextClosedPeriodID(of: project.id), period: period, closedOn: date)
      try session.books.close(closed, of: project.id)
      try session.record("grant.close", project.id.description, detail: "\(from)/\(to)")
      return closed
    }
    try common.print(
      closed.json,
      or: local(
        ru: "закрыто: \(Format.span(period, .russian))\n", en: "closed: \(Format.span(period, .english))\n"))
  }
}

/// `laureat grant reopen P`: opens a closed period again, with a reason.
struct GrantReopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: local(ru: "Открыть закрытый период.", en: "Open a closed period again."),
    discussion: examples([
      "laureat grant reopen novye-gorizonty --from 2020-01-01 --to 2020-06-30 --reason \"отчёт возвращён фондом\""
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Проект.", en: "The project."), valueName: "id"))
  var project: Identifier

  @Option(help: ArgumentHelp(local(ru: "Первый день.", en: "First day."), valueName: dayForm))
  var from: Day

  @Option(help: ArgumentHelp(local(ru: "Последний день.", en: "Last day."), valueName: dayForm))
  var to: Day

  @Option(help: ArgumentHelp(local(ru: "Причина.", en: "Reason.")), transform: TypedText.line)
  var reason: String

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let period = Period(start: from, end: to)
    let opened = try writing.change(common.openStore()) { session in
      let project = try session.project(project)
      let closed = try session.books.closedPeriods(of: project.id).periods
      guard let found = closed.first(where: { $0.period == period }) else {
        throw Failure.refused(
          GrantCode.unknownClosedPeriod,
          LocalizedText(ru: "такого закрытого периода нет", en: "there is no such closed period"),
          advice: LocalizedText(
            ru: "закрытые периоды: laureat grant show \(project.id)",
            en: "closed periods: laureat grant show \(project.id)"))
      }
      try session.books.reopen(found.id, of: project.id)
      try session.record("grant.reopen", project.id.description, detail: "\(from)/\(to)", remark: reason)
      return found
    }
    try common.print(
      opened.json,
      or: local(ru: "открыто: \(Format.span(period, .russian))\n", en: "open again: \(Format.span(period, .english))\n")
    )
  }
}

extension ClosedPeriod {
  var json: JSON {
    ["id": JSON(id), "start": JSON(period.start), "end": JSON(period.end), "closedOn": JSON(closedOn)]
  }
}
