import Glibc

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
}
