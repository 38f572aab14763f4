import Foundation
import LibPDF
import Testing

struct TextBlockTests {
  private let typesetter = Typesetter(language: "ru")
  private let style = TextStyle(family: "PT Serif", size: 12)
  private let long = StyledText((1...40).map { "слово\($0)" }.joined(separator: " "))

  @Test func `lines stand one below another and fill the height`() throws {
    let block = try typesetter.block(long, style: style, width: 200)
    #expect(block.lines.count > 5)
    #expect(block.width <= 200)
    #expect(block.lines.first?.top == 0)
    for (upper, lower) in zip(block.lines, block.lines.dropFirst()) {
      #expect(abs(upper.top + upper.height - lower.top) < 0.01)
    }
    let last = try #require(block.lines.last)
    #expect(abs(last.top + last.height - block.height) < 0.01)
  }

  @Test func `what is drawn is as high as what was measured`() throws {
    let block = try typesetter.block(long, style: style, width: 200)
    let bytes = try PDFFile.bytes(PDFProperties(title: "", language: "ru", createdAt: "2020-01-01")) { file in
      try file.newPage(.a4)
      file.canvas.draw(block, at: PDFPoint(x: 100, y: 50))
    }
    // The boxes of the words, as poppler finds them.
    let boxes = try Poppler.boxes(bytes)
    #expect(boxes.count == 40)
    let (top, bottom) = (try #require(boxes.map(\.yMin).min()), try #require(boxes.map(\.yMax).max()))
    #expect(abs(top - 50) < 3 && abs(bottom - 50 - block.height) < 3)
    let (left, right) = (try #require(boxes.map(\.xMin).min()), try #require(boxes.map(\.xMax).max()))
    #expect(abs(left - 100) < 1 && abs(right - 100 - block.width) < 1)
  }

  @Test func `some lines can be drawn without the others`() throws {
    let block = try typesetter.block(long, style: style, width: 200)
    let bytes = try PDFFile.bytes(PDFProperties(title: "", language: "ru", createdAt: "2020-01-01")) { file in
      for range in [0..<3, 3..<block.lines.count] {
        try file.newPage(.a4)
        file.canvas.draw(block, at: PDFPoint(x: 100, y: 50), lines: range)
      }
    }
    let pages = try Poppler.text(bytes).split(separator: "\u{C}").map { $0.split(whereSeparator: \.isNewline) }
    #expect(pages.map(\.count) == [3, block.lines.count - 3])
    #expect(pages.joined().joined(separator: " ") == long.plain)
  }

  @Test func `a text that may not wrap stays on its line`() throws {
    var style = style
    style.wrap = .never
    let block = try typesetter.block(long, style: style, width: 200)
    #expect(block.lines.count == 1 && block.width > 200)
  }

  @Test func `a word wider than a line is broken without a hyphen`() throws {
    let digest = String(repeating: "0123456789abcdef", count: 8)
    let block = try typesetter.block(StyledText(digest), style: style, width: 200)
    let bytes = try PDFFile.bytes(PDFProperties(title: "", language: "ru", createdAt: "2020-01-01")) { file in
      try file.newPage(.a4)
      file.canvas.draw(block, at: PDFPoint(x: 100, y: 50))
    }
    #expect(try Poppler.text(bytes).filter { !$0.isWhitespace } == digest)
  }

  @Test(arguments: [
    (StyledText.Run("слово", isBold: true), "weight"), (StyledText.Run("слово", isItalic: true), "slant"),
    (StyledText.Run("слово", size: 20), "size"),
  ])
  func `a part of a text may stand out`(run: StyledText.Run, what: String) throws {
    let plain = try typesetter.block("слово", style: style)
    let other = try typesetter.block(StyledText([run]), style: style)
    #expect(plain.width != other.width)
  }

  @Test func `a text of more than some pages is refused`() throws {
    let most = String(repeating: "а", count: TextBlock.mostBytes / 2)
    #expect(throws: Never.self) { try typesetter.block(StyledText(most), style: style, width: 500) }
    let error = #expect(throws: PDFProblem.self) { try typesetter.block(StyledText(most + "а"), style: style) }
    #expect(error?.kind == .textTooLong)
  }

  @Test func `control characters neither end nor break a text`() throws {
    let plain = try typesetter.block("до после", style: style)
    let block = try typesetter.block("до\u{0}\u{1B}\u{7F} после", style: style)
    #expect(block.width == plain.width)
    #expect(block.unknownLetters == 0)
  }

  @Test func `letters without a shape are counted`() throws {
    #expect(try typesetter.block("\u{378}", style: style).unknownLetters == 1)
  }

  @Test func `fonts this machine does not have are named`() {
    #expect(Typesetter.missing(families: ["PT Serif", "Нет такого", "pt sans"]) == ["Нет такого"])
  }
}
