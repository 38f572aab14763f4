/// A measure of a page or drawing, in points (1/72 inch).
package struct PDFSize: Hashable, Sendable {
  package var width: Double
  package var height: Double

  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// ISO 216 paper, upright.
  package static let a4 = PDFSize(width: 210 * millimetre, height: 297 * millimetre)
  package static let a5 = PDFSize(width: 148 * millimetre, height: 210 * millimetre)

  package var landscape: PDFSize { PDFSize(width: max(width, height), height: min(width, height)) }
}

/// Points in a millimetre.
package let millimetre = 72 / 25.4

/// A place, in points from the top left.
package struct PDFPoint: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle, in points from the top left.
package struct PDFRect: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// A whole page.
  package init(_ size: PDFSize) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  package var maxX: Double { x + width }
  package var maxY: Double { y + height }
  package var midX: Double { x + width / 2 }
  package var midY: Double { y + height / 2 }

  /// The rectangle without a margin on every side.
  package func inset(by margin: Double) -> PDFRect { inset(x: margin, y: margin) }

  package func inset(x margin: Double, y verticalMargin: Double) -> PDFRect {
    PDFRect(
      x: x + margin, y: y + verticalMargin, width: width - 2 * margin, height: height - 2 * verticalMargin)
  }
}

/// A colour as a screen shows it; each part from 0 to 1.
package struct PDFColour: Hashable, Sendable {
  package var red: Double
  package var green: Double
  package var blue: Double

  package init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Six hexadecimal digits after a `#`, as in HTML; nil for anything else.
  package init?(hex: String) {
    guard hex.utf8.count == 7, hex.first == "#", hex.dropFirst().allSatisfy(\.isHexDigit),
      let value = UInt32(hex.dropFirst(), radix: 16)
    else { return nil }
    func part(_ shift: UInt32) -> Double { Double(value >> shift & 0xFF) / 255 }
    self.init(red: part(16), green: part(8), blue: part(0))
  }

  package static let black = PDFColour(red: 0, green: 0, blue: 0)
  package static let white = PDFColour(red: 1, green: 1, blue: 1)
}
