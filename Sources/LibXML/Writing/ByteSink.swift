/// Where written bytes go.
package protocol ByteSink: ~Copyable {
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(WriteFailure)
}

/// Why writing failed.
package struct WriteFailure: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A character that XML 1.0 cannot hold, in the text of this element.
    case forbiddenCharacter(Unicode.Scalar, elementPath: String)
    /// A system call on the file at this path failed with this `errno`.
    case io(Int32, path: String)
    /// The reader of our output has gone.
    case brokenPipe
  }

  package let kind: Kind

  package init(_ kind: Kind) {
    self.kind = kind
  }

  init(_ error: Errno, path: String) {
    self.init(.io(error.code, path: path))
  }
}

/// Keeps what is written.
package struct MemorySink: ByteSink {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes.append(contentsOf: bytes)
  }
}
