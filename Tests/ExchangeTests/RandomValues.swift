import Exchange
import Primitives
import SeededGenerator

/// Makes values of the domain that may stand in a document, with everything that is optional now there and now not.
struct RandomValues {
  private var random: SplitMix64
  private var counter = 0

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance() -> Bool { Bool.random(using: &random) }
  mutating func any<Value>(_ values: [Value]) -> Value { values[number(0...values.count - 1)] }
  mutating func maybe<Value>(_ make: (inout RandomValues) -> Value) -> Value? { chance() ? make(&self) : nil }
  mutating func list<Value>(_ range: ClosedRange<Int>, _ make: (inout RandomValues) -> Value) -> [Value] {
    (0..<number(range)).map { _ in make(&self) }
  }
}

/// Texts and other small values.
extension RandomValues {
  private static let words = [
    "Зелёный", "двор", "«Снежный городок»", "\"кавычки\"", "'одна'", "Тепло & уют", "<b>", "5 > 3", "]]>", "№ 7",
    "ёлка—2020", "₽", "ғылым", "🎄", "&amp;", "&#38;", "город\u{A0}Кемерово", "ТОС", "snow", "½", "e\u{301}", "--",
  ]

  mutating func text(_ limit: Int = 500) -> String {
    let words = list(1...12) { $0.any(Self.words) }.joined(separator: " ")
    // Now and then as long as the schema allows.
    let long = number(0...9) == 0 ? String(repeating: "Номинация ", count: 60) + words : words
    let cut = String(String.UnicodeScalarView(long.unicodeScalars.prefix(limit)))
    return cut.split(separator: " ").joined(separator: " ")
  }

  mutating func short() -> String { text(100) }
  mutating func long() -> String { text(20_000) }

  /// Never the same twice.
  mutating func id() -> Identifier {
    counter += 1
    return fixed(Identifier("\(any(["A", "заявка-", "№", "x.y:", "O'n_", "\"q\""]))\(counter)"))
  }

  mutating func day() -> Day { fixed(Day(daysSince1970: number(10_000...25_000))) }

  mutating func instant() -> Instant {
    let milliseconds = Int64(number(900_000_000...1_900_000_000)) * 1000 + Int64(chance() ? number(0...999) : 0)
    return fixed(Instant(milliseconds: milliseconds, offset: any([0, 420, 180, -210, 345, 840])))
  }

  mutating func amount() -> Amount {
    Amount(minorUnits: Int128(any([0, 1, number(0...10_000), number(0...1_000_000_000_000)])))
  }

  mutating func signedAmount() -> Amount { chance() ? amount() : -amount() }
  mutating func money() -> Money { Money(amount(), any([.rouble, fixed(Currency("USD"))])) }
  mutating func decimal() -> ExactDecimal { ExactDecimal(tenThousandths: Int64(number(0...1_000_000_000))) }
  mutating func digest() -> String { list(64...64) { $0.any(Array("0123456789abcdef")) }.map(String.init).joined() }

  mutating func messageID() -> MessageID {
    let digits = digest()
    let groups = [8, 4, 4, 4, 12].map { String(digits.suffix(40).prefix($0)) }
    return fixed(MessageID(groups.joined(separator: "-")))
  }

  /// A generator that makes what is no value is broken.
  func fixed<Value>(_ value: Value?) -> Value {
    guard let value else { fatalError("the generator made no \(Value.self)") }
    return value
  }
}
