/// A name that documents refer to things by: 1 to 64 characters, no white space and none of `/ & | ?`, which separate
/// parts of a registration number or of an address elsewhere (org-id.guide forbids the same).
public struct Identifier: Hashable, Comparable, Sendable, LosslessStringConvertible {
  public let description: String

  public init?(_ text: String) {
    guard Self.isPlain(text.utf8Span.span) || Self.isAllowed(text.unicodeScalars) else { return nil }
    description = text
  }

  /// Nearly every identifier is ASCII, and done with here.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    guard (1...64).contains(bytes.count) else { return false }
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "?"): return false
      case 0x21...0x7E: break
      default: return false
      }
    }
    return true
  }

  private static func isAllowed(_ scalars: String.UnicodeScalarView) -> Bool {
    (1...64).contains(scalars.count) && scalars.allSatisfy(allows)
  }

  private static func allows(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value > 0x20 && scalar.value < 0x7F && !"/&|?".unicodeScalars.contains(scalar) }
    return !scalar.properties.isWhitespace
      && scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
  }

  public static func < (left: Identifier, right: Identifier) -> Bool { left.description < right.description }

  /// The identifier of an organisation by its ИНН, with the list code of org-id.guide: `RU-INN-4205123459`.
  public init(_ inn: INN) {
    description = "RU-INN-\(inn)"
  }
}
