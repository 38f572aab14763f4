/// What is wrong with a registration number of a taxpayer or an organisation.
public enum NumberFault: Error, Hashable, Sendable {
  case notDigits
  case wrongLength
  /// All zeros pass every checksum and belong to nobody.
  case allZeros
  case wrongChecksum
}

/// ИНН, the taxpayer's number: ten digits for an organisation, twelve for a person.
///
/// Check digits after order ММВ-7-6/435@ of the Federal Tax Service of 2012-06-29: a weighted sum mod 11 mod 10.
public struct INN: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ text: String) throws(NumberFault) {
    let digits = try decimalDigits(text)
    switch digits.count {
    case 10:
      guard digits[9] == Self.check(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8]) else { throw .wrongChecksum }
    case 12:
      guard digits[10] == Self.check(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]),
        digits[11] == Self.check(digits, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
      else { throw .wrongChecksum }
    default: throw .wrongLength
    }
    description = text
  }

  /// True for the ten digits of an organisation.
  public var isOrganisation: Bool { description.utf8.count == 10 }

  private static func check(_ digits: [Int], _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 % 10
  }
}

/// ОГРН, the state register's number: thirteen digits for an organisation, fifteen (ОГРНИП) for a sole trader.
///
/// Check digit: the number before it mod 11 (ОГРН) or mod 13 (ОГРНИП), then mod 10 (order 165н of the Ministry of
/// Finance of 2017-10-30).
public struct OGRN: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ text: String) throws(NumberFault) {
    let digits = try decimalDigits(text)
    guard let modulus = [13: 11, 15: 13][digits.count] else { throw .wrongLength }
    let number = digits.dropLast().reduce(0) { $0 * 10 + $1 }
    guard digits[digits.count - 1] == number % modulus % 10 else { throw .wrongChecksum }
    description = text
  }

  public var isOrganisation: Bool { description.utf8.count == 13 }
}

/// КПП, the code of the reason for tax registration: nine characters, of which the fifth and sixth may be letters.
/// It has no check digit (order ММВ-7-6/435@).
public struct KPP: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ text: String) throws(NumberFault) {
    let bytes = Array(text.utf8)
    guard bytes.count == 9 else { throw .wrongLength }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    for (index, byte) in bytes.enumerated() where !digits.contains(byte) {
      guard (4...5).contains(index), letters.contains(byte) else { throw .notDigits }
    }
    guard bytes.contains(where: { $0 != UInt8(ascii: "0") }) else { throw .allZeros }
    description = text
  }
}

/// ОКТМО, the code of a municipal territory: eight digits, or eleven with the settlement. It has no check digit.
public struct OKTMO: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ text: String) throws(NumberFault) {
    let digits = try decimalDigits(text)
    guard digits.count == 8 || digits.count == 11 else { throw .wrongLength }
    description = text
  }
}

/// Digits of a number that is not all zeros.
private func decimalDigits(_ text: String) throws(NumberFault) -> [Int] {
  var digits: [Int] = []
  digits.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { throw .notDigits }
    digits.append(Int(byte - UInt8(ascii: "0")))
  }
  // An empty text has the wrong length, not zeros.
  guard digits.isEmpty || digits.contains(where: { $0 != 0 }) else { throw .allZeros }
  return digits
}
