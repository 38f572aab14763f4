import Contests
import Exchange
import Foundation
import Grants
import Primitives
import Testing

/// What a program that takes only the library products can do.
@Suite struct LibraryUseTests {
  private func office() throws -> Organisation {
    let inn = try INN("4299000019")
    return Organisation(id: Identifier(inn), title: "Администрация города", inn: inn)
  }

  @Test func `a program writes applications and reads them part by part`() throws {
    let contest = try #require(Identifier("snow-2020"))
    let submitted = try #require(Instant("2020-12-01T10:00:00+07:00"))
    let entries = try (1...3).map { number in
      Entry(
        id: try #require(Identifier("A-\(number)")), contest: contest, title: "Снежный городок № \(number)",
        applicant: .group(title: "Жители дома", contact: nil), submittedAt: submitted)
    }
    let file = try TemporaryFile([])
    let document = OutgoingDocument(
      .applications, contest: contest, sender: try office(), createdAt: submitted, software: "Example 1.0"
    ) { body in
      for entry in entries { try body.add(entry) }
    }
    let written = try document.write(to: .file(file.path))
    #expect(written.header.recordCount == 3)

    var read: [Entry] = []
    var stream = try DocumentStream(path: file.path)
    while let part = try stream.next() {
      switch part {
      case .header(let header):
        #expect(header == written.header)
        #expect(stream.kind == .applications)
        #expect(stream.contest == contest)
      case .application(let record):
        #expect(record.number == read.count + 1)
        #expect(record.diagnostics == [])
        if case .entry(let entry)? = record.value { read.append(entry) }
      default: Issue.record("no other part was written")
      }
    }
    #expect(read == entries)
    #expect(stream.digest == written.digest.description)
    #expect(stream.bytesRead == (try Data(contentsOf: URL(filePath: file.path)).count))
    // The end stays the end.
    #expect(try stream.next() == nil)
  }

  @Test func `a document in memory is read like a file`() throws {
    let text = Sample.applications(Sample.application("A-1"), Sample.application("B", title: ""))
    var stream = DocumentStream(bytes: Array(text.utf8), name: "typed")
    let before = stream.rootLocation
    #expect(before == nil)
    var parts = 0
    var findings: [Diagnostic] = []
    while let part = try stream.next() {
      parts += 1
      findings += part.diagnostics
    }
    #expect(parts == 3)
    #expect(findings.map(\.location?.file) == ["typed"])
    #expect(stream.bytesRead == text.utf8.count)
    #expect(stream.rootLocation == .init(file: "typed", line: 2, column: 1, path: "/applications"))
  }

  @Test func `a rule's finding gets the place of the element it is about`() throws {
    let text = Sample.applications(
      Sample.application(
        "A-1",
        participants: "<participants count=\"1\"><person><name>А</name></person><person><name>Б</name>"
          + "<contact><phone>1</phone></contact></person></participants>"))
    let file = try TemporaryFile(Array(text.utf8))
    var stream = try DocumentStream(path: file.path)
    var located: [Diagnostic] = []
    while let part = try stream.next() {
      guard case .application(let record) = part else { continue }
      let fields = ["title", "participants/@count", "participants/person[2]/contact/phone", "no/such", nil]
      located = fields.map { field in
        record.located(Diagnostic(.init(.logic, 7), LocalizedText(ru: "а", en: "a"), field: field))
      }
    }
    let record = "/applications/application[1]"
    #expect(
      located.map { $0.location?.path } == [
        "\(record)/title", "\(record)/participants/@count", "\(record)/participants/person[2]/contact/phone", record,
        record,
      ])
    #expect(located.allSatisfy { $0.record == "A-1" && $0.location?.file == file.path })
    #expect(located.map { $0.location?.line } == [13, 16, 16, 12, 12])
  }

  @Test func `a document that lacks what its kind needs is not written`() throws {
    let created = try #require(Instant("2020-12-01T10:00:00+07:00"))
    let office = try office()
    func codes(_ kind: DocumentKind, _ items: [Item], contest: Identifier? = nil) -> Diagnostic.Code? {
      let document = OutgoingDocument(kind, items, contest: contest, sender: office, createdAt: created)
      do {
        _ = try document.bytes()
        return nil
      } catch {
        return (error as? Diagnostic)?.code
      }
    }
    var values = RandomValues(seed: 1)
    let contest = values.id()
    let recusal = Item.recusal(values.recusal())
    let sheet = Item.scoreSheet(values.scoreSheet())
    let result = Item.result(values.result())
    let minutes = Item.minutes(values.minutes())
    #expect(codes(.applications, []) == ExchangeCode.rootAttribute)
    #expect(codes(.contestAnnouncement, []) == ExchangeCode.missingPart)
    #expect(codes(.resultsProtocol, []) == ExchangeCode.missingPart)
    #expect(codes(.resultsProtocol, [result]) == ExchangeCode.unknownRecord)
    #expect(codes(.resultsProtocol, [minutes, minutes]) == ExchangeCode.unknownRecord)
    #expect(codes(.resultsProtocol, [minutes, sheet, result]) == ExchangeCode.unknownRecord)
    #expect(codes(.scoreSheets, [recusal, sheet], contest: contest) == ExchangeCode.unknownRecord)
    #expect(codes(.applications, [result], contest: contest) == ExchangeCode.unknownRecord)
    #expect(codes(.receipt, []) == ExchangeCode.missingPart)
    var project = values.project(in: .rouble)
    project.history = StatusHistory()
    #expect(codes(.grantPortfolio, [.project(project)]) == ExchangeCode.missingElement)
  }

  @Test func `a record that fails gives the document up, even when the error is swallowed`() throws {
    let created = try #require(Instant("2020-12-01T10:00:00+07:00"))
    var values = RandomValues(seed: 1)
    let contest = values.id()
    var entry = values.entry(in: contest)
    entry.title = "a\u{1}b"
    let bad = entry
    let good = values.entry(in: contest)
    let folder = FileManager.default.temporaryDirectory.appending(path: "exchange-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let document = OutgoingDocument(.applications, contest: contest, sender: try office(), createdAt: created) { body in
      try? body.add(bad)
      try? body.add(good)
    }
    let error = #expect(throws: Diagnostic.self) {
      try document.write(to: .file(folder.appending(path: "a.xml").path))
    }
    #expect(error?.code == ExchangeCode.forbiddenCharacter)
    #expect(error?.location?.path == "/applications/application/title")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `a place that cannot be written is a diagnostic`() throws {
    var values = RandomValues(seed: 1)
    let document = values.document(.scoreSheets).document
    let error = #expect(throws: Diagnostic.self) { try document.write(to: .file("/no/such/folder/a.xml")) }
    #expect(error?.code == ExchangeCode.cannotWrite)
  }
}
