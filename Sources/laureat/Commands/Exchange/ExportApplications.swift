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
      let entries = { (put: (Entry) throws -> Void) in
        try session.entries.each(in: contest.id) { stored in
          guard stored.status != .withdrawn else { return }
          var entry = stored.entry
          // Two senders may have used one identifier; within the contest it is unique.
          entry.id = stored.exchangeID
          try put(entry)
        }
      }
      try Outgoing(session, options.output).write(
        .applications, about: contest, changedAt: changedAt, records: entries, add: { try $0.add($1) })
    }
  }
}
