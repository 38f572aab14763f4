import LibXML

/// A file that is written and durable, but not yet in its place.
final class PendingFile {
  private let path: String
  private var file: AtomicFile?

  /// - Parameter write: Hands the content to what it is given, piece by piece.
  init(path: String, _ write: (([UInt8]) throws -> Void) throws -> Void) throws {
    self.path = path
    do {
      file = try AtomicFile(path: path)
      try write { try $0.span.bytes.withUnsafeBytes { try file?.write($0) } }
    } catch is WriteFailure {
      throw Failure.cannotWrite(path)
    }
  }

  /// Puts the file in its place.
  func commit() throws {
    do throws(WriteFailure) {
      if let file = file.take() { try file.commit() }
    } catch {
      throw Failure.cannotWrite(path)
    }
  }
}
