import LibPDF
import Primitives

/// From the heading to what the diploma is given for, as large as there is room.
struct DiplomaBody {
  private struct Part {
    var tag: PDFTag
    var block: TextBlock
    /// Above it, in points.
    var gap: Double
  }

  private let area: PDFRect
  private let parts: [Part]
  private let top: Double

  /// Above and below together, in units.
  private static let leastSpace = 36.0

  /// Makes everything smaller until it fits.
  ///
  /// - Returns: nil where it would become too small to read.
  static func fitting(
    _ pages: DiplomaPages, _ diploma: Diploma, between top: Double, and bottom: Double, _ area: PDFRect
  ) throws -> DiplomaBody? {
    for percent in stride(from: 100, through: 55, by: -5) {
      let parts = try parts(pages, diploma, scale: Double(percent) / 100, area)
      let height = parts.reduce(0) { $0 + $1.gap + $1.block.height }
      let room = bottom - top
      let spare = room - height
      guard spare >= leastSpace * pages.unit else { continue }
      // The eye takes what stands a little above the middle for the middle.
      return DiplomaBody(area: area, parts: parts, top: top + spare * 0.42)
    }
    return nil
  }

  private static func parts(
    _ pages: DiplomaPages, _ diploma: Diploma, scale: Double, _ area: PDFRect
  ) throws -> [Part] {
    let (design, language, unit) = (pages.design, pages.language, pages.unit)
    let wording = design.wording(of: diploma.kind, language)
    var parts: [Part] = []
    func add(_ tag: PDFTag, _ text: String?, _ style: TextStyle, gap: Double, share: Double = 0.86) throws {
      guard let text, !text.isEmpty else { return }
      var style = style
      style.size *= scale
      style.letterSpacing *= scale
      let block = try pages.block(text, style, width: area.width * share, isBalanced: true)
      parts.append(Part(tag: tag, block: block, gap: parts.isEmpty ? 0 : gap * unit * scale))
    }
    func filled(_ template: String) -> String {
      Typography.polished(DiplomaPlaceholder.fill(template, for: diploma, language), language)
    }
    var heading = pages.style(56, isBold: true, colour: design.headingColour)
    heading.letterSpacing = 0.075 * heading.size
    try add(.heading(1), filled(wording.heading), heading, gap: 0, share: 1)
    try add(.paragraph, filled(wording.subheading), pages.style(23, colour: design.headingColour), gap: 2)
    try add(
      .paragraph, filled(diploma.dative == nil ? wording.lead : wording.leadDative),
      pages.style(16, isItalic: true), gap: 30)
    parts.append(
      Part(
        tag: .heading(2), block: try name(diploma.dative ?? diploma.name, pages, scale, area), gap: 12 * unit * scale))
    try add(
      .paragraph, diploma.institution.map { Typography.polished($0, language) }, pages.style(14), gap: 8)
    let leader = language == .russian ? "Руководитель" : "Leader"
    try add(
      .paragraph, diploma.leader.map { "\(leader): \($0)" }, pages.style(13), gap: diploma.institution == nil ? 8 : 4)
    try add(.paragraph, filled(wording.purpose), pages.style(17), gap: 26)
    try add(
      .paragraph, diploma.work.map { Typography.polished($0, language) }, pages.style(15, isItalic: true), gap: 14)
    return parts
  }

  /// On one line, smaller if need be, as long as that stays the largest of the text; else on several.
  private static func name(_ name: String, _ pages: DiplomaPages, _ scale: Double, _ area: PDFRect) throws -> TextBlock
  {
    var block: TextBlock?
    for size in stride(from: 31.0, through: 22, by: -1.5) {
      block = try pages.block(
        name, pages.style(size * scale, isBold: true), width: area.width, isBalanced: size == 22)
      if block?.lines.count == 1 { break }
    }
    return try block ?? pages.block(name, pages.style(22 * scale, isBold: true), width: area.width, isBalanced: true)
  }

  func draw(in file: PDFFile) {
    var y = top
    for part in parts {
      y += part.gap
      file.tag(part.tag) { DiplomaPages.drawCentred(part.block, in: area, y: y, on: file.canvas) }
      y += part.block.height
    }
  }
}
