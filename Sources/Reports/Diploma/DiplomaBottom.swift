import Contests
import LibPDF
import LibQR
import Primitives

/// Who signs, the number with its day, and the code.
struct DiplomaBottom {
  private struct Signature {
    var post: TextBlock
    var name: TextBlock

    var height: Double { max(post.height, name.height) }
  }

  private let pages: DiplomaPages
  private let area: PDFRect
  private let signatures: [Signature]
  private let stamp: TextBlock?
  private let number: TextBlock
  private let code: QRCode?
  private let codeText: String

  init(_ pages: DiplomaPages, _ diploma: Diploma, _ area: PDFRect) throws {
    self.pages = pages
    self.area = area
    let language = pages.language
    signatures = try (pages.design.signatories ?? diploma.signatories).map { signatory in
      Signature(
        post: try pages.block(
          Typography.polished(signatory.post ?? "", language), pages.style(12, alignment: .left),
          width: area.width * 0.38),
        name: try pages.block(signatory.name, pages.style(12, alignment: .right), width: area.width * 0.4))
    }
    let isStamped = pages.design.hasStamp && language == .russian && !signatures.isEmpty
    stamp = isStamped ? try pages.block("М.\u{A0}П.", pages.style(10, alignment: .left), width: area.width) : nil
    number = try pages.block(
      Self.number(diploma, pages.design, language),
      pages.style(10, colour: pages.design.textColour.paler(0.25), alignment: .left),
      width: area.width - Self.codeSize * pages.unit - 16 * pages.unit)
    code = pages.design.hasCode ? QRCode(diploma.code) : nil
    codeText = diploma.code
  }

  private static let codeSize = 58.0

  private static func number(_ diploma: Diploma, _ design: DiplomaDesign, _ language: Language) -> String {
    var lines: [String] = []
    let place = design.city.map { [$0] } ?? []
    let day = diploma.minutes.map { Format.day($0.date, .document, language) }
    lines.append((place + [day ?? String(diploma.occasion.year)]).joined(separator: ", "))
    if let minutes = diploma.minutes {
      lines.append(
        language == .russian
          ? "Протокол жюри № \(minutes.number) от \(day ?? "")"
          : "Minutes of the jury No. \(minutes.number), \(day ?? "")")
    }
    lines.append(language == .russian ? "Диплом № \(diploma.number)" : "Diploma No. \(diploma.number)")
    return lines.map { Typography.polished($0, language) }.joined(separator: " \n")
  }

  private var footHeight: Double { max(number.height, code == nil ? 0 : Self.codeSize * pages.unit) }
  private var gap: Double { 16 * pages.unit }

  var top: Double {
    let signed = signatures.reduce(0) { $0 + $1.height + gap }
    return area.maxY - footHeight - signed - (stamp == nil ? 0 : gap) - 2 * gap
  }

  func draw(in file: PDFFile) {
    let canvas = file.canvas
    var y = top + 2 * gap
    for signature in signatures {
      drawSignature(signature, y: y, in: file)
      y += signature.height + gap
    }
    if let stamp {
      // Beside the last signature, where the stamp is put.
      let width = stamp.width
      file.tag(.paragraph) {
        canvas.draw(stamp, at: PDFPoint(x: area.x + area.width * 0.49 - width / 2, y: y - 4 * pages.unit))
      }
    }
    file.tag(.paragraph) {
      canvas.draw(number, at: PDFPoint(x: area.x, y: area.maxY - number.height))
    }
    if let code {
      file.tag(.figure(alternative: codeText)) { draw(code, on: canvas) }
    }
  }

  private func drawSignature(_ signature: Signature, y: Double, in file: PDFFile) {
    let canvas = file.canvas
    // All on the line that is signed on: the last of the post, the first of the name.
    let bottom = y + signature.height
    let line = bottom - 3 * pages.unit
    file.tag(.paragraph) {
      canvas.draw(signature.post, at: PDFPoint(x: area.x, y: bottom - signature.post.height))
    }
    canvas.stroke(
      PDFPath(
        from: PDFPoint(x: area.x + area.width * 0.4, y: line), to: PDFPoint(x: area.x + area.width * 0.58, y: line)),
      pages.design.textColour, width: 0.6 * pages.unit)
    file.tag(.paragraph) {
      canvas.draw(signature.name, at: PDFPoint(x: area.x + area.width * 0.6, y: bottom - signature.name.height))
    }
  }

  private func draw(_ code: QRCode, on canvas: PDFCanvas) {
    let size = Self.codeSize * pages.unit
    let rect = PDFRect(x: area.maxX - size, y: area.maxY - size, width: size, height: size)
    // The quiet zone keeps the background out.
    canvas.fill(PDFPath(rect.inset(by: -4 * size / Double(code.size))), .white)
    canvas.draw(squares: code.modules, side: code.size, in: rect)
  }
}
