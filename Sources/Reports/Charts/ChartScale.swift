internal import Foundation
internal import Primitives

/// Round values along an axis, and where on it a value stands. Zero is always on it: a bar that does not begin there
/// lies about its value.
struct ChartScale {
  /// From the lowest to the highest.
  let ticks: [Double]
  private let start: Double
  private let length: Double
  private let isWhole: Bool

  /// - Parameters:
  ///   - values: What has to find room.
  ///   - isWhole: True for counts: between two of them there is nothing.
  ///   - intervals: How many are wanted at most.
  init(_ values: [Double], isWhole: Bool, intervals: Int) {
    let (low, high) = (min(values.min() ?? 0, 0), max(values.max() ?? 0, 0))
    var step = Self.round(atLeast: (high - low) / Double(max(intervals, 1)), isWhole: isWhole)
    // Rounding both ends outwards may cost one more than was counted on.
    while (high / step).rounded(.up) - (low / step).rounded(.down) > Double(max(intervals, 1)), low == 0 || high == 0 {
      step = Self.round(atLeast: step * 1.5, isWhole: isWhole)
    }
    let (first, last) = ((low / step).rounded(.down), max((high / step).rounded(.up), 1 + (low / step).rounded(.down)))
    self.isWhole = isWhole
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    start = first * step
    length = (last - first) * step
  }

  /// 0 at the lowest end, 1 at the highest.
  func share(_ value: Double) -> Double { (value - start) / length }

  var step: Double { ticks.count > 1 ? ticks[1] - ticks[0] : length }

  /// 1, 2 or 5 times a power of ten.
  private static func round(atLeast value: Double, isWhole: Bool) -> Double {
    guard value > 0 else { return 1 }
    let power = pow(10, log10(value).rounded(.down))
    let step = ([1, 2, 5, 10].first { $0 * power >= value * (1 - 1e-9) } ?? 10) * power
    return isWhole ? max(step, 1) : step
  }

  /// «0», «500 тыс.», «1,5 млн».
  func label(_ tick: Double, _ language: Language) -> String {
    let units: [(size: Double, ru: String, en: String)] = [
      (1e12, "трлн", "tn"), (1e9, "млрд", "bn"), (1e6, "млн", "m"), (1e3, "тыс.", "k"),
    ]
    let unit = units.first { abs(tick) >= $0.size && ($0.size > 1e3 || step >= 1e3) }
    let scaled = tick / (unit?.size ?? 1)
    // Larger than any stored sum in its largest unit; a digit past the fourth is none that a round step has.
    let digits = ExactDecimal(tenThousandths: Int64((min(max(scaled, -1e14), 1e14) * 10_000).rounded()))
    let number = Format.decimal(digits, language)
    guard let unit else {
      // As the sums beside it: these are grouped from the fourth digit on, counts in Russian only from the fifth.
      return isWhole || abs(tick) < 1e3 ? number : Cell.amount(Amount(minorUnits: Int128(tick) * 100)).label(language)
    }
    return language == .russian ? "\(number)\(Format.space)\(unit.ru)" : number + unit.en
  }
}
