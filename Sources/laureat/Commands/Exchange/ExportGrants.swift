import ArgumentParser
import Exchange
import Grants
import Primitives
import Reports
import Storage

/// `laureat export grants`: the projects as our own document, or as open data.
struct ExportGrants: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grants", abstract: local(ru: "Грантовые проекты.", en: "Grant projects."),
    discussion: examples([
      "laureat export grants -o grants.xml", "laureat export grants --funder timchenko-foundation",
      "laureat export grants --format 360giving -o grants.json",
    ])
  )

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case xml
    case openData = "360giving"
  }

  @Option(help: ArgumentHelp(local(ru: "Только этого грантодателя.", en: "Only of this funder."), valueName: "id"))
  var funder: Identifier?

  @Option(
    help: ArgumentHelp(
      local(
        ru: "xml — для обмена; 360giving — открытые данные в JSON, только присуждённые гранты организаций.",
        en: "xml, for exchange; 360giving, open data in JSON, only grants awarded to organisations."),
      valueName: "xml|360giving"))
  var format = Format.xml

  @OptionGroup var addressee: AddresseeOptions
  @OptionGroup var profile: ProfileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if format == .openData, addressee.to != nil {
      throw ValidationError(
        local(ru: "у открытых данных нет адресата: уберите --to", en: "open data are for everyone: leave out --to"))
    }
  }

  func run() throws {
    switch format {
    case .xml: try exportDocument()
    case .openData: try exportOpenData()
    }
  }

  private func exportDocument() throws {
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

  private func exportOpenData() throws {
    let data = try output.common.openStore().read { session in
      if let funder { _ = try session.funder(funder) }
      var data = OpenData(organisations: try session.organisations.list())
      try session.projects.each(ProjectStore.Filter(funder: funder)) { data.add($0) }
      return data
    }
    DiagnosticPrinter.show(data.findings + data.leftBehind)
    if data.grants.isEmpty {
      throw Failure.refused(
        GrantCode.notOpenData,
        LocalizedText(ru: "публиковать нечего", en: "there is nothing to publish"),
        advice: LocalizedText(
          ru: "выгружаются гранты организаций с суммой, днём присуждения и описанием",
          en: "grants of organisations are exported that have an amount, a day of the award and a description"))
    }
    try Page.write(data.json.text, to: output)
  }
}
