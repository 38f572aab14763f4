import LibXML

/// Separated values as UTF-8, with the separator they use.
struct CSVText {
  let bytes: [UInt8]
  /// Where the first row begins.
  let start: Int
  let separator: UInt8
  let limits: TableLimits

  private static let separators = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
  /// Rows that are looked at to find the separator.
  private static let sample = 20

  init(bytes: [UInt8], limits: TableLimits) throws(TableProblem) {
    let text: [UInt8]
    do throws(EncodingFault) {
      text = try PlainText.utf8(bytes)
    } catch {
      throw TableProblem(.encoding(error))
    }
    self.limits = limits
    self.bytes = text
    // With a first line `sep=;` Excel is told the separator.
    let line = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    if line.count == 5, line.starts(with: "sep=".utf8), let told = line.last {
      separator = told
      start = min(line.count + (text.dropFirst(5).starts(with: "\r\n".utf8) ? 2 : 1), text.count)
    } else {
      start = 0
      let votes = Self.separators.map { Self.vote(for: $0, in: text, limits) }
      let best = votes.indices.max { votes[$0] == votes[$1] ? $0 > $1 : votes[$0] < votes[$1] }
      separator = Self.separators[best ?? 0]
    }
  }

  private init(_ bytes: [UInt8], separator: UInt8, _ limits: TableLimits) {
    self.bytes = bytes
    self.separator = separator
    self.limits = limits
    start = 0
  }

  /// How well a separator fits: how many of the first rows have as many cells as the header, and how many these are.
  private static func vote(for separator: UInt8, in text: [UInt8], _ limits: TableLimits) -> (Int, Int) {
    var rows = CSVRows(CSVText(text, separator: separator, limits))
    var width = 0
    var fitting = 0
    for _ in 0..<sample {
      guard let row = try? rows.nextFields() else { break }
      if width == 0 { width = row.count }
      if width > 1, row.count == width { fitting += 1 }
    }
    return (fitting, width)
  }
}
