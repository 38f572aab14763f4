internal import Crypto
internal import Foundation

/// The identifier a sender gives a message: a UUID in lower case (RFC 9562).
public struct MessageID: Hashable, Sendable, LosslessStringConvertible {
  public let description: String

  /// Takes 36 characters, `8-4-4-4-12` lower-case hexadecimal digits.
  public init?(_ text: String) {
    guard text.utf8.count == 36, text == text.lowercased(), UUID(uuidString: text) != nil else { return nil }
    description = text
  }

  private init(bytes: [UInt8]) {
    let digits = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
    let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
    description = groups.joined(separator: "-")
  }

  /// All zeros, to stand where the identifier is not known yet.
  static let placeholder = MessageID(bytes: Array(repeating: 0, count: 16))

  /// A name-based UUID, version 5 (RFC 9562, section 5.5): the same content gives the same identifier.
  ///
  /// - Parameter digest: SHA-256 of the content.
  public static func named(by digest: Digest) -> MessageID {
    // The namespace is the version-5 UUID of `urn:laureat:exchange:1` in the URL namespace of the same RFC.
    var hash = Insecure.SHA1()
    hash.update(data: namespace)
    hash.update(data: digest.bytes)
    var bytes = Array(hash.finalize().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    return MessageID(bytes: bytes)
  }

  private static let namespace: [UInt8] = {
    let url: [UInt8] = [
      0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
    ]
    var hash = Insecure.SHA1()
    hash.update(data: url)
    hash.update(data: Array(Exchange.namespace.utf8))
    var bytes = Array(hash.finalize().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    return bytes
  }()
}
