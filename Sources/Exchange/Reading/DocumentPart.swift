public import Contests
public import Grants
public import Primitives

/// A part of a document, in the order in which documents hold them.
public enum DocumentPart: Sendable {
  case header(Header)
  case contest(CheckedRecord<Contest>)
  case application(CheckedRecord<Application>)
  case scoreSheet(CheckedRecord<ScoreSheet>)
  case recusal(CheckedRecord<Recusal>)
  case minutes(CheckedRecord<ResultsProtocol>)
  case result(CheckedRecord<ProtocolResult>)
  case project(CheckedRecord<Project>)
  /// The heading of a grant report; its projects follow.
  case report(CheckedRecord<GrantReport>)
  case reportedProject(CheckedRecord<ReportedProject>)
  /// What a receipt is about and how it ended; its lines follow.
  case receipt(CheckedRecord<ReceiptSummary>)
  case receiptLine(CheckedRecord<ReceiptLine>)
  /// A record of a kind that the document must not hold. It has no value.
  case stray(CheckedRecord<Never>)
}

extension DocumentPart {
  /// What was found about the part.
  public var diagnostics: [Diagnostic] {
    switch self {
    case .header: []
    case .contest(let record): record.diagnostics
    case .application(let record): record.diagnostics
    case .stray(let record): record.diagnostics
    case .scoreSheet(let record): record.diagnostics
    case .recusal(let record): record.diagnostics
    case .minutes(let record): record.diagnostics
    case .result(let record): record.diagnostics
    case .project(let record): record.diagnostics
    case .report(let record): record.diagnostics
    case .reportedProject(let record): record.diagnostics
    case .receipt(let record): record.diagnostics
    case .receiptLine(let record): record.diagnostics
    }
  }
}
