/// The records of one batch: their elements in document order and one buffer of all their text. Never changed once made,
/// so that records can be read on any thread.
final class RecordStorage: Sendable {
  let nodes: [Node]
  let attributes: [Attribute]
  let bytes: [UInt8]
  let entries: [Entry]
  let vocabulary: Vocabulary
  let rootName: String

  init(_ arena: consuming RecordArena, vocabulary: Vocabulary, rootName: String) {
    nodes = arena.nodes
    attributes = arena.attributes
    bytes = arena.bytes
    entries = arena.entries
    self.vocabulary = vocabulary
    self.rootName = rootName
  }

  /// An element. Its descendants are the nodes up to `end`, so the first child is the next node, and the next sibling
  /// stands at `end`.
  struct Node: Sendable {
    let name: Name
    var attributeCount: UInt16 = 0
    let parent: Int32
    var end: Int32
    let line: UInt32
    let column: UInt32
    let firstAttribute: Int32
    var text = ByteRange()
  }

  struct Attribute: Sendable {
    let name: Name
    let value: ByteRange
  }

  /// A part of `bytes`.
  struct ByteRange: Sendable {
    var start: Int32 = 0
    var count: Int32 = 0
  }

  /// A record: its root node and what was found wrong with it.
  struct Entry: Sendable {
    let node: Int32
    let index: Int
    /// The name as the document spells it, when the vocabulary does not have it.
    let foreignName: String?
    let problems: [XMLProblem]
    let omittedProblems: Int
  }

  /// The first sibling of this name from one on.
  func child(named name: Name, from start: Int32, to end: Int32) -> Int32? {
    var place = start
    while place < end {
      let node = nodes[Int(place)]
      if node.name == name { return place }
      place = node.end
    }
    return nil
  }

  func attribute(of index: Int32, named name: Name) -> Attribute? {
    let node = nodes[Int(index)]
    for place in Int(node.firstAttribute)..<Int(node.firstAttribute) + Int(node.attributeCount)
    where attributes[place].name == name {
      return attributes[place]
    }
    return nil
  }

  func string(_ range: ByteRange) -> String {
    string(range) { String(copying: $0) }
  }

  /// Nearly every text is collapsed as it stands, and copied once.
  func token(_ range: ByteRange) -> String {
    string(range) { $0.span.isCollapsed ? String(copying: $0) : String(copying: $0).collapsed }
  }

  private func string(_ range: ByteRange, _ copy: (UTF8Span) -> String) -> String {
    guard range.count > 0 else { return "" }
    let bytes = bytes  // A span may not outlive the access to a property.
    let text = bytes.span.extracting(Int(range.start)..<Int(range.start + range.count))
    // The parser has checked that the document is UTF-8.
    let utf8 = unsafe UTF8Span(unchecked: text)
    return copy(utf8)
  }

  /// The path of a record, such as `/applications/application[17]`.
  func path(_ entry: Entry) -> String {
    "/\(rootName)/\(entry.foreignName ?? vocabulary[nodes[Int(entry.node)].name])[\(entry.index)]"
  }

  /// The path of a node: that of its record, and below it the names, each with its number from the second sibling on.
  func path(_ index: Int32) -> String {
    let node = nodes[Int(index)]
    guard node.parent >= 0 else {
      return entries.last { $0.node <= index }.map(path) ?? ""
    }
    let ordinal = nodes.ordinal(of: index)
    return path(node.parent) + "/" + vocabulary[node.name] + (ordinal > 1 ? "[\(ordinal)]" : "")
  }
}

extension [RecordStorage.Node] {
  /// The number of a node among the siblings of its name, from 1; of a node outside the vocabulary always 1.
  func ordinal(of index: Int32) -> Int {
    let node = self[Int(index)]
    guard node.parent >= 0, node.name != .unknown else { return 1 }
    var ordinal = 1
    var sibling = node.parent + 1
    while sibling < index {
      if self[Int(sibling)].name == node.name { ordinal += 1 }
      sibling = self[Int(sibling)].end
    }
    return ordinal
  }
}
