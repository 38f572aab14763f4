import Foundation
import Glibc
import Synchronization

/// What is to outlive a power cut.
enum Durable {
  /// Makes the content of a file, or the names in a folder, durable.
  ///
  /// - Returns: False when the system could not.
  static func sync(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }

  /// Makes files of a folder durable, and their names with them. Several are waited for at once: the disk then takes them
  /// together, which takes a tenth of the time.
  ///
  /// - Returns: False when the system could not.
  static func sync(_ paths: [String], in folder: String) -> Bool {
    let isDurable = Mutex(true)
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 16
    queue.addOperations(
      paths.map { path in BlockOperation { if !sync(path) { isDurable.withLock { $0 = false } } } },
      waitUntilFinished: true)
    return isDurable.withLock { $0 } && sync(folder)
  }
}
