private import CQREncode

/// A QR code (ISO/IEC 18004) as dark and light squares, without the quiet zone of four squares that must surround it.
package struct QRCode: Hashable, Sendable {
  /// Squares along each side.
  package let size: Int
  /// Row by row from the top left; true is dark.
  package let modules: [Bool]

  /// The smallest code that holds the text; up to 15 percent of it may be damaged (level M).
  ///
  /// - Returns: nil for a text that does not fit into the largest code (2331 bytes), or that holds a zero byte.
  package init?(_ text: String) {
    guard !text.utf8.contains(0) else { return nil }
    guard let code = unsafe QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { unsafe QRcode_free(code) }
    let size = unsafe Int(code.pointee.width)
    guard let data = unsafe code.pointee.data else { return nil }
    self.size = size
    // The lowest bit of each byte is the colour; the others say what the square is for.
    modules = (0..<size * size).map { unsafe data[$0] & 1 == 1 }
  }

  package func isDark(row: Int, column: Int) -> Bool { modules[row * size + column] }
}
