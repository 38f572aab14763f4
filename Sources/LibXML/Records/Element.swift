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

  /// The value of an attribute in no namespace.
  package func attribute(_ name: Name) -> String? {
    let node = node
    let first = Int(node.firstAttribute)
    return storage.attributes[first..<first + Int(node.attributeCount)].first { $0.name == name }
      .map { storage.string($0.value) }
  }

  package var hasChildren: Bool { node.end > index + 1 }

  package var children: Children { Children(storage: storage, place: index + 1, end: node.end) }

  package func first(_ name: Name) -> Element? {
    children.first { $0.name == name }
  }

  /// The children of this name, found as they are asked for.
  package func all(_ name: Name) -> LazyFilterSequence<Children> {
    children.lazy.filter { $0.name == name }
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
