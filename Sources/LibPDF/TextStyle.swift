/// How a text is set.
package struct TextStyle: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable {
    case left, centre, right
    /// Flush on both sides; the last line of a paragraph to the left.
    case justified
  }

  package enum Wrap: Hashable, Sendable {
    /// Between words, and inside one only where it is wider than a line.
    case words
    /// Nowhere but at line breaks of the text.
    case never
  }

  package var family: String
  /// In points.
  package var size: Double
  package var isBold: Bool
  package var isItalic: Bool
  package var colour: PDFColour
  package var alignment: Alignment
  /// Added between letters, in points. From a tenth of the size on readers take the gaps for spaces.
  package var letterSpacing: Double
  /// From one baseline to the next, as a multiple of what the font asks for.
  package var lineSpacing: Double
  package var wrap: Wrap
  /// Of the first line of each paragraph, in points.
  package var indent: Double

  package init(
    family: String, size: Double, isBold: Bool = false, isItalic: Bool = false, colour: PDFColour = .black,
    alignment: Alignment = .left, letterSpacing: Double = 0, lineSpacing: Double = 1, wrap: Wrap = .words,
    indent: Double = 0
  ) {
    self.family = family
    self.size = size
    self.isBold = isBold
    self.isItalic = isItalic
    self.colour = colour
    self.alignment = alignment
    self.letterSpacing = letterSpacing
    self.lineSpacing = lineSpacing
    self.wrap = wrap
    self.indent = indent
  }
}

/// A text of which parts stand out.
package struct StyledText: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// What is unlike the style of the whole; nil is like it.
  package struct Run: Hashable, Sendable {
    package var text: String
    package var isBold: Bool?
    package var isItalic: Bool?
    package var colour: PDFColour?
    /// In points.
    package var size: Double?

    package init(
      _ text: String, isBold: Bool? = nil, isItalic: Bool? = nil, colour: PDFColour? = nil, size: Double? = nil
    ) {
      self.text = text
      self.isBold = isBold
      self.isItalic = isItalic
      self.colour = colour
      self.size = size
    }
  }

  package var runs: [Run]

  package init(_ runs: [Run]) { self.runs = runs }
  package init(_ text: String) { runs = [Run(text)] }
  package init(stringLiteral text: String) { self.init(text) }

  package static func + (left: StyledText, right: StyledText) -> StyledText { StyledText(left.runs + right.runs) }

  package var plain: String { runs.map(\.text).joined() }
}
