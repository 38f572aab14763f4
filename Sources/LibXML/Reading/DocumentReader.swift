import Glibc

/// Reads a document to its end, a batch of records at a time.
@safe package struct DocumentReader: ~Copyable {
  private let source: ByteSource
  private var reader: RecordReader
  private var buffer = [UInt8](repeating: 0, count: 128 << 10)
  private let onBytes: ((UnsafeRawBufferPointer) -> Void)?
  private var isAtEnd = false
  /// Bytes of the document read so far.
  package private(set) var bytesRead = 0

  /// The root, once its start tag was read.
  package var root: RecordReader.Root? { reader.root }

  /// Opens `path`, or takes standard input for `-`. `onBytes` sees the bytes of the file as they are read, so that one
  /// pass can both read and hash. Never libxml2's own file functions: they inflate gzip under any file name.
  package init(
    path: String, formats: [DocumentFormat], namespace: String, vocabulary: Vocabulary,
    limits: XMLLimits = XMLLimits(), onBytes: ((UnsafeRawBufferPointer) -> Void)? = nil
  ) throws(XMLProblem) {
    let file: FileDescriptor
    do throws(Errno) {
      file = try path == "-" ? FileDescriptor.borrowing(STDIN_FILENO) : FileDescriptor.reading(path)
    } catch {
      throw XMLProblem(error)
    }
    source = .file(file)
    reader = RecordReader(formats: formats, namespace: namespace, vocabulary: vocabulary, limits: limits)
    unsafe self.onBytes = unsafe onBytes
  }

  /// Takes a document that is in memory.
  package init(
    bytes: [UInt8], formats: [DocumentFormat], namespace: String, vocabulary: Vocabulary,
    limits: XMLLimits = XMLLimits(), onBytes: ((UnsafeRawBufferPointer) -> Void)? = nil
  ) {
    source = .memory(bytes)
    reader = RecordReader(formats: formats, namespace: namespace, vocabulary: vocabulary, limits: limits)
    unsafe self.onBytes = unsafe onBytes
  }

  /// The next records, maybe none; `nil` at the end of the document.
  package mutating func nextBatch() throws(XMLProblem) -> RecordBatch? {
    guard !isAtEnd else { return nil }
    // Out of self while the reader, a part of self too, is at work.
    var buffer: [UInt8] = []
    swap(&buffer, &self.buffer)
    defer { swap(&buffer, &self.buffer) }
    let count: Int
    do throws(Errno) {
      count = try source.read(into: &buffer, at: bytesRead)
    } catch {
      throw XMLProblem(error)
    }
    if count > 0 {
      bytesRead += count
      let bytes = unsafe buffer.span.bytes.extracting(first: count)
      if let onBytes = unsafe onBytes { unsafe bytes.withUnsafeBytes { unsafe onBytes($0) } }
      try reader.feed(bytes)
    } else {
      try reader.finish()
      isAtEnd = true
    }
    return reader.takeBatch()
  }
}

extension XMLProblem {
  init(_ error: Errno) {
    self.init(
      kind: .io(error.code), code: 0, position: TextPosition(line: 0, column: 0), path: "", message: error.description)
  }
}
