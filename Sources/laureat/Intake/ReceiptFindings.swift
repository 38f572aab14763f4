import Exchange
import Primitives

// What can be wrong with a receipt that comes back.
extension Diagnostic {
  static func nothingSent(_ id: MessageID) -> Diagnostic {
    Diagnostic(
      ExchangeCode.receiptOfNothingSent,
      LocalizedText(
        ru: "квитанция на сообщение \(id), которое отсюда не отправлялось",
        en: "a receipt for the message \(id), which was not sent from here"),
      advice: LocalizedText(
        ru: "проверьте, то ли это хранилище; что отправлено: laureat message list --direction out",
        en: "check that it is the right store; what was sent: laureat message list --direction out"),
      field: "messageID")
  }

  static let otherContent = Diagnostic(
    ExchangeCode.receiptOfOtherContent,
    LocalizedText(
      ru: "квитанция дана на другое содержание: контрольное значение файла не то, что у отправленного",
      en: "the receipt answers another content: the digest is not that of the file we sent"),
    advice: LocalizedText(
      ru: "файл изменили в пути: отправьте его ещё раз", en: "the file was changed on its way: send it again"),
    field: "sha256")

  static func notTheRecipient(_ sender: Identifier, of recipient: Identifier) -> Diagnostic {
    Diagnostic(
      ExchangeCode.receiptOfAnother, .warning,
      LocalizedText(
        ru: "сообщение отправлено получателю \(recipient), а квитанцию дал \(sender): она записана, но ответа"
          + " получателя по-прежнему нет",
        en: "the message was sent to \(recipient), and \(sender) gives the receipt: it is kept, and the recipient's"
          + " answer is still missing"),
      advice: LocalizedText(
        ru: "выясните, как сообщение попало к другому; если это тот же получатель под другим обозначением, выгрузите"
          + " документ для него: --to \(sender)",
        en: "find out how another got the message; if it is the same recipient under another identifier, export the"
          + " document for it: --to \(sender)"))
  }

  static let overtaken = Diagnostic(
    ExchangeCode.receiptOvertaken, .note,
    LocalizedText(
      ru: "квитанция опоздала: другая квитанция того же получателя на это сообщение уже учтена, состояние прежнее",
      en: "the receipt is late: another of the same recipient for this message is taken in already, and stands"))

  static func answeredTwice(_ number: Int) -> Diagnostic {
    Diagnostic(
      ExchangeCode.duplicateIdentifier,
      LocalizedText(ru: "о записи № \(number) сказано дважды", en: "record no. \(number) is answered twice"),
      field: "@number")
  }

  static func neverSent(_ number: Int) -> Diagnostic {
    Diagnostic(
      ExchangeCode.receiptOfOtherRecords,
      LocalizedText(
        ru: "записи № \(number) с таким обозначением в отправленном сообщении не было",
        en: "the message that was sent has no record of this identifier, given as no. \(number)"),
      advice: LocalizedText(
        ru: "попросите прислать квитанцию ещё раз", en: "ask for the receipt to be sent again"),
      field: "@id")
  }

  static let linesMissing = Diagnostic(
    ExchangeCode.totalsDisagree,
    LocalizedText(
      ru: "записи, перечисленные в квитанции, не сходятся с её итогом",
      en: "the records that the receipt lists do not agree with its outcome"),
    advice: LocalizedText(ru: "попросите прислать её ещё раз", en: "ask for it to be sent again"))
}
