/// A sum of money in minor units (kopecks, cents) of a currency named elsewhere.
///
/// Kept in 128 bits: a document's amount has at most 16 digits before the point, so no sum of stored amounts overflows.
public struct Amount: Hashable, Comparable, Sendable {
  public var minorUnits: Int128

  public init(minorUnits: Int128) {
    self.minorUnits = minorUnits
  }

  public static let zero = Amount(minorUnits: 0)

  /// The largest amount a document may state: sixteen digits before the point.
  public static let maximum = Amount(minorUnits: 999_999_999_999_999_999)

  public static func < (left: Amount, right: Amount) -> Bool { left.minorUnits < right.minorUnits }
  public static func + (left: Amount, right: Amount) -> Amount {
    Amount(minorUnits: left.minorUnits + right.minorUnits)
  }
  public static func - (left: Amount, right: Amount) -> Amount {
    Amount(minorUnits: left.minorUnits - right.minorUnits)
  }
  public static func += (left: inout Amount, right: Amount) { left = left + right }
  public static prefix func - (amount: Amount) -> Amount { Amount(minorUnits: -amount.minorUnits) }
}

extension Sequence where Element == Amount {
  /// The exact sum; zero for an empty sequence.
  public func sum() -> Amount { reduce(.zero, +) }
}

extension Amount: LosslessStringConvertible {
  /// Reads the exchange form: digits, a point and exactly two digits (`1300000.00`), no sign, no leading zeros.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 4, bytes.count <= 19, bytes[bytes.count - 3] == UInt8(ascii: ".") else { return nil }
    let whole = bytes.dropLast(3)
    guard whole.first != UInt8(ascii: "0") || whole.count == 1 else { return nil }
    var value: Int128 = 0
    for byte in whole + bytes.suffix(2) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int128(byte - UInt8(ascii: "0"))
    }
    minorUnits = value
  }

  /// The exchange form, `1300000.00`; a negative amount, which only a balance can be, begins with `-`.
  public var description: String {
    let magnitude = minorUnits.magnitude
    let cents = magnitude % 100
    return "\(minorUnits < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}

/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable, LosslessStringConvertible {
  public let code: String

  /// Takes three capital Latin letters.
  public init?(_ code: String) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { return nil }
    self.code = code
  }

  private init(known code: String) { self.code = code }

  public static let rouble = Currency(known: "RUB")
  public var description: String { code }
}

/// An amount with its currency.
public struct Money: Codable, Hashable, Sendable {
  public var amount: Amount
  public var currency: Currency

  public init(_ amount: Amount, _ currency: Currency = .rouble) {
    self.amount = amount
    self.currency = currency
  }
}
