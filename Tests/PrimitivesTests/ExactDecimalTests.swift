import Primitives
import SeededGenerator
import Testing

struct ExactDecimalTests {
  @Test(arguments: [
    ("0", 0), ("8", 80_000), ("8.5", 85_000), ("12.0625", 120_625), ("0.0001", 1),
    ("999999999999.9999", 9_999_999_999_999_999),
  ]) func `the shortest form is read and written alike`(text: String, tenThousandths: Int64) throws {
    let decimal = try #require(ExactDecimal(text))
    #expect(decimal.tenThousandths == tenThousandths)
    #expect(decimal.description == text)
  }

  @Test(arguments: [
    ("1", "1 балла"), ("4", "4 баллов"), ("10", "10 баллов"), ("11", "11 баллов"), ("21", "21 балла"),
    ("4.5", "4,5 балла"), ("0", "0 баллов"),
  ])
  func `points stand in the genitive`(points: String, said: String) {
    #expect(ExactDecimal(points)?.inRussianPoints == said)
  }

  @Test(arguments: [("8.0", "8"), ("8.50", "8.5"), ("8.0500", "8.05"), ("0.0000", "0")])
  func `closing zeros are dropped`(text: String, shortest: String) {
    #expect(ExactDecimal(text)?.description == shortest)
  }

  @Test(arguments: [
    "", ".", "8.", ".5", "8,5", "08", "00", "+8", "-8", "8.00001", "1000000000000", " 8", "8 ", "1e3", "٨", "8.٥",
    "8.5.5",
  ]) func `nothing else is a decimal`(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func `any decimal survives writing and reading`() {
    var generator = SplitMix64(seed: 4)
    for _ in 0..<2000 {
      let decimal = ExactDecimal(tenThousandths: Int64.random(in: 0...9_999_999_999_999_999, using: &generator))
      #expect(ExactDecimal(decimal.description) == decimal)
    }
  }

  @Test func `order is by value`() throws {
    let values = try ["0.0001", "0.9", "1", "1.05", "1.5", "10"].map { try #require(ExactDecimal($0)) }
    #expect(values == values.shuffled().sorted())
    #expect(ExactDecimal(3) == ExactDecimal("3"))
    #expect(ExactDecimal(tenThousandths: -5).description == "-0.0005")
  }
}
