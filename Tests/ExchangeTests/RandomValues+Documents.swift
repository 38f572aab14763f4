import Exchange
import Primitives

/// Receipts and whole documents.
extension RandomValues {
  mutating func diagnostic() -> Diagnostic {
    Diagnostic(
      .init(any(Diagnostic.Code.Class.allCases), number(1...9999)), any([.note, .warning, .error]),
      LocalizedText(ru: long(), en: long()), advice: maybe { LocalizedText(ru: $0.long(), en: $0.long()) },
      location: maybe { values in
        .init(line: values.number(1...99), column: values.maybe { $0.number(1...99) }, path: values.maybe { $0.text() })
      })
  }

  mutating func receipt() -> ReceiptSummary {
    var counts = ReceiptCounts()
    counts.accepted = number(0...9)
    counts.updated = number(0...9)
    counts.unchanged = number(0...9)
    counts.rejected = number(0...9)
    counts.warnings = number(0...9)
    return ReceiptSummary(
      document: any(DocumentKind.allCases.filter { $0 != .receipt }), fileName: maybe { $0.text() },
      messageID: messageID(), createdAt: instant(), sender: organisation(), digest: digest(), receivedAt: instant(),
      registrationNumber: maybe { $0.short() }, status: any(GroupStatus.allCases), counts: counts,
      reasons: list(0...2) { $0.diagnostic() })
  }

  mutating func receiptLine() -> ReceiptLine {
    ReceiptLine(
      id: maybe { $0.id().description }, number: number(1...999), status: any(RecordStatus.allCases),
      registration: maybe { $0.text() }, reasons: list(0...2) { $0.diagnostic() })
  }

  /// Everything that a document of the kind carries.
  mutating func items(of kind: DocumentKind, in contest: Identifier) -> [Item] {
    let currency: Currency = any([.rouble, fixed(Currency("EUR"))])
    switch kind {
    case .contestAnnouncement: return list(1...3) { .contest($0.contest()) }
    case .applications: return list(0...4) { .application($0.application(in: contest)) }
    case .scoreSheets:
      return list(0...3) { .scoreSheet($0.scoreSheet()) } + list(0...2) { .recusal($0.recusal()) }
    case .resultsProtocol:
      let results: [Item] = list(0...3) { .result($0.result()) }
      return [.minutes(minutes())] + results + list(0...2) { .scoreSheet($0.scoreSheet()) }
        + list(0...2) { .recusal($0.recusal()) }
    case .grantPortfolio: return list(0...3) { .project($0.project(in: currency)) }
    case .grantReport: return [.report(report(in: currency))]
    case .receipt: return [.receipt(receipt())] + list(0...3) { .receiptLine($0.receiptLine()) }
    }
  }

  mutating func document(_ kind: DocumentKind) -> (document: OutgoingDocument, items: [Item], contest: Identifier?) {
    let contest = id()
    let items = items(of: kind, in: contest)
    var document = OutgoingDocument(
      kind, items, contest: contest, sender: organisation(), recipient: maybe { $0.organisation() },
      referenceMessageID: maybe { $0.messageID() }, createdAt: instant(), software: maybe { $0.short() })
    document.correctionNumber = number(0...2)
    document.isTest = chance()
    document.extensions = maybe { $0.extensions() }
    return (document, items, kind == .applications || kind == .scoreSheets ? contest : nil)
  }
}
