import CLibXML2

/// A start tag as libxml2 reports it: a view of its arrays, valid during the callback only.
@safe struct StartTag {
  let name: Interned
  let prefix: Interned?
  let namespace: Interned?
  private let bindings: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let bindingCount: Int32
  private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let attributeCount: Int

  init(
    name: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?,
    bindingCount: Int32, bindings: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    attributeCount: Int32, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    self.name = unsafe Interned(name)
    self.prefix = unsafe prefix.map { unsafe Interned($0) }
    self.namespace = unsafe namespace.map { unsafe Interned($0) }
    unsafe self.bindings = unsafe bindings
    self.bindingCount = bindingCount
    unsafe self.attributes = unsafe attributes
    self.attributeCount = Int(attributeCount)
  }

  /// An attribute. Its value still has ampersands as `&#38;`.
  @safe struct Attribute {
    let name: Interned
    let prefix: Interned?
    let namespace: Interned?
    let value: UnsafeBufferPointer<UInt8>

    /// The value as the document means it.
    var string: String {
      unsafe String(decoding: Escaping.unescapedAmpersands(value), as: UTF8.self)
    }
  }

  /// libxml2 passes five pointers per attribute: name, prefix, namespace, and the two ends of the value.
  private static let stride = 5

  subscript(index: Int) -> Attribute? {
    guard let fields = unsafe attributes.map({ unsafe $0 + index * Self.stride }), let name = unsafe fields[0],
      let start = unsafe fields[3], let end = unsafe fields[4]
    else { return nil }
    return unsafe Attribute(
      name: Interned(name), prefix: fields[1].map { unsafe Interned($0) },
      namespace: fields[2].map { unsafe Interned($0) },
      value: UnsafeBufferPointer(start: start, count: end - start))
  }

  /// The namespaces the tag declares; libxml2 passes two pointers for each.
  var namespaces: [NamespaceBinding] {
    (0..<Int(bindingCount)).compactMap { index in
      guard let fields = unsafe bindings.map({ unsafe $0 + index * 2 }) else { return nil }
      return unsafe NamespaceBinding(
        prefix: fields[0].map { unsafe Interned($0) }, namespace: fields[1].map { unsafe Interned($0) })
    }
  }

  /// The attributes in libxml2's form, without those at `omitted`.
  func rawAttributes(omitting omitted: [Int]) -> [UnsafePointer<xmlChar>?] {
    let all = unsafe UnsafeBufferPointer(start: attributes, count: attributeCount * Self.stride)
    return unsafe all.indices.filter { !omitted.contains($0 / Self.stride) }.map { unsafe all[$0] }
  }

  /// Hands the tag on in libxml2's form.
  func withRawArguments(
    _ body: (
      _ bindingCount: Int32, _ bindings: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
      _ attributeCount: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> Void
  ) {
    unsafe body(bindingCount, bindings, Int32(attributeCount), attributes)
  }
}

/// A prefix, `nil` for the default, and the namespace it stands for, `nil` for none.
struct NamespaceBinding {
  let prefix: Interned?
  let namespace: Interned?
}
