internal import LibXML
public import Primitives

/// Records of a message by what became of them, and the warnings among all findings.
public struct ReceiptCounts: Hashable, Sendable {
  public var accepted = 0
  public var updated = 0
  public var unchanged = 0
  public var rejected = 0
  public var warnings = 0

  public init() {}

  /// All of them.
  public var records: Int { accepted + updated + unchanged + rejected }

  /// Counts one record in.
  public mutating func count(_ status: RecordStatus) {
    switch status {
    case .accepted: accepted += 1
    case .updated: updated += 1
    case .unchanged: unchanged += 1
    case .rejected: rejected += 1
    }
  }

  /// How the message ended, when the file as a whole was sound.
  public var status: GroupStatus {
    let taken = accepted + updated + unchanged
    if rejected > 0 { return taken == 0 ? .rejected : .partial }
    return warnings > 0 ? .acceptedWithWarnings : .accepted
  }
}

/// What a receipt says about the message it answers, apart from its single records.
public struct ReceiptSummary: Hashable, Sendable {
  public var document: DocumentKind
  public var fileName: String?
  public var messageID: MessageID
  public var createdAt: Instant
  public var sender: Organisation
  /// SHA-256 of the file received, 64 lower-case hexadecimal digits.
  public var digest: String
  public var receivedAt: Instant
  /// The number the message was entered under.
  public var registrationNumber: String?
  public var status: GroupStatus
  public var counts: ReceiptCounts
  /// What was found about the file as a whole.
  public var reasons: [Diagnostic]

  public init(
    document: DocumentKind, fileName: String?, messageID: MessageID, createdAt: Instant, sender: Organisation,
    digest: String, receivedAt: Instant, registrationNumber: String? = nil, status: GroupStatus,
    counts: ReceiptCounts, reasons: [Diagnostic] = []
  ) {
    self.document = document
    self.fileName = fileName
    self.messageID = messageID
    self.createdAt = createdAt
    self.sender = sender
    self.digest = digest
    self.receivedAt = receivedAt
    self.registrationNumber = registrationNumber
    self.status = status
    self.counts = counts
    self.reasons = reasons
  }
}

/// What a receipt says about one record.
public struct ReceiptLine: Hashable, Sendable {
  /// The record's identifier, where one could be read.
  public var id: String?
  /// Its place in the message, from 1.
  public var number: Int
  public var status: RecordStatus
  /// The number it was entered under.
  public var registration: String?
  public var reasons: [Diagnostic]

  public init(id: String?, number: Int, status: RecordStatus, registration: String? = nil, reasons: [Diagnostic] = []) {
    self.id = id
    self.number = number
    self.status = status
    self.registration = registration
    self.reasons = reasons
  }
}

extension ReceiptSummary {
  /// Reads what stands in `original`; the outcome follows as a part of its own.
  init(original node: Node) throws(Unreadable) {
    self.init(
      document: try node.requiredAttributeChoice(.document), fileName: node.attribute(.fileName),
      messageID: try node.required(.messageID), createdAt: try node.required(.createdAt),
      sender: try Organisation(try node.required(.sender)), digest: try node.requiredText(.sha256),
      receivedAt: try node.required(.receivedAt), registrationNumber: node.text(.registrationNumber),
      status: .accepted, counts: ReceiptCounts())
  }

  mutating func read(outcome node: Node) throws(Unreadable) {
    status = try node.requiredAttributeChoice(.status)
    counts.accepted = try node.required(.accepted)
    counts.updated = try node.required(.updated)
    counts.unchanged = try node.required(.unchanged)
    counts.rejected = try node.required(.rejected)
    counts.warnings = try node.required(.warnings)
    reasons = try node.list(.reason, Diagnostic.init)
  }

  func writeOriginal(to writer: inout Writer) throws {
    try writer.open(.original, [(.document, document.rawValue), (.fileName, fileName)])
    try writer.element(.messageID, messageID)
    try writer.element(.createdAt, createdAt)
    try sender.write(.sender, to: &writer)
    try writer.element(.sha256, digest)
    try writer.element(.receivedAt, receivedAt)
    try writer.element(.registrationNumber, registrationNumber)
    try writer.close()
  }

  func writeOutcome(to writer: inout Writer) throws {
    try writer.open(.outcome, [(.status, status.rawValue)])
    try writer.element(.accepted, counts.accepted)
    try writer.element(.updated, counts.updated)
    try writer.element(.unchanged, counts.unchanged)
    try writer.element(.rejected, counts.rejected)
    try writer.element(.warnings, counts.warnings)
    for reason in reasons { try reason.write(to: &writer) }
    try writer.close()
  }
}

extension ReceiptLine {
  init(_ node: Node) throws(Unreadable) {
    self.init(
      id: node.attribute(.id), number: try node.requiredAttribute(.number),
      status: try node.requiredAttributeChoice(.status), registration: node.attribute(.registration),
      reasons: try node.list(.reason, Diagnostic.init))
  }

  func write(to writer: inout Writer) throws {
    let attributes: [(Tag, String?)] = [
      (.id, id), (.number, String(number)), (.status, status.rawValue), (.registration, registration),
    ]
    guard !reasons.isEmpty else { return try writer.empty(.record, attributes) }
    try writer.open(.record, attributes)
    for reason in reasons { try reason.write(to: &writer) }
    try writer.close()
  }
}

extension Diagnostic {
  init(_ node: Node) throws(Unreadable) {
    let code: Code = try node.requiredAttribute(.code)
    let severity: Severity = try node.requiredAttributeChoice(.severity)
    let location = Location(line: node.attribute(.line), column: node.attribute(.column), path: node.text(.path))
    self.init(
      code, severity, LocalizedText(node.children(.text)) ?? LocalizedText(ru: "", en: ""),
      advice: LocalizedText(node.children(.advice)),
      location: location == Location() ? nil : location)
  }

  func write(to writer: inout Writer) throws {
    try writer.open(
      .reason,
      [
        (.code, code.description), (.severity, severity.rawValue), (.line, location?.line.map(String.init)),
        (.column, location?.column.map(String.init)),
      ])
    try writer.element(.path, location?.path)
    for (tag, text) in [(Tag.text, message), (.advice, advice)] {
      for language in Language.allCases {
        try writer.element(tag, text?[language], [(.language, language.rawValue)])
      }
    }
    try writer.close()
  }
}

extension LocalizedText {
  /// Reads one element per language; a language that is missing takes the other's text.
  init?(_ nodes: [Node]) {
    let byLanguage = Dictionary(nodes.map { ($0.attribute(.language) ?? "", $0.text) }, uniquingKeysWith: { $1 })
    guard let any = byLanguage["ru"] ?? byLanguage["en"] else { return nil }
    self.init(ru: byLanguage["ru"] ?? any, en: byLanguage["en"] ?? any)
  }
}
