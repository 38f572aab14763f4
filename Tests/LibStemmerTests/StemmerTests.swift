import LibStemmer
import Testing

struct StemmerTests {
  private func stem(_ word: String, _ language: Stemmer.Language) throws -> String {
    String(decoding: try #require(Stemmer(language)).stem(Array(word.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ["скворечник", "скворечники", "скворечников", "скворечнику", "скворечником"],
    ["школьная", "школьный", "школьной", "школьных"], ["елка", "елки", "елку"],
  ])
  func `the forms of a Russian word have one stem`(forms: [String]) throws {
    #expect(Set(try forms.map { try stem($0, .russian) }).count == 1)
  }

  @Test(arguments: [["garden", "gardens"], ["winner", "winners"], ["painting", "paintings", "painted"]])
  func `the forms of an English word have one stem`(forms: [String]) throws {
    #expect(Set(try forms.map { try stem($0, .english) }).count == 1)
  }

  @Test func `words that only look alike keep their stems`() throws {
    #expect(try stem("гора", .russian) != stem("город", .russian))
    #expect(try stem("wood", .english) != stem("word", .english))
  }

  @Test(arguments: ["", "17", "№", "а", "日本"])
  func `what is no word is its own stem`(text: String) throws {
    #expect(try stem(text, .russian) == text)
  }

  @Test func `a stemmer is asked as often as wanted`() throws {
    let stemmer = try #require(Stemmer(.russian))
    let first = stemmer.stem(Array("дома".utf8))
    _ = stemmer.stem(Array("скворечниками".utf8))
    #expect(stemmer.stem(Array("дома".utf8)) == first)
  }
}
