internal import Crypto
internal import LibXML

/// A digest over the general part of a protocol and its results, in the order of the file. The digests of the sheets
/// stand in both, and so it is over all that was decided and all that it was decided by.
///
/// It is over lines, each ending in a line feed: for every element its path, such as `result/award`; for each of its
/// attributes, sorted by name, the path and the value, as `result/award/@place=1`; and for its own text, where there is
/// any, `result/total=9.5`. White space in values is collapsed as for `xs:token`. Its own attribute is left out, and what
/// others have added as `extensions`.
struct DecisionDigest {
  /// As many hexadecimal digits as any has, in its place until it is known.
  static let placeholder = String(repeating: "0", count: 64)
  private static let bufferBytes = 32 << 10

  private var hash = SHA256()
  private var lines: [UInt8] = []
  private var path: [UInt8] = []
  /// How long the path was before each open element.
  private var outer: [Int] = []

  mutating func open(_ tag: Tag, _ attributes: [(Tag, String)]) {
    outer.append(path.count)
    if !path.isEmpty { path.append(UInt8(ascii: "/")) }
    path += tag.text.utf8
    line(nil, nil)
    for (name, value) in attributes.sorted(by: { $0.0.text < $1.0.text }) where name != .decisionDigest {
      line(name, value)
    }
  }

  mutating func text(_ text: String) {
    let token = text.collapsed
    if !token.isEmpty { line(nil, token) }
  }

  mutating func close() {
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

  /// Over what was added so far.
  consuming func digest() -> Digest {
    flush()
    return Digest(hash.finalize())
  }
}
