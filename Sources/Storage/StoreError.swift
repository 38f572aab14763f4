/// Why a store could not be opened, read or written.
///
/// The cause never quotes a statement's values: they may be personal.
package struct StoreError: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    /// There is no such file.
    case notFound(path: String)
    /// The folder the store is to be made in is missing.
    case folderMissing(path: String)
    /// A folder, a text, or the database of another program.
    case notAStore(path: String)
    /// Written by a later version of the program.
    case newerVersion(found: Int, supported: Int)
    case readOnly
    /// The file lies on a network share, where locks cannot be trusted.
    case networkShare(path: String)
    /// The system refused to open the file; the number is its `errno`.
    case cannotOpen(path: String, errno: Int32)
    /// An address such as `postgres://…`: a store is a file.
    case unsupportedAddress(scheme: String)
    /// Another program was writing for longer than one waits.
    case busy
    /// Another program has the store for itself.
    case locked
    /// No room on the disk.
    case full
    /// The file's contents contradict themselves.
    case damaged
    /// The disk failed, or the file vanished.
    case inputOutput
    /// The store's own rules refused the change: a doubled key, a missing reference, a value out of range.
    case conflict
    /// A thing the change is about is not in the store: `contest`, `entry`.
    case missing(String)
    /// A stored value that no version of the program writes.
    case unreadable
    case other
  }

  package var code: Code
  /// What the engine said, for a log.
  package var cause: String

  package init(_ code: Code, cause: String = "") {
    self.code = code
    self.cause = cause
  }
}
