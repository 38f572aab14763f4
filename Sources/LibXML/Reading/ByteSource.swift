/// Where the bytes of a document come from.
enum ByteSource: ~Copyable {
  case file(FileDescriptor)
  case memory([UInt8])

  /// Fills `buffer`, or as much of it as there is; 0 at the end. `offset` is what was read before: a file keeps count
  /// of it by itself.
  func read(into buffer: inout [UInt8], at offset: Int) throws(Errno) -> Int {
    switch self {
    case .file(let file): return try file.read(into: &buffer)
    case .memory(let bytes):
      let piece = bytes.dropFirst(offset).prefix(buffer.count)
      buffer.replaceSubrange(..<piece.count, with: piece)
      return piece.count
    }
  }
}
