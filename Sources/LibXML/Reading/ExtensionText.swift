/// Writes the content of an `extensions` element as XML that means the same wherever it is put: every prefix an element
/// or attribute uses is declared in it, comments and instructions are gone, whitespace and the order of attributes stay.
struct ExtensionText {
  private(set) var xml: [UInt8] = []
  private var isTagOpen = false
  private var openNames: [QualifiedName] = []
  private var bindings: [NamespaceBinding] = []

  private struct QualifiedName {
    let prefix: Interned?
    let name: Interned
    /// The bindings in force around the element.
    let outerBindings: Int
  }

  mutating func start(_ tag: StartTag) {
    closeTag()
    openNames.append(QualifiedName(prefix: tag.prefix, name: tag.name, outerBindings: bindings.count))
    xml.append(UInt8(ascii: "<"))
    append(tag.name, prefix: tag.prefix)
    declare(tag.prefix, tag.namespace)
    for index in 0..<tag.attributeCount {
      guard let attribute = tag[index] else { continue }
      // An attribute without a prefix is in no namespace; `xml` is bound everywhere.
      if let prefix = attribute.prefix, prefix.string != "xml" { declare(prefix, attribute.namespace) }
      xml.append(UInt8(ascii: " "))
      append(attribute.name, prefix: attribute.prefix)
      appendValue(unsafe Escaping.unescapedAmpersands(attribute.value))
    }
    isTagOpen = true
  }

  mutating func text(_ run: UnsafeBufferPointer<UInt8>) {
    closeTag()
    _ = unsafe Escaping.append(run, in: .text, to: &xml)
  }

  mutating func end() {
    guard let element = openNames.popLast() else { return }
    bindings.removeSubrange(element.outerBindings...)
    if isTagOpen {
      xml += "/>".utf8
      isTagOpen = false
    } else {
      xml += "</".utf8
      append(element.name, prefix: element.prefix)
      xml.append(UInt8(ascii: ">"))
    }
  }

  private mutating func closeTag() {
    if isTagOpen { xml.append(UInt8(ascii: ">")) }
    isTagOpen = false
  }

  /// Declares a prefix, or the default namespace, unless an element already open in `xml` binds it so. What is bound
  /// around `extensions` does not count: the content may be put elsewhere.
  private mutating func declare(_ prefix: Interned?, _ namespace: Interned?) {
    if let binding = bindings.last(where: { $0.prefix == prefix }), binding.namespace == namespace { return }
    bindings.append(NamespaceBinding(prefix: prefix, namespace: namespace))
    xml += " xmlns".utf8
    if let prefix { xml += ":\(prefix.string)".utf8 }
    appendValue(namespace.map { unsafe Escaping.unescapedAmpersands($0.bytes) } ?? [])
  }

  private mutating func appendValue(_ value: [UInt8]) {
    xml += "=\"".utf8
    _ = unsafe value.withUnsafeBufferPointer { unsafe Escaping.append($0, in: .attributeValue, to: &xml) }
    xml.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ name: Interned, prefix: Interned?) {
    if let prefix { xml += "\(prefix.string):".utf8 }
    xml += name.string.utf8
  }
}
