internal import LibPDF

/// How wide texts are, told by the widths of their letters: to lay out each of many thousand cells only to measure it
/// would take longer than to set them.
final class LetterWidths {
  private let typesetter: Typesetter
  private let style: TextStyle
  private var widths: [Character: Double] = [:]
  private var rim = 0.0

  init(_ style: TextStyle, _ typesetter: Typesetter) throws {
    self.typesetter = typesetter
    self.style = style
    rim = try typesetter.block("нн", style: style).width
  }

  /// Without a line break: of the widest of its lines, and of the widest part that no line parts.
  func measure(_ text: String) throws -> (line: Double, word: Double) {
    var (widest, widestWord, line, word) = (0.0, 0.0, 0.0, 0.0)
    for character in text {
      let width = try self.width(character)
      switch character {
      case "\n": (line, word) = (0, 0)
      case " ": (line, word) = (line + width, 0)
      default: (line, word) = (line + width, word + width)
      }
      // A line may break after a hyphen or a dash.
      widestWord = max(widestWord, word)
      if character == "-" || character == "–" || character == "—" { word = 0 }
      widest = max(widest, line)
    }
    return (widest, widestWord)
  }

  private func width(_ character: Character) throws -> Double {
    if let known = widths[character] { return known }
    // A letter under a heap of accents is no wider for them.
    let letter = String(String.UnicodeScalarView(character.unicodeScalars.prefix(16)))
    // Between two letters, where a space counts as much as elsewhere.
    let width = character.isNewline ? 0 : try typesetter.block("н\(letter)н", style: style).width - rim
    widths[character] = width
    return width
  }
}
