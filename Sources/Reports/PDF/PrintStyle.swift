internal import LibPDF

/// How a document is set on paper: after ГОСТ Р 7.0.97, as an office prints it.
enum PrintStyle {
  static let serif = "PT Serif"
  static let sans = "PT Sans"

  static let ink = PDFColour(red: 0.1, green: 0.12, blue: 0.14)
  static let soft = PDFColour(red: 0.3, green: 0.33, blue: 0.37)
  static let rule = PDFColour(red: 0.45, green: 0.48, blue: 0.52)
  static let tint = PDFColour(red: 0.945, green: 0.95, blue: 0.96)

  static let title = TextStyle(family: serif, size: 16, isBold: true, colour: ink, alignment: .centre)
  static let subtitle = TextStyle(family: serif, size: 13, colour: ink, alignment: .centre)
  static let body = TextStyle(family: serif, size: 12, colour: ink, alignment: .justified, indent: 12.5 * millimetre)
  /// Texts that begin at the margin.
  static let line = TextStyle(family: serif, size: 12, colour: ink)
  static let note = TextStyle(family: sans, size: 9.5, colour: soft)
  /// Above a table or a picture.
  static let caption = TextStyle(family: sans, size: 10, isBold: true, colour: ink)
  static let page = TextStyle(family: serif, size: 11, colour: ink)

  static func heading(_ level: Int) -> TextStyle {
    TextStyle(family: serif, size: [14, 12.5][min(max(level - 2, 0), 1)], isBold: true, colour: ink)
  }

  static func cell(_ size: Double) -> TextStyle { TextStyle(family: sans, size: size, colour: ink) }
}
