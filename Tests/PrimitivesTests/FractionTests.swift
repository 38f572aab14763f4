import Primitives
import Testing

struct FractionTests {
  @Test func `equal values are the same, whatever they were made of`() {
    #expect(Fraction(2, over: 4) == Fraction(1, over: 2))
    #expect(Fraction(-6, over: 3).description == "-2")
    #expect(Fraction(28, over: 3).description == "28/3")
    #expect(Fraction(0, over: 7) == .zero)
    #expect(Set([Fraction(10, over: 20), Fraction(5, over: 10)]).count == 1)
  }

  @Test func `sums, products and means are exact`() {
    let third = Fraction(1, over: 3)
    #expect(third + third + third == Fraction(1))
    #expect(Fraction(1) - third == Fraction(2, over: 3))
    #expect(Fraction(3, over: 4) * Fraction(2, over: 3) == Fraction(1, over: 2))
    #expect(Fraction.mean(of: [Fraction(9), Fraction(7), Fraction(9)]) == Fraction(25, over: 3))
    #expect(Fraction.mean(of: [Fraction]()) == nil)
  }

  @Test func `order is that of the values`() {
    #expect(Fraction(1, over: 3) < Fraction(34, over: 100))
    #expect(Fraction(-1, over: 2) < .zero)
    #expect(!(Fraction(2, over: 6) < Fraction(1, over: 3)))
  }

  /// As in the shares of jurors with ballots of every length: the least common multiple of 2…200 has 90 digits.
  @Test func `no sum is too wide, and what becomes narrow again is the same as ever`() throws {
    let shares = (2...200).map { Fraction(1, over: $0) }
    let sum = shares.reduce(.zero, +)
    #expect(sum.rounded(to: 9) == "4.878030948")
    #expect(abs(sum.approximation - 4.878_030_948_121_444) < 1e-12)
    #expect(shares.reversed().reduce(.zero, +) == sum)
    #expect(shares.reduce(sum, -) == .zero)
    #expect(sum < sum + Fraction(1, over: 1_000_000_007))
    #expect(!(sum < sum) && sum * Fraction(3) / 3 == sum)
    #expect(sum.description.count > 150)
    let edge = Fraction(.max, over: .max - 1)
    #expect(Fraction(1) < edge && edge - Fraction(1) == Fraction(1, over: .max - 1))
    #expect(Fraction(.min) + Fraction(.min) < Fraction(.min))
    #expect(edge.rounded(to: 9) == "1.000000000")
  }

  @Test(arguments: [
    (Fraction(28, over: 3), 4, "9.3333"), (Fraction(1, over: 2), 0, "1"), (Fraction(-1, over: 2), 0, "-1"),
    (Fraction(-1, over: 1000), 2, "0.00"), (Fraction(9995, over: 1000), 2, "10.00"), (Fraction(7), 3, "7.000"),
    (Fraction(2, over: 3), 2, "0.67"), (Fraction(1, over: 16), 4, "0.0625"),
  ])
  func `for people it is rounded, halves away from zero`(value: Fraction, decimals: Int, text: String) {
    #expect(value.rounded(to: decimals) == text)
  }

  @Test func `the points of a decimal are taken over as they are`() throws {
    #expect(Fraction(try #require(ExactDecimal("12.0625"))) == Fraction(193, over: 16))
  }
}
