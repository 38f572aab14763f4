import Exchange
import Foundation
import Primitives
import Testing

/// What is wrong with a value is said without the value.
@Suite struct PrivacyTests {
  private static let canary = "Канарейка"

  /// Documents that hold every element and attribute of their kind.
  private static func fullDocument(_ kind: DocumentKind) throws -> String {
    // Seeds are tried until nearly everything optional is there.
    let texts = try (UInt64(1)...40).map { seed in
      var values = RandomValues(seed: seed)
      return String(decoding: try values.document(kind).document.bytes(), as: UTF8.self)
    }
    return try #require(texts.max { names(in: $0).count < names(in: $1).count })
  }

  private static func names(in text: String) -> Set<Substring> {
    Set(text.matches(of: /[<\s](\w+)[=>\s]/).map(\.1))
  }

  /// The places of all texts and attribute values, apart from the root and extensions, which nothing reads.
  private static func places(in text: String) throws -> [Range<String.Index>] {
    let root = try #require(text.firstRange(of: "<header"))
    let matches = text[root.lowerBound...].matches(of: /="([^"]*)"|>([^<>\n]+)</).compactMap { $0.1 ?? $0.2 }
    let extensions = text.matches(of: /<extensions>.*?<\/extensions>/.dotMatchesNewlines()).map(\.range)
    return matches.map { $0.startIndex..<$0.endIndex }.filter { place in !extensions.contains { $0.overlaps(place) } }
  }

  @Test(arguments: DocumentKind.allCases, [" \(canary) Иван ", ""])
  func `no diagnostic quotes a value, whatever stands in whatever place`(_ kind: DocumentKind, _ planted: String) throws
  {
    let text = try Self.fullDocument(kind)
    var spoilt = 0
    for place in try Self.places(in: text) {
      // A text of its own for each place, so that a quoted number or day is found too.
      let value = planted + Self.canary
      let reading = try Reading(text.replacingCharacters(in: place, with: value))
      if !reading.all.isEmpty { spoilt += 1 }
      for diagnostic in reading.all {
        #expect(!Self.shown(diagnostic).contains(Self.canary))
        // An identifier without white space is one; anything else is not shown as the record's.
        if planted.hasPrefix(" ") { #expect(diagnostic.record?.contains(Self.canary) != true) }
      }
    }
    #expect(spoilt > 5)
  }

  @Test func `a value where it ends the reading is not quoted either`() throws {
    let text = Sample.applications(Sample.application("A", title: "<title>\(Self.canary)</title>"))
    let spoilt = [
      text.replacing("\(Self.canary)</title>", with: "\(Self.canary) & Ко</title>"),
      text.replacing("\(Self.canary)</title>", with: "\(Self.canary)</titel>"),
      text.replacing("\(Self.canary)</title>", with: "\(Self.canary)&\(Self.canary);</title>"),
      text.replacing("\(Self.canary)</title>", with: "\(Self.canary)\u{1}</title>"),
      text.replacing("<applications", with: "<!DOCTYPE \(Self.canary)><applications"),
      text.replacing("snow-2020", with: "\(Self.canary) \(Self.canary)"),
      text.replacing("formatVersion=\"1.0\"", with: "formatVersion=\"\(Self.canary)\""),
      text.replacing("UTF-8", with: "Kanareika"),
      text.replacing("exchange:1", with: Self.canary),
      text.replacing("</header>", with: "</header>\(Self.canary)"),
      text + Self.canary, Self.canary, String(text.prefix(text.count / 2)),
    ]
    for text in spoilt {
      let reading = try Reading(text)
      #expect(reading.refusal.count == 1)
      for diagnostic in reading.refusal {
        #expect(!Self.shown(diagnostic).contains(Self.canary))
        #expect(!Self.shown(diagnostic).contains("Kanareika"))
      }
    }
  }

  /// Everything of a diagnostic but the record's identifier and the name of the file.
  private static func shown(_ diagnostic: Diagnostic) -> String {
    [
      diagnostic.message.russian, diagnostic.message.english, diagnostic.advice?.russian, diagnostic.advice?.english,
      diagnostic.location?.path, diagnostic.field,
    ].compactMap { $0 }.joined(separator: "\n")
  }
}
