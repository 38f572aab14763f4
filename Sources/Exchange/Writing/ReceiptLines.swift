internal import LibXML

/// The lines of a receipt, put aside as they come: how the message ended stands before them and is known after them.
public final class ReceiptLines {
  private var writer: Writer?
  private var spool: Spool?
  private var bytes = 0..<0
  public private(set) var count = 0

  public init() {}

  /// Adds what became of the next record.
  ///
  /// - Throws: `Diagnostic` when the line cannot be put aside.
  public func add(_ line: ReceiptLine) throws {
    precondition(spool == nil, "a receipt that is written takes no more lines")
    try Wording.failures {
      if writer == nil { try begin() }
      try writer?.write(line)
    }
    count += 1
  }

  private func begin() throws(WriteFailure) {
    var writer = Writer(.aside())
    try writer.begin(.receipt, contest: nil)
    bytes = writer.count..<writer.count
    self.writer = consume writer
  }

  /// Hands over the lines as they stand in a receipt.
  func read(_ body: ([UInt8]) throws -> Void) throws {
    if let writer = writer.take() {
      bytes = bytes.lowerBound..<writer.count
      spool = try writer.closed().takeSpool()
    }
    try spool?.read(bytes, body)
  }
}

extension Writer {
  fileprivate mutating func write(_ line: ReceiptLine) throws {
    try line.write(to: &self)
  }

  /// Ends a document that holds only its root.
  fileprivate consuming func closed() throws(WriteFailure) -> Outlet {
    var writer = self
    try writer.close()
    return try writer.finish()
  }
}
