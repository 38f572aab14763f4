import Primitives
import SeededGenerator
import Testing

@Suite struct LooseTextTests {
  @Test(arguments: [
    ("Ёлка  на\nплощади", "елка на площади"), ("  Мой Йод ", "мой йод"), ("И\u{306}од", "йод"),
    ("е\u{308}жик", "ежик"), ("7–10 лет", "7-10 лет"), ("İ", "i\u{307}"), ("", ""), (" \t ", ""), ("A — b", "a - b"),
  ])
  func `is read as people mean it`(text: String, loosened: String) {
    #expect(text.loosened == loosened)
  }

  @Test(arguments: Array(UInt64(1)...200))
  func `two texts are alike when they are the same as people mean them`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters = ["е", "ё", "Ё", "е\u{308}", "й", "и\u{306}", "И", " ", "\u{A0}", "–", "-", "a", "A", "İ"]
    func text() -> String {
      (0..<Int.random(in: 0...4, using: &random)).map { _ in letters[Int.random(in: 0..<14, using: &random)] }.joined()
    }
    for _ in 0..<200 {
      let (first, second) = (text(), text())
      #expect(
        first.isLooselyEqual(to: second)
          == Array(first.loosened.unicodeScalars).elementsEqual(second.loosened.unicodeScalars))
    }
  }
}
