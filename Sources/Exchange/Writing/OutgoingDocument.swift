internal import LibXML
public import Primitives

/// A document to be sent: who sends it and what it carries.
///
/// The same content always gives the same bytes: the message identifier is a name-based UUID of the content, and
/// `createdAt` is given, not read off a clock.
///
///     let document = OutgoingDocument(.applications, contest: contest.id, sender: office, createdAt: lastChange) {
///       for entry in entries { try $0.add(entry) }
///     }
///     try document.write(to: .file("applications.xml"))
public struct OutgoingDocument {
  public let kind: DocumentKind
  /// The contest that applications and score sheets belong to.
  public var contest: Identifier?
  public var sender: Organisation
  public var recipient: Organisation?
  public var referenceMessageID: MessageID?
  /// 0 for the first version; each correction counts one up.
  public var correctionNumber = 0
  /// A test must not change the receiver's data.
  public var isTest = false
  /// Foreign content of the header, as XML.
  public var extensions: String?
  public var createdAt: Instant
  /// Name and version of the program.
  public var software: String?
  /// Kept when a document is written again; nil makes one of the content.
  public var messageID: MessageID?
  private let body: (DocumentBody) throws -> Void

  /// Describes a document.
  ///
  /// The body adds the records in their order. It is called twice, once for the digest and once to write, and must add
  /// the same both times.
  public init(
    _ kind: DocumentKind, contest: Identifier? = nil, sender: Organisation, recipient: Organisation? = nil,
    referenceMessageID: MessageID? = nil, createdAt: Instant, software: String? = nil,
    body: @escaping (DocumentBody) throws -> Void
  ) {
    self.kind = kind
    self.contest = contest
    self.sender = sender
    self.recipient = recipient
    self.referenceMessageID = referenceMessageID
    self.createdAt = createdAt
    self.software = software
    self.body = body
  }

  /// Writes the document.
  ///
  /// - Returns: Its header and the digest of its bytes.
  /// - Throws: `Diagnostic` when it cannot be written, a value holds a character that XML does not have, or the body
  ///   adds what a document of this kind does not hold, in another order, or too little; ``OutputClosed`` when the
  ///   reader of standard output has gone; whatever the body throws.
  @discardableResult
  public func write(to destination: Destination) throws -> (header: Header, digest: Digest) {
    let written = try write { () throws(WriteFailure) in try Outlet.to(destination) }
    return (written.header, written.digest)
  }

  /// The document's bytes.
  public func bytes() throws -> [UInt8] {
    try write { .memory() }.bytes
  }

  private func write(
    _ open: () throws(WriteFailure) -> Outlet
  ) throws -> (header: Header, digest: Digest, bytes: [UInt8]) {
    do {
      let header = try header()
      let document = DocumentBody(kind, Writer(try open()))
      try document.begin(contest: contest, header: header)
      try body(document)
      let (digest, bytes) = try document.finish().close()
      return (header, digest, bytes)
    } catch let failure as WriteFailure {
      throw Wording.error(of: failure)
    }
  }

  /// Counts and digests the content first, because the header in front states both.
  private func header() throws -> Header {
    let rehearsal = DocumentBody(kind, Writer(.digestOnly()))
    try rehearsal.begin(contest: contest, header: nil)
    try body(rehearsal)
    var header = Header(
      messageID: messageID ?? .placeholder, createdAt: createdAt, software: software, sender: sender,
      recipient: recipient, referenceMessageID: referenceMessageID, correctionNumber: correctionNumber,
      isTest: isTest, recordCount: rehearsal.recordCount, controlSum: rehearsal.controlSum, extensions: extensions)
    try rehearsal.write(header)
    let digest = try rehearsal.finish().close().digest
    if messageID == nil { header.messageID = .named(by: digest) }
    return header
  }
}

/// Thrown when standard output was closed by its reader, as by `| head`. Nothing is wrong then.
public struct OutputClosed: Error, Sendable {}
