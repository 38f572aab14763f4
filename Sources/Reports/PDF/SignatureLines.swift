internal import LibPDF
internal import Primitives

/// Where people sign: post, line and name of each, all on one page.
struct SignatureLines {
  private let signatures: [Document.Signature]
  private let asksForDay: Bool
  private let words: SignatureWords

  init(_ signatures: [Document.Signature], asksForDay: Bool, _ language: Language) {
    self.signatures = signatures
    self.asksForDay = asksForDay
    words = SignatureWords(language)
  }

  private static let hint = TextStyle(
    family: PrintStyle.sans, size: 8, colour: PrintStyle.soft, alignment: .centre)
  private static let lead = 20.0
  private static let gap = 12.0

  private struct Line {
    var post: TextLines
    var name: TextLines?

    /// Room for a hand above the line, and for the word below it.
    var height: Double { max(post.height, name?.height ?? 0, 16) + 11 }
  }

  /// What they take in all on an upright page.
  func height(by typesetter: Typesetter) throws -> Double { height(of: try lines(by: typesetter)) }

  private func height(of lines: [Line]) -> Double {
    lines.reduce(Self.lead) { $0 + $1.height + Self.gap } + (asksForDay ? 40 : 0)
  }

  private func lines(by typesetter: Typesetter) throws -> [Line] {
    let width = PageFlow.area(landscape: false).width
    return try signatures.map { signature in
      Line(
        post: try TextLines(StyledText(signature.post), style: PrintStyle.line, width: width * 0.44, by: typesetter),
        name: try signature.name.map {
          try TextLines(StyledText($0), style: PrintStyle.line, width: width * 0.3, by: typesetter)
        })
    }
  }

  func set(in flow: PageFlow) throws {
    let (line, name) = (flow.area.width * 0.2, flow.area.width * 0.3)
    let lines = try lines(by: flow.file.typesetter)
    try flow.need(height(of: lines))
    flow.skip(Self.lead)
    for signature in lines {
      try flow.need(signature.height + Self.gap)
      flow.advance(Self.gap)
      let base = flow.y + signature.height - 11
      flow.file.tag(.paragraph) {
        signature.post.draw(
          0..<signature.post.count, on: flow.file.canvas,
          at: PDFPoint(x: flow.area.x, y: base - signature.post.height))
        if let name = signature.name {
          name.draw(
            0..<name.count, on: flow.file.canvas,
            at: PDFPoint(x: flow.area.maxX - flow.area.width * 0.3, y: base - name.height))
        }
      }
      try rule(words.signature, x: flow.area.x + flow.area.width * 0.47, width: line, y: base, flow)
      if signature.name == nil { try rule(words.name, x: flow.area.maxX - name, width: name, y: base, flow) }
      flow.advance(signature.height)
    }
    guard asksForDay else { return }
    flow.skip(Self.lead)
    try flow.set(flow.lines(words.day, PrintStyle.line), as: .paragraph)
  }

  /// A line to write on, with the word for what is written. Whoever listens needs neither.
  private func rule(_ hint: String, x: Double, width: Double, y: Double, _ flow: PageFlow) throws {
    flow.file.canvas.stroke(
      PDFPath(from: PDFPoint(x: x, y: y), to: PDFPoint(x: x + width, y: y)), PrintStyle.ink, width: 0.5)
    let block = try flow.file.typesetter.block(StyledText(hint), style: Self.hint, width: width)
    flow.file.canvas.draw(block, at: PDFPoint(x: x, y: y + 1))
  }
}
