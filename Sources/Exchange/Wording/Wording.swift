internal import Primitives

/// The texts of this module's diagnostics, in both languages. None takes a text, an identifier or a number of a person
/// out of a document; the control figures of the header, currencies and days of a status may appear.
enum Wording {
  static let valueNotTaken = LocalizedText(
    ru: "значение не подходит для этого поля", en: "the value does not fit this field")

  static func missing(_ name: String) -> LocalizedText {
    LocalizedText(ru: "не хватает «\(name)»", en: "\(name) is missing")
  }

  static let checkNumber = LocalizedText(
    ru: "сверьте номер с выпиской из реестра", en: "compare the number with the extract from the register")

  static let checkTerritory = LocalizedText(
    ru: "сверьте код с общероссийским классификатором территорий", en: "compare the code with the register of ОКТМО")

  static func inn(_ fault: NumberFault) -> LocalizedText {
    number(fault, "ИНН", "ИНН", ru: "10 цифр у организации, 12 у гражданина", en: "10 digits, or 12 for a person")
  }

  static func ogrn(_ fault: NumberFault) -> LocalizedText {
    number(fault, "ОГРН", "ОГРН", ru: "13 цифр у организации, 15 у предпринимателя", en: "13 digits, or 15")
  }

  static func kpp(_ fault: NumberFault) -> LocalizedText {
    number(fault, "КПП", "КПП", ru: "девять знаков", en: "nine characters")
  }

  static func oktmo(_ fault: NumberFault) -> LocalizedText {
    number(fault, "ОКТМО", "ОКТМО", ru: "8 или 11 цифр", en: "8 or 11 digits")
  }

  private static func number(
    _ fault: NumberFault, _ russian: String, _ english: String, ru form: String, en englishForm: String
  ) -> LocalizedText {
    switch fault {
    case .wrongChecksum:
      LocalizedText(
        ru: "\(russian) не проходит проверку контрольных цифр", en: "the check digits of the \(english) are wrong")
    case .allZeros:
      LocalizedText(ru: "\(russian) из одних нулей никому не принадлежит", en: "an \(english) of zeros is nobody's")
    case .notDigits, .wrongLength:
      LocalizedText(ru: "\(russian) записан неверно: \(form)", en: "the \(english) is malformed: \(englishForm)")
    }
  }

  static let mendHistory = LocalizedText(
    ru: "исправьте порядок, даты или причины в statusHistory",
    en: "mend the order, the days or the reasons in statusHistory")

  static func historyMissing(record: String) -> Diagnostic {
    Diagnostic(
      ExchangeCode.missingElement,
      LocalizedText(
        ru: "у проекта нет ни одного состояния с датой", en: "the project has no status with a day"),
      advice: LocalizedText(ru: "укажите состояние проекта и его дату", en: "give the project a status and its day"),
      record: record)
  }

  static let received = LocalizedText(ru: "поступило", en: "received")
  static let spent = LocalizedText(ru: "израсходовано", en: "spent")

  /// - Parameter name: ``received`` or ``spent``.
  static func totalDisagrees(
    _ name: LocalizedText, stated: Amount, computed: Amount, _ currency: Currency
  ) -> LocalizedText {
    let (stated, computed) = (stated.text(in: currency), computed.text(in: currency))
    return LocalizedText(
      ru: "в итогах указано: \(name.russian) \(stated.russian), а по движению средств \(name.russian)"
        + " \(computed.russian)",
      en: "the totals state \(stated.english) \(name.english), the movements come to \(computed.english)")
  }

  static func balanceDisagrees(stated: Amount, computed: Amount, _ currency: Currency) -> LocalizedText {
    let (stated, computed) = (stated.text(in: currency), computed.text(in: currency))
    return LocalizedText(
      ru: "указан остаток \(stated.russian), а по поступлениям и расходам он равен \(computed.russian)",
      en: "the balance stated is \(stated.english), the figures above it give \(computed.english)")
  }

  static let mendTotals = LocalizedText(
    ru: "пересчитайте итоги: поступления и расходы за вычетом возвратов",
    en: "recompute the totals: money received and spent, net of refunds")

  static let mendBalance = LocalizedText(
    ru: "остаток — это полученное за вычетом израсходованного и возвращённого",
    en: "the balance is what was received less what was spent and given back")

  static func planLeftDisagrees(stated: Amount, computed: Amount, _ currency: Currency) -> LocalizedText {
    let (stated, computed) = (stated.text(in: currency), computed.text(in: currency))
    return LocalizedText(
      ru: "указан остаток \(stated.russian), а план без расхода равен \(computed.russian)",
      en: "the balance stated is \(stated.english), the plan less what was spent is \(computed.english)")
  }

  static let mendPlanLeft = LocalizedText(
    ru: "остаток — это план за вычетом израсходованного", en: "the balance is the plan less what was spent")

  static let partsDisagree = LocalizedText(
    ru: "средства гранта и собственные средства не складываются в план и расход статьи",
    en: "the money of the grant and the own money do not add up to the line's plan and spending")

  static let mendParts = LocalizedText(
    ru: "план и расход статьи — это суммы по гранту и по собственным средствам",
    en: "the plan and the spending of a line are the sums of the grant's and the own ones")

  static func currenciesDiffer(_ found: Currency, _ expected: Currency) -> LocalizedText {
    LocalizedText(
      ru: "сумма в валюте \(found), а проект ведётся в \(expected)",
      en: "the amount is in \(found), while the project is in \(expected)")
  }

  static let oneCurrency = LocalizedText(
    ru: "все суммы одного проекта указываются в одной валюте", en: "give all amounts of a project in one currency")
}
