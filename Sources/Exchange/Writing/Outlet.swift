internal import Crypto
internal import LibXML

/// Where a document goes.
public enum Destination: Sendable {
  /// A file, which appears whole or not at all.
  case file(String)
  case standardOutput
}

/// A sink of any kind, so that the code of the documents is not generic over it.
struct Outlet: ByteSink, ~Copyable {
  private var hash = SHA256()
  private var memory: MemorySink?
  private var file: AtomicFile?
  private var output: DescriptorSink?

  private init() {}

  /// Keeps nothing but the digest, which every outlet keeps.
  static func digestOnly() -> Outlet { Outlet() }

  static func memory() -> Outlet {
    var outlet = Outlet()
    outlet.memory = MemorySink()
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
    memory?.write(bytes)
    try file?.write(bytes)
    try output?.write(bytes)
  }

  /// Puts a file in its place; tells what was written.
  consuming func close() throws(WriteFailure) -> (digest: Digest, bytes: [UInt8]) {
    let result = (Digest(hash.finalize()), memory?.bytes ?? [])
    if let file = file.take() { try file.commit() }
    return result
  }
}
