import Primitives
import SeededGenerator
import Testing

struct AmountTests {
  @Test(arguments: [
    ("0.00", 0), ("0.01", 1), ("0.10", 10), ("1.00", 100), ("1300000.00", 130_000_000),
    ("9999999999999999.99", 999_999_999_999_999_999),
  ]) func `the exchange form is read and written alike`(text: String, minorUnits: Int128) throws {
    let amount = try #require(Amount(text))
    #expect(amount.minorUnits == minorUnits)
    #expect(amount.description == text)
  }

  @Test(arguments: [
    "", ".", "1", "1.0", "1.000", ".50", "01.00", "00.00", "-1.00", "+1.00", "1,00", " 1.00", "1.00 ", "1 000.00",
    "1e2.00", "10000000000000000.00", "99999999999999999999999999999999999999999.00", "٣.٠٠", "1.٠0", "0x1.00", "1..00",
  ]) func `nothing else is an exchange form`(text: String) {
    #expect(Amount(text) == nil)
  }

  @Test func `any amount survives writing and reading`() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<2000 {
      let digits = Int.random(in: 1...18, using: &generator)
      let bound = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
      let amount = Amount(minorUnits: Int128(Int64.random(in: 0..<bound, using: &generator)))
      #expect(Amount(amount.description) == amount)
    }
  }

  @Test(arguments: [(-1, "-0.01"), (-99, "-0.99"), (-100, "-1.00"), (-130_000_005, "-1300000.05")])
  func `a negative balance is written with its sign and is no exchange form`(minorUnits: Int128, text: String) {
    #expect(Amount(minorUnits: minorUnits).description == text)
    #expect(Amount(text) == nil)
  }

  @Test func `sums are exact beyond 64 bits`() {
    let sum = Array(repeating: Amount.maximum, count: 1000).sum()
    #expect(sum.description == "9999999999999999990.00")
    #expect([Amount]().sum() == .zero)
  }

  @Test func `arithmetic and order agree`() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<500 {
      let left = Amount(minorUnits: Int128(Int32.random(in: .min ... .max, using: &generator)))
      let right = Amount(minorUnits: Int128(Int32.random(in: .min ... .max, using: &generator)))
      #expect(left + right - right == left)
      #expect((left < right) == (left - right < .zero))
      #expect(-(left - right) == right - left)
    }
  }

  @Test(arguments: ["RUB", "USD", "KZT"]) func `a currency is three capital Latin letters`(code: String) {
    #expect(Currency(code)?.description == code)
  }

  @Test(arguments: ["", "RU", "RUBL", "rub", "РУБ", "R1B", "R B"])
  func `nothing else is a currency`(code: String) {
    #expect(Currency(code) == nil)
  }

  @Test func `money is of a currency`() {
    #expect(Money(.zero) == Money(.zero, .rouble))
    #expect(Currency("USD").map { Money(.zero, $0) } != Money(.zero))
  }
}

struct AmountInputTests {
  @Test(arguments: [
    ("0", "0.00"), ("5", "5.00"), ("1300000", "1300000.00"), ("1300000.5", "1300000.50"), ("1300000,5", "1300000.50"),
    ("1300000,50", "1300000.50"), ("1 300 000", "1300000.00"), ("1 300 000,05", "1300000.05"),
    ("1\u{A0}300\u{A0}000,50", "1300000.50"), ("1\u{202F}300", "1300.00"), ("1\u{2009}300", "1300.00"),
    ("1\u{2007}300", "1300.00"), ("  42 ", "42.00"), ("007", "7.00"), ("0,1", "0.10"), ("12 345", "12345.00"),
    ("9999999999999999,99", "9999999999999999.99"), ("00000000000000000001", "1.00"),
  ]) func `amounts are read as people write them`(text: String, exchange: String) throws {
    #expect(try Amount(typed: text).description == exchange)
  }

  @Test(arguments: [
    ("1,300", AmountInputError.ambiguous), ("1.300", .ambiguous), ("1 300,500", .ambiguous), ("0,125", .ambiguous),
    ("1 30 000", .malformed), ("1300 000", .malformed), ("1 300 00", .malformed), ("1 300,5 0", .malformed),
    ("1,5 ", nil), ("1,300,000", .malformed), ("1.300.000", .malformed), ("1.300,00", .malformed), ("", .malformed),
    (" ", .malformed), (",", .malformed), ("5,", .malformed), (",5", .malformed), ("1  300", .malformed),
    ("١٣٠٠", .malformed), ("1300 руб.", .malformed), ("1e3", .malformed), ("+5", .malformed), ("½", .malformed),
    ("0x10", .malformed), ("1,2345", .tooManyDecimals), ("-5", .negative), ("−5", .negative), (" -5", .negative),
    ("10000000000000000", .tooLarge), ("99999999999999999999999999999999999999999999", .tooLarge),
  ]) func `what may be a slip is refused with its reason`(text: String, error: AmountInputError?) {
    let result = Result { () throws(AmountInputError) in try Amount(typed: text) }
    switch result {
    case .success: #expect(error == nil)
    case .failure(let failure): #expect(failure == error)
    }
  }

  @Test func `any amount typed in groups is the amount`() throws {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<1000 {
      let amount = Amount(minorUnits: Int128(Int64.random(in: 0...999_999_999_999, using: &generator)))
      let parts = amount.description.split(separator: ".")
      var groups: [Substring] = []
      var rest = parts[0]
      while !rest.isEmpty {
        groups.insert(rest.suffix(3), at: 0)
        rest = rest.dropLast(3)
      }
      #expect(try Amount(typed: groups.joined(separator: "\u{A0}") + "," + parts[1]) == amount)
    }
  }
}
