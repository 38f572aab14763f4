import ArgumentParser
import Primitives
import Reports
import Storage

struct OrganisationSelf: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "self",
    abstract: local(ru: "Назвать себя или показать, кто мы.", en: "Say or show who we are."),
    discussion: examples([
      "laureat organisation self",
      "laureat organisation self --inn 4299000015 --title \"Администрация города\" --territory 32701000",
      "laureat organisation self --known-senders-only",
    ]))

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      local(ru: "Не принимать документы от неизвестных.", en: "Take no documents from unknown senders.")))
  var knownSendersOnly: Bool?

  @OptionGroup var fields: OrganisationFields
  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WriteOptions

  private var isShown: Bool { fields.title == nil && fields.inn == nil && fields.id == nil && knownSendersOnly == nil }

  func run() throws {
    let ourselves =
      if isShown {
        try common.openStore().read { try $0.organisations.ourselves() }
      } else {
        try writing.change(common.openOrCreateStore(writing)) { session in
          if let knownSendersOnly { try session.organisations.setTakesKnownSendersOnly(knownSendersOnly) }
          if fields.title != nil || fields.inn != nil || fields.id != nil {
            try session.organisations.setOurselves(try fields.organisation())
          }
          let ourselves = try session.organisations.ourselves()
          try session.record("organisation.self", ourselves?.id.description ?? "—")
          return ourselves
        }
      }
    try common.print(
      ourselves?.json ?? .null,
      or: ourselves.map { "\($0.title) (\($0.id))\n" } ?? local(ru: "не указано\n", en: "not said yet\n"))
  }
}
