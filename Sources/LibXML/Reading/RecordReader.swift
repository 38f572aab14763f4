/// Reads the records of one document of a format that is known, from its bytes, as they come. Its names are told apart by
/// a vocabulary, and a whole record at a time is kept, so that a schema can judge it and one wrong record spoils no other.
/// What no schema of ours describes is read by ``XMLEvents``.
///
/// What is wrong inside a record is attached to the record, and reading goes on. What makes the document as a whole
/// unreadable is thrown; the reader is dead then and throws the same again. Records delivered before may not be kept:
/// whether a document is sound is known at its end.
@safe package struct RecordReader: ~Copyable {
  private let state: UnsafeMutablePointer<ReaderState>
  private var gate = EncodingGate()
  private var parsedBytes = 0

  /// The root of the document.
  package struct Root: Sendable {
    /// The place of its format among those given to the reader.
    package let format: Int
    package let name: String
    package let attributes: [(name: String, value: String)]
    package let position: TextPosition
  }

  /// `namespace` is that of all the formats; `vocabulary` holds the names to be told apart in records.
  package init(
    formats: [DocumentFormat], namespace: String, vocabulary: Vocabulary, limits: XMLLimits = XMLLimits()
  ) {
    let state = UnsafeMutablePointer<ReaderState>.allocate(capacity: 1)
    let parser = unsafe PushParser(handlers: SAXHandlers.make(), userData: state)
    let names = InternedNames(vocabulary, namespace: namespace, parser: parser)
    unsafe state.initialize(
      to: ReaderState(parser: parser, names: names, vocabulary: vocabulary, formats: formats, limits: limits))
    unsafe self.state = unsafe state
  }

  deinit {
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// The root, once its start tag was read.
  package var root: Root? { unsafe state.pointee.root }

  /// Takes the next bytes of the document, in the encoding it has. Chunks of 64 KiB are best; they may end anywhere.
  /// The records they complete wait for `takeBatch`.
  package mutating func feed(_ bytes: RawSpan) throws(XMLProblem) {
    try throwFailure()
    try unsafe bytes.withUnsafeBytes { (bytes) throws(XMLProblem) in
      var rest = unsafe bytes[...]
      // Limits are looked at between pieces, so a piece must be small, whatever the chunk.
      while unsafe !rest.isEmpty {
        unsafe try feedPiece(UnsafeRawBufferPointer(rebasing: rest.prefix(Self.pieceBytes)))
        unsafe rest = unsafe rest.dropFirst(Self.pieceBytes)
      }
    }
  }

  /// The end of the document. Throws what only shows there, such as a missing end tag.
  package mutating func finish() throws(XMLProblem) {
    try throwFailure()
    do throws(EncodingFault) {
      let rest = try gate.finish()
      unsafe state.pointee.isFinishing = true
      unsafe rest.withUnsafeBytes { unsafe parse($0, isLast: true) }
    } catch {
      fail(.encoding(error))
    }
    if unsafe !state.pointee.isOver, let missing = unsafe state.pointee.missingElement {
      unsafe state.pointee.failure = missing
    }
    try throwFailure()
  }

  /// Takes out the records completed so far.
  package mutating func takeBatch() -> RecordBatch {
    let arena = unsafe state.pointee.arena.takeComplete()
    return unsafe RecordBatch(
      RecordStorage(arena, vocabulary: state.pointee.vocabulary, rootName: state.pointee.root?.name ?? ""))
  }

  private static let pieceBytes = 64 << 10

  private mutating func feedPiece(_ bytes: UnsafeRawBufferPointer) throws(XMLProblem) {
    do throws(EncodingFault) {
      switch unsafe try gate.admit(bytes) {
      case .nothing: break
      case .unchanged: unsafe parse(bytes, isLast: false)
      case .converted(let converted): unsafe converted.withUnsafeBytes { unsafe parse($0, isLast: false) }
      }
    } catch {
      fail(.encoding(error))
    }
    try throwFailure()
  }

  private mutating func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) {
    parsedBytes += bytes.count
    let code = unsafe state.pointee.parser.parse(bytes, isLast: isLast)
    // Nothing of the parser may be asked for after a failure: it may have been stopped.
    guard unsafe !state.pointee.isOver else { return }
    if unsafe state.pointee.parser.unparsedBytes > state.pointee.limits.tokenBytes {
      fail(.limit(.token))
    } else if unsafe state.pointee.root == nil && parsedBytes > state.pointee.limits.prologBytes {
      fail(.limit(.prolog))
    } else if unsafe state.pointee.parser.distinctNames > state.pointee.limits.distinctNames {
      fail(.limit(.distinctNames))
    } else if unsafe state.pointee.bytesOfRecord > state.pointee.limits.recordBytes {
      fail(.limit(.recordBytes))
    } else if unsafe state.pointee.arena.isFull {
      fail(.limit(.batch))
    } else if unsafe code != 0 || !state.pointee.parser.isWellFormed {
      fail(.notWellFormed, code: code)
    }
  }

  private func fail(_ kind: XMLProblem.Kind, code: Int32 = 0) {
    guard unsafe !state.pointee.isOver else { return }
    unsafe state.pointee.failure = unsafe state.pointee.problem(kind, code: code)
  }

  private func throwFailure() throws(XMLProblem) {
    if let failure = unsafe state.pointee.failure { throw failure }
  }
}
