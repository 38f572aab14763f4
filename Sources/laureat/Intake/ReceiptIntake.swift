import Exchange
import Primitives
import Storage

/// Takes a receipt that came back: what we sent counts as answered by whoever gives it, record by record.
struct ReceiptIntake: RecordIntake {
  private let context: IntakeContext
  private var summary: ReceiptSummary?
  private var carried: CarriedRecords?
  /// The row of the message whose records this receipt tells of; nil where another receipt counts more.
  private var answered: Int64?
  /// The records told of so far, and what became of those.
  private var numbers: Set<Int> = []
  private var told = ReceiptCounts()
  private(set) var findings: [Diagnostic] = []

  init(_ context: IntakeContext) {
    self.context = context
  }

  mutating func take(_ part: DocumentPart) throws -> RecordVerdict? {
    switch part {
    case .receipt(let record):
      guard let summary = record.value else { throw IntakeRefusal(diagnostics: record.diagnostics) }
      try begin(summary, record)
      return nil
    case .receiptLine(let record): return try take(record)
    default: return try FormOnlyIntake().take(part)
    }
  }

  private mutating func begin(_ summary: ReceiptSummary, _ record: CheckedRecord<ReceiptSummary>) throws {
    func refuse(_ diagnostic: Diagnostic) -> IntakeRefusal { IntakeRefusal(diagnostics: [record.located(diagnostic)]) }
    let sent = context.session.sent
    guard let (row, message) = try sent.find(messageID: summary.messageID.description) else {
      throw refuse(.nothingSent(summary.messageID))
    }
    guard message.digest == summary.digest, message.document == summary.document.rawValue else {
      throw refuse(.otherContent)
    }
    self.summary = summary
    carried = try CarriedRecords(of: row, message, in: context.session)
    let sender = context.header.sender
    if let recipient = message.recipient, recipient != sender.id {
      findings.append(.notTheRecipient(sender.id, of: recipient))
    }
    // A duplicate was answered before; what that answer said still holds.
    if summary.status == .duplicate, try sent.replies(to: row).contains(where: { $0.sender == sender.id }) { return }
    let reply = Reply(
      sender: sender.id, title: sender.title, receivedAt: summary.receivedAt, status: summary.status,
      counts: StoredMessage.Counts(summary.counts))
    if try sent.answer(row, by: reply) {
      answered = row
    } else {
      findings.append(.overtaken)
    }
  }

  private mutating func take(_ record: CheckedRecord<ReceiptLine>) throws -> RecordVerdict {
    guard let line = record.value else { return record.verdict(.rejected) }
    guard numbers.insert(line.number).inserted else {
      return record.verdict(.rejected, findings: [.answeredTwice(line.number)])
    }
    // What could not be read has no identifier; we send nothing of that kind, but its number tells enough.
    if let id = line.id, try carried?.contains(id) == false {
      return record.verdict(.rejected, findings: [.neverSent(line.number)])
    }
    told.count(line.status)
    if let answered { try context.session.sent.add(Answer(line), by: context.header.sender.id, to: answered) }
    return record.verdict(.accepted)
  }

  /// Every record is told of, unless the file was refused before any was looked at.
  func finish(isClean: Bool) throws {
    guard let summary, isClean else { return }
    if summary.isOfFileAlone, numbers.isEmpty { return }
    var stated = summary.counts
    stated.warnings = told.warnings
    guard stated == told else { throw IntakeRefusal(diagnostics: [Diagnostic.linesMissing.at(context.root)]) }
  }
}

extension ReceiptSummary {
  /// True for the refusal of a file as a whole.
  fileprivate var isOfFileAlone: Bool { status == .rejected && counts.records == counts.rejected }
}

extension Answer {
  init(_ line: ReceiptLine) {
    self.init(
      number: line.number, record: line.id, status: line.status, registration: line.registration,
      reasons: line.reasons.map {
        Reason(
          code: $0.code.description, severity: $0.severity.rawValue, ru: $0.message[.russian], en: $0.message[.english])
      })
  }
}
