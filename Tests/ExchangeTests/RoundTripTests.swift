import Exchange
import Foundation
import Grants
import Primitives
import Testing

/// What is written is valid, reads back equal, and is written again to the same bytes.
@Suite struct RoundTripTests {
  @Test(arguments: DocumentKind.allCases, Array(UInt64(1)...25))
  func `a document reads back as it was written, and is written again byte for byte`(
    _ kind: DocumentKind, seed: UInt64
  ) throws {
    var values = RandomValues(seed: seed)
    let (document, items, contest) = values.document(kind)
    let bytes = try document.bytes()

    let reading = try Reading(bytes)
    #expect(reading.refusal == [])
    #expect(reading.findings == [])
    #expect(reading.kind == kind)
    #expect(reading.contest == contest)
    #expect(reading.items == items)

    let header = try #require(reading.header)
    #expect(header.sender == document.sender)
    #expect(header.recipient == document.recipient)
    #expect(header.referenceMessageID == document.referenceMessageID)
    #expect(header.createdAt == document.createdAt)
    #expect(header.software == document.software)
    #expect(header.correctionNumber == document.correctionNumber)
    #expect(header.isTest == document.isTest)
    #expect(header.extensions == document.extensions)

    var again = OutgoingDocument(
      kind, reading.items, contest: contest, sender: header.sender, recipient: header.recipient,
      referenceMessageID: header.referenceMessageID, createdAt: header.createdAt, software: header.software)
    again.correctionNumber = header.correctionNumber
    again.isTest = header.isTest
    again.extensions = header.extensions
    #expect(try again.bytes() == bytes)
  }

  @Test(arguments: DocumentKind.allCases, Array(UInt64(1)...10))
  func `the header counts the records and sums the awards`(_ kind: DocumentKind, seed: UInt64) throws {
    var values = RandomValues(seed: seed)
    let (document, items, _) = values.document(kind)
    let header = try #require(try Reading(document.bytes()).header)
    var count = 0
    var awarded: [Money] = []
    for item in items {
      switch item {
      case .minutes, .receipt: break
      case .scoreSheet, .recusal: count += kind == .scoreSheets ? 1 : 0
      case .report(let report):
        count += report.projects.count
        awarded += report.projects.compactMap { $0.project.award }
      case .project(let project):
        count += 1
        awarded += [project.award].compactMap { $0 }
      default: count += 1
      }
    }
    #expect(header.recordCount == count)
    #expect(header.controlSum == awarded.first.map { Money(awarded.map(\.amount).sum(), $0.currency) })
  }

  @Test func `projects in several currencies have no control sum`() throws {
    var values = RandomValues(seed: 3)
    var projects = [values.project(in: .rouble), values.project(in: try #require(Currency("USD")))]
    for index in projects.indices { projects[index].awarded = Amount(minorUnits: 100) }
    let document = OutgoingDocument(
      .grantPortfolio, projects.map { .project($0) }, sender: values.organisation(), createdAt: values.instant())
    let reading = try Reading(document.bytes())
    #expect(reading.all == [])
    #expect(reading.header?.recordCount == 2)
    #expect(reading.header?.controlSum == nil)
  }

  @Test(arguments: DocumentKind.allCases)
  func `the same content has the same message identifier and digest, other content has others`(
    _ kind: DocumentKind
  ) throws {
    var values = RandomValues(seed: 11)
    let (document, _, _) = values.document(kind)
    let file = try TemporaryFile([])
    let first = try document.write(to: .file(file.path))
    let second = try document.write(to: .file(file.path))
    #expect(first.header == second.header)
    #expect(first.digest == second.digest)
    let reading = Reading(path: file.path)
    #expect(reading.header == first.header)
    #expect(reading.digest == first.digest.description)

    var other = document
    other.createdAt = try #require(Instant("1999-01-01T00:00:00Z"))
    let third = try other.write(to: .file(file.path))
    #expect(third.header.messageID != first.header.messageID)
    #expect(third.digest != first.digest)
  }

  @Test func `a message identifier that is given is kept`() throws {
    var values = RandomValues(seed: 5)
    var (document, _, _) = values.document(.scoreSheets)
    let id = values.messageID()
    document.messageID = id
    #expect(try Reading(document.bytes()).header?.messageID == id)
  }

  @Test(arguments: DocumentKind.allCases)
  func `xmllint finds written documents valid`(_ kind: DocumentKind) throws {
    let schemas = [
      DocumentKind.contestAnnouncement: "contest-announcement", .grantPortfolio: "grant-portfolio",
      .applications: "applications", .scoreSheets: "score-sheets", .resultsProtocol: "results-protocol",
      .grantReport: "grant-report", .receipt: "receipt",
    ]
    let schema = packageFolder.appending(path: "Schemas/\(try #require(schemas[kind])).xsd")
    let files = try (UInt64(100)..<120).map { seed in
      var values = RandomValues(seed: seed)
      return try TemporaryFile(try values.document(kind).document.bytes())
    }
    let lint = Process()
    lint.executableURL = URL(filePath: "/usr/bin/xmllint")
    lint.arguments = ["--noout", "--schema", schema.path] + files.map(\.path)
    let messages = Pipe()
    lint.standardError = messages
    try lint.run()
    let output = try messages.fileHandleForReading.readToEnd() ?? Data()
    lint.waitUntilExit()
    #expect(lint.terminationStatus == 0, "\(String(decoding: output, as: UTF8.self))")
  }
}

extension Project {
  fileprivate var award: Money? { awarded.map { Money($0, currency) } }
}
