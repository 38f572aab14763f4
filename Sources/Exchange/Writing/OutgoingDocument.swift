public import Contests
public import Grants
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

/// Takes the records of a document being written, in the order in which its kind holds them.
///
/// Every `add` throws a `Diagnostic` when the record has no place in the document. After an error the document is
/// given up, whatever the caller does about it.
public final class DocumentBody {
  private let kind: DocumentKind
  private var writer: Writer?
  /// What made the document unfit to be finished.
  private var failure: (any Error)?
  private var place: OutgoingPlace
  private(set) var recordCount = 0
  private var awarded: [Currency: Amount] = [:]

  init(_ kind: DocumentKind, _ writer: consuming Writer) {
    self.kind = kind
    self.writer = consume writer
    place = OutgoingPlace(children: kind.children)
  }

  /// The sum of the awards, where they are in one currency.
  var controlSum: Money? {
    guard kind == .grantPortfolio || kind == .grantReport, awarded.count == 1 else { return nil }
    return awarded.first.map { Money($0.value, $0.key) }
  }

  func begin(contest: Identifier?, header: Header?) throws {
    if kind.namesContest, contest == nil { throw Wording.contestNotNamed }
    try writer?.begin(kind, contest: kind.namesContest ? contest : nil)
    if let header { try write(header) }
  }

  func write(_ header: Header) throws {
    try edit { try header.write(to: &$0) }
  }

  func finish() throws -> Outlet {
    if let failure { throw failure }
    if let missing = place.missing() { throw Wording.cannotFinish(without: missing) }
    guard var writer = writer.take() else { preconditionFailure("a document is finished once") }
    try writer.close()
    return try writer.finish()
  }

  /// Adds a contest to an announcement.
  public func add(_ contest: Contest) throws {
    try record(.contest) { try contest.write(to: &$0) }
  }

  /// Adds an application or a withdrawal to applications.
  public func add(_ application: Application) throws {
    try record(.application) { try application.write(to: &$0) }
  }

  /// Adds an entry to applications. Its contest is not written: the document names it.
  public func add(_ entry: Entry) throws {
    try record(.application) { try entry.write(to: &$0) }
  }

  /// Adds a score sheet to score sheets, or to a protocol after its results.
  public func add(_ sheet: ScoreSheet) throws {
    try record(.scoreSheet) { try sheet.write(to: &$0) }
  }

  /// Adds a recusal; recusals follow all score sheets.
  public func add(_ recusal: Recusal) throws {
    try record(.recusal) { try recusal.write(to: &$0) }
  }

  /// Adds what begins a protocol; its results follow.
  public func add(_ minutes: ResultsProtocol) throws {
    try record(.protocol) { try minutes.write(to: &$0) }
  }

  /// Adds a result to a protocol.
  public func add(_ result: ProtocolResult) throws {
    try record(.result) { try result.write(to: &$0) }
  }

  /// Adds a project to a portfolio.
  public func add(_ project: Project) throws {
    addAward(of: project)
    try record(.project) { try project.write(to: &$0) }
  }

  /// Adds a whole report: its heading and its projects.
  public func add(_ report: GrantReport) throws {
    try record(.report) { try report.writeHeading(to: &$0) }
    for reported in report.projects {
      addAward(of: reported.project)
      try record(.project) { try reported.write(to: &$0) }
    }
  }

  /// Adds what a receipt says about the message and how it ended; the lines on its records follow.
  public func add(_ receipt: ReceiptSummary) throws {
    try record(.original) { try receipt.writeOriginal(to: &$0) }
    try record(.outcome) { try receipt.writeOutcome(to: &$0) }
  }

  /// Adds what became of one record to a receipt.
  public func add(_ line: ReceiptLine) throws {
    try record(.record) { try line.write(to: &$0) }
  }

  private func addAward(of project: Project) {
    guard let amount = project.awarded else { return }
    awarded[project.currency, default: .zero] += amount
  }

  private func record(_ tag: Tag, _ write: (inout Writer) throws -> Void) throws {
    try edit { writer in
      guard place.advance(to: tag) else { throw Wording.cannotAdd(tag.text, to: kind.rawValue) }
      try write(&writer)
    }
    if kind.counts(tag) { recordCount += 1 }
  }

  private func edit(_ write: (inout Writer) throws -> Void) throws {
    if let failure { throw failure }
    guard var writer = writer.take() else { preconditionFailure("a finished document takes no more records") }
    do {
      try write(&writer)
    } catch {
      failure = error
      throw error
    }
    self.writer = consume writer
  }
}

/// How far a document being written has come in the parts that its kind holds.
private struct OutgoingPlace {
  private let children: [EnvelopeChild]
  /// The header, which the document writes itself.
  private var index = 0
  private var count = 1

  init(children: [EnvelopeChild]) {
    self.children = children
  }

  /// False when the part has no place here.
  mutating func advance(to tag: Tag) -> Bool {
    guard let next = children.indices.dropFirst(index).first(where: { children[$0].name == tag.text }) else {
      return false
    }
    if next > index {
      guard missing(before: next) == nil else { return false }
      index = next
      count = 0
    }
    count += 1
    return children[next].maximum.map { count <= $0 } ?? true
  }

  /// The first part that must still come.
  func missing(before end: Int? = nil) -> String? {
    (index..<(end ?? children.count)).first { ($0 == index ? count : 0) < children[$0].minimum }
      .map { children[$0].name }
  }
}
