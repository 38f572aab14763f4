extension String {
  /// How many columns of a terminal the text takes: ideographs and emoji two, combining marks none, the rest one.
  package var displayWidth: Int {
    isPlain ? unicodeScalars.count : reduce(0) { $0 + $1.displayWidth }
  }

  /// The longest beginning that fits the columns, ending in `…` where something was left out.
  package func truncated(to width: Int) -> String {
    guard displayWidth > width else { return self }
    guard width > 0 else { return "" }
    var used = 0
    let kept = prefix { character in
      used += character.displayWidth
      return used < width
    }
    return kept.trimmingTrailingBlanks + "…"
  }

  /// The text as one line with nothing that would move a terminal's cursor or turn its writing direction.
  package var printable: String {
    if isPlain { return self }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.compactMap { scalar in
          switch scalar.properties.generalCategory {
          case .control, .lineSeparator, .paragraphSeparator: " "
          case .format where scalar.value != 0x200D: nil
          default: scalar
          }
        }))
  }

  /// Nothing but ASCII and Russian letters, each of which takes one column. Nearly every text is: what Unicode says of each
  /// letter takes many times as long to look up.
  private var isPlain: Bool {
    unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) || (0x410...0x44F).contains($0.value) }
  }
}

extension StringProtocol {
  /// The text without the spaces at its end. A no-break space is kept: it stands there on purpose.
  var trimmingTrailingBlanks: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}

extension Character {
  fileprivate var displayWidth: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    if unicodeScalars.contains(where: { $0.value == 0xFE0F }) || scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return Self.wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// The ranges that Unicode's EastAsianWidth.txt (15.1) calls wide or fullwidth, neighbouring ones joined.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18AFF,
    0x1B000...0x1B2FF, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
