import ArgumentParser
import Exchange
import Primitives
import Storage

/// Whom a document is for.
struct AddresseeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      local(ru: "Кому: id из organisation list.", en: "Whom it is for, an id of organisation list."), valueName: "id"))
  var to: Identifier?

  func organisation(in session: Session) throws -> Organisation? {
    guard let to else { return nil }
    guard let found = try session.organisations.find(to) else {
      throw Failure.refused(
        ExchangeCode.unknownSender,
        LocalizedText(ru: "организация \(to) не записана", en: "the organisation \(to) is not known"),
        advice: LocalizedText(ru: "запишите её: laureat organisation add", en: "add it: laureat organisation add"))
    }
    return found
  }
}
