internal import LibXML
internal import Primitives

/// Writes elements by their ``Tag``; what is nil is left out.
struct Writer: ~Copyable {
  private var xml: XMLWriter<Outlet>

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
  }

  mutating func close() throws(WriteFailure) {
    try xml.end()
  }

  mutating func empty(_ tag: Tag, _ attributes: [(Tag, String?)]) throws(WriteFailure) {
    try open(tag, attributes)
    try close()
  }

  mutating func element(_ tag: Tag, _ text: String?) throws(WriteFailure) {
    guard let text else { return }
    try xml.element(tag.text, text)
  }

  mutating func element(_ tag: Tag, _ text: String?, _ attributes: [(Tag, String?)]) throws(WriteFailure) {
    guard let text else { return }
    try open(tag, attributes)
    try xml.text(text)
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
