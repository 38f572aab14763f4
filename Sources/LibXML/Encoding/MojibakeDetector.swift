/// Tells UTF-8 that declares itself windows-1251.
///
/// Russian text in windows-1251 has runs of bytes 0xC0...0xFF, which UTF-8 forbids, from its first word on. So the first
/// few groups of non-ASCII bytes settle it: all of them well-formed UTF-8, Cyrillic among them, is no windows-1251.
struct MojibakeDetector {
  private var pendingContinuations = 0
  private var sequences = 0
  private var hasCyrillic = false
  private var isSettled = false

  /// Well-formed sequences after which there is no doubt.
  private static let proof = 4

  /// Whether what was scanned so far is UTF-8 with Cyrillic letters.
  var isProven: Bool { !isSettled && hasCyrillic && pendingContinuations == 0 }

  /// Whether there is no doubt left that the text is UTF-8.
  mutating func scan(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard !isSettled else { return false }
    for index in bytes.indices {
      let byte = unsafe bytes[index]
      switch (byte, pendingContinuations) {
      case (0x00...0x7F, 0): continue
      case (0x80...0xBF, 1...):
        pendingContinuations -= 1
        if pendingContinuations == 0 { sequences += 1 }
      case (0xC2...0xDF, 0):
        pendingContinuations = 1
        hasCyrillic = hasCyrillic || (0xD0...0xD3).contains(byte)
      case (0xE0...0xEF, 0): pendingContinuations = 2
      case (0xF0...0xF4, 0): pendingContinuations = 3
      default:
        isSettled = true
        return false
      }
      if sequences >= Self.proof { return isProven }
    }
    return false
  }
}
