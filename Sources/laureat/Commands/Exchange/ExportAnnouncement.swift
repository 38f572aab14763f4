import ArgumentParser
import Contests
import Exchange
import Storage

struct ExportAnnouncement: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "announcement", abstract: local(ru: "Объявление о конкурсе.", en: "A contest's announcement."),
    discussion: examples(["laureat export announcement --contest teplo-2020 -o announcement.xml"]))

  @OptionGroup var options: ContestExportOptions

  func run() throws {
    let store = try options.output.common.openStore()
    let disclosure = try options.profile.disclosure(in: store)
    let document = try store.read { session in
      let contest = try session.contest(options.contest)
      let changedAt = try session.contests.changedAt(of: contest.id)
      return try Outgoing(
        session, options.output, to: options.addressee.organisation(in: session), telling: disclosure
      ).write(
        .contestAnnouncement, about: contest, changedAt: changedAt
      ) { try $0.add(disclosure.contest(contest)) }
    }
    try disclosure.conclude(document, in: store)
  }
}
