import Primitives
import SeededGenerator
import Testing

struct RussianOrderTests {
  private func sorted(_ texts: [String]) -> [String] { texts.sorted { RussianOrder($0) < RussianOrder($1) } }

  @Test(arguments: [
    ["Арбузов", "Елкина", "Ёлкина", "Жуков", "Яшин"],
    // ё goes with е, not behind я.
    ["ежи", "ёжик", "ежиный"],
    ["Иванов", "Йодов", "Калинин"],
    ["дом 2", "дом 10", "дом 10а", "дом 100"],
    ["007", "7 школа", "8 школа", "школа"],
    ["Берёзка", "«Берёзка-2»", "Весна", "«Зима»", "Лето"],
    ["школа", "Школа"], ["Яблоня", "apple", "Zebra"], ["", " ", "а"],
    ["два слова", "двадцать"],
  ])
  func `lists go as people look things up`(texts: [String]) {
    #expect(sorted(texts.reversed()) == texts)
  }

  @Test func `letters that a Mac writes as two characters stand with those written as one`() {
    #expect(
      sorted(["Йод", "И\u{306}ога", "Игла", "Калина"])
        == ["Игла", "И\u{306}ога", "Йод", "Калина"].sorted { RussianOrder($0) < RussianOrder($1) })
    #expect(FoldedText("И\u{306}од Е\u{308}лка") == FoldedText("йод ёлка"))
  }

  @Test func `the order is total: whatever way a list comes, it goes the same`() {
    var dice = SplitMix64(seed: 20_201_220)
    let letters = Array("аеёийАЕЁИЙяbZ019 «»-\u{306}\u{308}日é")
    for _ in 0..<300 {
      let texts = (0..<12).map { _ in
        String((0..<Int.random(in: 0...5, using: &dice)).map { _ in letters.randomElement(using: &dice) ?? "а" })
      }
      let keys = texts.map { RussianOrder($0) }
      for (left, one) in keys.enumerated() {
        for (right, other) in keys.enumerated() {
          // Exactly one of less, equal, greater.
          let relations = [one < other, one == other, other < one].count { $0 }
          #expect(relations == 1, "\(texts[left].unicodeScalars) \(texts[right].unicodeScalars)")
          for third in keys where one < other && other < third { #expect(one < third) }
        }
      }
      let shuffled = texts.shuffled(using: &dice)
      #expect(sorted(texts).map { Array($0.unicodeScalars) } == sorted(shuffled).map { Array($0.unicodeScalars) })
    }
  }

  @Test func `ё is е until nothing else differs`() {
    var dice = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let stem = String((0..<4).map { _ in "абвеёж".randomElement(using: &dice) ?? "а" })
      let plain = stem.replacing("ё", with: "е")
      #expect(RussianOrder(plain + "а") < RussianOrder(stem + "б"))
      #expect(RussianOrder(stem + "а") < RussianOrder(plain + "б"))
      #expect(plain == stem || RussianOrder(plain) < RussianOrder(stem))
    }
  }

  @Test(arguments: [
    ("«Дом 10»—сад", ["дом", "10", "сад"]), ("Ёж", ["еж"]), ("", []), ("№ 5 / B2", ["5", "b2"]),
    ("日本 été", ["日本", "été"]),
  ])
  func `words are letters and digits`(text: String, words: [String]) {
    #expect(FoldedText(text).words.map { String(decoding: $0, as: UTF8.self) } == words)
  }
}
