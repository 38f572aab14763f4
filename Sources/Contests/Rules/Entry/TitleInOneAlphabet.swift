public import Primitives

/// No word of a title mixes Cyrillic letters with Latin ones that look the same: it could not be found again.
public struct TitleInOneAlphabet: EntryRule {
  public init() {}

  public func findings(in entry: Entry, of contest: Contest) -> [Diagnostic] {
    entry.title.mixesLookAlikes ? [.lookAlikes] : []
  }
}

extension String {
  /// True when a word holds letters of both alphabets and all those of one of them could pass for the other's.
  /// «Webдизайн» is therefore left alone.
  var mixesLookAlikes: Bool {
    // Most titles have no Latin letter at all.
    guard hasLatin else { return false }
    var word = LettersOfWord()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A:
        word.latin += 1
        word.plainLatin += Self.isLatinLookAlike(scalar) ? 0 : 1
      case 0x400...0x4FF:
        word.cyrillic += 1
        word.plainCyrillic += Self.isCyrillicLookAlike(scalar) ? 0 : 1
      default:
        if word.isMixed { return true }
        word = LettersOfWord()
      }
    }
    return word.isMixed
  }

  private var hasLatin: Bool {
    let bytes = utf8Span.span
    return bytes.indices.contains { bytes[$0] | 0x20 >= UInt8(ascii: "a") && bytes[$0] | 0x20 <= UInt8(ascii: "z") }
  }

  private struct LettersOfWord {
    var latin = 0
    var plainLatin = 0
    var cyrillic = 0
    var plainCyrillic = 0
    var isMixed: Bool { latin > 0 && cyrillic > 0 && (plainLatin == 0 || plainCyrillic == 0) }
  }

  private static func isLatinLookAlike(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a", "c", "e", "o", "p", "x", "y", "k", "A", "B", "C", "E", "H", "K", "M", "O", "P", "T", "X", "Y": true
    default: false
    }
  }

  private static func isCyrillicLookAlike(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "а", "с", "е", "о", "р", "х", "у", "к", "А", "В", "С", "Е", "Н", "К", "М", "О", "Р", "Т", "Х", "У": true
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static var lookAlikes: Diagnostic {
    Diagnostic(
      ContestCode.lookAlikeLetters, .warning,
      LocalizedText(
        ru: "в названии есть слова, где русские буквы смешаны с похожими латинскими: поиск такое название не найдёт",
        en: "the title has words that mix Cyrillic letters with Latin ones of the same look; search will not find it"),
      advice: LocalizedText(
        ru: "наберите эти слова заново в русской раскладке", en: "type these words again in one alphabet"),
      field: "title")
  }
}
