/// The identifiers met so far, each as 64 bits of keyed hash, whatever its length: 12 bytes for each, with the free room.
///
/// Among a million identifiers two different ones are taken for the same with a chance of 3 in 10^8 (the birthday bound,
/// n²/2^65); the key is new in every run, so that nobody can look for such a pair.
struct IdentifierSet {
  /// Many small tables that grow one at a time: there are never two copies of all.
  private var tables = Array(repeating: HashTable(), count: 256)

  /// - Returns: False when the identifier was met before in a record of the same name.
  mutating func insert(_ id: String, of name: UInt16) -> Bool {
    // Keyed by the process at random (SipHash-1-3).
    var hasher = Hasher()
    id.utf8Span.span.bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    hasher.combine(name)
    let hash = UInt64(bitPattern: Int64(hasher.finalize()))
    return tables[Int(hash >> 56)].insert(hash)
  }
}

/// A set of hashes: open addressing, at most four fifths full.
private struct HashTable {
  /// Zero marks a free slot.
  private var slots: [UInt64] = []
  private var count = 0

  mutating func insert(_ hash: UInt64) -> Bool {
    let key = max(hash, 1)
    if (count + 1) * 5 > slots.count * 4 { grow() }
    let slot = slot(of: key)
    guard slots[slot] == 0 else { return false }
    slots[slot] = key
    count += 1
    return true
  }

  /// The slot of a key, or the free one where it belongs.
  private func slot(of key: UInt64) -> Int {
    // The bits that did not choose the table say where, as a fraction of this one, so that any size will do.
    var slot = Int((key << 8).multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[slot] != 0, slots[slot] != key {
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: max(8, old.count * 3 / 2))
    for key in old where key != 0 { slots[slot(of: key)] = key }
  }
}
