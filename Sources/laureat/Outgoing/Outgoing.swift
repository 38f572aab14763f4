import Contests
import Exchange
import Primitives
import Storage

/// Writes documents in the name of the store's owner. What is returned is to be noted as sent.
struct Outgoing {
  private let session: Session
  private let output: OutputOptions
  private let recipient: Organisation?
  private let disclosure: Disclosure
  private let document: String?

  /// - Parameters:
  ///   - disclosure: What it tells of people; the caller passes each record through it.
  ///   - document: Where the document is written, if not to the output itself but on its way there.
  init(
    _ session: Session, _ output: OutputOptions, to recipient: Organisation? = nil,
    telling disclosure: Disclosure = Disclosure(.full), document: String? = nil
  ) {
    self.session = session
    self.output = output
    self.recipient = recipient.map(disclosure.organisation)
    self.disclosure = disclosure
    self.document = document
  }

  /// Writes a document of few records.
  ///
  /// - Parameters:
  ///   - contest: The contest it is about; nil for grants.
  ///   - changedAt: The last change of what it carries; nil where there is nothing to carry.
  func write(
    _ kind: DocumentKind, about contest: Contest? = nil, changedAt: Instant?,
    body: @escaping (DocumentBody) throws -> Void
  ) throws -> SentDocument {
    let document = try document(kind, about: contest, changedAt: changedAt)(body)
    return SentDocument(document, written: try document.write(to: destination), as: output.path)
  }

  /// Writes a document of many records, which are read while those before them are written.
  ///
  /// - Parameters:
  ///   - id: The contest the document names, where it is another.
  ///   - records: Puts the records, one by one.
  ///   - add: Adds a record to the document.
  func write<Record: Sendable>(
    _ kind: DocumentKind, about contest: Contest, for id: Identifier? = nil, changedAt: Instant?,
    records: (_ put: (Record) throws -> Void) throws -> Void,
    add: @escaping @Sendable (DocumentBody, Record) throws -> Void
  ) throws -> SentDocument {
    let document = try document(kind, about: contest, for: id, changedAt: changedAt)
    let (destination, path) = (destination, output.path)
    return try SideBySide.run(reading: records) { each in
      let document = document { body in try each { try add(body, $0) } }
      return SentDocument(document, written: try document.write(to: destination), as: path)
    }
  }

  private var destination: Destination { (document ?? output.path).map { .file($0) } ?? .standardOutput }

  /// Makes the document, once its body is known.
  private func document(
    _ kind: DocumentKind, about contest: Contest?, for id: Identifier? = nil, changedAt: Instant?
  ) throws -> @Sendable (_ body: @escaping (DocumentBody) throws -> Void) -> OutgoingDocument {
    guard let changedAt else {
      throw Failure.refused(
        ExchangeCode.missingPart, LocalizedText(ru: "выгружать нечего", en: "there is nothing to export"))
    }
    let sender = disclosure.organisation(try session.sender(about: contest))
    let (id, recipient) = (id ?? contest?.id, recipient)
    // What was refused in part has used up its identifier: sent again, it is the next version of the message.
    let refused =
      disclosure.isSent ? try session.sent.lastRefused(kind.rawValue, subject: id, recipient: recipient?.id) : nil
    return { body in
      var document = OutgoingDocument(
        kind, contest: id, sender: sender, recipient: recipient, createdAt: changedAt, software: Program.software,
        body: body)
      document.correctionNumber = refused.map { $0 + 1 } ?? 0
      return document
    }
  }
}
