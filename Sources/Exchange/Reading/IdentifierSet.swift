/// The identifiers met so far, each as 128 bits of keyed hash, whatever its length.
///
/// Kept in many small tables that grow one at a time: a million take some 20 MB, and never two copies of all.
struct IdentifierSet {
  private var tables = Array(repeating: HashTable(), count: 256)
  private let salt = UInt64.random(in: .min ... .max)

  /// - Returns: False when the identifier was met before in a record of the same name.
  mutating func insert(_ id: String, of name: UInt16) -> Bool {
    var high = Hasher()
    var low = Hasher()
    low.combine(salt)
    let bytes = id.utf8Span.span.bytes
    bytes.withUnsafeBytes { bytes in
      high.combine(bytes: bytes)
      low.combine(bytes: bytes)
    }
    high.combine(name)
    low.combine(name)
    let key = HashTable.Key(
      high: UInt64(bitPattern: Int64(high.finalize())), low: UInt64(bitPattern: Int64(low.finalize())))
    return tables[Int(key.high >> 56)].insert(key)
  }
}

/// A set of hashes: open addressing, at most four fifths full.
private struct HashTable {
  struct Key: Equatable {
    let high: UInt64
    let low: UInt64

    /// Marks a free slot; no identifier has this hash but by a chance of one in 2^128.
    static let none = Key(high: 0, low: 0)
  }

  private var slots: [Key] = []
  private var count = 0

  mutating func insert(_ key: Key) -> Bool {
    if (count + 1) * 5 > slots.count * 4 { grow() }
    let slot = slot(of: key)
    guard slots[slot] == .none else { return false }
    slots[slot] = key
    count += 1
    return true
  }

  /// The slot of a key, or the free one where it belongs.
  private func slot(of key: Key) -> Int {
    // The lower half says where, taken as a fraction of the table, so that any size will do.
    var slot = Int(key.low.multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[slot] != .none, slots[slot] != key {
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .none, count: max(8, old.count * 3 / 2))
    for key in old where key != .none { slots[slot(of: key)] = key }
  }
}
