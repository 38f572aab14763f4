import Foundation
import Glibc

/// A pipe with a name, of which a test holds the writing end.
final class NamedPipe {
  let path: String
  private var descriptor: Int32

  /// The reader may open its end before or after; it waits for nobody.
  init(in folder: URL) throws {
    path = folder.appending(path: ".pipe-\(UUID().uuidString)").path
    guard mkfifo(path, 0o600) == 0 else { throw Child.Failure(program: "mkfifo", number: errno) }
    // A reader that goes away is told by the write that fails.
    signal(SIGPIPE, SIG_IGN)
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw Child.Failure(program: "open", number: errno) }
  }

  /// To be called once the reader has been started: from then on this is the writing end alone, and the reader's going
  /// shows.
  func hold() throws {
    let both = descriptor
    descriptor = open(path, O_WRONLY | O_CLOEXEC)
    close(both)
    guard descriptor >= 0 else { throw Child.Failure(program: "open", number: errno) }
  }

  /// Writes as much as the reader takes.
  ///
  /// - Returns: The number of bytes it took, or that the pipe still held when it went away.
  @discardableResult
  func write(_ bytes: some Sequence<UInt8>) -> Int {
    var rest = Array(bytes)[...]
    let count = rest.count
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { break }
      rest = rest.dropFirst(written)
    }
    return count - rest.count
  }

  func finish() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  deinit {
    finish()
    unlink(path)
  }
}
