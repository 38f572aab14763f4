/// A run of text that is being collected: bytes in one piece of memory, used again for run after run.
@safe struct TextRun: ~Copyable {
  private var memory: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0
  /// Whether a CDATA section, an empty one maybe, is part of it.
  private(set) var hasSection = false

  init() {
    unsafe memory = .allocate(capacity: 1024)
  }

  deinit {
    unsafe memory.deallocate()
  }

  var isEmpty: Bool { count == 0 && !hasSection }

  /// What was collected; valid until the next change.
  var bytes: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: memory.baseAddress, count: count)
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    if unsafe count + piece.count > memory.count { grow(to: count + piece.count) }
    _ = unsafe memory[count...].update(fromContentsOf: piece)
    count += piece.count
  }

  mutating func markSection() {
    hasSection = true
  }

  mutating func removeAll() {
    count = 0
    hasSection = false
  }

  private mutating func grow(to needed: Int) {
    let larger = unsafe UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(needed, 2 * memory.count))
    _ = unsafe larger.update(fromContentsOf: bytes)
    unsafe memory.deallocate()
    unsafe memory = unsafe larger
  }
}
