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
  /// The body adds the records in their order.
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
    try Wording.failures {
      // First, so that a place that takes no file is found out before the work is done.
      var outlet = try Outlet.to(destination)
      let document = try assembled(in: destination.folder)
      try document.read { try outlet.write($0) }
      let digest = outlet.digest
      try outlet.close()
      return (document.header, digest)
    }
  }

  /// The document's bytes.
  public func bytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try assembled().read { bytes += $0 }
    return bytes
  }

  /// The whole document, put aside to be read piece by piece as often as needed, whatever its size.
  ///
  /// - Throws: As ``write(to:)``.
  public func assembled() throws -> AssembledDocument {
    try Wording.failures { try assembled(in: nil) }
  }

  /// Writes the content first, because the header in front states its count and its digest.
  private func assembled(in folder: String?) throws -> AssembledDocument {
    let content = DocumentBody(kind, from: sender.id, Writer(.aside(in: folder)))
    try content.begin(contest: contest)
    let first = content.count
    try body(content)
    let last = content.count
    var header = Header(
      messageID: messageID ?? .placeholder, createdAt: createdAt, software: software, sender: sender,
      recipient: recipient, referenceMessageID: referenceMessageID, correctionNumber: correctionNumber,
      isTest: isTest, recordCount: content.recordCount, controlSum: content.controlSum, extensions: extensions)
    try content.write(header)
    let end = content.count
    let sealing = content.sealing
    let written = try content.finish()
    if messageID == nil { header.messageID = .named(by: written.digest) }
    return AssembledDocument(
      header: header, headerBytes: try bytes(of: header), content: written.takeSpool(), records: first..<last,
      end: end, sealing: sealing)
  }

  /// The header as it stands in the document.
  private func bytes(of header: Header) throws -> [UInt8] {
    let beginning = DocumentBody(kind, from: sender.id, Writer(.aside()))
    try beginning.begin(contest: contest)
    let first = beginning.count
    try beginning.write(header)
    let last = beginning.count
    return try beginning.abandon().read(first..<last)
  }
}

/// Thrown when standard output was closed by its reader, as by `| head`. Nothing is wrong then.
public struct OutputClosed: Error, Sendable {}
