import ArgumentParser
import Primitives

/// An amount as people type it.
struct TypedAmount: ExpressibleByArgument {
  let text: String

  init(argument: String) { text = argument }

  /// - Throws: ``Failure`` with what is wrong, and how to write it.
  func amount() throws -> Amount {
    do throws(AmountInputError) {
      return try Amount(typed: text)
    } catch {
      throw Failure.usage(
        Self.wording(error),
        advice: LocalizedText(
          ru: "пишите 1300000, 1300000.50 или «1 300 000,50»", en: "write 1300000, 1300000.50 or '1 300 000,50'"))
    }
  }

  private static func wording(_ error: AmountInputError) -> LocalizedText {
    switch error {
    case .ambiguous:
      LocalizedText(
        ru: "сумма неоднозначна: тысяча или дробь?", en: "the amount is ambiguous: a thousand or a fraction?")
    case .malformed: LocalizedText(ru: "это не сумма", en: "this is not an amount")
    case .tooManyDecimals:
      LocalizedText(ru: "после запятой не больше двух цифр", en: "at most two digits after the decimal sign")
    case .tooLarge: LocalizedText(ru: "сумма слишком велика", en: "the amount is too large")
    case .negative: LocalizedText(ru: "сумма не может быть отрицательной", en: "an amount cannot be negative")
    }
  }
}
