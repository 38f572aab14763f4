import Contests
import Exchange
import Foundation
import Testing

/// The documents of `Tests/Golden/1.0`: the format as it was released, one document or more of every kind.
///
/// A released golden document is never edited, and none is taken away: somebody has such files in an archive. Where one
/// of them is read or written otherwise than before, the program is to be mended. What a later minor version adds to the
/// format is shown by documents in a folder of its own, `Tests/Golden/1.1`.
struct GoldenDocumentTests {
  @Test(arguments: GoldenDocuments.all)
  func `a golden document is read without a finding`(_ name: String) {
    let reading = GoldenDocuments.reading(name)
    #expect(reading.all == [])
    #expect(reading.withoutValue == 0)
    #expect(reading.header != nil)
  }

  @Test(arguments: GoldenDocuments.canonical)
  func `a golden document is written again byte for byte`(_ name: String) throws {
    let written = try GoldenDocuments.writtenAgain(name)
    let golden = Array(try Data(contentsOf: GoldenDocuments.file(name)))
    // The files are long: what is told is the first line that differs.
    let lines = (written.split(separator: 10), golden.split(separator: 10))
    let line = zip(lines.0, lines.1).enumerated().first { $0.element.0 != $0.element.1 }
    let isSame = written == golden
    #expect(
      isSame,
      """
      line \((line?.offset ?? min(lines.0.count, lines.1.count)) + 1):
      \(line.map { String(decoding: $0.element.0, as: UTF8.self) } ?? "the end")
      \(line.map { String(decoding: $0.element.1, as: UTF8.self) } ?? "the end")
      """)
  }

  /// They spell out what goes without saying, or add to records whose additions no store keeps, as those of a receipt.
  @Test(arguments: GoldenDocuments.ofOthers)
  func `a golden document of another program is written again to the same meaning`(_ name: String) throws {
    let reading = GoldenDocuments.reading(name)
    let again = try Reading(GoldenDocuments.writtenAgain(name))
    #expect(again.all == [])
    #expect(again.items == reading.items)
    #expect(again.header?.messageID == reading.header?.messageID)
  }

  @Test func `a protocol of ours proves its places`() throws {
    let bundle = try ResultsBundle(path: GoldenDocuments.file("results-own.xml").path)
    #expect(bundle.findings == [])
    #expect(bundle.sheets.count == 20)
    #expect(bundle.recusals.count == 1)
  }

  @Test func `a protocol that withholds places in one age group proves its places`() throws {
    let bundle = try ResultsBundle(path: GoldenDocuments.file("results-age-group.xml").path)
    #expect(bundle.findings == [])
    #expect(bundle.minutes.decisions.compactMap(\.ageGroup) == ["Младшие", "Старшие"])
  }

  @Test func `every message has a number of its own`() {
    let numbers = GoldenDocuments.all.compactMap { GoldenDocuments.reading($0).header?.messageID }
    #expect(numbers.count == GoldenDocuments.all.count)
    #expect(Set(numbers).count == numbers.count)
  }

  // MARK: Completeness

  /// When this fails for a declaration that has just been added to a schema: before version 1.0 is released add it to a
  /// document in `Tests/Golden/1.0`, afterwards to one in the folder of the version that brings it.
  @Test(arguments: DocumentKind.allCases)
  func `every element, attribute and listed value of a schema stands in a golden document of its kind`(
    _ kind: DocumentKind
  ) throws {
    let schema = try GoldenSchema(of: kind)
    let missing = schema.reachable.subtracting(try schema.exercised(by: GoldenDocuments.of(kind)))
      .subtracting(try headerOfAnyKind())
    #expect(
      missing.isEmpty,
      """
      no document of the kind \(kind.rawValue) in Tests/Golden/\(GoldenDocuments.version) has
      \(missing.map(\.description).sorted().joined(separator: "\n"))
      """)
  }

  /// The header is one and the same for all kinds: a trial message, a correction and a control sum with its currency are
  /// shown once.
  private func headerOfAnyKind() throws -> Set<GoldenSchema.Declaration> {
    var exercised: Set<GoldenSchema.Declaration> = []
    for kind in DocumentKind.allCases {
      exercised.formUnion(try GoldenSchema(of: kind).exercised(by: GoldenDocuments.of(kind)))
    }
    return exercised.filter { $0.owner == "Header" || $0.owner == "CurrencyAttribute" }
  }

  /// `EntryStatus` is what a results protocol takes its two values from; no document uses the others.
  @Test(arguments: DocumentKind.allCases)
  func `no schema declares what no document can hold`(_ kind: DocumentKind) throws {
    let schema = try GoldenSchema(of: kind)
    let idle = schema.declaredHere.subtracting(schema.reachable)
    #expect(idle.map(\.description).sorted() == [])
  }

  @Test func `what the schemas share is used by one of them`() throws {
    var idle = try GoldenSchema(of: .receipt).declaredInCommon
    for kind in DocumentKind.allCases { idle.subtract(try GoldenSchema(of: kind).reachable) }
    #expect(Set(idle.map(\.owner)) == ["EntryStatus"])
  }
}

/// The files of the format's first version.
enum GoldenDocuments {
  static let version = "1.0"
  private static let folder = packageFolder.appending(path: "Tests/Golden/\(version)")

  /// As our own writer puts them.
  static let canonical = names(in: "")
  static let ofOthers = names(in: "as-others-write/")
  static let all = canonical + ofOthers

  private static func names(in part: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path)) ?? []
    return names.filter { $0.hasSuffix(".xml") }.sorted().map { part + $0 }
  }

  static func file(_ name: String) -> URL { folder.appending(path: name) }

  static func text(_ name: String) throws -> String { try String(contentsOf: file(name), encoding: .utf8) }

  static func reading(_ name: String) -> Reading { Reading(path: file(name).path) }

  static func of(_ kind: DocumentKind) throws -> [Data] {
    try all.map { try Data(contentsOf: file($0)) }.filter { data in
      String(decoding: data, as: UTF8.self).contains("<\(kind.rawValue) xmlns")
    }
  }

  /// The document of what was read, under the number it had.
  static func writtenAgain(_ name: String) throws -> [UInt8] {
    let reading = reading(name)
    let header = try #require(reading.header)
    var document = OutgoingDocument(
      try #require(reading.kind), reading.items, contest: reading.contest, sender: header.sender,
      recipient: header.recipient, referenceMessageID: header.referenceMessageID, createdAt: header.createdAt,
      software: header.software, sealed: try text(name).contains(" decisionDigest=\""))
    document.messageID = header.messageID
    document.correctionNumber = header.correctionNumber
    document.isTest = header.isTest
    document.extensions = header.extensions
    return try document.bytes()
  }
}
