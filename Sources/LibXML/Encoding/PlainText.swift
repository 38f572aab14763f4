/// Text that declares no encoding, as spreadsheets save it.
package enum PlainText {
  /// The bytes of a text as UTF-8, without a byte order mark.
  ///
  /// Read are UTF-8, UTF-16 with or without a mark, and windows-1251, which offices use where nobody chose anything.
  package static func utf8(_ bytes: [UInt8]) throws(EncodingFault) -> [UInt8] {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF?, 0xFE?): return try converted(bytes.dropFirst(2), from: "UTF-16LE")
    case (0xFE?, 0xFF?): return try converted(bytes.dropFirst(2), from: "UTF-16BE")
    // Whatever a table begins with, one of its first two characters is ASCII.
    case (_?, 0?): return try converted(bytes[...], from: "UTF-16LE")
    case (0?, _?): return try converted(bytes[...], from: "UTF-16BE")
    default: break
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if isUTF8(text) { return Array(text) }
    guard text.count == bytes.count, isWindows1251(text) else { throw .invalidBytes }
    return try converted(text, from: "WINDOWS-1251")
  }

  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// Tells Russian in windows-1251 from that in the two other encodings of one byte: in CP866 letters stand where
  /// windows-1251 has signs, and in KOI8-R words begin with a small letter and go on with capitals.
  private static func isWindows1251(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (letters, signs, capitalised, turned) = (0, 0, 0, 0)
    var previous: UInt8 = 0
    for byte in bytes {
      switch (previous, byte) {
      case (0xC0...0xDF, 0xE0...0xFF): capitalised += 1
      case (0xE0...0xFF, 0xC0...0xDF): turned += 1
      default: break
      }
      if byte >= 0xC0 { letters += 1 } else if byte >= 0x80 { signs += 1 }
      previous = byte
    }
    return signs <= letters && turned <= capitalised
  }

  private static func converted(_ bytes: ArraySlice<UInt8>, from encoding: String) throws(EncodingFault) -> [UInt8] {
    var transcoder = try Transcoder(from: encoding)
    var text: [UInt8] = []
    var rest = bytes
    while !rest.isEmpty {
      let piece = Array(rest.prefix(1 << 20))
      text += unsafe try piece.span.bytes.withUnsafeBytes { (bytes) throws(EncodingFault) in
        unsafe try transcoder.convert(bytes)
      }
      rest = rest.dropFirst(1 << 20)
    }
    try transcoder.finish()
    return text
  }
}
