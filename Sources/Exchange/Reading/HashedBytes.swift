internal import Crypto
internal import Synchronization

/// Hashes a file as it is read, and keeps its beginning.
final class HashedBytes: Sendable {
  private let state = Mutex<(hash: SHA256, beginning: [UInt8])>((SHA256(), []))

  func update(_ bytes: UnsafeRawBufferPointer) {
    state.withLock { state in
      state.hash.update(bufferPointer: bytes)
      if state.beginning.count < 64 { state.beginning += bytes.prefix(64 - state.beginning.count) }
    }
  }

  private var beginning: [UInt8] { state.withLock { $0.beginning } }

  var isEmpty: Bool { beginning.isEmpty }

  /// True when the first character is one that XML begins with, in any of the encodings that are read.
  var looksLikeXML: Bool {
    let byteOrderMarks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
    let space: Set<UInt8> = [0, 0x20, 0x09, 0x0A, 0x0D]
    return beginning.first { !space.contains($0) && !byteOrderMarks.contains($0) } == UInt8(ascii: "<")
  }

  var digest: Digest { Digest(state.withLock { $0.hash.finalize() }) }
}
