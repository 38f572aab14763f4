import ArgumentParser
import Primitives

/// What is said about an organisation.
struct OrganisationFields: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      local(ru: "Идентификатор; без него RU-INN-…", en: "Identifier; RU-INN-… without it.")))
  var id: Identifier?

  @Option(help: ArgumentHelp(local(ru: "Название.", en: "Name.")), transform: TypedText.line)
  var title: String?

  @Option(help: ArgumentHelp(local(ru: "ИНН.", en: "ИНН.")))
  var inn: String?

  @Option(help: ArgumentHelp(local(ru: "КПП.", en: "КПП.")))
  var kpp: String?

  @Option(help: ArgumentHelp(local(ru: "ОГРН.", en: "ОГРН.")))
  var ogrn: String?

  @Option(help: ArgumentHelp(local(ru: "ОКТМО территории.", en: "ОКТМО of the territory."), valueName: "oktmo"))
  var territory: String?

  @Option(help: ArgumentHelp(local(ru: "Телефон.", en: "Phone.")), transform: TypedText.short)
  var phone: String?

  @Option(help: ArgumentHelp(local(ru: "Электронная почта.", en: "E-mail.")), transform: TypedText.short)
  var email: String?

  @Option(help: ArgumentHelp(local(ru: "Адрес.", en: "Address.")), transform: TypedText.line)
  var address: String?

  /// - Throws: ``Failure`` when the name or the identifier is missing, or a number is wrong.
  func organisation() throws -> Organisation {
    let inn = try inn.map(TypedNumber.inn)
    guard let id = id ?? inn.map({ Identifier($0) }), let title else {
      throw Failure.usage(
        LocalizedText(ru: "нужны название и ИНН или идентификатор", en: "a name and an ИНН or identifier are needed"),
        advice: LocalizedText(ru: "добавьте --title и --inn или --id", en: "add --title and --inn or --id"))
    }
    let contact = Contact(phone: phone, email: email, address: address)
    return Organisation(
      id: id, title: title, inn: inn, kpp: try kpp.map(TypedNumber.kpp), ogrn: try ogrn.map(TypedNumber.ogrn),
      territory: try territory.map { Territory(oktmo: try TypedNumber.oktmo($0)) },
      contact: contact == Contact() ? nil : contact)
  }
}
