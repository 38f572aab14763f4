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
/// - the header, which says how the file was sent, but for its sender: to him belongs an entry of which nothing else is told;
/// - the order of the results, which another office numbers otherwise;
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
    var valid = 0
    for value in values.shuffled(using: &chance).prefix(60) {
      let forged = text.replacingCharacters(in: value.startIndex..<value.endIndex, with: other(String(value)))
      let codes = codesOfValid(forged)
      #expect(codes?.contains(ExchangeCode.decisionDigestDiffers) ?? true, "\(line(of: value, in: text)): \(value)")
      if codes != nil { valid += 1 }
    }
    for element in elements.shuffled(using: &chance).prefix(40) {
      let forged = text.replacingCharacters(in: element.startIndex..<element.endIndex, with: "")
      let codes = codesOfValid(forged)
      #expect(codes?.contains(ExchangeCode.decisionDigestDiffers) ?? true, "\(line(of: element, in: text)): \(element)")
      if codes != nil { valid += 1 }
    }
    #expect(valid > 40)
  }

  /// Nil for what the schema refuses, before any digest is asked.
  private func codesOfValid(_ text: String) -> [Diagnostic.Code]? {
    (try? ResultsBundle(bytes: Array(text.utf8), name: "forged"))?.findings.map(\.code)
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

  private func results(of text: String) -> [String] {
    text.matches(of: /(?s)\ *<result id=.*?<\/result>\n/).map { String($0.output) }
  }

  @Test func `results in another order are the same decision`() throws {
    let text = try sealed(0)
    let results = results(of: text)
    let swapped = text.replacing(results[10] + results[11], with: results[11] + results[10])
    try #require(swapped != text)
    #expect(findings(swapped) == [])
    #expect(DocumentedDigest.of(swapped) == DocumentedDigest.of(text))
  }

  @Test func `a result left out, or told once more, is found`() throws {
    let text = try sealed(0)
    let last = try #require(results(of: text).last)
    let without = text.replacing(last, with: "").replacing("<recordCount>12<", with: "<recordCount>11<")
    #expect(findings(without).map(\.code).contains(ExchangeCode.decisionDigestDiffers))
    let doubled = text.replacing(last, with: last + last.replacing(/<result id="/, with: "<result id=\"again-"))
      .replacing("<recordCount>12<", with: "<recordCount>13<")
    #expect(findings(doubled).map(\.code).contains(ExchangeCode.decisionDigestDiffers))
  }

  @Test func `whose an application is may be spelt out, but not changed`() throws {
    let text = try sealed(0)
    let result = try #require(results(of: text).first)
    let id = try #require(result.firstMatch(of: /<result id="([^"]+)"/)).1
    func told(_ sender: String, _ id: some StringProtocol) -> String {
      text.replacing(
        result,
        with: result.replacing("</title>", with: "</title><source sender=\"\(sender)\" id=\"\(id)\"/>"))
    }
    #expect(findings(told("verkhneozersk-administration", id)) == [])
    #expect(findings(told("verkhneozersk-administration", "x")).map(\.code) == [ExchangeCode.decisionDigestDiffers])
    #expect(findings(told("school-5", id)).map(\.code) == [ExchangeCode.decisionDigestDiffers])
    let passedOff = text.replacing("<sender id=\"verkhneozersk-administration\">", with: "<sender id=\"school-5\">")
    #expect(findings(passedOff).map(\.code) == [ExchangeCode.decisionDigestDiffers])
  }

  @Test func `whoever reads the parts is refused a changed decision at the end, and not one that states no digest`()
    throws
  {
    let text = try sealed(0)
    let changed = text.replacing("<note>", with: "<note>Иначе: ")
    func refusal(_ text: String) -> [Diagnostic.Code] {
      var stream = DocumentStream(bytes: Array(text.utf8), name: "protocol")
      do throws(DocumentRefusal) {
        while try stream.next() != nil {}
        return []
      } catch {
        return error.diagnostics.map(\.code)
      }
    }
    #expect(refusal(text) == [])
    #expect(refusal(changed) == [ExchangeCode.decisionDigestDiffers])
    #expect(refusal(changed.replacing(/\ decisionDigest="[0-9a-f]*"/, with: "")) == [])
    #expect(refusal(DocumentedDigest.sealing(changed)) == [])
  }

  @Test func `a digest written anew agrees with what it is over, and is another one`() throws {
    let text = try sealed(0)
    let forged = DocumentedDigest.sealing(text.replacing("<note>", with: "<note>Иначе: "))
    let bundle = try ResultsBundle(bytes: Array(forged.utf8), name: "forged")
    #expect(bundle.findings == [])
    #expect(try bundle.decisionDigest != ResultsBundle(bytes: Array(text.utf8), name: "honest").decisionDigest)
  }
}
