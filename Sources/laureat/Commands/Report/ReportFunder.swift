import ArgumentParser
import Grants
import Primitives
import Storage

/// `laureat report funder F`: what a funder is owed for a period, over all its projects.
struct ReportFunder: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "funder", abstract: local(ru: "Отчёт грантодателю.", en: "Report to a funder."),
    discussion: examples([
      "laureat report funder timchenko-foundation --year 2020 --format html -o report.html",
      "laureat report funder timchenko-foundation --year 2020 --format xml -o report.xml",
    ]))

  @Argument(help: ArgumentHelp(local(ru: "Грантодатель.", en: "The funder."), valueName: "id"))
  var funder: Identifier

  @OptionGroup var options: ReportOptions

  func run() throws {
    let store = try options.output.common.openStore()
    try store.read { session in
      let funder = try session.funder(funder)
      let filter = ProjectStore.Filter(funder: funder.id)
      let projects = try session.projects.list(filter)
      var report = GrantReport(
        kind: options.kind, on: projects, of: funder, period: options.period)
      report.number(by: try report.projects.flatMap { try session.books.obligations(of: $0.project.id) })
      if report.projects.isEmpty { throw Failure.nothingInPeriod }
      return try options.write(
        report, on: projects, in: session, changedAt: try session.projects.changedAt(filter))
    }?.note(in: store)
  }
}

extension Failure {
  static let nothingInPeriod = Failure.refused(
    GrantCode.unknownProject,
    LocalizedText(ru: "в этом периоде не было проектов", en: "no project ran in this period"),
    advice: LocalizedText(
      ru: "проверьте период; проект отчитывается с дня присуждения гранта: laureat grant list, laureat grant status",
      en: "check the period; a project reports from the day of its award: laureat grant list, laureat grant status"))
}
