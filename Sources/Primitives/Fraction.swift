/// An exact fraction: a mean of points, a share of the best possible. Held in lowest terms, so that equal values are the
/// same, and wide enough for the points of any jury.
public struct Fraction: Hashable, Sendable {
  public let numerator: Int128
  /// Positive.
  public let denominator: Int128

  /// - Precondition: `denominator` is positive.
  public init(_ numerator: Int128, over denominator: Int128 = 1) {
    precondition(denominator > 0, "a fraction needs a positive denominator")
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / Int128(divisor)
    self.denominator = denominator / Int128(divisor)
  }

  public init(_ decimal: ExactDecimal) {
    self.init(Int128(decimal.tenThousandths), over: 10_000)
  }

  public static let zero = Fraction(0)

  /// Euclid, Elements VII.2.
  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

extension Fraction: Comparable {
  public static func < (left: Fraction, right: Fraction) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    return left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Fraction {
  public static func + (left: Fraction, right: Fraction) -> Fraction {
    if left.denominator == right.denominator {
      return Fraction(left.numerator + right.numerator, over: left.denominator)
    }
    return Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  public static func += (left: inout Fraction, right: Fraction) { left = left + right }

  public static func - (left: Fraction, right: Fraction) -> Fraction {
    left + Fraction(-right.numerator, over: right.denominator)
  }

  public static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// - Precondition: `right` is positive.
  public static func / (left: Fraction, right: Int) -> Fraction {
    Fraction(left.numerator, over: left.denominator * Int128(right))
  }

  /// The mean; nil of nothing.
  public static func mean(of values: some Collection<Fraction>) -> Fraction? {
    values.isEmpty ? nil : values.reduce(.zero, +) / values.count
  }
}

extension Fraction: CustomStringConvertible {
  /// `28/3`, or `9` for a whole number.
  public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

  /// To the nearest of so many decimals, halves away from zero: for people to read, never to compare. The point is a
  /// full stop; zeros at the end stay, so that a column lines up.
  ///
  /// - Parameter decimals: from 0 to 9.
  public func rounded(to decimals: Int) -> String {
    var scale: Int128 = 1
    for _ in 0..<decimals { scale *= 10 }
    let doubled = numerator.magnitude * UInt128(scale) * 2 + denominator.magnitude
    let units = doubled / (denominator.magnitude * 2)
    let (whole, rest) = units.quotientAndRemainder(dividingBy: UInt128(scale))
    let sign = numerator < 0 && units > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(whole)" }
    let digits = String(rest)
    return "\(sign)\(whole).\(String(repeating: "0", count: decimals - digits.count))\(digits)"
  }

  /// The nearest binary number: for statistics beside a result, never for the result.
  public var approximation: Double { Double(numerator) / Double(denominator) }
}
