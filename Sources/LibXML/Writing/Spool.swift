import Glibc

/// Bytes put aside until what goes before them is known: in memory while they are few, then in a file without a name,
/// which is gone with the process, however that ends.
package struct Spool: ByteSink, ~Copyable {
  private var memory: [UInt8] = []
  private var file: FileDescriptor?
  private let folder: String
  package private(set) var count = 0

  /// Few enough that nearly every document stays in memory.
  private static var memoryBytes: Int { 1 << 20 }
  private static var pieceBytes: Int { 128 << 10 }

  /// - Parameter folder: where the file is made, once there is one; the system's for temporary files if nil. It is
  ///   best where the bytes end up, which then has the room.
  package init(folder: String? = nil) {
    self.folder = folder ?? Self.temporaryFolder
  }

  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(WriteFailure) {
    do throws(Errno) {
      if file == nil, memory.count + bytes.count > Self.memoryBytes { try moveToFile() }
      if file == nil {
        unsafe memory.append(contentsOf: bytes)
      } else {
        unsafe try file?.write(bytes)
      }
    } catch {
      throw WriteFailure(error, path: folder)
    }
    count += bytes.count
  }

  /// Hands over a part of the bytes, piece by piece.
  ///
  /// - Throws: `WriteFailure` when the file cannot be read back; whatever the body throws.
  package func read(_ range: Range<Int>, _ body: ([UInt8]) throws -> Void) throws {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "no such bytes in the spool")
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.pieceBytes) {
      try body(try piece(start..<min(start + Self.pieceBytes, range.upperBound)))
    }
  }

  /// A part of the bytes, for those who know that it is small.
  package func read(_ range: Range<Int>) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try read(range) { bytes += $0 }
    return bytes
  }

  private func piece(_ range: Range<Int>) throws(WriteFailure) -> [UInt8] {
    if file == nil { return Array(memory[range]) }
    var bytes = [UInt8](repeating: 0, count: range.count)
    do throws(Errno) {
      try file?.read(into: &bytes, at: range.lowerBound)
    } catch {
      throw WriteFailure(error, path: folder)
    }
    return bytes
  }

  private mutating func moveToFile() throws(Errno) {
    let file = try FileDescriptor.nameless(in: folder)
    try unsafe memory.span.bytes.withUnsafeBytes { (bytes) throws(Errno) in unsafe try file.write(bytes) }
    self.file = consume file
    memory = []
  }

  private static var temporaryFolder: String {
    guard let named = unsafe getenv("TMPDIR"), unsafe named.pointee != 0 else { return "/tmp" }
    return unsafe String(cString: named)
  }
}
