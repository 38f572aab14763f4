import Contests
import Exchange
import Foundation
import Primitives
import Testing

/// What a protocol tells of places given before it, or taken back since, agrees with itself, whatever digest somebody wrote
/// over it.
struct EarlierPlacesTests {
  /// One change of a document that is right, and what is found.
  struct Change: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var document: String
    var told: String
    var other: String
    var code: Diagnostic.Code
    var record: String
  }

  private static let changes: [Change] = [
    .init(
      testDescription: "revoked before it was given", document: "results-revoked.xml",
      told: "protocol=\"1\" revokedOn=\"2025-07-20\" ground=\"declined\"",
      other: "protocol=\"1\" revokedOn=\"2025-07-14\" ground=\"declined\"",
      code: ExchangeCode.protocolContradicts, record: "K-6"),
    .init(
      testDescription: "moved, and nobody had lost a place", document: "results-revoked.xml",
      told: "<earlierPlace place=\"1\" protocol=\"1\" revokedOn=\"2025-07-20\" ground=\"violation\"/>",
      other: "<earlierPlace place=\"1\" protocol=\"1\" revokedOn=\"2025-07-20\" ground=\"moved\"/>",
      code: ExchangeCode.protocolContradicts, record: "K-2"),
    .init(
      testDescription: "moved to no place", document: "results-moved-up-twice.xml",
      told: "ground=\"violation\" movedUpBy=\"2\"", other: "ground=\"moved\"",
      code: ExchangeCode.protocolContradicts, record: "K-1"),
    .init(
      testDescription: "one place, given twice by one protocol", document: "results-decided-again.xml",
      told: "place=\"2\" protocol=\"1\" revokedOn=\"2025-07-20\" ground=\"declined\"",
      other: "place=\"1\" protocol=\"1\" revokedOn=\"2025-07-20\" ground=\"declined\"",
      code: ContestCode.placeTaken, record: "K-6"),
    .init(
      testDescription: "what becomes of a place unsaid", document: "results-moved-up-twice.xml",
      told: " revokedPlaces=\"movedUp\"", other: "", code: ContestCode.revokedPlacesOpen, record: "K-1"),
    .init(
      testDescription: "anew, and a place stands", document: "results-decided-again.xml",
      told: "revokedPlaces=\"vacant\"", other: "revokedPlaces=\"anew\"", code: ContestCode.standingPlaceDiffers,
      record: "K-5"),
  ]

  private func findings(_ text: String) throws -> [Diagnostic] {
    try ResultsBundle(bytes: Array(text.utf8), name: "changed").findings
  }

  @Test(arguments: changes)
  func `what cannot have been so is found`(_ change: Change) throws {
    let honest = try GoldenDocuments.text(change.document)
    try #require(try findings(honest) == [])
    let forged = honest.replacing(change.told, with: change.other, maxReplacements: 1)
    try #require(forged != honest)
    let found = try findings(forged)
    #expect(found.contains { $0.code == change.code && $0.record == change.record }, "\(found.map(\.code))")
  }

  /// With a second place that the protocol took from the third entry.
  private func losing(_ text: String) -> String {
    text.replacing(/(?s)<result id="K-3">.*?<\/result>/) { match in
      match.output.replacing(
        "</result>",
        with: "<earlierPlace place=\"2\" protocol=\"1\" revokedOn=\"2025-07-20\" ground=\"violation\"/></result>")
    }
  }

  @Test func `a place that another held is not lost by a third`() throws {
    let found = try findings(losing(GoldenDocuments.text("results-revoked.xml")))
    #expect(Set(found.filter { $0.code == ContestCode.placeTaken }.map(\.record)) == ["K-2", "K-3"])
  }

  @Test func `equals share a place where the rules let them, and what was a mistake was never given`() throws {
    let text = try GoldenDocuments.text("results-revoked.xml")
    let shared = losing(text).replacing("<sharedPlaces>false<", with: "<sharedPlaces>true<")
    #expect(try !findings(shared).contains { $0.code == ContestCode.placeTaken })
    let mistaken = losing(text).replacing(/(<result id="K-3">[\s\S]*?ground=")violation/) { "\($0.output.1)mistake" }
    #expect(try !findings(mistaken).contains { $0.code == ContestCode.placeTaken })
  }
}
