import Exchange
import Primitives

/// Registration numbers as they are typed, with the reason when they are wrong.
enum TypedNumber {
  /// The places and quantities that documents can say.
  static let counts = 1...999_999_999

  static func inn(_ text: String) throws -> INN {
    try checked(ExchangeCode.inn, "ИНН") { () throws(NumberFault) in try INN(text) }
  }

  static func kpp(_ text: String) throws -> KPP {
    try checked(ExchangeCode.kpp, "КПП") { () throws(NumberFault) in try KPP(text) }
  }

  static func ogrn(_ text: String) throws -> OGRN {
    try checked(ExchangeCode.ogrn, "ОГРН") { () throws(NumberFault) in try OGRN(text) }
  }

  static func oktmo(_ text: String) throws -> OKTMO {
    try checked(ExchangeCode.oktmo, "ОКТМО") { () throws(NumberFault) in try OKTMO(text) }
  }

  private static func checked<Number>(
    _ code: Diagnostic.Code, _ name: String, _ make: () throws(NumberFault) -> Number
  ) throws -> Number {
    do throws(NumberFault) {
      return try make()
    } catch {
      throw Failure(
        .usage,
        [
          Diagnostic(
            code,
            error == .wrongChecksum
              ? LocalizedText(
                ru: "\(name) не проходит проверку контрольных цифр", en: "the check digits of the \(name) are wrong")
              : LocalizedText(ru: "\(name) записан неверно", en: "the \(name) is malformed"),
            advice: LocalizedText(
              ru: "сверьте номер с выпиской из реестра", en: "compare the number with the extract from the register"))
        ])
    }
  }
}
