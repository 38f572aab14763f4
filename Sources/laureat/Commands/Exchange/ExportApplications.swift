import ArgumentParser
import Contests
import Exchange
import Storage

struct ExportApplications: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "applications", abstract: local(ru: "Заявки конкурса.", en: "A contest's applications."),
    discussion: examples(["laureat export applications --contest teplo-2020 -o applications.xml"]))

  @OptionGroup var options: ContestExportOptions

  func run() throws {
    try options.output.common.openStore().read { session in
      let contest = try session.contest(options.contest)
      let changedAt = try session.entries.changedAt(in: contest.id) ?? session.contests.changedAt(of: contest.id)
      try Outgoing(session, options.output).write(
        .applications, about: contest, changedAt: changedAt,
        records: { try session.entries.eachToSend(in: contest.id, $0) },
        add: { try $0.add($1) })
    }
  }
}
