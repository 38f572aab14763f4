/// Collects records until they are taken out as a batch.
///
/// Outside, a node of the record that is being read is named by its place in that record, which stays the same when the
/// records before it are taken out.
struct RecordArena {
  typealias Node = RecordStorage.Node
  typealias ByteRange = RecordStorage.ByteRange

  private(set) var nodes: [Node] = []
  private(set) var attributes: [RecordStorage.Attribute] = []
  private(set) var bytes: [UInt8] = []
  private(set) var entries: [RecordStorage.Entry] = []
  /// Where the record that is being read begins; all before belongs to records that are complete.
  private var record = (node: 0, attribute: 0, byte: 0)

  /// What the record that is being read has taken.
  var recordBytes: Int { bytes.count - record.byte }
  var recordNodes: Int { nodes.count - record.node + attributes.count - record.attribute }

  /// Long before a place in it would no longer fit into 32 bits; a batch is taken out a thousand times sooner.
  var isFull: Bool { max(nodes.count, attributes.count, bytes.count) > 1 << 30 }

  private func index(_ node: Int32) -> Int { record.node + Int(node) }

  /// The number of a node among the siblings of its name.
  func ordinal(of node: Int32) -> Int {
    nodes.ordinal(of: Int32(index(node)))
  }

  // MARK: Filling

  /// Adds an element under `parent`, or a record's own when that is `nil`.
  mutating func open(_ name: Name, under parent: Int32?, at position: TextPosition) -> Int32 {
    let node = nodes.count - record.node
    nodes.append(
      Node(
        name: name, parent: parent.map { Int32(index($0)) } ?? -1, end: Int32(nodes.count + 1),
        line: UInt32(clamping: position.line), column: UInt32(clamping: position.column),
        firstAttribute: Int32(attributes.count)))
    return Int32(node)
  }

  mutating func addAttribute(_ name: Name, _ value: UnsafeBufferPointer<UInt8>, to node: Int32) {
    let start = bytes.count
    unsafe appendAttributeValue(value)
    let range = ByteRange(start: Int32(start), count: Int32(bytes.count - start))
    attributes.append(.init(name: name, value: range))
    nodes[index(node)].attributeCount += 1
  }

  /// Adds a run of text to a node's own. Runs that child elements separate are brought together: the text so far is
  /// copied behind the last one. Only mixed content needs it, and `recordBytes` bounds what it costs.
  mutating func addText(_ text: UnsafeBufferPointer<UInt8>, to node: Int32) {
    let old = nodes[index(node)].text
    let start = bytes.count
    // A copy: a slice would share the buffer, and appending to it would copy all of it.
    if old.count > 0 { bytes += Array(bytes[Int(old.start)..<Int(old.start + old.count)]) }
    unsafe bytes.append(contentsOf: text)
    nodes[index(node)].text = ByteRange(start: Int32(start), count: Int32(bytes.count - start))
  }

  mutating func close(_ node: Int32) {
    nodes[index(node)].end = Int32(nodes.count)
  }

  mutating func endRecord(_ current: ReaderState.CurrentRecord) {
    entries.append(
      .init(
        node: Int32(record.node), index: current.index, foreignName: current.foreignName, problems: current.problems,
        omittedProblems: current.omittedProblems))
    record = (nodes.count, attributes.count, bytes.count)
  }

  /// libxml2 delivers an ampersand in an attribute value as `&#38;`, and nothing else that begins with one.
  private mutating func appendAttributeValue(_ value: UnsafeBufferPointer<UInt8>) {
    guard unsafe value.contains(UInt8(ascii: "&")) else { return unsafe bytes.append(contentsOf: value) }
    unsafe bytes.append(contentsOf: Escaping.unescapedAmpersands(value))
  }

  // MARK: Taking out

  /// Takes out the complete records; the one that is being read stays.
  mutating func takeComplete() -> RecordArena {
    var rest = RecordArena()
    guard !entries.isEmpty else { return rest }
    rest.nodes.reserveCapacity(nodes.count)
    rest.attributes.reserveCapacity(attributes.count)
    rest.bytes.reserveCapacity(bytes.count)
    rest.entries.reserveCapacity(entries.count)
    // What stays came in since the last record ended, that is with the last chunk: it is small.
    rest.nodes += nodes[record.node...].map { moved($0) }
    rest.attributes += attributes[record.attribute...].map { .init(name: $0.name, value: moved($0.value)) }
    rest.bytes += bytes[record.byte...]
    swap(&self, &rest)
    return rest
  }

  private func moved(_ node: Node) -> Node {
    var moved = Node(
      name: node.name, attributeCount: node.attributeCount,
      parent: node.parent < 0 ? -1 : node.parent - Int32(record.node), end: node.end - Int32(record.node),
      line: node.line, column: node.column, firstAttribute: node.firstAttribute - Int32(record.attribute))
    moved.text = self.moved(node.text)
    return moved
  }

  private func moved(_ range: ByteRange) -> ByteRange {
    range.count == 0 ? range : ByteRange(start: range.start - Int32(record.byte), count: range.count)
  }
}
