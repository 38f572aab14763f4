import ArgumentParser
import Grants

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: local(ru: "Отчёты.", en: "Reports."),
    discussion: examples([
      "laureat report funder timchenko-foundation --year 2020 --format html -o report.html",
      "laureat report grant novye-gorizonty --from 2020-01-01 --to 2020-06-30",
      "laureat report year --year 2020 --json",
    ]),
    subcommands: [ReportFunder.self, ReportGrant.self, ReportYear.self])
}
