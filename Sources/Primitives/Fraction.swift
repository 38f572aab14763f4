internal import BigInt

/// An exact fraction: a mean of points, a share of the best possible. Held in lowest terms, so that equal values are the
/// same, and as wide as need be: the shares of jurors with ballots of many lengths have no small common denominator.
public struct Fraction: Hashable, Sendable {
  private let parts: Parts

  /// Narrow wherever both parts fit, which is nearly always, and several times as fast.
  private enum Parts: Hashable, Sendable {
    case narrow(Int128, over: Int128)
    case wide(BigInt, over: BigInt)
  }

  /// - Precondition: `denominator` is positive.
  public init(_ numerator: Int128, over denominator: Int128 = 1) {
    precondition(denominator > 0, "a fraction needs a positive denominator")
    let divisor = Int128(Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    parts = .narrow(numerator / divisor, over: denominator / divisor)
  }

  public init(_ decimal: ExactDecimal) {
    self.init(Int128(decimal.tenThousandths), over: 10_000)
  }

  private init(_ numerator: BigInt, over denominator: BigInt) {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let (numerator, denominator) = (numerator / divisor, denominator / divisor)
    if let narrow = Int128(exactly: numerator), let over = Int128(exactly: denominator) {
      parts = .narrow(narrow, over: over)
    } else {
      parts = .wide(numerator, over: denominator)
    }
  }

  public static let zero = Fraction(0)

  private var wide: (numerator: BigInt, denominator: BigInt) {
    switch parts {
    case .narrow(let numerator, let denominator): (BigInt(numerator), BigInt(denominator))
    case .wide(let numerator, let denominator): (numerator, denominator)
    }
  }

  /// Euclid, Elements VII.2.
  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    // What fits into a word, as nearly everything does, is divided several times as fast.
    if let a = UInt64(exactly: a), let b = UInt64(exactly: b) { return UInt128(remaindersEnd(a, b)) }
    return remaindersEnd(a, b)
  }

  private static func remaindersEnd<Number: BinaryInteger>(_ a: Number, _ b: Number) -> Number {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

extension Fraction: Comparable {
  public static func < (left: Fraction, right: Fraction) -> Bool {
    if case .narrow(let a, let b) = left.parts, case .narrow(let c, let d) = right.parts {
      if b == d { return a < c }
      let (ad, cb) = (a.multipliedFullWidth(by: d), c.multipliedFullWidth(by: b))
      return (ad.high, ad.low) < (cb.high, cb.low)
    }
    let (left, right) = (left.wide, right.wide)
    return left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Fraction {
  public static func + (left: Fraction, right: Fraction) -> Fraction {
    if case .narrow(let a, let b) = left.parts, case .narrow(let c, let d) = right.parts,
      let sum = sum(a, over: b, c, over: d)
    {
      return sum
    }
    let (left, right) = (left.wide, right.wide)
    return Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  /// - Returns: nil where it is too wide on the way.
  private static func sum(_ a: Int128, over b: Int128, _ c: Int128, over d: Int128) -> Fraction? {
    let divisor = b == d ? b : Int128(greatestCommonDivisor(b.magnitude, d.magnitude))
    let first = a.multipliedReportingOverflow(by: d / divisor)
    let second = c.multipliedReportingOverflow(by: b / divisor)
    let sum = first.partialValue.addingReportingOverflow(second.partialValue)
    let over = b.multipliedReportingOverflow(by: d / divisor)
    if first.overflow || second.overflow || sum.overflow || over.overflow { return nil }
    return Fraction(sum.partialValue, over: over.partialValue)
  }

  public static func += (left: inout Fraction, right: Fraction) { left = left + right }

  public static func - (left: Fraction, right: Fraction) -> Fraction {
    left + right * Fraction(-1)
  }

  public static func * (left: Fraction, right: Fraction) -> Fraction {
    if case .narrow(let a, let b) = left.parts, case .narrow(let c, let d) = right.parts {
      let (above, below) = (a.multipliedReportingOverflow(by: c), b.multipliedReportingOverflow(by: d))
      if !above.overflow, !below.overflow { return Fraction(above.partialValue, over: below.partialValue) }
    }
    let (left, right) = (left.wide, right.wide)
    return Fraction(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// - Precondition: `right` is positive.
  public static func / (left: Fraction, right: Int) -> Fraction {
    left * Fraction(1, over: Int128(right))
  }

  /// The mean; nil of nothing.
  public static func mean(of values: some Collection<Fraction>) -> Fraction? {
    values.isEmpty ? nil : values.reduce(.zero, +) / values.count
  }
}

extension Fraction: CustomStringConvertible {
  /// `28/3`, or `9` for a whole number.
  public var description: String {
    switch parts {
    case .narrow(let numerator, let denominator): Self.text(Self.digits(numerator), over: Self.digits(denominator))
    case .wide(let numerator, let denominator): Self.text("\(numerator)", over: "\(denominator)")
    }
  }

  private static func text(_ numerator: String, over denominator: String) -> String {
    denominator == "1" ? numerator : "\(numerator)/\(denominator)"
  }

  /// Of a number that fits into a word, as nearly every one does, several times as fast.
  private static func digits(_ number: some BinaryInteger) -> String {
    Int64(exactly: number).map { String($0) } ?? String(number)
  }

  /// To the nearest of so many decimals, halves away from zero: for people to read, never to compare. The point is a
  /// full stop; zeros at the end stay, so that a column lines up.
  ///
  /// - Parameter decimals: from 0 to 9.
  public func rounded(to decimals: Int) -> String {
    var scale: UInt128 = 1
    for _ in 0..<decimals { scale *= 10 }
    if case .narrow(let numerator, let denominator) = parts {
      let doubled = numerator.magnitude.multipliedReportingOverflow(by: scale * 2)
      if !doubled.overflow, denominator.magnitude < UInt128.max / 4, doubled.partialValue < UInt128.max / 2 {
        let units = (doubled.partialValue + denominator.magnitude) / (denominator.magnitude * 2)
        let (whole, rest) = units.quotientAndRemainder(dividingBy: scale)
        return Self.text(
          whole: Self.digits(whole), rest: Self.digits(rest), decimals, isNegative: numerator < 0 && units > 0)
      }
    }
    let (numerator, denominator) = wide
    let units = (numerator.magnitude * BigUInt(scale) * 2 + denominator.magnitude) / (denominator.magnitude * 2)
    let (whole, rest) = units.quotientAndRemainder(dividingBy: BigUInt(scale))
    return Self.text(whole: "\(whole)", rest: "\(rest)", decimals, isNegative: numerator < 0 && units > 0)
  }

  private static func text(whole: String, rest: String, _ decimals: Int, isNegative: Bool) -> String {
    let sign = isNegative ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(whole)" }
    return "\(sign)\(whole).\(String(repeating: "0", count: decimals - rest.utf8.count))\(rest)"
  }

  /// The nearest binary number: for statistics beside a result, never for the result.
  public var approximation: Double {
    switch parts {
    case .narrow(let numerator, let denominator): Self.binary(numerator) / Self.binary(denominator)
    // Both may be beyond what a binary number holds; sixty-four bits after the point are more than it can tell.
    case .wide(let numerator, let denominator): Double((numerator << 64) / denominator) / 0x1p64
    }
  }

  /// The nearest one; of what fits into a word several times as fast.
  private static func binary(_ whole: Int128) -> Double {
    Int64(exactly: whole).map { Double($0) } ?? Double(whole)
  }
}
