/// The place of a text in a list that people look things up in, by the Russian alphabet.
///
/// Words go before what stands between them, so quotation marks move nothing; numbers go by their value («дом 2» before
/// «дом 10»), then Russian letters, then Latin ones. ё goes with е, and only between equals after it; й is a letter of
/// its own. Case decides last. Two texts are equal only if they are written alike, so the order is the same however the
/// list came.
package struct RussianOrder: Hashable, Comparable, Sendable {
  private let key: [UInt8]
  private let text: String

  package init(_ text: String) {
    self.text = text
    var key: [UInt8] = []
    key.reserveCapacity(text.utf8.count + 4)
    for word in FoldedText(text).words {
      if !key.isEmpty { key.append(Self.gap) }
      Self.append(word, to: &key)
    }
    self.key = key
  }

  // What a key is made of, in its order.
  private static let gap: UInt8 = 0x01
  private static let number: UInt8 = 0x02
  /// Cyrillic letters are their own bytes, from D0 to D4.
  private static let cyrillic: ClosedRange<UInt8> = 0xD0...0xD4
  private static let latin: UInt8 = 0xE0
  private static let other: UInt8 = 0xE1

  private static func append(_ word: ArraySlice<UInt8>, to key: inout [UInt8]) {
    var rest = word
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let value = digits.drop { $0 == UInt8(ascii: "0") }
        // A longer number is a larger one.
        key += [number, UInt8(min(value.count, 255))] + value
        rest = rest.dropFirst(digits.count)
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        key += [latin, byte]
        rest.removeFirst()
      default:
        let character = [byte] + rest.dropFirst().prefix { $0 & 0xC0 == 0x80 }
        if !cyrillic.contains(byte) { key.append(other) }
        key += character
        rest = rest.dropFirst(character.count)
      }
    }
  }

  package static func == (left: RussianOrder, right: RussianOrder) -> Bool {
    left.text.unicodeScalars.elementsEqual(right.text.unicodeScalars)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(key) }

  package static func < (left: RussianOrder, right: RussianOrder) -> Bool {
    if left.key != right.key { return left.key.lexicographicallyPrecedes(right.key) }
    let (plain, other) = (left.text.lowercased().unicodeScalars, right.text.lowercased().unicodeScalars)
    if !plain.elementsEqual(other) { return plain.lexicographicallyPrecedes(other) }
    // Small letters before capitals, whose numbers are lower.
    return right.text.unicodeScalars.lexicographicallyPrecedes(left.text.unicodeScalars)
  }
}
