/// An element of a record: a view of its batch, which it keeps alive. Strings are made when asked for.
package struct Element: Sendable {
  private let storage: RecordStorage
  private let index: Int32

  init(storage: RecordStorage, index: Int32) {
    self.storage = storage
    self.index = index
  }

  private var node: RecordStorage.Node { storage.nodes[Int(index)] }

  package var name: Name { node.name }
  /// Where its start tag begins.
  package var position: TextPosition {
    let node = node
    return TextPosition(line: Int(node.line), column: Int(node.column))
  }
  /// Its path, as in `XMLProblem`; a name outside the vocabulary is `*`.
  package var path: String { storage.path(index) }

  /// Its own text, references resolved, exactly as it stands in the document. Whitespace between child elements is left
  /// out. The text of `extensions` is its content as XML, fit to be written back with `XMLWriter.raw`.
  package var text: String { storage.string(node.text) }

  /// Its own text with white space collapsed, as XML Schema does for `xs:token` (part 2, section 4.3.6).
  package var token: String { storage.token(node.text) }

  /// The value of an attribute in no namespace.
  package func attribute(_ name: Name) -> String? {
    storage.attribute(of: index, named: name).map { storage.string($0.value) }
  }

  /// The same with white space collapsed.
  package func attributeToken(_ name: Name) -> String? {
    storage.attribute(of: index, named: name).map { storage.token($0.value) }
  }

  /// All attributes in the order of the document, white space collapsed.
  package var attributeTokens: [(name: Name, value: String)] {
    let node = node
    return (0..<Int(node.attributeCount)).map { offset in
      let attribute = storage.attributes[Int(node.firstAttribute) + offset]
      return (attribute.name, storage.token(attribute.value))
    }
  }

  package var hasChildren: Bool { node.end > index + 1 }

  package var children: Children { Children(storage: storage, place: index + 1, end: node.end) }

  package func first(_ name: Name) -> Element? {
    storage.child(named: name, from: index + 1, to: node.end).map { Element(storage: storage, index: $0) }
  }

  /// The children of this name.
  package func all(_ name: Name) -> [Element] {
    var found: [Element] = []
    let end = node.end
    var place = index + 1
    while let next = storage.child(named: name, from: place, to: end) {
      found.append(Element(storage: storage, index: next))
      place = storage.nodes[Int(next)].end
    }
    return found
  }

  /// The child elements of an element, in document order.
  package struct Children: Sequence, IteratorProtocol, Sendable {
    package typealias Element = LibXML.Element

    fileprivate let storage: RecordStorage
    fileprivate var place: Int32
    fileprivate let end: Int32

    package mutating func next() -> Element? {
      guard place < end else { return nil }
      defer { place = storage.nodes[Int(place)].end }
      return Element(storage: storage, index: place)
    }
  }
}
