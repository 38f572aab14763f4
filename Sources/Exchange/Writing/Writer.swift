internal import LibXML
internal import Primitives

/// Writes elements by their ``Tag``; what is nil is left out.
struct Writer: ~Copyable {
  private var xml: XMLWriter<Outlet>
  /// Of the parts of a decision that were written, where it is to have one.
  private var decision: DecisionDigest?
  /// Where it is to stand among the bytes.
  private var decisionPlace: Int?
  private var isInDecision = false

  init(_ outlet: consuming Outlet) {
    xml = XMLWriter(outlet)
  }

  mutating func begin(_ kind: DocumentKind, contest: Identifier?) throws(WriteFailure) {
    try xml.declaration()
    var attributes = [(name: "xmlns", value: Exchange.namespace), ("formatVersion", Exchange.formatVersion)]
    if let contest { attributes.append(("contest", contest.description)) }
    try xml.start(kind.rawValue, attributes: attributes)
    xml.completeTag()
  }

  /// Bytes written so far.
  var count: Int { xml.count }

  /// Elements as they were written elsewhere, at the same depth.
  mutating func children(_ bytes: [UInt8]) throws(WriteFailure) {
    try xml.children(bytes)
  }

  /// Ends the document and gives the outlet back.
  consuming func finish() throws(WriteFailure) -> Outlet {
    try xml.finish()
  }

  mutating func open(_ tag: Tag, _ attributes: [(Tag, String?)] = []) throws(WriteFailure) {
    try xml.start(tag.text)
    for (tag, value) in attributes {
      if let value { try xml.attribute(tag.text, value) }
    }
    if isInDecision { decision?.open(tag, attributes.compactMap { tag, value in value.map { (tag, $0) } }) }
  }

  mutating func close() throws(WriteFailure) {
    try xml.end()
    if isInDecision { decision?.close() }
  }

  mutating func empty(_ tag: Tag, _ attributes: [(Tag, String?)]) throws(WriteFailure) {
    try open(tag, attributes)
    try close()
  }

  mutating func element(_ tag: Tag, _ text: String?) throws(WriteFailure) {
    guard let text else { return }
    try xml.element(tag.text, text)
    if isInDecision {
      decision?.open(tag, [])
      decision?.text(text)
      decision?.close()
    }
  }

  mutating func element(_ tag: Tag, _ text: String?, _ attributes: [(Tag, String?)]) throws(WriteFailure) {
    guard let text else { return }
    try open(tag, attributes)
    try xml.text(text)
    if isInDecision { decision?.text(text) }
    try close()
  }

  mutating func element(_ tag: Tag, _ value: (some CustomStringConvertible)?) throws(WriteFailure) {
    try element(tag, value?.description)
  }

  mutating func element(_ tag: Tag, _ amount: Amount?, _ currency: Currency) throws(WriteFailure) {
    try element(tag, amount?.description, [(.currency, currency.code)])
  }

  mutating func element(_ tag: Tag, _ money: Money?) throws(WriteFailure) {
    guard let money else { return }
    try element(tag, money.amount, money.currency)
  }

  mutating func extensions(_ content: String?) throws(WriteFailure) {
    guard let content else { return }
    try xml.start(Tag.extensions.text)
    try xml.raw(content)
    try xml.end()
  }
}

/// The digest of a decision, which stands before most of what it is over.
extension Writer {
  /// From here on the parts of a decision are counted in.
  mutating func beginDecision(from sender: Identifier) {
    decision = DecisionDigest(sender: sender)
  }

  /// Writes a part of a decision.
  mutating func inDecision(_ write: (inout Writer) throws -> Void) rethrows {
    isInDecision = true
    defer { isInDecision = false }
    try write(&self)
  }

  /// Makes room for the digest in the start tag that was opened last.
  mutating func reserveDecisionDigest() throws(WriteFailure) {
    guard decision != nil else { return }
    try xml.attribute(Tag.decisionDigest.text, DecisionDigest.placeholder)
    // Before the quotation mark that ends it.
    decisionPlace = count - 1 - DecisionDigest.placeholder.utf8.count
  }

  /// What belongs into that room; nil where none was made.
  var sealing: (place: Int, digest: Digest)? {
    guard let decision, let decisionPlace else { return nil }
    return (decisionPlace, decision.digest())
  }
}
