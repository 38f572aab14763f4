import LibPDF
import Primitives

/// The emblem and who gives the diploma.
struct DiplomaTop {
  private let pages: DiplomaPages
  private let area: PDFRect
  private let emblem: PNGImage?
  private let issuer: TextBlock
  private let emblemHeight: Double

  init(_ pages: DiplomaPages, issuer: String, emblem: PNGImage?, _ area: PDFRect) throws {
    self.pages = pages
    self.area = area
    self.emblem = emblem
    self.issuer = try pages.block(
      Typography.polished(issuer, pages.language), pages.style(13), width: area.width * 0.8, isBalanced: true)
    emblemHeight = emblem == nil ? 0 : (pages.design.orientation == .portrait ? 72 : 54) * pages.unit
  }

  private var issuerTop: Double { area.y + (emblem == nil ? 0 : emblemHeight + 10 * pages.unit) }
  var bottom: Double { issuerTop + issuer.height }

  func draw(in file: PDFFile) {
    if let emblem {
      let words = pages.language == .russian ? "Эмблема" : "Emblem"
      file.tag(.figure(alternative: words)) {
        file.canvas.draw(
          emblem, in: PDFRect(x: area.x, y: area.y, width: area.width, height: emblemHeight))
      }
    }
    file.tag(.paragraph) { DiplomaPages.drawCentred(issuer, in: area, y: issuerTop, on: file.canvas) }
  }
}
