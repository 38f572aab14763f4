import Contests
import Exchange
import Foundation
import Grants
import Primitives

/// The folder of the package, found from this file.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// A file that goes away with its owner.
final class TemporaryFile {
  let path: String

  init(_ bytes: some Sequence<UInt8>, name: String = "document.xml") throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "exchange-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: name).path
    try Data(bytes).write(to: URL(filePath: path))
  }

  deinit {
    try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent())
  }
}

/// What a document carries, as one list of values that can be compared.
enum Item: Hashable {
  case contest(Contest)
  case application(Application)
  case scoreSheet(ScoreSheet)
  case recusal(Recusal)
  case minutes(ResultsProtocol)
  case result(ProtocolResult)
  case project(Project)
  case report(GrantReport)
  case receipt(ReceiptSummary)
  case receiptLine(ReceiptLine)

  /// - Parameter isSealed: True for minutes that state the digest of their decision.
  func add(to body: DocumentBody, sealed isSealed: Bool = false) throws {
    switch self {
    case .contest(let value): try body.add(value)
    case .application(let value): try body.add(value)
    case .scoreSheet(let value): try body.add(value)
    case .recusal(let value): try body.add(value)
    case .minutes(let value): try body.add(value, sealed: isSealed)
    case .result(let value): try body.add(value)
    case .project(let value): try body.add(value)
    case .report(let value): try body.add(value)
    case .receipt(let value): try body.add(value)
    case .receiptLine(let value): try body.add(value)
    }
  }
}

/// All that reading a document gave.
struct Reading {
  var kind: DocumentKind?
  var contest: Identifier?
  var header: Header?
  var items: [Item] = []
  /// What was found about the records.
  var findings: [Diagnostic] = []
  /// The numbers of the records in the order they came.
  var numbers: [Int] = []
  var identifiers: [String?] = []
  /// How many records came without a value.
  var withoutValue = 0
  /// Why the file was refused.
  var refusal: [Diagnostic] = []
  var digest = ""

  var all: [Diagnostic] { findings + refusal }

  init(_ text: String) throws {
    try self.init(Array(text.utf8))
  }

  init(_ bytes: [UInt8]) throws {
    let file = try TemporaryFile(bytes)
    self.init(path: file.path)
  }

  init(path: String) {
    do throws(DocumentRefusal) {
      var stream = try DocumentStream(path: path)
      do throws(DocumentRefusal) {
        while let part = try stream.next() { take(part) }
      } catch {
        refusal = error.diagnostics
      }
      kind = stream.kind
      contest = stream.contest
      digest = stream.digest
    } catch {
      refusal = error.diagnostics
    }
  }

  private mutating func take(_ part: DocumentPart) {
    findings += part.diagnostics
    switch part {
    case .header(let header): self.header = header
    case .contest(let record): add(record) { .contest($0) }
    case .application(let record): add(record) { .application($0) }
    case .scoreSheet(let record): add(record) { .scoreSheet($0) }
    case .recusal(let record): add(record) { .recusal($0) }
    case .minutes(let record): add(record) { .minutes($0) }
    case .result(let record): add(record) { .result($0) }
    case .project(let record): add(record) { .project($0) }
    case .report(let record): add(record) { .report($0) }
    case .reportedProject(let record): addProject(record)
    case .receipt(let record): add(record) { .receipt($0) }
    case .receiptLine(let record): add(record) { .receiptLine($0) }
    case .stray(let record):
      numbers.append(record.number)
      identifiers.append(record.id)
      withoutValue += 1
    }
  }

  private mutating func add<Value>(_ record: CheckedRecord<Value>, _ item: (Value) -> Item) {
    numbers.append(record.number)
    identifiers.append(record.id)
    if let value = record.value { items.append(item(value)) } else { withoutValue += 1 }
  }

  /// Puts a project back into the report it came after.
  private mutating func addProject(_ record: CheckedRecord<ReportedProject>) {
    numbers.append(record.number)
    identifiers.append(record.id)
    guard let project = record.value, case .report(var report)? = items.last else { return withoutValue += 1 }
    report.projects.append(project)
    items[items.count - 1] = .report(report)
  }
}

extension OutgoingDocument {
  init(
    _ kind: DocumentKind, _ items: [Item], contest: Identifier? = nil, sender: Organisation,
    recipient: Organisation? = nil, referenceMessageID: MessageID? = nil, createdAt: Instant, software: String? = nil,
    sealed isSealed: Bool = false
  ) {
    self.init(
      kind, contest: contest, sender: sender, recipient: recipient, referenceMessageID: referenceMessageID,
      createdAt: createdAt, software: software
    ) { body in
      for item in items { try item.add(to: body, sealed: isSealed) }
    }
  }
}
