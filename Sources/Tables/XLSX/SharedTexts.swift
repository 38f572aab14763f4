import LibXML

/// Reads the texts that cells refer to by number. A text may come in runs, each with its looks.
final class SharedTexts: XMLEventHandler {
  private(set) var texts: [String] = []
  private var run = RichText()
  private var bytes = 0
  private let limits: TableLimits

  init(_ limits: TableLimits) { self.limits = limits }

  var isTooLarge: Bool { bytes > limits.sharedBytes }

  func start(_ tag: ForeignTag) {
    let name = tag.name
    if name == "si" { run = RichText() }
    run.start(name)
  }

  func text(_ text: String) { run.add(text) }

  func end(_ name: String) {
    run.end(name)
    guard name == "si", !isTooLarge else { return }
    texts.append(run.text)
    // An empty one takes room too.
    bytes += run.text.utf8.count + MemoryLayout<String>.stride
  }
}

/// Puts the runs of a text together, without the pronunciation that stands beside them.
struct RichText {
  private var pieces = ""
  private var isInText = false
  private var isInPronunciation = false

  /// The text, with the characters that XML cannot hold put back: `_x000D_` is a carriage return (ECMA-376, part 1,
  /// section 22.9.2.19).
  var text: String {
    guard pieces.utf8.contains(UInt8(ascii: "_")) else { return pieces }
    return pieces.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      guard let value = UInt32(match.1, radix: 16), let scalar = Unicode.Scalar(value) else { return String(match.0) }
      return String(scalar)
    }
  }

  mutating func start(_ name: String) {
    if name == "rPh" { isInPronunciation = true }
    if name == "t" { isInText = true }
  }

  mutating func add(_ text: String) {
    if isInText, !isInPronunciation { pieces += text }
  }

  mutating func end(_ name: String) {
    if name == "rPh" { isInPronunciation = false }
    if name == "t" { isInText = false }
  }
}
