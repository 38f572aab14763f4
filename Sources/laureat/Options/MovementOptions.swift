import ArgumentParser
import Exchange
import Grants
import Primitives

/// What a movement of money is recorded with.
struct MovementOptions: ParsableArguments {
  @Option(help: ArgumentHelp(local(ru: "Сумма.", en: "Amount.")))
  var amount: TypedAmount

  @Option(help: ArgumentHelp(local(ru: "День.", en: "Day."), valueName: dayForm))
  var date: Day

  @Option(
    help: ArgumentHelp(local(ru: "Номер документа.", en: "Number of the document."), valueName: "number"),
    transform: TypedText.short)
  var document: String?

  @Option(
    help: ArgumentHelp(
      local(ru: "Вид документа: платёжное поручение, чек.", en: "Kind of document: payment order, receipt.")),
    transform: TypedText.short)
  var documentKind: String?

  @Option(
    help: ArgumentHelp(local(ru: "Дата документа.", en: "Day of the document."), valueName: dayForm))
  var documentDate: Day?

  @Option(
    help: ArgumentHelp(
      local(ru: "Валюта; должна быть валютой проекта.", en: "Currency; it has to be the project's.")))
  var currency: String?

  func validate() throws {
    if let currency, Currency(currency) == nil {
      throw ValidationError(
        local(ru: "валюта — три буквы, например RUB", en: "a currency is three letters such as RUB"))
    }
  }

  var paymentDocument: PaymentDocument? {
    let stated = PaymentDocument(kind: documentKind, number: document, date: documentDate)
    return stated == PaymentDocument() ? nil : stated
  }

  /// The amount, in the currency of a project.
  ///
  /// - Throws: ``Failure`` for what is no amount, and for another currency.
  func amount(for project: Project) throws -> Amount {
    if let currency, currency != project.currency.code {
      throw Failure([.otherCurrency(project.currency)])
    }
    return try amount.amount()
  }
}

extension Diagnostic {
  static func otherCurrency(_ expected: Currency, at place: Location? = nil) -> Diagnostic {
    Diagnostic(
      ExchangeCode.currenciesDiffer,
      LocalizedText(
        ru: "сумма в другой валюте, а проект ведётся в \(expected)",
        en: "the amount is in another currency; the project is kept in \(expected)"),
      advice: LocalizedText(
        ru: "пересчитайте сумму в валюту проекта по курсу на день платежа",
        en: "convert the amount into the project's currency at the rate of the day"),
      location: place)
  }
}
