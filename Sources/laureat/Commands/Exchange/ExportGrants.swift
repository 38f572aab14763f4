import ArgumentParser
import Exchange
import Grants
import Primitives
import Storage

struct ExportGrants: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grants", abstract: local(ru: "Грантовые проекты.", en: "Grant projects."),
    discussion: examples(["laureat export grants -o grants.xml", "laureat export grants --funder timchenko-foundation"])
  )

  @Option(help: ArgumentHelp(local(ru: "Только этого грантодателя.", en: "Only of this funder."), valueName: "id"))
  var funder: Identifier?

  @OptionGroup var addressee: AddresseeOptions
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try output.common.openStore()
    let disclosure = try profile.disclosure(in: store)
    let document = try store.read { session in
      if let funder { _ = try session.funder(funder) }
      let filter = ProjectStore.Filter(funder: funder)
      let changedAt = try session.projects.changedAt(filter)
      return try Outgoing(session, output, to: addressee.organisation(in: session), telling: disclosure).write(
        .grantPortfolio, changedAt: changedAt
      ) { body in
        try session.projects.each(filter) { try body.add(disclosure.project($0)) }
      }
    }
    try disclosure.conclude(document, in: store)
  }
}
