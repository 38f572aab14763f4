import ArgumentParser
import Exchange
import Primitives
import Reports
import Storage

struct OrganisationAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: local(ru: "Записать организацию.", en: "Add an organisation."),
    discussion: examples(["laureat organisation add --inn 4299000022 --title \"Областная конкурсная комиссия\""]))

  @OptionGroup var fields: OrganisationFields
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  func run() throws {
    let organisation = try fields.organisation()
    try writing.change(common.openOrCreateStore(writing)) { session in
      if try session.organisations.ourselves()?.id == organisation.id {
        throw Failure.refused(
          ExchangeCode.duplicateIdentifier,
          LocalizedText(ru: "под этим идентификатором записаны вы сами", en: "this identifier is your own"),
          advice: LocalizedText(
            ru: "себя меняют командой laureat organisation self", en: "laureat organisation self changes yourself"))
      }
      try session.organisations.add(organisation)
      try session.record("organisation.add", organisation.id.description)
    }
    try common.print(organisation.json, or: "\(organisation.title) (\(organisation.id))\n")
  }
}
