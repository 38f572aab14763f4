import Primitives
import Testing

struct FiguresTests {
  @Test(arguments: [
    (0, "0,00", "0.00"), (5, "0,05", "0.05"), (99_999, "999,99", "999.99"),
    (100_000, "1\u{A0}000,00", "1,000.00"), (130_000_050, "1\u{A0}300\u{A0}000,50", "1,300,000.50"),
    (-125_000, "−1\u{A0}250,00", "−1,250.00"),
  ])
  func `an amount is grouped as the language does`(minorUnits: Int, russian: String, english: String) {
    let amount = Amount(minorUnits: Int128(minorUnits))
    #expect(amount.text(.russian) == russian)
    #expect(amount.text(.english) == english)
  }

  @Test func `the rouble has its sign in Russian, every other currency its code`() throws {
    let amount = Amount(minorUnits: 100)
    #expect(amount.text(in: .rouble) == LocalizedText(ru: "1,00\u{A0}₽", en: "1.00\u{A0}RUB"))
    let dollar = try #require(Currency("USD"))
    #expect(amount.text(in: dollar) == LocalizedText(ru: "1,00\u{A0}USD", en: "1.00\u{A0}USD"))
  }
}
