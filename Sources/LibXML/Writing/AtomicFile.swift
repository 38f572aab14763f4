import Glibc

/// A file that appears whole or not at all: written under a temporary name beside its place, and moved there by
/// `commit`. Without that nothing is left, and a file that was there before stays as it was.
package struct AtomicFile: ByteSink, ~Copyable {
  private let path: String
  private let folder: String
  private let temporaryPath: String
  private var file: FileDescriptor?
  private var isCommitted = false

  /// Takes the mode of the file it replaces. A link is followed, a folder or a device is refused.
  package init(path: String) throws(WriteFailure) {
    let target = Self.resolved(path)
    let slash = target.lastIndex(of: "/")
    let name = slash.map { target[target.index(after: $0)...] } ?? target[...]
    folder = slash.map { String(target[...$0]) } ?? "./"
    temporaryPath = "\(folder).\(name).\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 36))"
    self.path = target
    do throws(Errno) {
      let existing = try FileStatus(path: target)
      if let existing, !existing.isRegularFile { throw Errno(code: existing.isFolder ? EISDIR : EINVAL) }
      let file = try FileDescriptor.creating(temporaryPath)
      self.file = consume file
      if let existing { try self.file?.setMode(existing.permissions) }
    } catch {
      throw WriteFailure(error, path: path)
    }
  }

  deinit {
    if !isCommitted { unsafe unlink(temporaryPath) }
  }

  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(WriteFailure) {
    do throws(Errno) {
      try unsafe file?.write(bytes)
    } catch {
      throw WriteFailure(error, path: path)
    }
  }

  /// Puts the file in its place, durably: content first, then its name.
  package consuming func commit() throws(WriteFailure) {
    try move(isDurable: true)
  }

  /// Puts the file in its place, for callers who make many files durable at once.
  package consuming func place() throws(WriteFailure) {
    try move(isDurable: false)
  }

  private consuming func move(isDurable: Bool) throws(WriteFailure) {
    do throws(Errno) {
      if let file = file.take() {
        if isDurable { try file.sync() }
        try file.closeNow()
      }
      if unsafe rename(temporaryPath, path) != 0 { throw .last }
      isCommitted = true
      if isDurable { try FileDescriptor.folder(folder).sync() }
    } catch {
      throw WriteFailure(error, path: path)
    }
  }

  /// The place a link leads to; the path itself when there is nothing yet.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
