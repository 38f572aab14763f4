import Foundation
import SeededGenerator

/// Ways to damage a document. Each takes what it needs of chance from the generator, so that a seed gives it again.
struct Mutation: Sendable {
  let name: String
  let apply: @Sendable (inout [UInt8], inout SplitMix64, _ other: [UInt8]) -> Void

  static let all: [Mutation] = bytes + markup + encodings

  // MARK: On bytes

  private static let bytes: [Mutation] = [
    Mutation(name: "flip a bit") { bytes, random, _ in
      guard let place = bytes.indices.randomElement(using: &random) else { return }
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    },
    Mutation(name: "replace a byte") { bytes, random, _ in
      guard let place = bytes.indices.randomElement(using: &random) else { return }
      let odd: [UInt8] = [0, 1, 9, 10, 13, 0x20, 0x22, 0x26, 0x3C, 0x3E, 0x7F, 0x80, 0xC0, 0xED, 0xEF, 0xFE, 0xFF]
      bytes[place] = odd.randomElement(using: &random) ?? 0
    },
    Mutation(name: "insert bytes") { bytes, random, _ in
      let place = Int.random(in: 0...bytes.count, using: &random)
      bytes.insert(
        contentsOf: (0..<Int.random(in: 1...8, using: &random)).map { _ in .random(in: 0...255, using: &random) },
        at: place)
    },
    Mutation(name: "remove bytes") { bytes, random, _ in
      bytes.removeSubrange(range(of: bytes, most: 64, &random))
    },
    Mutation(name: "cut short") { bytes, random, _ in
      bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
    },
    Mutation(name: "repeat a part") { bytes, random, _ in
      let part = range(of: bytes, most: 512, &random)
      bytes.insert(contentsOf: Array(bytes[part]), at: part.upperBound)
    },
    Mutation(name: "move a part") { bytes, random, _ in
      let part = range(of: bytes, most: 512, &random)
      let moved = Array(bytes[part])
      bytes.removeSubrange(part)
      bytes.insert(contentsOf: moved, at: Int.random(in: 0...bytes.count, using: &random))
    },
    Mutation(name: "splice in a part of another") { bytes, random, other in
      let part = range(of: other, most: 1024, &random)
      bytes.replaceSubrange(range(of: bytes, most: 256, &random), with: other[part])
    },
  ]

  private static func range(of bytes: [UInt8], most: Int, _ random: inout SplitMix64) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &random)
    return start..<min(bytes.count, start + Int.random(in: 0...most, using: &random))
  }

  // MARK: On tags

  private static let values = [
    "", " ", "0", "-1", "1", "9223372036854775808", "1e9", "NaN", "٣", "true", "2020-02-30", "0000-00-00",
    "9999-12-31", "2020-03-10T25:00:00Z", "2020-03-10T10:00:00", "RUB", "1,300", "00.10", "999999999999999.99", "ё",
    "\u{301}", "\u{202E}", "&amp;", "&#x10FFFF;", "&#0;", "&lt;", "]]>", "😀", "../../etc/passwd", "' OR 1=1 --",
  ]

  private static func onTokens(
    _ name: String, _ change: @escaping @Sendable (inout Markup, inout SplitMix64, _ other: [UInt8]) -> Void
  ) -> Mutation {
    Mutation(name: name) { bytes, random, other in
      guard let text = String(validating: bytes, as: UTF8.self) else { return }
      var markup = Markup(text)
      guard !markup.tokens.isEmpty else { return }
      change(&markup, &random, other)
      // Half of the time: else most of the mutants would be refused for nothing but their count.
      if Bool.random(using: &random) { markup = markup.withCountRepaired() }
      bytes = Array(markup.text.utf8)
    }
  }

  private static func element(_ markup: Markup, _ random: inout SplitMix64) -> Range<Int>? {
    markup.tokens.indices.randomElement(using: &random).flatMap { markup.element(at: $0) }
  }

  private static let markup: [Mutation] = [
    onTokens("remove an element") { markup, random, _ in
      if let element = element(markup, &random) { markup.tokens.removeSubrange(element) }
    },
    onTokens("repeat an element") { markup, random, _ in
      guard let element = element(markup, &random) else { return }
      markup.tokens.insert(contentsOf: Array(markup.tokens[element]), at: element.upperBound)
    },
    onTokens("swap two elements") { markup, random, _ in
      guard let first = element(markup, &random), let second = element(markup, &random),
        first.upperBound <= second.lowerBound
      else { return }
      let (before, after) = (Array(markup.tokens[first]), Array(markup.tokens[second]))
      markup.tokens.replaceSubrange(second, with: before)
      markup.tokens.replaceSubrange(first, with: after)
    },
    onTokens("take in an element of another") { markup, random, other in
      guard let text = String(validating: other, as: UTF8.self), let place = element(markup, &random) else { return }
      let donor = Markup(text)
      guard !donor.tokens.isEmpty, let element = element(donor, &random) else { return }
      markup.tokens.insert(contentsOf: Array(donor.tokens[element]), at: place.upperBound)
    },
    onTokens("swap two texts") { markup, random, _ in
      let texts = markup.tokens.indices.filter { !markup.tokens[$0].hasPrefix("<") }
      guard let first = texts.randomElement(using: &random), let second = texts.randomElement(using: &random) else {
        return
      }
      markup.tokens.swapAt(first, second)
    },
    onTokens("change a text") { markup, random, _ in
      let texts = markup.tokens.indices.filter { !markup.tokens[$0].hasPrefix("<") }
      guard let place = texts.randomElement(using: &random) else { return }
      markup.tokens[place] = values.randomElement(using: &random) ?? ""
    },
    onTokens("make a text long") { markup, random, _ in
      let texts = markup.tokens.indices.filter { !markup.tokens[$0].hasPrefix("<") }
      guard let place = texts.randomElement(using: &random) else { return }
      markup.tokens[place] = String(repeating: "ш", count: Int.random(in: 100...5000, using: &random))
    },
    onTokens("rename a tag") { markup, random, _ in
      guard let place = markup.tokens.indices.randomElement(using: &random),
        let other = markup.tokens.compactMap({ Markup.name(of: $0) }).randomElement(using: &random),
        let name = Markup.name(of: markup.tokens[place])
      else { return }
      markup.tokens[place] = markup.tokens[place].replacingOccurrences(of: name, with: other)
    },
    onTokens("change an attribute") { markup, random, _ in
      changeAttribute(&markup, &random) { name, chance in " \(name)=\"\(values[Int(chance % UInt64(values.count))])\"" }
    },
    onTokens("remove an attribute") { markup, random, _ in changeAttribute(&markup, &random) { _, _ in "" } },
    onTokens("double an attribute") { markup, random, _ in
      changeAttribute(&markup, &random) { name, _ in " \(name)=\"1\" \(name)=\"2\"" }
    },
    onTokens("rename an attribute") { markup, random, _ in
      let names = ["id", "xsi:type", "xsi:nil", "xml:lang", "xmlns:q", "xmlns", "count", "formatVersion", "q:id"]
      changeAttribute(&markup, &random) { _, chance in " \(names[Int(chance % UInt64(names.count))])=\"a\"" }
    },
    onTokens("change the namespace") { markup, random, _ in
      let other = ["urn:laureat:exchange:2", "", "urn:x"].randomElement(using: &random) ?? ""
      markup.tokens = markup.tokens.map { $0.replacingOccurrences(of: "urn:laureat:exchange:1", with: other) }
    },
    onTokens("use a prefix") { markup, _, _ in
      markup.tokens = markup.tokens.map { token in
        guard let name = Markup.name(of: token) else { return token }
        let mark = token.hasPrefix("</") ? "</" : "<"
        return (mark + "q:" + token.dropFirst(mark.count)).replacingOccurrences(
          of: "q:\(name) xmlns=", with: "q:\(name) xmlns:q=")
      }
    },
    onTokens("insert markup") { markup, random, _ in
      let pieces = [
        "<!-- c -->", "<?p d?>", "<![CDATA[x]]>", "<![CDATA[]]>", "<!DOCTYPE a>", "&x;", "&#13;", "&amp;", "<a/>",
        "<extensions><x xmlns=\"urn:x\" a=\"&#10;\">t<y/></x></extensions>", "text", "\u{FEFF}",
        "<?xml version=\"1.0\"?>",
      ]
      markup.tokens.insert(
        pieces.randomElement(using: &random) ?? "", at: Int.random(in: 0...markup.tokens.count, using: &random))
    },
    onTokens("nest deeply") { markup, random, _ in
      let depth = Int.random(in: 2...300, using: &random)
      let place = Int.random(in: 0...markup.tokens.count, using: &random)
      markup.tokens.insert(
        String(repeating: "<extensions>", count: depth) + String(repeating: "</extensions>", count: depth), at: place)
    },
  ]

  private static func changeAttribute(
    _ markup: inout Markup, _ random: inout SplitMix64, _ change: (_ name: String, _ chance: UInt64) -> String
  ) {
    let tags = markup.tokens.indices.filter { markup.tokens[$0].hasPrefix("<") && markup.tokens[$0].contains("=\"") }
    guard let place = tags.randomElement(using: &random) else { return }
    let attributes = markup.tokens[place].matches(of: /\s([\w:]+)="[^"]*"/)
    guard let attribute = attributes.randomElement(using: &random) else { return }
    markup.tokens[place].replaceSubrange(attribute.range, with: change(String(attribute.1), random.next()))
  }

  // MARK: On encodings

  private static let encodings: [Mutation] = [
    Mutation(name: "put a mark in front") { bytes, random, _ in
      let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF]]
      bytes = (marks.randomElement(using: &random) ?? []) + bytes
    },
    Mutation(name: "declare another encoding") { bytes, random, _ in
      let names = ["windows-1251", "UTF-16", "UTF-8", "utf8", "KOI8-R", "ISO-8859-5", "US-ASCII", "UTF-7", "x", ""]
      declare(names.randomElement(using: &random) ?? "", in: &bytes)
    },
    Mutation(name: "write in another encoding") { bytes, random, _ in
      let encodings: [(String.Encoding, String)] = [
        (.windowsCP1251, "windows-1251"), (.utf16LittleEndian, "UTF-16"), (.utf16BigEndian, "UTF-16"),
        (.utf16LittleEndian, "UTF-16LE"), (.utf8, "UTF-8"), (.utf32LittleEndian, "UTF-32"),
      ]
      let (encoding, name) = encodings.randomElement(using: &random) ?? (.utf8, "UTF-8")
      if Bool.random(using: &random) { declare(name, in: &bytes) }
      guard let text = String(validating: bytes, as: UTF8.self),
        let data = text.data(using: encoding, allowLossyConversion: true)
      else { return }
      let mark: [UInt8] =
        switch encoding {
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        default: []
        }
      bytes = (Bool.random(using: &random) ? mark : []) + Array(data)
    },
  ]

  private static func declare(_ name: String, in bytes: inout [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let rest = text.replacing(/^\u{FEFF}?<\?xml[^>]*\?>/, with: "")
    bytes = Array("<?xml version=\"1.0\" encoding=\"\(name)\"?>\(rest)".utf8)
  }
}
