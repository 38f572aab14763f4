import ArgumentParser
import Exchange
import LibXML
import Primitives

/// Texts as they are typed, brought into the form in which documents hold them: on one line, not empty, and no longer
/// than the schemas allow. What was typed can then always be exported, and comes back the same.
enum TypedText {
  /// A title, a name, a reason.
  @Sendable static func line(_ text: String) throws -> String { try checked(text, most: 500) }

  /// A number of a document, a phone.
  @Sendable static func short(_ text: String) throws -> String { try checked(text, most: 100) }

  /// A description.
  @Sendable static func long(_ text: String) throws -> String { try checked(text, most: 20_000) }

  private static func checked(_ typed: String, most: Int) throws -> String {
    let text = typed.collapsed
    guard !text.allSatisfy(\.isWhitespace) else {
      throw ValidationError(local(ru: "текст пуст", en: "the text is empty"))
    }
    guard text.unicodeScalars.count <= most else {
      throw ValidationError(
        local(ru: "текст длиннее \(most) знаков", en: "the text is longer than \(most) characters"))
    }
    guard text.unicodeScalars.allSatisfy(isText) else {
      throw ValidationError(
        local(ru: "в тексте есть управляющие знаки", en: "the text contains control characters"))
    }
    return text
  }

  /// What XML 1.0 cannot hold is no text.
  static func isText(_ character: Unicode.Scalar) -> Bool {
    character.value >= 0x20 && character.value != 0xFFFE && character.value != 0xFFFF
  }
}
