import ArgumentParser
import Grants
import Primitives
import Reports
import Storage

/// `laureat grant deadlines`: what is overdue and what is coming, over all projects.
struct GrantDeadlines: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines",
    abstract: local(ru: "Просроченное и предстоящее.", en: "What is overdue, and what is coming."),
    discussion: examples([
      "laureat grant deadlines", "laureat grant deadlines --on 2020-07-01 --to 2020-09-30",
      "laureat grant deadlines --funder timchenko-foundation --json",
    ]))

  @Option(help: ArgumentHelp(local(ru: "Грантодатель.", en: "Funder."), valueName: "id"))
  var funder: Identifier?

  @Option(
    help: ArgumentHelp(local(ru: "Сроки не раньше этого дня.", en: "Due on this day or later."), valueName: dayForm))
  var from: Day?

  @Option(help: ArgumentHelp(local(ru: "Сроки не позже этого дня.", en: "Due by this day."), valueName: dayForm))
  var to: Day?

  @Option(
    help: ArgumentHelp(
      local(ru: "На какой день; без него — сегодня.", en: "As of this day; today without it."), valueName: dayForm))
  var on: Day?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let day = on ?? Clock.now().day
    let window = Period(start: from, end: to)
    let found = try common.openStore().read { session in
      if let funder { _ = try session.funder(funder) }
      let calendar = try session.books.calendar()
      return try session.projects.list(.init(funder: funder)).flatMap { project in
        // What has ended or was never awarded owes its reports still, but passes no checkpoints.
        let obligations = try session.books.obligations(of: project.id)
        return project.deadlines(obligations, on: day, by: calendar).filter { deadline in
          if case .checkpoint = deadline.subject, project.endDay.map({ $0 <= day }) ?? false { return false }
          return window.contains(deadline.due)
        }
      }.sorted { ($0.due, $0.project) < ($1.due, $1.project) }
    }
    try common.print(
      ["on": JSON(day), "deadlines": .array(found.map(\.json))], or: found.isEmpty ? nothing(day) : table(found, day))
  }

  private func nothing(_ day: Day) -> String {
    local(
      ru: "на \(Format.day(day, .table, .russian)) сроков нет\n",
      en: "nothing is due as of \(Format.day(day, .table, .english))\n")
  }

  private func table(_ deadlines: [Deadline], _ day: Day) -> String {
    TextTable(
      [
        .init(local(ru: "Срок", en: "Due")), .number(local(ru: "Осталось дней", en: "Days left")),
        .flexible(local(ru: "Проект", en: "Project")), .flexible(local(ru: "Что", en: "What")),
        .flexible(local(ru: "Кому", en: "To whom")), .init(local(ru: "Состояние", en: "Status")),
      ],
      rows: deadlines.map { deadline in
        [
          Format.day(deadline.due, .table, Speech.language), Format.number(deadline.daysLeft, Speech.language),
          deadline.projectTitle,
          deadline.what, deadline.recipient,
          deadline.state,
        ]
      }
    ).render(width: Terminal.tableWidth, language: Speech.language)
  }
}

extension Deadline {
  fileprivate var what: String {
    switch subject {
    case .report(let obligation):
      local(
        ru: "отчёт (\(Format.name(obligation.kind, .russian))) за \(Format.span(obligation.period, .russian))",
        en: "\(Format.name(obligation.kind, .english)) report for \(Format.span(obligation.period, .english))")
    case .checkpoint(let checkpoint): checkpoint.title
    }
  }

  fileprivate var state: String {
    let status =
      reportStatus.map { Format.name($0, Speech.language) } ?? Format.name(Checkpoint.Status.scheduled, Speech.language)
    let overdue = local(ru: "просрочено", en: "overdue")
    if !isOverdue { return status }
    // What nobody has begun is overdue, and no more can be said of it.
    return reportStatus ?? .due == .due ? overdue : "\(overdue), \(status)"
  }

  fileprivate var json: JSON {
    let (kind, id) =
      switch subject {
      case .report(let obligation): ("report", obligation.id)
      case .checkpoint(let checkpoint): ("checkpoint", checkpoint.id)
      }
    return [
      "project": JSON(project), "kind": .string(kind), "id": JSON(id), "title": .string(what), "due": JSON(due),
      "daysLeft": .integer(daysLeft), "overdue": .bool(isOverdue), "recipient": .string(recipient),
      "status": .string(reportStatus?.rawValue ?? Checkpoint.Status.scheduled.rawValue),
      "correctionNumber": JSON(correctionNumber),
    ]
  }
}
