import Exchange
import Primitives

/// A file that is taken in part by part, the header first.
protocol IncomingDocument: ~Copyable {
  var kind: DocumentKind? { get }
  /// The contest that its records belong to as a whole.
  var contest: Identifier? { get }
  /// SHA-256 of what was read.
  var digest: String { get }
  var bytesRead: Int { get }
  /// Where the document begins, for what is wrong with it as a whole.
  var rootLocation: Diagnostic.Location? { get }
  /// True for what the office brings itself; then nobody asks whether the sender is known.
  var isFromOurselves: Bool { get }
  /// What is worth saying about the file as a whole.
  var notes: [Diagnostic] { get }

  /// The next part; nil at the end.
  mutating func next() throws(DocumentRefusal) -> DocumentPart?
}

extension DocumentStream: IncomingDocument {
  var isFromOurselves: Bool { false }
  var notes: [Diagnostic] { [] }
}
