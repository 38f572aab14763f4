import Glibc

/// The number of a failed system call.
struct Errno: Error, CustomStringConvertible {
  let code: Int32

  static var last: Errno { Errno(code: errno) }

  var description: String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}

/// Owns an open file, unless it is borrowed.
struct FileDescriptor: ~Copyable {
  private let number: Int32
  private let isOwned: Bool

  private init(number: Int32, isOwned: Bool) {
    self.number = number
    self.isOwned = isOwned
  }

  /// Opens a file to read it; a folder is refused.
  static func reading(_ path: String) throws(Errno) -> FileDescriptor {
    let file = try opened(path, O_RDONLY)
    if try file.status().isFolder { throw Errno(code: EISDIR) }
    return file
  }

  /// Creates a file that may not exist yet; the process' umask narrows its mode.
  static func creating(_ path: String) throws(Errno) -> FileDescriptor {
    try opened(path, O_WRONLY | O_CREAT | O_EXCL)
  }

  /// Creates a file that only this process can find, to be written and read back.
  static func nameless(in folder: String) throws(Errno) -> FileDescriptor {
    let path = "\(folder)/.laureat-\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
    let file = try opened(path, O_RDWR | O_CREAT | O_EXCL, mode: 0o600)
    if unsafe unlink(path) != 0 { throw .last }
    return file
  }

  /// Opens a folder, to make its entries durable.
  static func folder(_ path: String) throws(Errno) -> FileDescriptor {
    try opened(path, O_RDONLY | O_DIRECTORY)
  }

  private static func opened(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws(Errno) -> FileDescriptor {
    let number = unsafe open(path, flags | O_CLOEXEC, mode)
    if number < 0 { throw .last }
    return FileDescriptor(number: number, isOwned: true)
  }

  /// A file that somebody else closes.
  static func borrowing(_ number: Int32) -> FileDescriptor { FileDescriptor(number: number, isOwned: false) }

  deinit {
    if isOwned { close(number) }
  }

  /// Reads up to the size of `buffer`; 0 at the end of the file.
  func read(into buffer: inout [UInt8]) throws(Errno) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(number, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      if errno != EINTR { throw .last }
    }
  }

  /// Fills `buffer` from a place in the file, which must have the bytes.
  func read(into buffer: inout [UInt8], at place: Int) throws(Errno) {
    var done = 0
    while done < buffer.count {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
        return unsafe pread(number, rest.baseAddress, rest.count, place + done)
      }
      if count == 0 { throw Errno(code: EIO) }
      if count > 0 { done += count } else if errno != EINTR { throw .last }
    }
  }

  /// Writes all the bytes, in as many calls as it takes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(Errno) {
    var rest = unsafe bytes[...]
    while unsafe !rest.isEmpty {
      let piece = unsafe UnsafeRawBufferPointer(rebasing: rest)
      let count = unsafe Glibc.write(number, piece.baseAddress, piece.count)
      if count >= 0 {
        unsafe rest = unsafe rest.dropFirst(count)
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  func sync() throws(Errno) {
    if fsync(number) != 0 { throw .last }
  }

  func setMode(_ mode: mode_t) throws(Errno) {
    if fchmod(number, mode) != 0 { throw .last }
  }

  /// Closes at once, to learn of an error that a file system reports only then.
  consuming func closeNow() throws(Errno) {
    let number = number
    discard self
    if close(number) != 0 { throw .last }
  }

  func status() throws(Errno) -> FileStatus {
    var status = stat()
    if unsafe fstat(number, &status) != 0 { throw .last }
    return FileStatus(mode: status.st_mode)
  }
}

/// What a file is and who may use it.
struct FileStatus {
  let mode: mode_t

  init(mode: mode_t) {
    self.mode = mode
  }

  /// `nil` when there is no such file.
  init?(path: String) throws(Errno) {
    var status = stat()
    if unsafe stat(path, &status) != 0 {
      if errno == ENOENT { return nil }
      throw .last
    }
    mode = status.st_mode
  }

  var isFolder: Bool { mode & S_IFMT == S_IFDIR }
  var isRegularFile: Bool { mode & S_IFMT == S_IFREG }
  var permissions: mode_t { mode & 0o7777 }
}
