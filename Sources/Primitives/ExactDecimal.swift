/// An exact decimal with at most four digits after the point: points of a juror, weights, achievements.
///
/// Held as ten-thousandths in 64 bits, so that sums and comparisons never round.
public struct ExactDecimal: Hashable, Comparable, Sendable {
  public var tenThousandths: Int64

  public init(tenThousandths: Int64) {
    self.tenThousandths = tenThousandths
  }

  /// A whole number.
  public init(_ whole: Int32) {
    tenThousandths = Int64(whole) * 10_000
  }

  public static let zero = ExactDecimal(0)
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    left.tenThousandths < right.tenThousandths
  }
}

extension ExactDecimal: LosslessStringConvertible {
  /// Reads digits with an optional point and one to four decimals (`8`, `8.5`, `12.0625`); no sign, at most twelve
  /// digits before the point.
  public init?(_ text: String) {
    var value: Int64 = 0
    var whole = 0
    var decimals: Int?
    for byte in text.utf8 {
      switch (byte, decimals) {
      case (UInt8(ascii: "."), nil): decimals = 0
      case (UInt8(ascii: "0")...UInt8(ascii: "9"), let places):
        // A zero stands first only where it stands alone.
        if places == nil, whole == 1, value == 0 { return nil }
        if let places { decimals = places + 1 } else { whole += 1 }
        if whole > 12 || decimals ?? 0 > 4 { return nil }
        value = value * 10 + Int64(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    guard whole > 0, decimals != 0 else { return nil }
    for _ in (decimals ?? 0)..<4 { value *= 10 }
    tenThousandths = value
  }

  /// The shortest exact form: `8`, `8.5`.
  public var description: String {
    let magnitude = tenThousandths.magnitude
    let sign = tenThousandths < 0 ? "-" : ""
    var fraction = magnitude % 10_000
    guard fraction > 0 else { return "\(sign)\(magnitude / 10_000)" }
    var digits = 4
    while fraction % 10 == 0 {
      fraction /= 10
      digits -= 1
    }
    let padded = String(repeating: "0", count: digits - String(fraction).count) + String(fraction)
    return "\(sign)\(magnitude / 10_000).\(padded)"
  }
}

/// What a juror gives an entry for one criterion.
public typealias Points = ExactDecimal
