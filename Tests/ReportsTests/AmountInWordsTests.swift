import Primitives
import Reports
import SeededGenerator
import Testing

struct AmountInWordsTests {
  private func contract(_ units: Int128, _ language: Language = .russian) -> String? {
    AmountInWords.contract(Amount(minorUnits: units), .rouble, language)?.replacing("\u{A0}", with: " ")
  }

  @Test(
    arguments: [
      (130_000_000, "1 300 000 (Один миллион триста тысяч) рублей 00 копеек"),
      (100, "1 (Один) рубль 00 копеек"), (202, "2 (Два) рубля 02 копейки"), (501, "5 (Пять) рублей 01 копейка"),
      (1_100, "11 (Одиннадцать) рублей 00 копеек"), (2_111, "21 (Двадцать один) рубль 11 копеек"),
      (0, "0 (Ноль) рублей 00 копеек"), (100_000, "1 000 (Одна тысяча) рублей 00 копеек"),
      (200_200, "2 002 (Две тысячи два) рубля 00 копеек"),
      (1_200_000, "12 000 (Двенадцать тысяч) рублей 00 копеек"),
      (2_100_100, "21 001 (Двадцать одна тысяча один) рубль 00 копеек"),
      (200_000_000, "2 000 000 (Два миллиона) рублей 00 копеек"),
      (100_000_000_022, "1 000 000 000 (Один миллиард) рублей 22 копейки"),
      (
        99_999_999_999_999_999,
        "999 999 999 999 999 (Девятьсот девяносто девять триллионов девятьсот девяносто девять миллиардов"
          + " девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять)"
          + " рублей 99 копеек"
      ),
    ] as [(Int128, String)])
  func `an amount is written as Russian agreements do`(units: Int128, text: String) {
    #expect(contract(units) == text)
  }

  @Test(
    arguments: [
      (130_000_001, "1,300,000 (One million three hundred thousand) roubles 01 kopeck"),
      (100, "1 (One) rouble 00 kopecks"), (2_145, "21 (Twenty-one) roubles 45 kopecks"),
      (0, "0 (Zero) roubles 00 kopecks"), (10_110, "101 (One hundred one) roubles 10 kopecks"),
    ] as [(Int128, String)])
  func `an amount is written in English`(units: Int128, text: String) {
    #expect(contract(units, .english) == text)
  }

  @Test func `what has no words has none`() {
    #expect(contract(-1) == nil)
    #expect(contract(100_000_000_000_000_000) == nil)
    #expect(AmountInWords.contract(Amount(minorUnits: 100), Currency("USD") ?? .rouble, .russian) == nil)
  }

  @Test(arguments: Language.allCases) func `words of any amount read back as the amount`(language: Language) {
    let reader = NumberReader(language)
    var generator = SplitMix64(seed: 62)
    for _ in 0..<500_000 {
      // Every length alike, so that each scale and its absence come up.
      let limit = [100, 10_000, 1_000_000, 1_000_000_000, 1_000_000_000_000, 1_000_000_000_000_000][
        Int(generator.next() % 6)]
      let number = Int(generator.next() % UInt64(limit))
      let read = reader.number(AmountInWords.words(number, language))
      if read != number { Issue.record("\(number) reads back as \(read.map(String.init) ?? "nothing")") }
    }
  }
}

/// Reads numbers in words, by a table of its own: what the writer gets wrong it does not get wrong alike.
private struct NumberReader {
  private var values: [String: Int] = [:]
  private var scales: [String: Int] = [:]

  init(_ language: Language) {
    switch language {
    case .russian:
      add("ноль один два три четыре пять шесть семь восемь девять десять", from: 0, by: 1)
      add("одиннадцать двенадцать тринадцать четырнадцать пятнадцать", from: 11, by: 1)
      add("шестнадцать семнадцать восемнадцать девятнадцать двадцать", from: 16, by: 1)
      add("тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто", from: 30, by: 10)
      add("двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот", from: 200, by: 100)
      (values["одна"], values["две"]) = (1, 2)
      for (stem, endings, scale) in [
        ("тысяч", ["а", "и", ""], 1_000), ("миллион", ["", "а", "ов"], 1_000_000),
        ("миллиард", ["", "а", "ов"], 1_000_000_000), ("триллион", ["", "а", "ов"], 1_000_000_000_000),
      ] {
        for ending in endings { scales[stem + ending] = scale }
      }
    case .english:
      add("zero one two three four five six seven eight nine ten eleven twelve", from: 0, by: 1)
      add("thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty", from: 13, by: 1)
      add("thirty forty fifty sixty seventy eighty ninety", from: 30, by: 10)
      scales = [
        "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
      ]
    }
  }

  private mutating func add(_ words: String, from first: Int, by step: Int) {
    for (index, word) in words.split(separator: " ").enumerated() { values[String(word)] = first + index * step }
  }

  func number(_ text: String) -> Int? {
    var (total, group) = (0, 0)
    for word in text.split(whereSeparator: { $0 == " " || $0 == "-" }) {
      if word == "hundred" {
        group *= 100
      } else if let value = values[String(word)] {
        group += value
      } else if let scale = scales[String(word)] {
        total += group * scale
        group = 0
      } else {
        return nil
      }
    }
    return total + group
  }
}
