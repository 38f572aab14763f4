import Exchange
import Foundation
import Primitives
import Testing

/// The files that are delivered as examples.
@Suite struct SampleFilesTests {
  static func files(_ folder: String) -> [String] {
    let folder = packageFolder.appending(path: "Samples/\(folder)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".xml") }.sorted().map { folder.appending(path: $0).path }
  }

  @Test(arguments: files("") + files("odd") + files("jury") + files("outgoing"))
  func `a sound sample is read without a finding`(_ path: String) throws {
    let reading = Reading(path: path)
    #expect(reading.all == [])
    #expect(reading.items.count > 0)
  }

  @Test(arguments: files("") + files("jury") + files("outgoing"))
  func `a sound sample is written and read again unchanged`(_ path: String) throws {
    let reading = Reading(path: path)
    let header = try #require(reading.header)
    let written = try OutgoingDocument(
      try #require(reading.kind), reading.items, contest: reading.contest, sender: header.sender,
      recipient: header.recipient, referenceMessageID: header.referenceMessageID, createdAt: header.createdAt,
      software: header.software
    ).bytes()
    let again = try Reading(written)
    #expect(again.all == [])
    #expect(again.items == reading.items)
    #expect(again.header?.recordCount == header.recordCount)
    #expect(again.header?.controlSum == header.controlSum)
  }

  struct Expected: CustomTestStringConvertible {
    var file: String
    var code: String
    var line: Int?
    var testDescription: String { "\(file) \(code)" }
  }

  /// Lines of `EXPECTED.csv` about one file; whatever needs a store or rules is tested where those are.
  static let expectations: [Expected] = {
    let path = packageFolder.appending(path: "Samples/broken/EXPECTED.csv")
    let lines = (try? String(contentsOf: path, encoding: .utf8))?.split(separator: "\n").dropFirst() ?? []
    let ours = [
      ExchangeCode.duplicateIdentifier, ExchangeCode.currenciesDiffer, ExchangeCode.totalsDisagree,
      ExchangeCode.illegalHistory,
    ].map(\.description)
    return lines.compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, let file = cells[1].split(separator: " ").last.map(String.init),
        cells[3].hasPrefix("GC-020") || cells[3].hasPrefix("GC-030") || ours.contains(cells[3])
      else { return nil }
      return Expected(file: file, code: cells[3], line: Int(cells[4]))
    }
  }()

  @Test(arguments: expectations)
  func `a broken sample gives the code and line that are promised`(_ expected: Expected) {
    let path = packageFolder.appending(path: "Samples/broken/\(expected.file)").path
    let found = Reading(path: path).all.filter { $0.severity == .error }
      .map { "\($0.code) \($0.location?.line.map(String.init) ?? "")" }
    #expect(found.contains("\(expected.code) \(expected.line.map(String.init) ?? "")"))
  }

  @Test func `there are broken samples`() {
    #expect(Self.expectations.count > 50)
  }
}
