internal import Contests
internal import Grants
internal import LibXML
public import Primitives

/// Reads an exchange document part by part, whatever its size.
///
/// Every record is checked against the schema and its check digits before it is handed out; a bad one comes with its
/// diagnostics and without a value, and the next is read. What refuses the file as a whole is thrown, even after
/// records were handed out, so that whoever stores them does so in one transaction.
///
///     var stream = try DocumentStream(path: "applications.xml")
///     while let part = try stream.next() {
///       if case .application(let record) = part { print(record.id ?? "?", record.diagnostics) }
///     }
public struct DocumentStream: ~Copyable {
  /// The file as diagnostics name it.
  public let file: String
  /// Known once the header was handed out.
  public private(set) var kind: DocumentKind?
  /// The contest that the root of applications and score sheets names.
  public private(set) var contest: Identifier?
  private let reader: ReadAhead
  private let bytes: HashedBytes
  private var root: RecordReader.Root?
  /// Bytes read so far.
  public private(set) var bytesRead = 0
  private var batch: [Record] = []
  private var nextInBatch = 0
  private var isAtEnd = false
  private var control = ControlFigures()
  /// Nil for a document that states no digest of a decision.
  private(set) var decision: StatedDecision?
  /// True for whoever tells himself that the decision is another than the one stated; else it refuses the file.
  var takesAnyDecision = false
  private var identifiers = IdentifierSet()
  /// The parts that stand once in the document and have not come yet.
  private var pending: [Tag] = [.header]
  private var decoder: RecordDecoder { RecordDecoder(file: file) }
  /// Why the file is refused; then every further call throws it again.
  private var refusal: DocumentRefusal?
  /// The funder of a grant report, which its projects share.
  private var funder: Funder?
  /// The first part of a receipt, waiting for the second.
  private var original: (Record, ReceiptSummary)?

  /// Opens a file; `-` is standard input.
  ///
  /// Once `isCancelled` says so, waiting for more of the file ends as if it could not be read.
  ///
  /// - Throws: ``DocumentRefusal`` when there is no such file, it is a folder or must not be read.
  public init(
    path: String, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(DocumentRefusal) {
    let file = path == "-" ? "<stdin>" : path
    self.file = file
    let bytes = HashedBytes()
    self.bytes = bytes
    do throws(XMLProblem) {
      reader = ReadAhead(
        try DocumentReader(
          path: path, formats: Formats.all, namespace: Exchange.namespace, vocabulary: Tag.vocabulary,
          onBytes: { bytes.update($0) }), isCancelled: isCancelled)
    } catch {
      throw DocumentRefusal(Wording.diagnostic(error, file: file))
    }
  }

  /// Takes a document that is in memory; diagnostics call it by `name`.
  public init(bytes: [UInt8], name: String) {
    file = name
    let hashed = HashedBytes()
    self.bytes = hashed
    reader = ReadAhead(
      DocumentReader(
        bytes: bytes, formats: Formats.all, namespace: Exchange.namespace, vocabulary: Tag.vocabulary,
        onBytes: { hashed.update($0) }))
  }

  /// SHA-256 of the bytes read so far; of the whole file once ``next()`` has returned nil.
  public var digest: String { bytes.digest.description }

  /// Where the root stands, for what is wrong with the document as a whole; nil before it was read.
  public var rootLocation: Diagnostic.Location? {
    root.map {
      Diagnostic.Location(file: file, line: $0.position.line, column: $0.position.column, path: "/\($0.name)")
    }
  }

  /// The next part; nil at the end of a document that is sound as a whole.
  ///
  /// - Throws: ``DocumentRefusal`` when the file as a whole cannot be taken: it is not well-formed, of no known kind
  ///   or version, its header is invalid, its counts do not match or a protocol is not the one whose digest it states.
  ///   It is thrown again if asked again.
  public mutating func next() throws(DocumentRefusal) -> DocumentPart? {
    if let refusal { throw refusal }
    do throws(DocumentRefusal) {
      return try nextPart()
    } catch {
      refusal = error
      throw error
    }
  }

  private mutating func nextPart() throws(DocumentRefusal) -> DocumentPart? {
    while true {
      while nextInBatch < batch.count {
        let record = batch[nextInBatch]
        nextInBatch += 1
        if let part = try part(record) { return part }
      }
      guard !isAtEnd, try readBatch() else { return nil }
    }
  }

  /// Refills the batch; false at the end of the file, when the control figures and digests have been compared.
  private mutating func readBatch() throws(DocumentRefusal) -> Bool {
    let step = reader.next()
    root = step.root
    bytesRead = step.bytesRead
    // First, for of a version that is not supported nothing else can be said.
    try beginDocument()
    switch step.batch {
    case .failure(let problem): throw DocumentRefusal(refusal(for: problem))
    case .success(nil):
      var mismatches = control.mismatches(in: file)
      if !takesAnyDecision, let mismatch = decision?.mismatch { mismatches.append(mismatch) }
      if !mismatches.isEmpty { throw DocumentRefusal(mismatches) }
      isAtEnd = true
      return false
    case .success(let next?): batch = next.records
    }
    nextInBatch = 0
    return true
  }

  /// Takes from the root what it says about the document, once it was read.
  private mutating func beginDocument() throws(DocumentRefusal) {
    guard kind == nil, let root, let kind = DocumentKind(rawValue: root.name) else { return }
    func attribute(_ tag: Tag) -> String? { root.attributes.first { $0.name == tag.text }?.value }
    guard let version = attribute(.formatVersion), Formats.isSupported(version) else {
      throw DocumentRefusal(Wording.unsupportedVersion(file: file, position: root.position, root: root.name))
    }
    self.kind = kind
    contest = attribute(.contest).flatMap { Identifier($0.collapsed) }
    pending = kind.singleParts
  }

  private func refusal(for problem: XMLProblem) -> Diagnostic {
    switch problem.kind {
    case .notWellFormed, .truncated, .encoding(.invalidBytes), .encoding(.unsupported):
      if bytes.isEmpty { return Wording.emptyFile(file) }
      if !bytes.looksLikeXML { return Wording.notXML(file) }
    default: break
    }
    return Wording.diagnostic(problem, file: file)
  }

  private mutating func part(_ record: Record) throws(DocumentRefusal) -> DocumentPart? {
    guard let kind else { throw missing("root", before: record) }
    let tag = Tag(rawValue: record.element.name.index)
    try expectPart(tag, record)
    if let tag, kind.counts(tag) { control.records += 1 }

    switch (kind, tag) {
    case (_, .header):
      let header = try decoder.essential(record, Header.init)
      control.begin(header, from: record.element)
      return .header(header)
    case (.contestAnnouncement, .contest): return .contest(identified(record, Contest.init))
    case (.applications, .application):
      guard let contest else { throw missing(Tag.contest.text, before: record) }
      return .application(
        identified(record) { node throws(Unreadable) in try Application(node, contest: contest) })
    case (.scoreSheets, .scoreSheet), (.resultsProtocol, .scoreSheet):
      return .scoreSheet(identified(record, ScoreSheet.init))
    case (.scoreSheets, .recusal), (.resultsProtocol, .recusal): return .recusal(identified(record, Recusal.init))
    case (.resultsProtocol, .protocol):
      let minutes = decoder.checked(record, value: try decoder.essential(record, ResultsProtocol.init))
      decision = control.header.flatMap { StatedDecision(minutes, from: $0.sender.id) }
      return .minutes(minutes)
    case (.resultsProtocol, .result):
      let result = identified(record, ProtocolResult.init)
      decision?.add(result)
      return .result(result)
    case (.grantPortfolio, .project):
      let project = identified(record, Project.init)
      control.add(project.value)
      return .project(project)
    case (.grantReport, .report):
      let report = try decoder.essential(record, GrantReport.init)
      funder = report.funder
      return .report(decoder.checked(record, value: report))
    case (.grantReport, .project):
      guard let funder else { throw missing(Tag.report.text, before: record) }
      let project = identified(record) { node throws(Unreadable) in try ReportedProject(node, funder: funder) }
      control.add(project.value?.project)
      return .reportedProject(project)
    case (.receipt, .original):
      original = (record, try decoder.essential(record, ReceiptSummary.init(original:)))
      return nil
    case (.receipt, .outcome):
      guard case (let first, var summary)? = original else { throw missing(Tag.original.text, before: record) }
      try decoder.essential(record) { node throws(Unreadable) in try summary.read(outcome: node) }
      return .receipt(decoder.checked(first, value: summary))
    case (.receipt, .record): return .receiptLine(checked(record, ReceiptLine.init))
    default: return .stray(checked(record) { _ throws(Unreadable) in throw Unreadable() })
    }
  }
}

/// From record to value.
extension DocumentStream {
  /// Sees to it that a part which the others need has come before them. What the document does not know at all is left
  /// to be reported as a record, except before the header.
  private mutating func expectPart(_ tag: Tag?, _ record: Record) throws(DocumentRefusal) {
    guard let due = pending.first else { return }
    if tag == due {
      pending.removeFirst()
    } else if due == .header || kind?.children.contains(where: { $0.name == tag?.text }) ?? false {
      throw missing(due.text, before: record)
    }
  }

  private func missing(_ part: String, before record: Record) -> DocumentRefusal {
    DocumentRefusal(Wording.partMissing(part, file: file, position: record.position, path: record.path))
  }

  /// A record whose identifier must not come twice in the document.
  private mutating func identified<Value>(
    _ record: Record, _ make: (Node) throws(Unreadable) -> Value
  ) -> CheckedRecord<Value> {
    var decoded = decoder.decoded(record, make)
    if let id = decoded.id, !identifiers.insert(id, of: record.element.name.index) {
      decoded.diagnostics.append(Wording.duplicateIdentifier(file: file, id: id, element: record.element))
    }
    return CheckedRecord(number: control.records, decoded, element: record.element, file: file)
  }

  private func checked<Value>(
    _ record: Record, _ make: (Node) throws(Unreadable) -> Value
  ) -> CheckedRecord<Value> {
    CheckedRecord(
      number: max(control.records, 1), decoder.decoded(record, make), element: record.element, file: file)
  }
}
