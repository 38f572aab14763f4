import CLibXML2

/// A name or namespace in the parser's dictionary. The parser keeps each string once, so the address identifies it:
/// comparing takes a nanosecond, comparing texts ten. Valid as long as the parser.
@safe struct Interned: Hashable {
  let address: UnsafePointer<xmlChar>

  init(_ address: UnsafePointer<xmlChar>) {
    unsafe self.address = unsafe address
  }

  var string: String { unsafe String(cString: address) }

  var bytes: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: address, count: Int(xmlStrlen(address)))
  }

  static func == (left: Interned, right: Interned) -> Bool {
    unsafe left.address == right.address
  }

  func hash(into hasher: inout Hasher) {
    unsafe hasher.combine(address)
  }
}

/// The strings that the reader compares with, as the parser interned them.
struct InternedNames: ~Copyable {
  let namespace: Interned
  let extensions: Interned
  let instanceNamespace: Interned
  let type: Interned
  let `nil`: Interned
  private let vocabulary: NameTable

  init(_ vocabulary: Vocabulary, namespace: String, parser: borrowing PushParser) {
    self.namespace = parser.intern(namespace)
    extensions = parser.intern("extensions")
    instanceNamespace = parser.intern("http://www.w3.org/2001/XMLSchema-instance")
    type = parser.intern("type")
    `nil` = parser.intern("nil")
    var table = NameTable(capacity: vocabulary.names.count)
    for (index, name) in vocabulary.names.enumerated() {
      table.insert(Name(index: UInt16(index)), at: parser.intern(name))
    }
    self.vocabulary = table
  }

  /// The name of an element; `.unknown` outside our namespace.
  func element(_ name: Interned, in namespace: Interned?) -> Name {
    namespace == self.namespace ? vocabulary[name] : .unknown
  }

  /// The name of an attribute; `.unknown` in any namespace.
  func attribute(_ name: Interned, in namespace: Interned?) -> Name {
    namespace == nil ? vocabulary[name] : .unknown
  }

  /// `xsi:type` or `xsi:nil`, with which a document would choose what it is checked against.
  func isForbidden(_ name: Interned, in namespace: Interned?) -> Bool {
    namespace == instanceNamespace && (name == type || name == `nil`)
  }
}

/// Names by their address: open addressing, less than half full, so that a lookup is one or two comparisons.
private struct NameTable {
  private struct Slot {
    var key: Interned?
    var name = Name.unknown
  }

  private var slots: [Slot]
  private let shift: Int

  init(capacity: Int) {
    let bits = Int.bitWidth - (2 * capacity + 1).leadingZeroBitCount
    slots = Array(repeating: Slot(), count: 1 << bits)
    shift = Int.bitWidth - bits
  }

  subscript(key: Interned) -> Name {
    slots[slot(for: key)].name
  }

  /// A name that occurs twice keeps its first place.
  mutating func insert(_ name: Name, at key: Interned) {
    let slot = slot(for: key)
    if slots[slot].key == nil { slots[slot] = Slot(key: key, name: name) }
  }

  /// The slot of a key, or the empty one where it belongs. Multiplicative hashing: its best bits are the highest.
  private func slot(for key: Interned) -> Int {
    let address = unsafe UInt(bitPattern: key.address)
    var slot = Int((address &* 0x9E37_79B9_7F4A_7C15) >> UInt(shift))
    while let other = slots[slot].key, other != key {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
