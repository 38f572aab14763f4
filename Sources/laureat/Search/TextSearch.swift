import LibStemmer
import Primitives

/// Finds texts that speak of what was typed: every word of it occurs, in whatever form («скворечник» finds
/// «Скворечники»), or as a part of a longer word. Case does not matter, and ё is е.
///
/// Stems are made while searching. A search column would have to be kept by every import, which costs more than all
/// searches together.
struct TextSearch {
  private let whole: FoldedText
  private let words: [Word]

  /// A word that was typed, as it is looked for.
  private struct Word {
    let part: FoldedText
    let stem: [UInt8]
    let stemmer: Stemmer?
    let isRussian: Bool

    /// True when a word of a text has the same stem.
    func isForm(_ word: ArraySlice<UInt8>) -> Bool {
      guard let stemmer, let first = stem.first, word.first == first else { return false }
      // A Russian stem is a beginning of the word; most words are done with here.
      if isRussian, !word.starts(with: stem) { return false }
      // A name may be taken for a form in its plain form alone: «Семёнов» as that of a «Семён», but «Семёнова» not.
      return word.elementsEqual(stem) || stemmer.stem(Array(word)) == stem
    }
  }

  init(_ typed: String) {
    whole = FoldedText(typed)
    let russian = Stemmer(.russian)
    let english = Stemmer(.english)
    words = whole.words.map { word in
      let isRussian = word.first.map { (0xD0...0xD4).contains($0) } ?? false
      let stemmer = isRussian ? russian : english
      return Word(
        part: FoldedText(String(decoding: word, as: UTF8.self)), stem: stemmer?.stem(Array(word)) ?? Array(word),
        stemmer: stemmer, isRussian: isRussian)
    }
  }

  /// - Parameter texts: What is looked through together: the words may stand in different ones.
  func finds(in texts: [String]) -> Bool {
    let folded = texts.map { FoldedText($0) }
    if folded.contains(where: { $0.contains(whole) }) { return true }
    guard !words.isEmpty else { return false }
    var forms: [ArraySlice<UInt8>]?
    return words.allSatisfy { word in
      if folded.contains(where: { $0.contains(word.part) }) { return true }
      let known = forms ?? folded.flatMap(\.words)
      forms = known
      return known.contains(where: word.isForm)
    }
  }
}
