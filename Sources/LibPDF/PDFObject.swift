/// An object of a file as it stands there, but for the numbers of the objects it refers to.
struct PDFObject: Hashable {
  private enum Part: Hashable {
    case bytes([UInt8])
    case reference(Int)
  }

  private var parts: [Part] = []
  /// Whether it is a drawing that pages show.
  let isForm: Bool

  /// - Parameter content: What follows the number, up to the end of the object.
  init(_ content: ArraySlice<UInt8>) {
    let stream = content.firstRange(of: "stream\n".utf8)?.lowerBound ?? content.endIndex
    let dictionary = String(decoding: content[..<stream], as: UTF8.self)
    isForm = dictionary.contains("/Subtype /Form\n")
    var rest = dictionary[...]
    for match in dictionary.matches(of: /(\d+) 0 R/) {
      guard let number = Int(match.1) else { continue }
      parts.append(.bytes(Array(rest[..<match.range.lowerBound].utf8)))
      parts.append(.reference(number))
      rest = rest[match.1.endIndex...]
    }
    parts.append(.bytes(Array(rest.utf8) + content[stream...]))
  }

  /// The numbers of the objects it refers to, in their order.
  var references: [Int] {
    parts.compactMap { if case .reference(let number) = $0 { number } else { nil } }
  }

  func renumbered(_ number: (Int) -> Int) -> PDFObject {
    var object = self
    object.parts = parts.map { if case .reference(let old) = $0 { .reference(number(old)) } else { $0 } }
    return object
  }

  /// What follows its number where it is written down.
  var bytes: [UInt8] {
    parts.reduce(into: []) { bytes, part in
      switch part {
      case .bytes(let content): bytes += content
      case .reference(let number): bytes += String(number).utf8
      }
    }
  }

  /// Whether it stands at the beginning of something, whatever the numbers in it are there.
  func stands(in bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    for part in parts {
      switch part {
      case .bytes(let content):
        guard rest.starts(with: content) else { return false }
        rest = rest.dropFirst(content.count)
      case .reference:
        rest = rest.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
    }
    return true
  }
}
