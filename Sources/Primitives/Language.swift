/// A language the program speaks to its users.
public enum Language: String, CaseIterable, Sendable {
  case russian = "ru"
  case english = "en"
}

/// One text in every language of the program. The compiler asks for both, so none can be forgotten.
public struct LocalizedText: Hashable, Sendable {
  public var russian: String
  public var english: String

  public init(ru russian: String, en english: String) {
    self.russian = russian
    self.english = english
  }

  public subscript(language: Language) -> String {
    switch language {
    case .russian: russian
    case .english: english
    }
  }
}

/// The forms a Russian noun takes after a number, by the CLDR plural rules for `ru`.
public struct RussianPlural: Hashable, Sendable {
  let one: String
  let few: String
  let many: String

  /// - Parameters:
  ///   - one: after 1, 21, 31: «1 заявка».
  ///   - few: after 2–4, 22–24, and after fractions: «2 заявки», «1,5 заявки».
  ///   - many: after 0, 5–20, 25–30: «5 заявок».
  public init(_ one: String, _ few: String, _ many: String) {
    self.one = one
    self.few = few
    self.many = many
  }

  /// The form for a whole number.
  public func form(for count: Int) -> String {
    let tens = count.magnitude % 100
    let units = count.magnitude % 10
    if (11...14).contains(tens) { return many }
    return switch units {
    case 1: one
    case 2...4: few
    default: many
    }
  }

  /// The form after a number with a fraction, which is the genitive singular («1,5 заявки»).
  public var formForFraction: String { few }
}

extension LocalizedText {
  /// A counted noun: «5 заявок», "5 applications".
  public static func counted(_ count: Int, ru: RussianPlural, one: String, many: String) -> LocalizedText {
    LocalizedText(ru: "\(count) \(ru.form(for: count))", en: "\(count) \(count == 1 ? one : many)")
  }
}
