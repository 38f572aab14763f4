internal import LibXML

/// A document ready to be written: its content put aside, and the header that was made of it.
public final class AssembledDocument {
  public let header: Header
  private let headerBytes: [UInt8]
  private let content: Spool
  private let records: Range<Int>
  private let end: Int

  /// - Parameters:
  ///   - content: The document with its header, in another state, behind the records instead of before them.
  ///   - records: Where the records stand in it.
  ///   - end: Where it goes on behind that header.
  init(header: Header, headerBytes: [UInt8], content: consuming Spool, records: Range<Int>, end: Int) {
    self.header = header
    self.headerBytes = headerBytes
    self.content = content
    self.records = records
    self.end = end
  }

  /// Hands over the document's bytes, piece by piece.
  ///
  /// - Throws: Whatever the body throws; `Diagnostic` when what was put aside cannot be read back.
  public func read(_ body: ([UInt8]) throws -> Void) throws {
    try Wording.failures {
      try content.read(0..<records.lowerBound, body)
      try body(headerBytes)
      try content.read(records, body)
      try content.read(end..<content.count, body)
    }
  }
}
