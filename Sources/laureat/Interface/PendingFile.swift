import LibXML

/// A file that is written and durable, but not yet in its place.
final class PendingFile {
  private let path: String
  private var file: AtomicFile?

  init(path: String, bytes: [UInt8]) throws {
    self.path = path
    do throws(WriteFailure) {
      var file = try AtomicFile(path: path)
      try bytes.span.bytes.withUnsafeBytes { (bytes) throws(WriteFailure) in try file.write(bytes) }
      self.file = consume file
    } catch {
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
