/// Text as it is sorted and searched: lower case, ё as е. й stays, for it is a letter of its own.
///
/// The engines ignore the case of Cyrillic letters or not, each in its way; so the key is made here. It works on bytes
/// because it is made for every row that a search goes over. Letters outside Latin and Russian stay as they are.
struct FoldedText: Hashable, Sendable {
  private(set) var bytes: [UInt8]

  init(_ text: String) {
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
      case (_, UInt8(ascii: "A")...UInt8(ascii: "Z")): bytes.append(byte + 0x20)
      default: bytes.append(byte)
      }
      lead = byte
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// True when the part occurs anywhere; an empty part always does.
  func contains(_ part: FoldedText) -> Bool {
    guard let first = part.bytes.first else { return true }
    guard part.bytes.count <= bytes.count else { return false }
    return bytes.indices.dropLast(part.bytes.count - 1).contains { start in
      bytes[start] == first && bytes[start..<(start + part.bytes.count)].elementsEqual(part.bytes)
    }
  }
}
