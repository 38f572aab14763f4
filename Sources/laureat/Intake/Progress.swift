import Exchange
import Primitives
import Reports

/// What has been found out about a file while it is taken in.
struct Progress {
  private(set) var verdict: FileVerdict
  /// Why one refused record refuses them all; nil where it does not.
  private var refusesTogether: Diagnostic?
  private(set) var kind: DocumentKind?
  private(set) var header: Header?
  /// Nil where no receipt is given.
  private var lines: ReceiptLines?
  /// The lines that hold if one refused record refuses them all; nil unless it does.
  private var linesIfRefused: ReceiptLines?
  private var shown: [Diagnostic.Severity: Int] = [:]
  private var ofTheFile: [Diagnostic] = []
  /// Findings beyond the most that are shown.
  private var omitted = 0
  /// As the receipt has it.
  private var fileName: String?
  private(set) var digest = String(repeating: "0", count: 64)

  /// - Parameters:
  ///   - allOrNothing: True when one refused record refuses the file.
  ///   - isAnswered: True when a receipt is to be given.
  init(file: String, allOrNothing: Bool, isAnswered: Bool) {
    verdict = FileVerdict(file: file, status: .accepted)
    fileName = file.fileName.printable
    lines = isAnswered ? ReceiptLines() : nil
    if allOrNothing { takeTogether(or: .refusedTogether) }
  }

  /// From the first record on all are taken, or none.
  mutating func takeTogether(or reason: Diagnostic) {
    guard refusesTogether == nil, verdict.counts.records == 0 else { return }
    refusesTogether = reason
    linesIfRefused = lines.map { _ in ReceiptLines() }
  }

  mutating func begin(_ kind: DocumentKind, _ header: Header) {
    self.kind = kind
    self.header = header
    verdict.document = kind
    verdict.messageID = header.messageID
  }

  /// Leaves the name of the file out of the receipt.
  mutating func forgetFileName() { fileName = nil }

  /// Notes findings about the file as a whole.
  mutating func found(_ diagnostics: [Diagnostic]) {
    ofTheFile += diagnostics
    verdict.counts.warnings += diagnostics.count { $0.severity == .warning }
    verdict.diagnostics += diagnostics
  }

  mutating func add(_ record: RecordVerdict) throws {
    count(record.diagnostics)
    verdict.counts.count(record.status)
    guard let lines else { return }
    var line = ReceiptLine(
      id: record.id, number: record.number, status: record.status, registration: record.registration,
      reasons: record.diagnostics)
    try lines.add(line)
    guard let linesIfRefused, let refusesTogether else { return }
    if line.status != .rejected {
      line.status = .rejected
      line.registration = nil
      line.reasons.append(refusesTogether)
    }
    try linesIfRefused.add(line)
  }

  /// Refuses every record because of those that were refused, if it is to be all or nothing.
  mutating func refuseTogether() {
    guard let refusesTogether, verdict.counts.rejected > 0 else { return }
    lines = linesIfRefused
    let (records, warnings) = (verdict.counts.records, verdict.counts.warnings)
    verdict.counts = ReceiptCounts()
    verdict.counts.rejected = records
    verdict.counts.warnings = warnings
    verdict.diagnostics.append(refusesTogether.inFile(verdict.file))
  }

  mutating func end(digest: String) {
    self.digest = digest
    verdict.status = verdict.counts.status
    tellOmitted()
  }

  /// Refuses the file as a whole: no record of it was taken.
  mutating func refuse(_ diagnostics: [Diagnostic], digest: Digest?) {
    found(diagnostics)
    if let digest { self.digest = digest.description }
    lines = lines.map { _ in ReceiptLines() }
    let warnings = verdict.counts.warnings
    verdict.counts = ReceiptCounts()
    verdict.counts.warnings = warnings
    verdict.counts.rejected = header?.recordCount ?? 0
    verdict.status = .rejected
    tellOmitted()
  }

  private mutating func tellOmitted() {
    if omitted > 0 { verdict.diagnostics.append(.moreFindings(omitted).inFile(verdict.file)) }
  }

  /// The most findings on records, of each severity, that a verdict shows. A million would fill the memory; the receipt
  /// has them all.
  private static let mostFindings = 5000

  private mutating func count(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      if diagnostic.severity == .warning { verdict.counts.warnings += 1 }
      if shown[diagnostic.severity, default: 0] < Self.mostFindings {
        shown[diagnostic.severity, default: 0] += 1
        verdict.diagnostics.append(diagnostic)
      } else {
        omitted += 1
      }
    }
  }
}

extension Progress {
  /// The receipt as it is sent back.
  func receipt(
    from ourselves: Organisation?, registrationNumber: String?, receivedAt: Instant
  ) throws -> AssembledDocument {
    guard let header, let kind else { preconditionFailure("a receipt answers a message whose header was read") }
    let summary = ReceiptSummary(
      document: kind, fileName: fileName, messageID: header.messageID, createdAt: header.createdAt,
      sender: header.sender, digest: digest, receivedAt: receivedAt, registrationNumber: registrationNumber,
      status: verdict.status, counts: verdict.counts, reasons: ofTheFile)
    let lines = lines
    let document = OutgoingDocument(
      .receipt, sender: ourselves ?? header.recipient ?? .unnamed, recipient: header.sender,
      referenceMessageID: header.messageID, createdAt: receivedAt, software: Program.software
    ) { body in
      try body.add(summary)
      if let lines { try body.add(lines) }
    }
    return try document.assembled()
  }
}

extension Organisation {
  /// Who answers where the store was not told who it belongs to.
  static let unnamed: Organisation = {
    guard let id = Identifier("unnamed") else { preconditionFailure("a word is an identifier") }
    return Organisation(id: id, title: "Laureat")
  }()
}

extension Diagnostic {
  fileprivate static func moreFindings(_ count: Int) -> Diagnostic {
    Diagnostic(
      ExchangeCode.moreFindings, .note,
      LocalizedText(ru: "и ещё замечаний: \(count)", en: "and \(count) more findings"),
      advice: LocalizedText(
        ru: "все они — в квитанции: laureat import ФАЙЛ --receipt ПУТЬ",
        en: "the receipt has them all: laureat import FILE --receipt PATH"))
  }

  fileprivate static let refusedTogether = Diagnostic(
    ExchangeCode.refusedTogether,
    LocalizedText(
      ru: "не принято, потому что в файле есть отклонённые записи", en: "not taken, because other records are refused"),
    advice: LocalizedText(
      ru: "исправьте отклонённые записи или примите файл без --all-or-nothing",
      en: "mend the refused records, or take the file without --all-or-nothing"))
}
