import ArgumentParser
import Grants
import Primitives

/// The document behind a movement of money that is mended; what is not given stays as it is.
struct PaymentDocumentFields: ParsableArguments {
  @Option(
    help: ArgumentHelp(local(ru: "Номер документа.", en: "Number of the document."), valueName: "number"),
    transform: TypedText.short)
  var document: String?

  @Option(help: ArgumentHelp(local(ru: "Вид документа.", en: "Kind of document.")), transform: TypedText.short)
  var documentKind: String?

  @Option(help: ArgumentHelp(local(ru: "Дата документа.", en: "Day of the document."), valueName: dayForm))
  var documentDate: Day?

  var isGiven: Bool { document != nil || documentKind != nil || documentDate != nil }

  func apply(to paper: inout PaymentDocument?) {
    var changed = paper ?? PaymentDocument()
    if let document { changed.number = document }
    if let documentKind { changed.kind = documentKind }
    if let documentDate { changed.date = documentDate }
    if changed != PaymentDocument() { paper = changed }
  }
}
