import Contests
import Exchange
import Primitives

// What stands against a result of our own contest.
extension Diagnostic {
  static let cameFromAnother = Diagnostic(
    ExchangeCode.protocolContradicts,
    LocalizedText(
      ru: "протокол с этим номером прислал другой отправитель, и говорит он другое",
      en: "the protocol of this number came from another sender, and says something else"),
    advice: LocalizedText(
      ru: "попросите исправленный протокол у того, от кого пришёл первый",
      en: "ask for a corrected protocol from whom the first one came"),
    field: "@number")

  static let decidedOtherwise = Diagnostic(
    ExchangeCode.protocolContradicts,
    LocalizedText(
      ru: "по этой заявке тем же протоколом уже записано другое решение",
      en: "another decision on this application is recorded from the same protocol"),
    advice: LocalizedText(
      ru:
        "прежнее решение отменяет тот, кто его принял (laureat winner revoke), и выгружает протокол заново: в нём сказано об отмене",
      en:
        "whoever took the earlier decision revokes it (laureat winner revoke), and exports the protocol anew: it tells so"
    ))

  static func otherNomination(_ nomination: Identifier) -> Diagnostic {
    Diagnostic(
      ContestCode.wrongNomination,
      LocalizedText(
        ru: "заявка подана в другую номинацию, не в \(nomination)",
        en: "the application was made in another nomination than \(nomination)"),
      field: "nomination")
  }

  static func typedOtherwise(_ entry: Registration) -> Diagnostic {
    Diagnostic(
      ExchangeCode.protocolContradicts,
      LocalizedText(
        ru: "по заявке \(entry) здесь набрано по этому протоколу другое решение",
        en: "another decision of this protocol on \(entry) was typed here"),
      advice: LocalizedText(
        ru:
          "сверьте с протоколом на бумаге: laureat winner list --contest \(entry.contest); набранное неверно отмените с --ground mistake: laureat winner revoke",
        en:
          "compare with the protocol on paper: laureat winner list --contest \(entry.contest); revoke what was typed wrongly with --ground mistake: laureat winner revoke"
      ))
  }

  static func typedAndNotTold(_ entries: [Registration]) -> Diagnostic {
    let names = entries.firstFew
    return Diagnostic(
      ExchangeCode.protocolContradicts, .warning,
      LocalizedText(
        ru: "по этому протоколу здесь набраны решения, которых в файле нет: \(names)",
        en: "decisions of this protocol were typed here that the file does not tell: \(names)"),
      advice: LocalizedText(
        ru: "сверьте с протоколом на бумаге; набранное неверно отменяет laureat winner revoke",
        en: "compare with the protocol on paper; laureat winner revoke takes back what was typed wrongly"))
  }
}
