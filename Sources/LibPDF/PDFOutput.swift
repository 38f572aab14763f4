import CPangoCairo

/// Where cairo hands the bytes of a file: they go on at once, but the last part, which is completed first.
final class PDFOutput {
  /// Bytes, and where they begin in the file.
  struct Part {
    let start: Int
    var bytes: [UInt8] = []
  }

  private var sink: (([UInt8]) throws -> Void)?
  /// What the sink threw: cairo knows but one kind of failure.
  private(set) var failure: (any Error)?
  /// Bytes gone on.
  private(set) var written = 0
  private var buffer: [UInt8] = []
  /// What is kept back from `keepBack()` on.
  private(set) var kept: [UInt8] = []
  private var keeps = false
  /// Copies of what was written while it was watched.
  private(set) var watched: [Part] = []
  private var isWatching = false

  init(_ sink: @escaping ([UInt8]) throws -> Void) { self.sink = sink }

  func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard sink != nil, failure == nil else { return false }
    if isWatching { unsafe watched[watched.count - 1].bytes.append(contentsOf: bytes) }
    if keeps {
      unsafe kept.append(contentsOf: bytes)
      return true
    }
    unsafe buffer.append(contentsOf: bytes)
    return buffer.count < 1 << 16 || flush()
  }

  /// Watches what is written meanwhile.
  func watching(_ write: () -> Void) {
    watched.append(Part(start: written + buffer.count + kept.count))
    isWatching = true
    write()
    isWatching = false
  }

  /// From here on nothing goes on before ``complete(with:)``.
  func keepBack() {
    _ = flush()
    keeps = true
  }

  func complete(with addendum: [UInt8]) throws {
    keeps = false
    buffer = kept + addendum
    kept = []
    _ = flush()
    if let failure { throw failure }
  }

  /// Nothing more goes on, whatever cairo still has.
  func close() { sink = nil }

  private func flush() -> Bool {
    guard !buffer.isEmpty, let sink, failure == nil else { return failure == nil }
    do {
      try sink(buffer)
      written += buffer.count
      buffer.removeAll(keepingCapacity: true)
      return true
    } catch {
      failure = error
      return false
    }
  }
}
