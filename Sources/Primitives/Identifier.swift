/// A name that documents refer to things by: 1 to 64 characters, no white space and none of `/ & | ?`, which separate
/// parts of a registration number or of an address elsewhere (org-id.guide forbids the same).
public struct Identifier: Hashable, Comparable, Sendable, LosslessStringConvertible {
  public let description: String

  public init?(_ text: String) {
    guard (1...64).contains(text.unicodeScalars.count), text.unicodeScalars.allSatisfy(Self.allows) else { return nil }
    description = text
  }

  private static func allows(_ scalar: Unicode.Scalar) -> Bool {
    // Nearly every identifier is ASCII, and the Unicode tables are slow to ask.
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
