/// Takes what is in an XML document that no schema of ours describes, in the order in which it stands there.
package protocol XMLEventHandler: AnyObject {
  func start(_ tag: ForeignTag)
  /// All the text up to the next tag, white space too; never empty.
  func text(_ text: String)
  /// - Parameter name: Without its prefix.
  func end(_ name: String)
}

/// A start tag of a foreign document: valid while it is being reported.
@safe package struct ForeignTag {
  private let tag: StartTag

  init(_ tag: StartTag) { self.tag = tag }

  /// The name without its prefix.
  package var name: String { tag.name.string }

  /// The value of an attribute, by its name without a prefix; nil when there is none.
  package subscript(name: String) -> String? {
    for index in 0..<tag.attributeCount {
      guard let attribute = tag[index], unsafe attribute.name.bytes.elementsEqual(name.utf8) else { continue }
      return attribute.string
    }
    return nil
  }
}

/// Reads a foreign XML document, such as a sheet of a workbook, from its bytes, as they come, and tells a handler what is
/// in it, tag by tag: nothing is kept, and whatever is wrong ends the reading, for there are no records to spare. The
/// limits and refusals are those of ``RecordReader``, which reads the formats that are ours: no document type, no
/// entities, no network, no depth or size beyond measure.
@safe package struct XMLEvents: ~Copyable {
  private let state: UnsafeMutablePointer<EventState>
  private var gate = EncodingGate()
  private var parsedBytes = 0

  /// Limits are looked at between pieces, so a piece must be small, whatever the chunk.
  private static let pieceBytes = 64 << 10

  package init(_ handler: any XMLEventHandler, limits: XMLLimits = XMLLimits()) {
    let state = UnsafeMutablePointer<EventState>.allocate(capacity: 1)
    let parser = unsafe PushParser(handlers: EventState.handlers(), userData: state)
    unsafe state.initialize(to: EventState(parser: parser, handler: handler, limits: limits))
    unsafe self.state = unsafe state
  }

  deinit {
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// Takes the next bytes of the document; they may end anywhere.
  package mutating func feed(_ bytes: RawSpan) throws(XMLProblem) {
    try throwFailure()
    try unsafe bytes.withUnsafeBytes { (bytes) throws(XMLProblem) in
      var rest = unsafe bytes[...]
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
      unsafe EventState.fail(state, .encoding(error))
    }
    try throwFailure()
  }

  private mutating func feedPiece(_ bytes: UnsafeRawBufferPointer) throws(XMLProblem) {
    do throws(EncodingFault) {
      switch unsafe try gate.admit(bytes) {
      case .nothing: break
      case .unchanged: unsafe parse(bytes, isLast: false)
      case .converted(let converted): unsafe converted.withUnsafeBytes { unsafe parse($0, isLast: false) }
      }
    } catch {
      unsafe EventState.fail(state, .encoding(error))
    }
    try throwFailure()
  }

  private mutating func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) {
    parsedBytes += bytes.count
    let code = unsafe state.pointee.parser.parse(bytes, isLast: isLast)
    // Nothing of the parser may be asked for after a failure: it may have been stopped.
    guard unsafe state.pointee.failure == nil else { return }
    let limits = unsafe state.pointee.limits
    if unsafe state.pointee.parser.unparsedBytes > limits.tokenBytes {
      unsafe EventState.fail(state, .limit(.token))
    } else if unsafe !state.pointee.hasRoot && parsedBytes > limits.prologBytes {
      unsafe EventState.fail(state, .limit(.prolog))
    } else if unsafe state.pointee.parser.distinctNames > limits.distinctNames {
      unsafe EventState.fail(state, .limit(.distinctNames))
    } else if unsafe code != 0 || !state.pointee.parser.isWellFormed {
      unsafe EventState.fail(state, .notWellFormed, code: code)
    }
  }

  private func throwFailure() throws(XMLProblem) {
    if let failure = unsafe state.pointee.failure { throw failure }
  }
}
