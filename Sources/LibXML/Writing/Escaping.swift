/// The one way in which text becomes XML here, of the writer and of the reader's `extensions`.
enum Escaping {
  enum Place {
    case text, attributeValue
  }

  /// Appends UTF-8 text with its markup characters, and the whitespace a parser would change, as references.
  ///
  /// Returns the place of the first character that XML 1.0 cannot hold, `nil` when there is none; what comes before it
  /// has been appended then.
  static func append(_ text: UnsafeBufferPointer<UInt8>, in place: Place, to output: inout [UInt8]) -> Int? {
    var plain = 0
    var index = 0
    while index < text.count {
      let byte = unsafe text[index]
      if isPlain(byte) {
        index += 1
        continue
      }
      if unsafe isForbidden(text, index) { return index }
      if let reference = reference(byte, in: place) {
        unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain..<index]))
        reference.withUTF8Buffer { unsafe output.append(contentsOf: $0) }
        plain = index + 1
      }
      index += 1
    }
    unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: text[plain...]))
    return nil
  }

  /// Nearly every byte; the others are looked at twice.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0x22 && byte != 0xEF
  }

  /// C0 controls other than tab and the line breaks, U+FFFE and U+FFFF. A Swift string holds no surrogates.
  private static func isForbidden(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch unsafe text[index] {
    case 0x09, 0x0A, 0x0D: false
    case 0x00..<0x20: true
    case 0xEF: unsafe index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
    default: false
    }
  }

  private static func reference(_ byte: UInt8, in place: Place) -> StaticString? {
    switch (byte, place) {
    case (UInt8(ascii: "&"), _): "&amp;"
    case (UInt8(ascii: "<"), _): "&lt;"
    case (UInt8(ascii: ">"), _): "&gt;"
    case (UInt8(ascii: "\r"), _): "&#13;"
    case (UInt8(ascii: "\""), .attributeValue): "&quot;"
    case (UInt8(ascii: "\t"), .attributeValue): "&#9;"
    case (UInt8(ascii: "\n"), .attributeValue): "&#10;"
    default: nil
    }
  }

  /// Turns the `&#38;` of an attribute value as libxml2 delivers it into the ampersand it stands for.
  static func unescapedAmpersands(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var rest = unsafe value[...]
    while let ampersand = unsafe rest.firstIndex(of: UInt8(ascii: "&")) {
      unsafe output.append(contentsOf: rest[...ampersand])
      unsafe rest = unsafe rest[(ampersand + 1)...]
      if unsafe rest.starts(with: "#38;".utf8) { unsafe rest = unsafe rest.dropFirst(4) }
    }
    unsafe output.append(contentsOf: rest)
    return output
  }
}
