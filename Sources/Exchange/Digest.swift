internal import Crypto
internal import Foundation

/// A SHA-256 digest (FIPS 180-4).
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes.
  let bytes: [UInt8]

  init(_ digest: SHA256.Digest) {
    bytes = Array(digest)
  }

  /// The digest of a content that is in memory.
  public init(of content: [UInt8]) {
    self.init(SHA256.hash(data: content))
  }

  /// 64 lower-case hexadecimal digits.
  public var description: String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// The digest of a file as it stands on the medium; nil when it cannot be read, or is a pipe, which is read only once.
  public init?(ofFile path: String) {
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    guard type == .typeRegular || type == .typeSymbolicLink, let file = FileHandle(forReadingAtPath: path) else {
      return nil
    }
    var hash = SHA256()
    while let chunk = try? file.read(upToCount: 1 << 20), !chunk.isEmpty { hash.update(data: chunk) }
    self.init(hash.finalize())
  }
}
