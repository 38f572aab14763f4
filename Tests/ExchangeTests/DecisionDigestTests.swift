import Contests
import Exchange
import Foundation
import Primitives
import SeededGenerator
import Testing

/// The digest that binds a protocol to its results: one change of anything they tell is found, also of what follows from no
/// point.
///
/// It binds nothing to its sender: whoever writes it anew is found out by comparing it with the one that he told. Nor is it
/// over
/// - itself: that it was left out is seen by its absence;
/// - the header, which says how the file was sent;
/// - `extensions`, of which nobody but their author knows the meaning;
/// - the identifiers, remarks and reasons of sheets and recusals, which decide nothing and may be erased: what decides in
///   them is found by their own digest.
struct DecisionDigestTests {
  private func findings(_ text: String) -> [Diagnostic] {
    do throws(DocumentRefusal) {
      return try ResultsBundle(bytes: Array(text.utf8), name: "forged").findings
    } catch {
      return error.diagnostics
    }
  }

  private func sealed(_ seed: UInt64) throws -> String {
    seed == 0
      ? try GoldenDocuments.text("results-decision-digest.xml") : try ProvedProtocol(seed: seed).text(sealed: true)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `whoever follows the words of the schema finds the digest that a file states`(seed: UInt64) throws {
    let text = try sealed(seed)
    let bundle = try ResultsBundle(bytes: Array(text.utf8), name: "honest")
    #expect(bundle.findings == [])
    #expect(bundle.decisionDigest == DocumentedDigest.of(text))
  }

  @Test func `a file may be laid out otherwise and spell out its attributes in another order`() throws {
    let text = try sealed(0)
    let other = text.replacing(/>\n\ */, with: ">\n").replacing(
      "number=\"3\" date=\"2025-07-22\"", with: "date='2025-07-22'\n number=' 3 '"
    )
    .replacing("<status>", with: "<status> ").replacing("<title>", with: "<title>\n\t")
    try #require(other != text)
    #expect(findings(other) == [])
  }

  @Test func `what others added is not bound`() throws {
    let text = try sealed(0)
    let added = text.replacing(
      "</result>", with: "<extensions><m:seal xmlns:m=\"urn:machine:1\">1</m:seal></extensions></result>",
      maxReplacements: 1)
    #expect(findings(added) == [])
  }

  @Test func `a file without it is valid, and tells none`() throws {
    let bare = try sealed(0).replacing(/\ decisionDigest="[0-9a-f]*"/, with: "")
    let bundle = try ResultsBundle(bytes: Array(bare.utf8), name: "bare")
    #expect(bundle.findings == [])
    #expect(bundle.decisionDigest == nil)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `every value changed, and every element left out, is found`(seed: UInt64) throws {
    let text = try sealed(seed)
    let start = try #require(text.range(of: "<protocol ")).lowerBound
    let end = try #require(text.range(of: "<scoreSheet ")).lowerBound
    let decision = text[start..<end]
    let values =
      decision.matches(of: /[A-Za-z0-9]+="([^"]+)"/).map { $0.output.1 }
      + decision.matches(of: />([^<>\n]+)</).map { $0.output.1 }
    let elements = decision.matches(of: /<([A-Za-z]+)[^<>]*>[^<>]*<\/\1>|<[A-Za-z][^<>]*\/>/).map(\.output.0)
    try #require(values.count > 100 && elements.count > 40)
    var chance = SplitMix64(seed: seed)
    for value in values.shuffled(using: &chance).prefix(60) {
      let forged = text.replacingCharacters(in: value.startIndex..<value.endIndex, with: other(String(value)))
      #expect(!findings(forged).isEmpty, "\(line(of: value, in: text)): \(value)")
    }
    for element in elements.shuffled(using: &chance).prefix(40) {
      let forged = text.replacingCharacters(in: element.startIndex..<element.endIndex, with: "")
      #expect(!findings(forged).isEmpty, "\(line(of: element, in: text)): \(element)")
    }
  }

  /// Of the same form, so that the schema takes most of them.
  private func other(_ value: String) -> String {
    switch value {
    case "true": return "false"
    case "false": return "true"
    case _ where value.wholeMatch(of: /[0-9a-f]{64}/) != nil:
      return (value.hasPrefix("0") ? "1" : "0") + value.dropFirst()
    case _ where value.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil:
      return value == "2020-02-02" ? "2020-02-03" : "2020-02-02"
    case _ where Int(value) != nil: return value == "3" ? "4" : "3"
    default: return value + "1"
    }
  }

  private func line(of part: Substring, in text: String) -> Int {
    text[..<part.startIndex].count { $0 == "\n" } + 1
  }

  @Test func `results in another order, twice or left out are found`() throws {
    let text = try sealed(0)
    let results = text.matches(of: /(?s)\ *<result id=.*?<\/result>\n/).map { String($0.output) }
    let swapped = text.replacing(results[10] + results[11], with: results[11] + results[10])
    try #require(swapped != text)
    #expect(findings(swapped).map(\.code) == [ExchangeCode.decisionDigestDiffers])
  }

  @Test func `a digest written anew agrees with what it is over, and is another one`() throws {
    let text = try sealed(0)
    let forged = DocumentedDigest.sealing(text.replacing("<note>", with: "<note>Иначе: "))
    let bundle = try ResultsBundle(bytes: Array(forged.utf8), name: "forged")
    #expect(bundle.findings == [])
    #expect(try bundle.decisionDigest != ResultsBundle(bytes: Array(text.utf8), name: "honest").decisionDigest)
  }
}
