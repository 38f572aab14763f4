package import Primitives

/// A text as a printer would set it: quotation marks of two levels, and no break where a reader would stumble.
package enum Typography {
  package static func polished(_ text: String, _ language: Language) -> String {
    switch language {
    case .russian:
      quoted(text).split(separator: "\n", omittingEmptySubsequences: false).map(joined).joined(separator: "\n")
    case .english: text.replacing(" — ", with: "\u{A0}— ").replacing(" – ", with: "\u{A0}– ")
    }
  }

  /// A text of one line with its quotation marks alone set; nothing else of it changes.
  package static func nested(_ text: String, _ language: Language) -> String {
    language == .russian ? quoted(text) : text
  }

  /// «Скворечник „Берёзка“»: marks within marks are of another kind.
  private static func quoted(_ text: String) -> String {
    var result = ""
    var depth = 0
    for character in text {
      let opens = character == "«" || character == "„" || character == "\"" && isStart(result.last)
      let closes = !opens && (character == "»" || character == "“" && depth > 0 || character == "\"")
      if opens {
        result.append(depth == 0 ? "«" : "„")
        depth += 1
      } else if closes {
        depth = max(depth - 1, 0)
        result.append(depth == 0 ? "»" : "“")
      } else {
        result.append(character)
      }
    }
    return result
  }

  private static func isStart(_ character: Character?) -> Bool {
    character.map { $0.isWhitespace || "(«„".contains($0) } ?? true
  }

  /// A short word stays with the next one, a dash with the one before, a number with what it counts.
  private static func joined(_ text: Substring) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false)[...]
    var result = String(words.popFirst() ?? "")
    var last = result
    for word in words {
      result += staysTogether(last, String(word)) ? "\u{A0}" : " "
      result += word
      last = String(word)
    }
    return result
  }

  private static func staysTogether(_ first: String, _ second: String) -> Bool {
    if second.first.map({ "—–".contains($0) }) == true { return true }
    let word = first.drop { "«„(".contains($0) }
    if word.count <= 2, let letter = word.first, letter.isLetter, !word.contains("—") { return true }
    if word == "№" || word.last == "№" { return true }
    return word.last?.isNumber == true && second.first?.isLowercase == true
  }
}
