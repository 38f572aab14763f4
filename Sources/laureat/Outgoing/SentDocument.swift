import Exchange
import Primitives
import Storage

/// A document that was written to be sent.
struct SentDocument: Sendable {
  private let kind: DocumentKind
  private let contest: Identifier?
  private let header: Header
  private let digest: Digest
  private let fileName: String?
  /// The entries it carries, by contest.
  var entries: [Identifier: [SentRun]] = [:]

  init(_ document: OutgoingDocument, written: (header: Header, digest: Digest), as path: String?) {
    kind = document.kind
    contest = document.contest
    header = written.header
    digest = written.digest
    fileName = path?.fileName
  }

  private var message: StoredMessage {
    StoredMessage(
      direction: .outgoing, document: kind.rawValue, subject: contest?.description,
      messageID: header.messageID.description, sender: header.sender, recipient: header.recipient?.id,
      createdAt: header.createdAt, receivedAt: Clock.now(), digest: digest.description, fileName: fileName,
      correctionNumber: header.correctionNumber)
  }

  /// Notes that it goes out, so that a receipt finds what it answers. The same content again is the same message. What
  /// was only shown on standard output is not sent.
  ///
  /// Whoever only wants the file is not kept waiting by a large import: that it was not noted is said, and as the same
  /// content always gives the same message, it can be noted later.
  func note(in store: Store) throws {
    guard fileName != nil else { return }
    do {
      try store.write { session in
        let (row, isNew) = try session.sent.add(message)
        guard isNew else { return }
        for (contest, runs) in entries { try session.sent.add(runs, of: contest, to: row) }
        try session.events.append(
          "export", subject: header.messageID.description, detail: kind.rawValue, actor: Actor.name, message: row,
          digest: digest.description, at: Clock.now())
      }
    } catch let error as StoreError where error.code == .busy {
      DiagnosticPrinter.show([.notNoted])
    }
  }
}

extension Diagnostic {
  fileprivate static let notNoted = Diagnostic(
    CommandCode.busy, .warning,
    LocalizedText(
      ru: "файл записан, но в хранилище не отмечено, что он отправлен: там идёт другая работа",
      en: "the file is written, but the store has not noted that it is sent: it is busy"),
    advice: LocalizedText(
      ru: "повторите выгрузку позже, иначе квитанцию будет не с чем сопоставить",
      en: "export once more later, or a receipt will find nothing that it answers"))
}
