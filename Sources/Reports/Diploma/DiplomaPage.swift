import Contests
package import LibPDF
import LibQR
package import Primitives

/// Sets diplomas, a page for each. What they share is made once, whatever files they go to.
package final class DiplomaPages {
  static let serif = "PT Serif"
  /// What the machine must have for diplomas to look as they should.
  package static let fonts = [serif]

  let design: DiplomaDesign
  let language: Language
  /// How much larger or smaller than on A4 everything is.
  let unit: Double
  private let typesetter: Typesetter
  private let frame: PDFStamp?
  private let emblem: PNGImage?
  /// Texts that many diplomas share are laid out once.
  private var blocks: [BlockKey: TextBlock] = [:]

  package init(_ design: DiplomaDesign, emblem: PNGImage?, _ language: Language) throws {
    self.design = design
    self.language = language
    self.emblem = emblem
    typesetter = Typesetter(language: language.rawValue)
    unit = min(design.size.width, design.size.height) / PDFSize.a4.width
    frame = try DiplomaFrame.stamp(design, unit: unit)
  }

  /// Adds the page of a diploma to a file.
  ///
  /// - Returns: false, and no page was added, for a diploma whose texts are too long to be read on one.
  package func add(_ diploma: Diploma, to file: PDFFile) throws -> Bool {
    let area = PDFRect(design.size).inset(by: DiplomaFrame.margin(design.frame) * unit)
    let top = try DiplomaTop(self, issuer: design.issuer ?? diploma.occasion.organiser, emblem: emblem, area)
    let bottom = try DiplomaBottom(self, diploma, area)
    guard let body = try DiplomaBody.fitting(self, diploma, between: top.bottom, and: bottom.top, area) else {
      return false
    }
    try file.newPage(design.size)
    if let frame { file.draw(frame, at: PDFPoint(x: 0, y: 0)) }
    file.tag(.section) {
      top.draw(in: file)
      body.draw(in: file)
      bottom.draw(in: file)
    }
    return true
  }

  // MARK: Text

  private struct BlockKey: Hashable {
    var text: StyledText
    var style: TextStyle
    var width: Double
    var isBalanced: Bool
  }

  /// A style of the page; sizes in units.
  func style(
    _ size: Double, isBold: Bool = false, isItalic: Bool = false, colour: PDFColour? = nil,
    alignment: TextStyle.Alignment = .centre
  ) -> TextStyle {
    TextStyle(
      family: Self.serif, size: size * unit, isBold: isBold, isItalic: isItalic, colour: colour ?? design.textColour,
      alignment: alignment)
  }

  /// - Parameter isBalanced: Lines of about equal length, so that no word is left alone on the last.
  func block(_ text: String, _ style: TextStyle, width: Double, isBalanced: Bool = false) throws -> TextBlock {
    let key = BlockKey(text: StyledText(text), style: style, width: width, isBalanced: isBalanced)
    if let known = blocks[key] { return known }
    var block = try typesetter.block(key.text, style: style, width: width)
    if isBalanced, block.lines.count > 1 {
      let lines = block.lines.count
      var (narrow, wide) = (width / 3, width)
      for _ in 0..<7 {
        let middle = (narrow + wide) / 2
        let tried = try typesetter.block(key.text, style: style, width: middle)
        if tried.lines.count > lines || tried.width > middle { narrow = middle } else { wide = middle }
      }
      block = try typesetter.block(key.text, style: style, width: wide)
    }
    blocks[key] = block
    return block
  }

  /// Draws a block in the middle of the page.
  static func drawCentred(_ block: TextBlock, in area: PDFRect, y: Double, on canvas: PDFCanvas) {
    let width = block.lines.map(\.width).max() ?? 0
    let left = block.lines.map(\.left).min() ?? 0
    canvas.draw(block, at: PDFPoint(x: area.midX - width / 2 - left, y: y))
  }
}
