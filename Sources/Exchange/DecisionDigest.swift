internal import Crypto
internal import LibXML
internal import Primitives

/// A digest over the general part of a protocol and its results. The digests of the sheets stand in both, and so it is
/// over all that was decided and all that it was decided by.
///
/// Each of these parts has a digest over lines, each ending in a line feed: for every element its path, such as
/// `result/award`; for each of its attributes, sorted by name, the path and the value, as `result/award/@place=1`; and for
/// its own text, where there is any, `result/total=9.5`. White space in values is collapsed as for `xs:token`. Its own
/// attribute is left out, and what others have added as `extensions`. The digest of the decision is over those of the
/// parts as hexadecimal digits, sorted, each ending in a line feed.
///
/// Whoever passes a protocol on has other numbers for the entries, and so another order, and says of those that he
/// received whose they are. Neither makes another decision: the order does not count, and where an entry comes from counts
/// as said where it goes without saying.
struct DecisionDigest {
  /// As many hexadecimal digits as any has, in its place until it is known.
  static let placeholder = String(repeating: "0", count: 64)
  private static let bufferBytes = 32 << 10

  /// Who sends the document.
  private let sender: String
  private var parts: [Digest] = []
  private var hash = SHA256()
  private var lines: [UInt8] = []
  private var path: [UInt8] = []
  /// How long the path was before each open element.
  private var outer: [Int] = []
  /// Where the entry of the open result comes from, which stands last among its lines.
  private var source: [(Tag, String)]?

  init(sender: Identifier) {
    self.sender = sender.description
  }

  mutating func open(_ tag: Tag, _ attributes: [(Tag, String)]) {
    enter(tag)
    if outer.count == 1, tag == .result {
      source = [(.sender, sender)] + attributes.filter { $0.0 == .id }
    }
    if outer.count == 2, tag == .source {
      source = attributes
    } else {
      lines(of: attributes)
    }
  }

  mutating func text(_ text: String) {
    let token = text.collapsed
    if !token.isEmpty { line(nil, token) }
  }

  mutating func close() {
    if outer.count == 1, let source = source.take() {
      enter(.source)
      lines(of: source)
      leave()
    }
    leave()
    if outer.isEmpty { endPart() }
  }

  private mutating func endPart() {
    flush()
    parts.append(Digest(hash.finalize()))
    hash = SHA256()
  }

  private mutating func enter(_ tag: Tag) {
    outer.append(path.count)
    if !path.isEmpty { path.append(UInt8(ascii: "/")) }
    path += tag.text.utf8
  }

  private mutating func leave() {
    guard let count = outer.popLast() else { preconditionFailure("no element is open") }
    path.removeLast(path.count - count)
  }

  /// An element that was read, with all that is in it.
  mutating func add(_ element: Element) {
    guard let tag = Tag(rawValue: element.name.index), tag != .extensions else { return }
    open(tag, element.attributeTokens.compactMap { name, value in Tag(rawValue: name.index).map { ($0, value) } })
    text(element.token)
    for child in element.children { add(child) }
    close()
  }

  /// Those of the element that was entered last.
  private mutating func lines(of attributes: [(Tag, String)]) {
    line(nil, nil)
    for (name, value) in attributes.sorted(by: { $0.0.text < $1.0.text }) where name != .decisionDigest {
      line(name, value)
    }
  }

  private mutating func line(_ attribute: Tag?, _ value: String?) {
    lines += path
    if let attribute {
      lines += [UInt8(ascii: "/"), UInt8(ascii: "@")]
      lines += attribute.text.utf8
    }
    if let value {
      lines.append(UInt8(ascii: "="))
      lines += value.collapsed.utf8
    }
    lines.append(UInt8(ascii: "\n"))
    if lines.count >= Self.bufferBytes { flush() }
  }

  private mutating func flush() {
    hash.update(data: lines)
    lines.removeAll(keepingCapacity: true)
  }

  /// Over the parts that were added so far.
  func digest() -> Digest {
    var whole = SHA256()
    for part in parts.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) {
      whole.update(data: Array("\(part)\n".utf8))
    }
    return Digest(whole.finalize())
  }
}
