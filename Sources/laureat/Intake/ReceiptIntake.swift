import Exchange
import Primitives
import Storage

/// Takes a receipt that came back: what we sent counts as answered, record by record.
struct ReceiptIntake: RecordIntake {
  private let context: IntakeContext
  private var sent: Int64?
  private var summary: ReceiptSummary?
  private var numbers: Set<Int> = []

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
    guard let (row, message) = try context.session.sent.find(messageID: summary.messageID.description) else {
      throw refuse(.nothingSent(summary.messageID))
    }
    guard message.digest == summary.digest, message.document == summary.document.rawValue else {
      throw refuse(.otherContent)
    }
    // A duplicate was answered before; what that answer said still holds.
    if summary.status == .duplicate, message.isAnswered { return }
    try context.session.sent.answer(
      row, status: StoredMessage.Status(summary.status), counts: StoredMessage.Counts(summary.counts))
    sent = row
    self.summary = summary
  }

  private mutating func take(_ record: CheckedRecord<ReceiptLine>) throws -> RecordVerdict {
    guard let line = record.value else { return record.verdict(.rejected) }
    guard numbers.insert(line.number).inserted else {
      return record.verdict(.rejected, findings: [.answeredTwice(line.number)])
    }
    if let sent { try context.session.sent.add(Answer(line), to: sent) }
    return record.verdict(.accepted)
  }

  func finish(isClean: Bool) throws {
    guard let summary, !numbers.isEmpty, isClean, numbers.count != summary.counts.records else { return }
    throw IntakeRefusal(diagnostics: [Diagnostic.linesMissing.at(context.root)])
  }
}

extension Answer {
  init(_ line: ReceiptLine) {
    let status: Status =
      switch line.status {
      case .accepted: .accepted
      case .updated: .updated
      case .unchanged: .unchanged
      case .rejected: .rejected
      }
    self.init(
      number: line.number, record: line.id, status: status, registration: line.registration,
      reasons: line.reasons.map {
        Reason(
          code: $0.code.description, severity: $0.severity.rawValue, ru: $0.message[.russian], en: $0.message[.english])
      })
  }
}

extension Diagnostic {
  fileprivate static func nothingSent(_ id: MessageID) -> Diagnostic {
    Diagnostic(
      ExchangeCode.receiptOfNothingSent,
      LocalizedText(
        ru: "квитанция на сообщение \(id), которое отсюда не отправлялось",
        en: "a receipt for the message \(id), which was not sent from here"),
      advice: LocalizedText(
        ru: "проверьте, то ли это хранилище; что отправлено: laureat message list --direction out",
        en: "check that it is the right store; what was sent: laureat message list --direction out"),
      field: "messageID")
  }

  fileprivate static let otherContent = Diagnostic(
    ExchangeCode.receiptOfOtherContent,
    LocalizedText(
      ru: "квитанция дана на другое содержание: контрольное значение файла не то, что у отправленного",
      en: "the receipt answers another content: the digest is not that of the file we sent"),
    advice: LocalizedText(
      ru: "файл изменили в пути: отправьте его ещё раз", en: "the file was changed on its way: send it again"),
    field: "sha256")

  fileprivate static func answeredTwice(_ number: Int) -> Diagnostic {
    Diagnostic(
      ExchangeCode.duplicateIdentifier,
      LocalizedText(ru: "о записи № \(number) сказано дважды", en: "record no. \(number) is answered twice"),
      field: "@number")
  }

  fileprivate static let linesMissing = Diagnostic(
    ExchangeCode.totalsDisagree,
    LocalizedText(
      ru: "в квитанции перечислены не все записи, о которых говорит её итог",
      en: "the receipt does not list all the records that its outcome counts"),
    advice: LocalizedText(ru: "попросите прислать её ещё раз", en: "ask for it to be sent again"))
}
