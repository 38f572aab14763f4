import Primitives
import SeededGenerator
import Testing

struct AmountSplitTests {
  private func split(_ units: Int128, _ weights: [Int]) -> [Int128]? {
    Amount(minorUnits: units).split(by: weights)?.map(\.minorUnits)
  }

  @Test func `what rounding leaves over goes to those that lost most`() {
    #expect(split(100, [1, 1, 1]) == [34, 33, 33])
    #expect(split(10, [1, 1, 8]) == [1, 1, 8])
    #expect(split(7, [3, 5, 2]) == [2, 4, 1])
    #expect(split(1, [1, 2]) == [0, 1])
    #expect(split(0, [1, 2]) == [0, 0])
    #expect(split(5, [0, 1, 0]) == [0, 5, 0])
  }

  @Test func `nothing is split by nothing`() {
    #expect(split(5, []) == nil)
    #expect(split(5, [0, 0]) == nil)
    #expect(split(5, [2, -1]) == nil)
    #expect(split(-5, [1]) == nil)
  }

  @Test func `for any amount and weights the parts make up the whole, each within a kopeck of its share`() throws {
    var generator = SplitMix64(seed: 41)
    for _ in 0..<20_000 {
      let units = Int128(Int64.random(in: 0...999_999_999_999_999_999, using: &generator))
      var weights = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        Int.random(in: 0...1_000_000_000, using: &generator)
      }
      weights[0] += 1
      let parts = try #require(split(units, weights))
      #expect(parts.reduce(0, +) == units)
      let total = Int128(weights.reduce(0, +))
      for (part, weight) in zip(parts, weights) {
        #expect((part * total - units * Int128(weight)).magnitude < total.magnitude)
      }
    }
    #expect(split(Amount.maximum.minorUnits, [Int.max, Int.max])?.reduce(0, +) == Amount.maximum.minorUnits)
  }
}
