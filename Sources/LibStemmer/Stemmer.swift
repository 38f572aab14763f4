import CStemmer

/// Brings the forms of a word to the stem they share (Snowball): «скворечники» and «скворечнику» to «скворечник».
///
/// Words are given in small letters, Russian ones without ё. The stems are for comparing, and need not be words.
@safe package final class Stemmer {
  package enum Language: String, Sendable {
    case russian, english
  }

  private let stemmer: OpaquePointer

  /// - Returns: nil where there is no memory for it.
  package init?(_ language: Language) {
    guard let stemmer = unsafe sb_stemmer_new(language.rawValue, "UTF_8") else { return nil }
    unsafe self.stemmer = stemmer
  }

  deinit {
    unsafe sb_stemmer_delete(stemmer)
  }

  /// The stem as UTF-8; the word itself where it has none.
  package func stem(_ word: [UInt8]) -> [UInt8] {
    unsafe word.withUnsafeBufferPointer { word in
      guard let size = Int32(exactly: word.count),
        let stem = unsafe sb_stemmer_stem(stemmer, word.baseAddress, size)
      else { return unsafe Array(word) }
      // The text belongs to the stemmer, and is there until the next word.
      return unsafe Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
    }
  }
}
