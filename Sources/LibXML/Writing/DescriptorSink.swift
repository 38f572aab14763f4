import Glibc

/// Writes to an open file of somebody else, such as standard output. The process must ignore SIGPIPE, or it ends before a broken pipe can be reported.
package struct DescriptorSink: ByteSink, ~Copyable {
  private let file: FileDescriptor

  package static func standardOutput() -> DescriptorSink {
    DescriptorSink(borrowing: STDOUT_FILENO)
  }

  /// The file is not closed.
  package init(borrowing descriptor: Int32) {
    file = .borrowing(descriptor)
  }

  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(WriteFailure) {
    do throws(Errno) {
      try unsafe file.write(bytes)
    } catch {
      throw error.code == EPIPE ? WriteFailure(.brokenPipe) : WriteFailure(error, path: "-")
    }
  }
}
