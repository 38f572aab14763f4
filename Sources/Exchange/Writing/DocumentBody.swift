public import Contests
public import Grants
internal import LibXML
internal import Primitives

/// Takes the records of a document being written, in the order in which its kind holds them.
///
/// Every `add` throws a `Diagnostic` when the record has no place in the document. After an error the document is
/// given up, whatever the caller does about it.
public final class DocumentBody {
  private let kind: DocumentKind
  private let sender: Identifier
  private var writer: Writer?
  /// What made the document unfit to be finished.
  private var failure: (any Error)?
  private var place: OutgoingPlace
  private(set) var recordCount = 0
  private var awarded: [Currency: Amount] = [:]

  init(_ kind: DocumentKind, from sender: Identifier, _ writer: consuming Writer) {
    self.kind = kind
    self.sender = sender
    self.writer = consume writer
    place = OutgoingPlace(children: kind.children)
  }

  /// The sum of the awards, where they are in one currency.
  var controlSum: Money? {
    guard kind == .grantPortfolio || kind == .grantReport, awarded.count == 1 else { return nil }
    return awarded.first.map { Money($0.value, $0.key) }
  }

  /// Bytes written so far.
  var count: Int { writer?.count ?? 0 }

  func begin(contest: Identifier?) throws {
    if kind.namesContest, contest == nil { throw Wording.contestNotNamed }
    try writer?.begin(kind, contest: kind.namesContest ? contest : nil)
  }

  func write(_ header: Header) throws {
    try edit { try header.write(to: &$0) }
  }

  /// The digest of a decision, and where it belongs.
  var sealing: (place: Int, digest: Digest)? { writer?.sealing ?? nil }

  func finish() throws -> Outlet {
    if let failure { throw failure }
    if let missing = place.missing() { throw Wording.cannotFinish(without: missing) }
    guard var writer = writer.take() else { preconditionFailure("a document is finished once") }
    try writer.close()
    return try writer.finish()
  }

  /// Ends a document that lacks parts, for the sake of those it has.
  func abandon() throws -> Spool {
    guard var writer = writer.take() else { preconditionFailure("a document is finished once") }
    try writer.close()
    return try writer.finish().takeSpool()
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
  ///
  /// - Parameters:
  ///   - minutes: The general part.
  ///   - isSealed: True for a protocol that states the digest of its decision, over this and the results: the attribute
  ///     `decisionDigest`.
  public func add(_ minutes: ResultsProtocol, sealed isSealed: Bool = false) throws {
    try record(.protocol) { writer in
      if isSealed { writer.beginDecision(from: sender) }
      try writer.inDecision { try minutes.write(to: &$0) }
    }
  }

  /// Adds a result to a protocol.
  public func add(_ result: ProtocolResult) throws {
    try record(.result) { try $0.inDecision { try result.write(to: &$0) } }
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

  /// Adds what became of the records to a receipt.
  public func add(_ lines: ReceiptLines) throws {
    guard lines.count > 0 else { return }
    try record(.record) { writer in try lines.read { try writer.children($0) } }
    recordCount += lines.count - 1
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
