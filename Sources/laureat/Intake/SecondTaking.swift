import Exchange
import Primitives
import Storage

/// A file that was not taken whole and comes again: only what was refused then is looked at. The rest stays as it is,
/// whatever has become of it since.
final class SecondTaking {
  /// The row of the message as it came before.
  let earlier: Int64
  private let file: String
  /// The receipt given then. Its lines stand in the order of the records, so that both are read side by side.
  private var receipt: DocumentStream
  private var line: ReceiptLine?
  /// True once something is sound that was refused then.
  private(set) var isAnythingMended = false

  init(of earlier: Int64, file: String, in session: Session) throws {
    self.earlier = earlier
    self.file = file
    var bytes: [UInt8] = []
    try session.messages.receipt(of: earlier) { bytes += $0 }
    receipt = DocumentStream(bytes: bytes, name: file)
  }

  /// What the receipt says of a record that was taken then; nil for one that was refused, and for what is no record.
  func standing(_ part: DocumentPart) throws -> RecordVerdict? {
    guard let number = part.number else { return nil }
    while line.map({ $0.number < number }) ?? true, let next = try nextLine() { line = next }
    guard let line, line.number == number, line.status != .rejected else { return nil }
    return RecordVerdict(
      id: line.id, number: number, status: .unchanged, registration: line.registration,
      diagnostics: line.reasons.map { $0.inFile(file) })
  }

  /// Heeds what became of a record that was refused then.
  func judged(_ verdict: RecordVerdict) {
    if verdict.status != .rejected { isAnythingMended = true }
  }

  /// - Throws: ``StoreError`` for a receipt that nobody has written like that.
  private func nextLine() throws -> ReceiptLine? {
    do {
      while let part = try receipt.next() {
        guard case .receiptLine(let record) = part else { continue }
        guard let line = record.value else { throw StoreError(.unreadable, cause: "the receipt of message \(earlier)") }
        return line
      }
      return nil
    } catch is DocumentRefusal {
      throw StoreError(.unreadable, cause: "the receipt of message \(earlier)")
    }
  }
}

extension DocumentPart {
  /// The place of a record in its document; nil for what is none.
  fileprivate var number: Int? {
    switch self {
    case .contest(let record): record.number
    case .application(let record): record.number
    case .scoreSheet(let record): record.number
    case .recusal(let record): record.number
    case .result(let record): record.number
    case .project(let record): record.number
    case .reportedProject(let record): record.number
    case .receiptLine(let record): record.number
    case .stray(let record): record.number
    case .header, .minutes, .report, .receipt: nil
    }
  }
}

extension IntakeContext {
  /// Refuses what would put an older state in the place of a later one, where a file comes a second time: it may have
  /// been corrected in another way while the file lay there.
  ///
  /// - Parameter changed: When the state that is recorded came about; nil where nothing is.
  func refusal(ofReplacing changed: Instant?) -> Diagnostic? {
    guard isSecondTaking, let changed, changed >= changedAt else { return nil }
    return .recordedSince
  }
}

extension Diagnostic {
  /// Said also of a protocol, of which no newer version may be put back.
  static let recordedSince = Diagnostic(
    ExchangeCode.staleCorrection,
    LocalizedText(
      ru: "с тех пор, как этот файл пришёл впервые, здесь записано другое",
      en: "something else was recorded here since this file first came"),
    advice: LocalizedText(
      ru: "если верно то, что в файле, попросите прислать запись новым сообщением или внесите её здесь",
      en: "if the file is right, ask for the record in a new message, or enter it here"))
}
