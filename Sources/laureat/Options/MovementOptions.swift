import ArgumentParser
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

  var paymentDocument: PaymentDocument? {
    document == nil && documentKind == nil ? nil : PaymentDocument(kind: documentKind, number: document)
  }
}
