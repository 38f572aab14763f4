import Foundation
import Glibc

/// A name beside the place of a file, for what writes files by itself: SQLite, libzip. What was written there is moved
/// to its place as a whole, or is gone with this object.
final class TemporaryPlace {
  /// The name to write to.
  let path: String
  private let place: URL

  /// - Parameter kind: Told in the name, where several are needed at once.
  /// - Throws: `Failure` when the folder takes no file.
  init(for path: String, kind: String = "") throws {
    place = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath()
    self.path =
      place.deletingLastPathComponent()
      .appending(path: ".\(place.lastPathComponent).\(String(UInt64.random(in: .min ... .max), radix: 36))\(kind)").path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder), isFolder.boolValue {
      throw Failure.cannotWrite(path)
    }
    // It holds what the store holds: its owner's alone.
    let descriptor = open(self.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure.cannotWrite(path) }
    close(descriptor)
  }

  deinit {
    // SQLite's own files beside it go too.
    for end in ["", "-wal", "-shm", "-journal"] { unlink(path + end) }
  }

  /// Puts the file in its place, durably.
  func commit() throws {
    guard Durable.sync(path), rename(path, place.path) == 0, Durable.sync(place.deletingLastPathComponent().path)
    else { throw Failure.cannotWrite(place.path) }
  }
}
