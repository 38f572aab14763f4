internal import LibPDF

/// Text of any length, set in lines that pages may part.
struct TextLines {
  private var lines: [(block: TextBlock, index: Int)] = []
  private(set) var height = 0.0

  /// Bytes that are set at once: the time for a piece grows with the square of its length.
  private static let piece = 4_000

  init(_ text: StyledText, style: TextStyle, width: Double, by typesetter: Typesetter) throws {
    for piece in text.pieces(ofAbout: Self.piece) {
      let block = try typesetter.block(piece, style: style, width: width)
      lines += block.lines.indices.map { (block, $0) }
    }
    height = self.height(of: lines.indices)
  }

  var count: Int { lines.count }

  func height(of range: Range<Int>) -> Double {
    range.reduce(0) { $0 + lines[$1].block.lines[lines[$1].index].height }
  }

  /// How many lines from one on fit into a height.
  func fitting(from start: Int, into height: Double) -> Int {
    var (room, count) = (height + 0.01, 0)
    while start + count < lines.count {
      room -= self.height(of: start + count..<start + count + 1)
      guard room >= 0 else { break }
      count += 1
    }
    return count
  }

  /// Draws some of the lines, the first of them at the top.
  func draw(_ range: Range<Int>, on canvas: PDFCanvas, at origin: PDFPoint) {
    var origin = origin
    var start = range.lowerBound
    while start < range.upperBound {
      let block = lines[start].block
      var end = start
      while end < range.upperBound, lines[end].block === block { end += 1 }
      canvas.draw(block, at: origin, lines: lines[start].index..<lines[end - 1].index + 1)
      origin.y += height(of: start..<end)
      start = end
    }
  }
}

extension StyledText {
  /// The text in pieces of no more bytes, parted at a space where there is one.
  fileprivate func pieces(ofAbout most: Int) -> [StyledText] {
    if plain.utf8.count <= most { return [self] }
    return runs.flatMap { run in
      run.text.pieces(of: most).map { text in
        var piece = run
        piece.text = text
        return StyledText([piece])
      }
    }
  }
}

extension String {
  /// By scalars: a letter with a thousand accents is parted too.
  fileprivate func pieces(of most: Int) -> [String] {
    var pieces: [String] = []
    var rest = unicodeScalars[...]
    while utf8.distance(from: rest.startIndex, to: rest.endIndex) > most {
      var bytes = 0
      let end = rest.firstIndex { scalar in
        bytes += UTF8.width(scalar)
        return bytes > most
      }
      guard let end else { break }
      let space = rest[..<end].lastIndex { $0 == " " || $0 == "\n" }
      pieces.append(String(rest[..<(space ?? end)]))
      rest = rest[(space.map { rest.index(after: $0) } ?? end)...]
    }
    return pieces + [String(rest)]
  }
}
