/// Text as it is sorted and searched: lower case, ё as е. й stays, for it is a letter of its own, also where a Mac wrote
/// it as two characters.
///
/// The engines ignore the case of Cyrillic letters or not, each in its way; so the key is made here. It works on bytes
/// because it is made for every row that a search goes over. Letters outside Latin and Russian stay as they are.
package struct FoldedText: Hashable, Sendable {
  package private(set) var bytes: [UInt8]

  package init(_ text: String) {
    bytes = []
    bytes.reserveCapacity(text.utf8.count)
    var lead: UInt8 = 0
    for byte in text.utf8 {
      switch (lead, byte) {
      case (0xD0, 0x90...0x9F): bytes.append(byte + 0x20)  // А–П
      case (0xD0, 0xA0...0xAF):  // Р–Я, whose small letters have another lead byte
        bytes[bytes.count - 1] = 0xD1
        bytes.append(byte - 0x20)
      case (0xD0, 0x81): bytes.append(0xB5)  // Ё
      case (0xD1, 0x91):  // ё
        bytes[bytes.count - 1] = 0xD0
        bytes.append(0xB5)
      case (0xCC, 0x86) where endsWith(0xD0, 0xB8):  // и with its breve apart
        bytes[bytes.count - 2] = 0xB9
        bytes.removeLast()
      case (0xCC, 0x88) where endsWith(0xD0, 0xB5):  // е with the dots of ё apart
        bytes.removeLast()
      case (_, UInt8(ascii: "A")...UInt8(ascii: "Z")): bytes.append(byte + 0x20)
      default: bytes.append(byte)
      }
      lead = byte
    }
  }

  /// Whether a letter stands before the lead byte that was appended last.
  private func endsWith(_ lead: UInt8, _ byte: UInt8) -> Bool {
    bytes.count >= 3 && bytes[bytes.count - 3] == lead && bytes[bytes.count - 2] == byte
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// True when the part occurs anywhere; an empty part always does.
  package func contains(_ part: FoldedText) -> Bool {
    guard let first = part.bytes.first else { return true }
    guard part.bytes.count <= bytes.count else { return false }
    return bytes.indices.dropLast(part.bytes.count - 1).contains { start in
      bytes[start] == first && bytes[start..<(start + part.bytes.count)].elementsEqual(part.bytes)
    }
  }

  /// The words: letters and digits without what stands between them.
  package var words: [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start: Int?
    var index = 0
    while index < bytes.count {
      let length = Self.length(of: bytes[index])
      if Self.isSeparator(bytes[index]) {
        if let begun = start.take() { words.append(bytes[begun..<index]) }
      } else if start == nil {
        start = index
      }
      index += length
    }
    if let start { words.append(bytes[start...]) }
    return words
  }

  /// By its first byte: ASCII without letters and digits, and the blocks of signs (C2: « » and no-break spaces, E2: dashes,
  /// quotation marks, №).
  private static func isSeparator(_ lead: UInt8) -> Bool {
    switch lead {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): false
    case ..<0x80, 0xC2, 0xE2: true
    default: false
    }
  }

  /// How many bytes a character takes that begins with this one.
  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }
}
