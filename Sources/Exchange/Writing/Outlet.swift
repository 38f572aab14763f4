internal import Crypto
internal import LibXML

/// Where a document goes.
public enum Destination: Sendable {
  /// A file, which appears whole or not at all.
  case file(String)
  case standardOutput
}

/// A sink of any kind, so that the code of the documents is not generic over it. All that passes is hashed.
struct Outlet: ByteSink, ~Copyable {
  private var hash = SHA256()
  private var spool: Spool?
  private var file: AtomicFile?
  private var output: DescriptorSink?

  private init() {}

  /// Puts the bytes aside, to be read back.
  static func aside(in folder: String? = nil) -> Outlet {
    var outlet = Outlet()
    outlet.spool = Spool(folder: folder)
    return outlet
  }

  static func to(_ destination: Destination) throws(WriteFailure) -> Outlet {
    var outlet = Outlet()
    switch destination {
    case .file(let path): outlet.file = try AtomicFile(path: path)
    case .standardOutput: outlet.output = .standardOutput()
    }
    return outlet
  }

  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(WriteFailure) {
    hash.update(bufferPointer: bytes)
    try spool?.write(bytes)
    try file?.write(bytes)
    try output?.write(bytes)
  }

  mutating func write(_ bytes: [UInt8]) throws(WriteFailure) {
    try bytes.span.bytes.withUnsafeBytes { (bytes) throws(WriteFailure) in try write(bytes) }
  }

  /// Of what was written so far.
  var digest: Digest { Digest(hash.finalize()) }

  /// Puts a file in its place.
  consuming func close() throws(WriteFailure) {
    if let file = file.take() { try file.commit() }
  }

  /// The bytes put aside.
  consuming func takeSpool() -> Spool {
    guard let spool = spool.take() else { preconditionFailure("nothing was put aside") }
    return spool
  }
}

extension Destination {
  /// Where a file grows before it gets its place: on the same medium.
  var folder: String? {
    guard case .file(let path) = self else { return nil }
    return path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }
}
