internal import LibXML

/// A document ready to be written: its content put aside, and the header that was made of it.
public final class AssembledDocument {
  public let header: Header
  private let headerBytes: [UInt8]
  private let content: Spool
  private let records: Range<Int>
  private let end: Int
  private let sealing: (place: Int, digest: Digest)?

  /// - Parameters:
  ///   - content: The document with its header, in another state, behind the records instead of before them.
  ///   - records: Where the records stand in it.
  ///   - end: Where it goes on behind that header.
  ///   - sealing: The digest of the decision that the records are, and where among them it belongs.
  init(
    header: Header, headerBytes: [UInt8], content: consuming Spool, records: Range<Int>, end: Int,
    sealing: (place: Int, digest: Digest)?
  ) {
    self.header = header
    self.headerBytes = headerBytes
    self.content = content
    self.records = records
    self.end = end
    self.sealing = sealing
  }

  /// Hands over the document's bytes, piece by piece.
  ///
  /// - Throws: Whatever the body throws; `Diagnostic` when what was put aside cannot be read back.
  public func read(_ body: ([UInt8]) throws -> Void) throws {
    try Wording.failures {
      try content.read(0..<records.lowerBound, body)
      try body(headerBytes)
      var rest = records
      if let (place, digest) = sealing {
        let sealed = Array(digest.description.utf8)
        try content.read(rest.lowerBound..<place, body)
        try body(sealed)
        rest = (place + sealed.count)..<rest.upperBound
      }
      try content.read(rest, body)
      try content.read(end..<content.count, body)
    }
  }
}
